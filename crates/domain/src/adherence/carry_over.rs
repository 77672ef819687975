//! What becomes of answers to one version of a code in the next: carried, carried for review, or left behind.
//!
//! Nothing is carried silently onto another wording, and nothing is overwritten: this only says what could be carried.

use std::collections::BTreeSet;

use crate::codes::code::{Code, TextKind};
use crate::codes::difference::{PartFate, PartKind, Version, difference};
use crate::codes::id::PartId;

/// What becomes of the answers to a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarryOver {
    /// Answers that the new version still asks for, in its order.
    pub carried: Vec<Carried>,
    /// Answers that it no longer asks for, in the order of the old version.
    pub left_behind: Vec<LeftBehind>,
    /// Measures of the new version to which nothing is carried.
    pub unanswered: Vec<PartId>,
}

/// An answer that is carried to a measure of the new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The measure of the old version.
    pub from: PartId,
    /// The measure of the new one.
    pub to: PartId,
    /// Why it is to be looked at first, if it is.
    pub review: Option<Review>,
}

/// Why an answer is to be looked at before it counts for the new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Review {
    /// The measure asks for something else.
    Changed,
    /// Several measures were merged into one: each answers a part of it.
    Merged,
    /// The measure was split: the answer may be to another part of it.
    Split,
    /// One version is a full text and the other a summary, so that nothing shows that the measure asks for the same.
    NotCompared,
}

/// An answer that is left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// The measure of the old version.
    pub measure: PartId,
    /// Why.
    pub reason: Reason,
}

/// Why an answer is left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The measure was dropped; the lineage says why.
    Dropped(Vec<String>),
    /// The measure is no more, and the lineage does not say why.
    Lost,
    /// It is no measure of the old version.
    NotInVersion,
}

impl Review {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Changed, Self::Changed.id()),
        (Self::Merged, Self::Merged.id()),
        (Self::Split, Self::Split.id()),
        (Self::NotCompared, Self::NotCompared.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::NotCompared => "not-compared",
        }
    }
}

/// Carries answers to these measures of one version over to the next, along the lineage of the next.
pub fn carry_over(answered: &BTreeSet<PartId>, old: &Code, new: &Code) -> CarryOver {
    let difference = difference(Version { code: old, texts: None }, Version { code: new, texts: None });
    let (mut carried, mut left_behind, mut unanswered) = (Vec::new(), Vec::new(), Vec::new());
    for part in difference.parts.into_iter().filter(|part| part.kind == PartKind::Measure) {
        let answers = part.old.iter().filter(|id| answered.contains(*id)).cloned();
        match part.new {
            Some(to) => {
                let review = review(part.fate, old.text, new.text);
                let before = carried.len();
                carried.extend(answers.map(|from| Carried { from, to: to.clone(), review }));
                if carried.len() == before {
                    unanswered.push(to);
                }
            }
            None if part.fate == PartFate::Dropped => {
                let reason = || Reason::Dropped(part.notes.clone());
                left_behind.extend(answers.map(|measure| LeftBehind { measure, reason: reason() }));
            }
            None => left_behind.extend(answers.map(|measure| LeftBehind { measure, reason: Reason::Lost })),
        }
    }
    let measures: BTreeSet<&PartId> = old.measures().map(|(_, _, measure)| &measure.id).collect();
    let strange = answered.iter().filter(|id| !measures.contains(id)).cloned();
    left_behind.extend(strange.map(|measure| LeftBehind { measure, reason: Reason::NotInVersion }));
    CarryOver { carried, left_behind, unanswered }
}

fn review(fate: PartFate, old: TextKind, new: TextKind) -> Option<Review> {
    match fate {
        PartFate::Merged => Some(Review::Merged),
        PartFate::Split => Some(Review::Split),
        PartFate::Unchanged | PartFate::Renumbered => (old != new).then_some(Review::NotCompared),
        PartFate::Changed | PartFate::Moved | PartFate::New | PartFate::Dropped | PartFate::Lost => {
            Some(Review::Changed)
        }
    }
}

#[cfg(test)]
mod tests;
