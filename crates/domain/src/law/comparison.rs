//! Holds what others say the law says against the official text: passage by passage, by content and not by number.
//!
//! Nothing is passed over: every passage is the text of a unit, in one of several conditions, or it is not in the law,
//! or there is a reason why it was not compared; and every unit of the provision is found or missing.

use jiff::civil::Date;

use super::corpus::ElementId;
use super::official_text::Dated;
use crate::redline::Redline;

mod finding;
mod grouping;
mod numbering;

pub use self::finding::affinity;
pub use self::numbering::Numbering;

/// A piece of a secondary text: a paragraph or a list item, with what continues it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// Its number as the text shows it.
    pub label: Option<String>,
    /// Its words.
    pub text: String,
    /// Of how many paragraphs or items it is made.
    pub parts: usize,
    /// Why it is not compared, if it is not.
    pub skip: Option<Skip>,
}

/// Why a passage is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// It is a heading.
    Heading,
    /// It is a link and nothing else.
    Link,
    /// It is a picture.
    Picture,
    /// It says something of the file, not of the law.
    Metadata,
    /// It has no words.
    Empty,
}

impl Skip {
    /// All reasons with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Heading, "heading"),
        (Self::Link, "link"),
        (Self::Picture, "picture"),
        (Self::Metadata, "metadata"),
        (Self::Empty, "empty"),
    ];

    /// The name in machine formats.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(skip, _)| *skip == self).map_or("", |(_, name)| name)
    }
}

/// What came of holding a text against the law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The article, recital or annex, or the part of one, that the text was held against.
    pub scope: Option<ElementId>,
    /// What was found, in the order of the text.
    pub rows: Vec<Row>,
    /// Units in force that the text lacks, in the order of the law: their places among those given.
    pub missing: Vec<usize>,
}

/// Passages that are the text of units, or a passage that is not in the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The passages, in the order of the text: their places among those given.
    pub passages: Vec<usize>,
    /// What was found of them.
    pub found: Found,
}

/// What was found of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is the text of units of the law.
    InLaw(Match),
    /// It is not in the law.
    NotInLaw {
        /// The unit that it is least unlike, where one is near.
        closest: Option<usize>,
        /// The article whose heading it repeats, where it does.
        names: Option<usize>,
    },
    /// It was not compared.
    NotCompared(Skip),
}

/// How passages stand to units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The units, in the order of the law: their places among those given.
    pub units: Vec<usize>,
    /// What the passages make of their words.
    pub redline: Redline,
    /// What became of the number, for each passage.
    pub numbering: Vec<Numbering>,
    /// What else is to be said of the passages, in order.
    pub conditions: Vec<Condition>,
    /// When the units went out of force, if they did.
    pub outdated: Option<Outdated>,
}

/// What is to be said of passages beside their words and their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// One unit is told in several paragraphs or items.
    Split,
    /// One passage tells several paragraphs or points.
    Merged,
    /// The text tells the same in another place too, and that place is nearer to the law.
    Repeated,
    /// The units lie outside of what the text is held against.
    Elsewhere,
}

impl Condition {
    /// All conditions with their names.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Split, "split"),
        (Self::Merged, "merged"),
        (Self::Repeated, "repeated"),
        (Self::Elsewhere, "elsewhere"),
    ];

    /// The name in machine formats.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(condition, _)| *condition == self).map_or("", |(_, name)| name)
    }
}

/// The passages tell what was the law once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outdated {
    /// First day on which it no longer was.
    pub since: Date,
    /// The units in force in its place, as far as there is text of them.
    pub now: Vec<usize>,
    /// What the passages lack and have beyond the text in force, where there is one.
    pub redline: Option<Redline>,
}

impl Match {
    /// Whether the words are the official ones.
    pub const fn is_identical(&self) -> bool {
        self.redline.is_unchanged()
    }

    /// Whether nothing at all is to be said of it.
    pub fn is_clean(&self) -> bool {
        self.is_identical()
            && self.numbering.iter().all(|number| matches!(number, Numbering::Same | Numbering::NotShown))
            && self.conditions.iter().all(|condition| *condition == Condition::Repeated)
            && self.outdated.is_none()
    }
}

impl Comparison {
    /// Whether the text is the official one, in force, complete, and nothing else.
    pub fn is_clean(&self) -> bool {
        let clean = |row: &Row| match &row.found {
            Found::InLaw(found) => found.is_clean(),
            Found::NotInLaw { .. } => false,
            Found::NotCompared(_) => true,
        };
        self.missing.is_empty() && self.rows.iter().all(clean)
    }
}

/// Holds passages against units as of a day; within one element if it is named, within what they are about otherwise.
pub fn compare(passages: &[Passage], units: &[Dated<'_>], asked: Option<&ElementId>, as_of: Date) -> Comparison {
    let homes = finding::homes(passages, units, asked);
    let Some(scope) = homes.scope.clone() else { return grouping::nothing_found(passages) };
    let rows = grouping::rows(passages, units, &homes, as_of);
    let missing = grouping::missing(&rows, units, &scope, as_of);
    Comparison { scope: Some(scope), rows, missing }
}

#[cfg(test)]
mod tests;
