//! The rules of adhere: the dated law, codes, and adherence, as pure functions over facts and a date.
//!
//! No input or output, no clock, no randomness and no floating point: the same arguments give the same answer for ever.
//! Inside the crate the direction is `redline ← law ← codes ← adherence ← evidence`, with `parties` beside codes; `cases` stands on
//! codes and parties.
//! What is recorded changes in two steps: `decide` turns a command into events or refuses it with the rule that it
//! breaks, and `apply` turns a state and an event into the next state.

pub mod digest;
pub mod id;
pub mod recorded;
pub mod redline;
pub mod text;

pub mod law;

pub mod codes;
pub mod parties;

pub mod adherence;

pub mod evidence;

pub mod cases;

pub mod refusals;
