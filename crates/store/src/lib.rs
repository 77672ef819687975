//! The only crate that knows SQL and object storage: one store on SQLite or PostgreSQL, and bytes beside it.
//!
//! A change is one transaction: journal entries and what follows from them. It is synchronous: who serves many at once
//! calls it from a pool of threads.

pub mod db;

pub mod home;

pub mod blob;

pub mod event;

pub mod documents;
mod journal;
pub mod reading;

pub mod projection;

pub mod access;
pub mod answered_request;
pub mod job;
pub mod mail;

mod change;
mod erasing;
mod kept_bytes;
mod keys;
mod store;

mod proofs;
mod rotation;
mod witnessed;
pub mod witnessing;

pub mod stamping;

mod health;

pub mod audit;
pub mod backup;

mod error;

pub use self::change::{Change, Changed};
pub use self::error::{OpenError, StoreError};
pub use self::health::Part;
pub use self::journal::{Head, Leaf};
pub use self::keys::Keys;
pub use self::rotation::Rotated;
pub use self::store::{Status, Store};

#[cfg(test)]
mod fixtures;
