//! Which bytes the journal names, and the deletion of those that it does not.

use std::collections::BTreeSet;

use adhere_domain::digest::Digest;
use adhere_domain::evidence::archive::EvidenceEvent;
use jiff::Timestamp;

use crate::blob::Collected;
use crate::db::{Transaction, statement};
use crate::error::StoreError;
use crate::event::Event;
use crate::journal::{self, each_leaf};
use crate::reading::opened;
use crate::store::Store;

impl Store {
    /// Deletes bytes that no entry names and that were put there before a moment: those of uploads that came to nothing.
    ///
    /// It is done in the turn of a change, so that no entry is made meanwhile, and it asks the entries themselves.
    ///
    /// # Errors
    /// An entry cannot be read, so that nobody knows what it names; or a witness has seen more than there is, so that
    /// entries are missing here. Then nothing is deleted.
    pub fn sweep(&self, before: Timestamp) -> Result<Collected, StoreError> {
        self.db().write(|tx| {
            let head = journal::head(tx)?;
            if tx.one(statement!("backup/is_left"), &[], |row| row.count(0))? != Some(0) {
                return Err(StoreError::Moved);
            }
            self.witnessed().check(head.as_ref())?;
            Ok(self.blobs().collect_garbage(&named(tx)?, before)?)
        })
    }
}

/// The digests of all bytes that entries name.
fn named(tx: &mut Transaction<'_>) -> Result<BTreeSet<Digest>, StoreError> {
    let mut named = BTreeSet::new();
    each_leaf(tx, 0, |_, leaf| {
        match opened(leaf)?.map(|recorded| recorded.event) {
            Some(Event::Evidence(EvidenceEvent::Added(item))) => {
                named.insert(item.digest);
            }
            Some(Event::Package(event)) => named.extend(event.files().iter().map(|file| file.digest)),
            _ => {}
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(named)
}
