//! The store from outside, on both engines.

mod fixtures;

mod appending;
mod tampering;
