//! The store from outside, on both engines.

mod fixtures;

mod appending;
mod backups;
mod keys;
mod tampering;
mod witnesses;
