//! Cases of a provider that run against a clock: serious incidents, requests for information, complaints.
//!
//! What is due when follows from the deadlines of a published code and from what was asked; no period stands here.

pub mod complaint;
pub mod matter;
pub mod step;

pub mod case;
pub mod event;
pub mod refusal;

pub mod bound;
pub mod clock;
pub mod counting;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use crate::id::Id;

/// Marks ids of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfCase {}

/// The id of a case, unique within an instance.
pub type CaseId = Id<OfCase>;
