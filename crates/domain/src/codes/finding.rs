//! Findings about a code that can be read: which rule is broken, where, and the facts to say it with.

use super::id::PartId;
use super::rule::Rule;
use crate::law::corpus::ElementId;

/// A rule that a code breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What it is about.
    pub place: Place,
    /// What the message names, by the name it has there.
    pub facts: Vec<(&'static str, String)>,
}

/// A place in a code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A key of the manifest.
    Manifest(&'static str),
    /// A chapter, commitment or measure.
    Part(PartId),
    /// An attribute of a part.
    Attribute(PartId, &'static str),
    /// One of the periods (`due`), variants (`variant`) or exemptions (`exempt`) of a measure, by its number.
    Line(PartId, &'static str, usize),
    /// An objective.
    Objective(PartId),
    /// Something that is openly left out.
    LeftOut(ElementId),
    /// An event, by its number.
    Event(usize),
    /// What became of a part of an earlier version.
    Descent(PartId, PartId),
}

impl Finding {
    /// A finding that names nothing more.
    pub const fn new(rule: Rule, place: Place) -> Self {
        Self { rule, place, facts: Vec::new() }
    }

    /// Adds what the message names.
    #[must_use]
    pub fn naming(mut self, name: &'static str, value: &dyn ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }
}
