//! Whether everything that is kept is what was signed, and whether everything that follows from it is what should
//! follow.
//!
//! It looks at every row of the journal, every checkpoint, what witnesses said, every table that follows and every byte
//! of evidence, and lists all that is wrong; it changes nothing.

mod bytes;
pub(crate) mod chain;
mod documents;
mod finding;
mod following;
mod progress;
mod witnesses;

use jiff::Timestamp;

use crate::error::StoreError;
use crate::journal::{Head, head};
use crate::projection::named_bytes;
use crate::store::Store;

pub use self::finding::Finding;
pub use self::progress::{AuditProgress, Reached, Stage};

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many entries were looked at.
    pub entries: u64,
    /// How many of them are private and were erased.
    pub erased: u64,
    /// How many checkpoints were looked at.
    pub checkpoints: u64,
    /// How many rows of tables that follow.
    pub rows: u64,
    /// How many blobs that entries name have the bytes that were recorded.
    pub blobs: u64,
    /// Where the journal ends.
    pub head: Option<Head>,
    /// When the last entry was made.
    pub last: Option<Timestamp>,
    /// All that is wrong, in the order in which it was found.
    pub findings: Vec<Finding>,
}

impl Audit {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

impl Store {
    /// Looks at everything that is kept.
    ///
    /// # Errors
    /// The database cannot be read at all. What is wrong in what can be read is a finding.
    pub fn audit(&self) -> Result<Audit, StoreError> {
        self.audit_with(&AuditProgress::default())
    }

    /// Looks at everything that is kept, and says how far it is.
    ///
    /// # Errors
    /// As [`Self::audit`].
    pub fn audit_with(&self, progress: &AuditProgress) -> Result<Audit, StoreError> {
        let mut audit = Audit::default();
        // One transaction, so that a change made meanwhile is seen whole or not at all. Tables are filled again beside
        // those that are there, so that nobody who writes waits for it.
        let named = self.db().aside(|tx| {
            progress.is_at(Stage::Journal, head(tx)?.map_or(0, |head| head.size));
            chain::look_at(tx, progress, &mut audit)?;
            progress.is_at(Stage::Tables, 0);
            following::look_at(tx, &mut audit)?;
            documents::look_at(tx, &mut audit)?;
            witnesses::look_at(tx, self.home(), self.witnessed(), &mut audit)?;
            // The tables were filled again from the entries: what they name is what the entries name.
            Ok::<_, StoreError>(named_bytes(tx)?)
        })?;
        // What is named is never deleted, so that others may write while all bytes are read.
        progress.is_at(Stage::Files, u64::try_from(named.len()).unwrap_or(u64::MAX));
        bytes::look_at(named, self.blobs(), progress, &mut audit)?;
        Ok(audit)
    }
}
