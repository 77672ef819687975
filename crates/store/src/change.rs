//! A change under way: what it records goes into the journal and into the tables that follow from it.

use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::entry::Entry;
use adhere_journal::hash::Hash;
use adhere_journal::key::LogSecret;
use adhere_journal::private::Opening;
use jiff::{Timestamp, Unit};

use crate::db::Transaction;
use crate::error::StoreError;
use crate::event::{Event, Recorded, Visibility};
use crate::journal::{self, Edge, Head};
use crate::projection;

/// A change under way.
#[derive(Debug)]
pub struct Change<'t, 'c> {
    tx: &'t mut Transaction<'c>,
    edge: Edge,
    began_at: u64,
    at: Timestamp,
    actor: &'t str,
    recorded: Vec<u64>,
    scrubs: bool,
}

/// A change that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    /// What it came to.
    pub outcome: T,
    /// The places of the entries it made, in their order.
    pub entries: Vec<u64>,
    /// Where the journal ends with it; nothing when it recorded nothing.
    pub head: Option<Head>,
}

impl<'t, 'c> Change<'t, 'c> {
    pub(crate) fn begin(tx: &'t mut Transaction<'c>, edge: Edge, now: Timestamp, actor: &'t str) -> Self {
        // Entries have whole microseconds, and a clock that was put back does not put entries before earlier ones.
        let now = now.round(Unit::Microsecond).unwrap_or(now);
        let at = edge.last.map_or(now, |last| last.max(now));
        Self { tx, began_at: edge.frontier.size(), edge, at, actor, recorded: Vec::new(), scrubs: false }
    }

    /// The transaction, to read what the change decides on.
    pub fn tx(&mut self) -> &mut Transaction<'c> {
        self.tx
    }

    /// When the change is recorded.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The place of the first entry that it makes, and how many it has made.
    pub fn entries(&self) -> (u64, u64) {
        (self.began_at, self.edge.frontier.size().saturating_sub(self.began_at))
    }

    /// Records an event, and says at which place.
    pub fn record(&mut self, event: Event) -> Result<u64, StoreError> {
        let entry_id = self.edge.frontier.size();
        let wire = event.to_wire().map_err(|source| StoreError::Event { entry_id, source })?;
        let entry = Entry {
            at: self.at,
            actor: self.actor.to_owned(),
            kind: wire.kind.to_owned(),
            subject: wire.subject,
            payload: wire.payload,
        };
        self.keep(entry_id, &entry, event.visibility())?;
        let Entry { at, actor, kind, subject, .. } = entry;
        projection::apply(self.tx, &Recorded { entry_id, at, actor, kind, subject, event })?;
        self.recorded.push(entry_id);
        Ok(entry_id)
    }

    /// Asks that what it deletes is to be found nowhere after it.
    pub(crate) fn scrubs(&mut self) -> Result<(), StoreError> {
        self.scrubs = true;
        Ok(self.tx.mark_for_scrubbing()?)
    }

    /// Whether what it deletes is to be found nowhere after it.
    pub(crate) fn is_scrubbing(&self) -> bool {
        self.scrubs
    }

    fn keep(&mut self, entry_id: u64, entry: &Entry, visibility: Visibility) -> Result<(), StoreError> {
        match visibility {
            Visibility::Public => self.append(entry_id, &entry.to_bytes()?),
            Visibility::Private => {
                let mut salt = [0; 32];
                getrandom::fill(&mut salt)?;
                let opening = Opening::new(entry.clone(), salt)?;
                self.append(entry_id, &opening.commitment().to_bytes()?)?;
                Ok(journal::keep_opening(self.tx, entry_id, &opening)?)
            }
        }
    }

    fn append(&mut self, entry_id: u64, body: &[u8]) -> Result<(), StoreError> {
        journal::append(self.tx, entry_id, body)?;
        let mut kept = Ok(());
        self.edge.frontier.append(Hash::of_leaf(body), |id, hashes| {
            if kept.is_ok() {
                kept = journal::keep_tile(self.tx, id, hashes);
            }
        });
        Ok(kept?)
    }

    /// Signs a checkpoint over everything recorded; it is in the same transaction, so that both are saved or neither.
    pub(crate) fn seal<T>(mut self, log: &LogSecret, outcome: T) -> Result<(Changed<T>, Edge), StoreError> {
        if self.recorded.is_empty() {
            return Ok((Changed { outcome, entries: Vec::new(), head: None }, self.edge));
        }
        let (size, root) = (self.edge.frontier.size(), self.edge.frontier.root());
        let checkpoint = Checkpoint { origin: log.name().clone(), size, root };
        let signed = SignedCheckpoint::sign(checkpoint, log)?;
        let head = Head { size, root, note: signed.note().to_string() };
        journal::keep_checkpoint(self.tx, self.began_at, &head)?;
        self.edge.last = Some(self.at);
        Ok((Changed { outcome, entries: self.recorded, head: Some(head) }, self.edge))
    }
}
