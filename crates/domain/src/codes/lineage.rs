//! Lineage: what became of the commitments and measures of an earlier version, so that answers to the old ones can
//! be read beside the new ones.

use super::id::PartId;

/// What became of the parts of one earlier version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lineage {
    /// The earlier version.
    pub from: PartId,
    /// Where this was read, or whose judgment it is.
    pub source: String,
    /// The parts that are not simply kept under their id.
    pub parts: Vec<Descent>,
}

/// What became of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descent {
    /// The part of the earlier version.
    pub id: PartId,
    /// What became of it.
    pub fate: Fate,
    /// Anything more to say of it.
    pub note: Option<String>,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// These parts of the new version: one where it was kept or renumbered, several where it was split. A new part that
    /// several old ones name was merged from them.
    // Invariant: not empty.
    Became(Vec<PartId>),
    /// Nothing, for this reason.
    Dropped(String),
}

impl Lineage {
    /// What became of a part, if it is mentioned.
    pub fn descent(&self, id: &PartId) -> Option<&Descent> {
        self.parts.iter().find(|descent| descent.id == *id)
    }
}

impl Descent {
    /// The parts that it became.
    pub fn became(&self) -> &[PartId] {
        match &self.fate {
            Fate::Became(ids) => ids,
            Fate::Dropped(_) => &[],
        }
    }
}
