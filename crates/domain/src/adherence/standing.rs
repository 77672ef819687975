//! How a measure that binds stands: what is stated, what shows it, and what is missing.

use jiff::civil::Date;

use super::binding::Binding;
use super::record::{Evidence, ImplementationState, Statement};
use crate::codes::code::{Chapter, Commitment, Measure};
use crate::law::truth::Truth;

/// A measure of a code as it stands for one model on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureStanding<'a> {
    /// The chapter it is in.
    pub chapter: &'a Chapter,
    /// The commitment it serves.
    pub commitment: &'a Commitment,
    /// The measure.
    pub measure: &'a Measure,
    /// Whether it binds.
    pub binding: Binding<'a>,
    /// What is stated: the model's own statement before the provider's.
    pub statement: Option<&'a Statement>,
    /// What is missing, if it binds.
    pub gap: Option<Gap>,
}

/// What is missing from a measure that binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing is stated.
    NoStatement,
    /// It is held not to apply, although it binds.
    HeldNotApplicable,
    /// It is planned.
    Planned,
    /// It is implemented in part.
    Partial,
    /// It is stated to be implemented, and nothing shows it on this day.
    NoEvidence,
    /// All that showed it has expired, last on this day.
    EvidenceExpired(Date),
}

impl Gap {
    /// The gap's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoStatement => "no-statement",
            Self::HeldNotApplicable => "held-not-applicable",
            Self::Planned => "planned",
            Self::Partial => "partial",
            Self::NoEvidence => "no-evidence",
            Self::EvidenceExpired(_) => "evidence-expired",
        }
    }
}

/// What is missing on a day; nothing while the measure does not bind for certain.
pub(super) fn gap(binds: Truth, statement: Option<&Statement>, as_of: Date) -> Option<Gap> {
    if binds != Truth::Yes {
        return None;
    }
    let Some(statement) = statement else { return Some(Gap::NoStatement) };
    match statement.state {
        ImplementationState::NotApplicable => Some(Gap::HeldNotApplicable),
        ImplementationState::Planned => Some(Gap::Planned),
        ImplementationState::Partial => Some(Gap::Partial),
        ImplementationState::Implemented | ImplementationState::Alternative => evidence_gap(&statement.evidence, as_of),
    }
}

/// Evidence counts from the day for which it speaks until it expires.
fn evidence_gap(evidence: &[Evidence], as_of: Date) -> Option<Gap> {
    let begun = |item: &&Evidence| item.speaks_for.is_none_or(|on| on <= as_of);
    let expired = |item: &Evidence| item.expires.filter(|on| *on <= as_of);
    let mut last_expiry = None;
    for item in evidence.iter().filter(begun) {
        match expired(item) {
            None => return None,
            Some(on) => last_expiry = last_expiry.max(Some(on)),
        }
    }
    Some(last_expiry.map_or(Gap::NoEvidence, Gap::EvidenceExpired))
}

#[cfg(test)]
mod tests;
