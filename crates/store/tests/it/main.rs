//! The store from outside, on both engines.

mod fixtures;

mod appending;
mod backups;
mod tampering;
mod witnesses;
