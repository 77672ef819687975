//! What one instance sends another: a statement of one kind, signed, addressed, numbered and logged, and the receipt
//! that comes back. Whoever receives one verifies it before filing it; each reason to refuse is its own.
//!
//! How packages travel, and what a statement says beyond its frame, is for others.

pub mod claims;
pub mod digest;
pub mod kind;
pub mod letter;
pub mod logged;

pub mod key_statement;
pub mod trust;

pub mod acknowledgement;
pub mod authenticity;
pub mod refusal;
pub mod verify;

#[cfg(test)]
mod tests;
