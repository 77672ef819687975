//! What a package can hold. A kind that is not listed is refused, because nobody here could judge it.

use std::fmt;
use std::str::FromStr;

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackageKind {
    /// Which code a provider adheres to, with which models and chapters.
    AdherenceDeclaration,
    /// What a provider says about measures.
    StatementSet,
    /// Which evidence a provider holds.
    EvidenceIndex,
}

/// A text names no kind of package.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of package that is known here")]
pub struct UnknownKind(pub String);

impl PackageKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::AdherenceDeclaration, Self::StatementSet, Self::EvidenceIndex];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AdherenceDeclaration => "adherence-declaration",
            Self::StatementSet => "statement-set",
            Self::EvidenceIndex => "evidence-index",
        }
    }
}

impl fmt::Display for PackageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for PackageKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.name() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}
