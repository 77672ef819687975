//! Getting in: accounts of people, how they sign in, the sessions and tokens that follow from it, and who may do what.
//!
//! What is shown to get in is never kept, its digest alone. Refusals do not tell whether there is such an account.

mod error;
mod guesses;
mod own_words;
mod password;
mod permit;
mod secret;
mod trace;
mod turns;

pub mod beginning;
pub mod closing;
pub mod demand;
pub mod feeds;
pub(crate) mod holders;
pub mod inviting;
pub mod openid;
pub mod recovery;
pub mod second_factor;
pub mod sessions;
pub mod signing_in;
pub mod test_letter;
pub mod tokens;

pub use self::error::AccessError;
pub(crate) use self::inviting::{hex, hex_of};
pub use self::password::{LONGEST, PasswordRefusal, SHORTEST};
pub use self::permit::{Authority, grants_of, own_organisation};
pub use self::secret::Secret;
pub(crate) use self::secret::random;
pub use self::trace::not_permitted;
