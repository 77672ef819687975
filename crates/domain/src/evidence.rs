//! Evidence: what shows that a statement is true, for which day, who may see it, and what was approved on its strength.
//!
//! The bytes are kept elsewhere, under their digest.

pub mod item;
pub mod passage;

pub mod archive;
pub mod carrying;
pub mod quotation;

pub mod approval;

#[cfg(test)]
mod fixtures;
