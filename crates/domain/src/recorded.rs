//! What was recorded: events with the moment of their recording, and what is wrong with one that does not fit.

use jiff::Timestamp;
use thiserror::Error;

/// An event as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<Event> {
    /// When it was recorded: from then on it could be known here.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}

/// An event that cannot follow what was recorded before it.
///
/// No command leads to one; a journal that holds one was not written by these rules.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{kind}` does not fit what was recorded of `{subject}` before it")]
pub struct Misfit {
    /// The kind of event.
    pub kind: &'static str,
    /// What it is about.
    pub subject: String,
}

impl Misfit {
    /// An event of that kind about that subject does not fit.
    pub fn new(kind: &'static str, subject: &impl ToString) -> Self {
        Self { kind, subject: subject.to_string() }
    }
}
