//! Parties: organisations and people, who may do what for whom, who can bind a provider, and whose keys sign.
//!
//! Nothing here knows of codes or of adherence.

pub mod organisation;

pub mod role;

pub mod permission;

pub mod account;

pub mod key;

pub mod directory;
pub mod refusal;

mod keys;
mod roles;
