//! Erasing what opens private entries: the commitments stay in the log, what they are to is gone.
//!
//! Which entries can go together without bringing back what they ended is for the caller to know.

use std::collections::BTreeSet;

use adhere_domain::text::NonEmptyText;

use crate::change::Change;
use crate::db::statement;
use crate::error::StoreError;
use crate::event::{Event, InstanceEvent};
use crate::journal::number;
use crate::projection;

impl Change<'_, '_> {
    /// Erases what opens some entries and everything that followed from it, and records that, and why.
    ///
    /// All of it is one transaction: whoever crashes in between finds everything as it was. After it the file of the
    /// database is written anew, so that nothing of it is left between the rows.
    pub fn erase(&mut self, origin: &str, entries: BTreeSet<u64>, reason: NonEmptyText) -> Result<u64, StoreError> {
        for entry_id in &entries {
            let erased = self.tx().execute(statement!("journal/erase_opening"), &[number(*entry_id)])?;
            if erased != 1 {
                return Err(StoreError::NothingToErase { entry_id: *entry_id });
            }
        }
        let event = InstanceEvent::Erased { origin: origin.to_owned(), entries, reason };
        let entry_id = self.record(Event::Instance(event))?;
        projection::rebuild(self.tx())?;
        self.scrubs()?;
        Ok(entry_id)
    }
}
