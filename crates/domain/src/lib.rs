//! The rules of adhere: the dated law, codes, and adherence, as pure functions over facts and a date.
//!
//! No input or output, no clock, no randomness and no floating point: the same arguments give the same answer for ever.
//! Inside the crate the direction is `redline ← law ← codes ← adherence`.

pub mod redline;

pub mod law;

pub mod codes;

pub mod adherence;
