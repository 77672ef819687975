//! What entries name, as it waits to be added: the places of a span of entries at which one subject is named are one row,
//! so that a large change writes few, and rows of several spans are added together in the order of their key.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// So many entries are in a span; statements under `sql/mention` count by it as well.
pub(crate) const SPAN: u64 = 128;

/// What entries of so many spans name waits at most.
const SPANS: u64 = 8;

/// What some entries name.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// The first span of those that wait.
    first: u64,
    rows: BTreeMap<Key, Places>,
}

/// The key of a row; the order is that of the table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) subject: String,
    pub(super) span: u64,
    pub(super) area: &'static str,
}

/// Where in its span a subject is named.
#[derive(Debug, Default)]
struct Places {
    /// Each place with a blank after it.
    text: String,
    /// The entry at the last of them.
    last: Option<u64>,
}

impl Mentions {
    /// Whether an entry comes too long after those that wait for what it names to wait with them.
    pub(super) fn is_beyond(&self, entry_id: u64) -> bool {
        !self.rows.is_empty() && entry_id / SPAN >= self.first + SPANS
    }

    /// Lets wait that an entry names a subject; naming it twice is naming it once. Entries come in their order.
    pub(crate) fn add(&mut self, subject: String, area: &'static str, entry_id: u64) {
        let span = entry_id / SPAN;
        if self.rows.is_empty() {
            self.first = span;
        }
        let places = self.rows.entry(Key { subject, span, area }).or_default();
        if places.last != Some(entry_id) {
            places.last = Some(entry_id);
            // Writing to a text does not fail.
            let _ = write!(places.text, "{} ", entry_id % SPAN);
        }
    }

    /// The rows in the order of their keys, each with its places.
    pub(super) fn into_rows(self) -> impl Iterator<Item = (Key, String)> {
        self.rows.into_iter().map(|(key, places)| (key, places.text))
    }
}
