//! Packages between organisations: signing and sending one, receiving and answering one, filing the answer.
//!
//! Whose signatures count is what was recorded of keys; whose logs and witnesses count is for the caller to say.

mod acknowledge;
mod answering;
mod body;
mod decide;
mod effect;
mod error;
mod inbox;
mod letters;
mod named_source;
mod receive;
mod reported;
mod send;
mod show;
mod sides;

pub use self::acknowledge::{Filed, file_acknowledgement};
pub use self::answering::{PackageDecision, answer_to};
pub use self::body::Subject;
pub use self::decide::{DecidePackage, ToldDecision, decide_package};
pub use self::effect::Effect;
pub use self::error::PackageError;
pub use self::inbox::{ReceivedPackage, show_received};
pub use self::named_source::accepted_by;
pub use self::receive::{Received, Standing, receive_package};
pub use self::reported::{Reported, reported};
pub use self::send::{SendPackage, Sent, send_package, write_package};
pub use self::show::{Answered, Kept, Shown, show_packages};
