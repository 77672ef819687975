//! Commitments and measures alike, as parts that can be compared.

use crate::codes::code::{Code, Commitment, Measure};
use crate::codes::id::PartId;

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// A commitment.
    Commitment,
    /// A measure.
    Measure,
}

/// A commitment or a measure of one version.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    Commitment(&'a Commitment),
    Measure(&'a Measure),
}

impl PartKind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Commitment, Self::Measure];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Measure => "measure",
        }
    }
}

/// The commitments and measures of a code, in its order.
pub(super) fn parts(code: &Code) -> impl Iterator<Item = Part<'_>> {
    code.commitments().flat_map(|(_, commitment)| {
        std::iter::once(Part::Commitment(commitment)).chain(commitment.measures.iter().map(Part::Measure))
    })
}

impl<'a> Part<'a> {
    pub(super) const fn id(self) -> &'a PartId {
        match self {
            Self::Commitment(commitment) => &commitment.id,
            Self::Measure(measure) => &measure.id,
        }
    }

    pub(super) const fn kind(self) -> PartKind {
        match self {
            Self::Commitment(_) => PartKind::Commitment,
            Self::Measure(_) => PartKind::Measure,
        }
    }

    pub(super) fn title(self) -> &'a str {
        match self {
            Self::Commitment(commitment) => &commitment.title,
            Self::Measure(measure) => &measure.title,
        }
    }

    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Commitment(commitment) => &commitment.summary,
            Self::Measure(measure) => &measure.summary,
        }
    }
}
