//! What people do: one file for each action, called by the command line, the web and the API alike.
//!
//! An action loads what was recorded, asks the domain, records what follows, and says what came of it.

mod as_of;
mod context;
mod error;
pub mod request;

pub mod access;

pub mod party;

pub mod codes;
pub mod publish_code;

pub mod files;

pub mod adherence;
pub mod invitations;
pub mod register;
mod succession;

pub mod visiting;
pub mod workspace;

pub mod carry_over;
pub mod record_statement;

pub mod comment;

pub mod evidence;
pub mod library;

pub mod approve;

pub mod cases;

pub mod packages;

pub mod begin_audit;
pub mod erase;

pub mod folder;

pub use self::access::Authority;
pub use self::as_of::AsOf;
pub use self::context::Context;
pub use self::error::{ActionError, Refusal};
