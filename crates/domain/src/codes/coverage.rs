//! The coverage proof: what the law asks a code to cover against what its measures cover.

use super::code::{Code, Measure};
use super::profile::Requirement;

/// One row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageRow<'a> {
    /// What is to be covered.
    pub requirement: Requirement,
    /// Whether it is.
    pub status: Coverage<'a>,
}

/// Whether a requirement is covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage<'a> {
    /// By these measures.
    Covered(Vec<&'a Measure>),
    /// Openly not, for this reason.
    LeftOut(&'a str),
    /// Not, without a word about it, though the law asks for it.
    Missing,
    /// Not, and the law does not ask for it.
    NotAsked,
}

impl Coverage<'_> {
    /// The status's name in data and messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Covered(_) => "covered",
            Self::LeftOut(_) => "left-out",
            Self::Missing => "missing",
            Self::NotAsked => "not-asked",
        }
    }

    /// Whether a measure is among those that cover.
    pub fn is_by(&self, measure: &Measure) -> bool {
        matches!(self, Self::Covered(measures) if measures.iter().any(|by| by.id == measure.id))
    }
}

/// The matrix of a code, one row for each requirement of its profile, in the order of the law.
pub fn coverage(code: &Code) -> Vec<CoverageRow<'_>> {
    code.profile.requirements().iter().map(|requirement| row(code, *requirement)).collect()
}

fn row(code: &Code, requirement: Requirement) -> CoverageRow<'_> {
    let by: Vec<&Measure> =
        code.measures().map(|(_, _, measure)| measure).filter(|m| m.covers_element(requirement.element)).collect();
    let left_out = code.left_out.iter().find(|left_out| left_out.provision.as_str() == requirement.element);
    let status = match left_out {
        _ if !by.is_empty() => Coverage::Covered(by),
        Some(left_out) => Coverage::LeftOut(&left_out.reason),
        None if requirement.kind.is_asked() => Coverage::Missing,
        None => Coverage::NotAsked,
    };
    CoverageRow { requirement, status }
}

/// The rows that the law asks a code to cover and that it neither covers nor leaves out openly.
pub fn gaps<'a, 'b>(rows: &'a [CoverageRow<'b>]) -> impl Iterator<Item = &'a CoverageRow<'b>> {
    rows.iter().filter(|row| row.status == Coverage::Missing)
}
