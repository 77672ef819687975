//! What entries name, as it waits to be added: the places of a span of entries at which one subject is named are one row,
//! so that a large change writes few.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// So many entries are in a span; statements under `sql/mention` count by it as well.
pub(crate) const SPAN: u64 = 128;

/// What is named in one span.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    span: u64,
    places: BTreeMap<(String, &'static str), String>,
}

impl Mentions {
    /// Whether an entry is of another span than those that wait.
    pub(super) fn is_beyond(&self, entry_id: u64) -> bool {
        self.span != entry_id / SPAN && !self.places.is_empty()
    }

    /// Lets wait that an entry names a subject.
    pub(super) fn add(&mut self, subject: String, area: &'static str, entry_id: u64) {
        self.span = entry_id / SPAN;
        let places = self.places.entry((subject, area)).or_default();
        // Writing to a text does not fail.
        let _ = write!(places, "{} ", entry_id % SPAN);
    }

    /// The span, and what waits of it in the order of subjects: where it is named, each place with a blank after it.
    pub(super) fn take(&mut self) -> (u64, BTreeMap<(String, &'static str), String>) {
        (self.span, std::mem::take(&mut self.places))
    }
}
