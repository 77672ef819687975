//! Faults that tests put into commits: every write must survive both a commit that failed and was not saved, and one
//! that failed and was.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{DbError, EngineError};

/// What happens to the next commit of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitFault {
    /// It fails before anything is saved.
    FailedNotSaved,
    /// It is saved, and then an error is reported.
    FailedButSaved,
}

/// The fault to come, if any.
#[derive(Debug, Default)]
pub struct Faults {
    next: Mutex<Option<CommitFault>>,
}

impl Faults {
    /// Lets the next commit of a write fail.
    pub fn set(&self, fault: CommitFault) {
        *self.next() = Some(fault);
    }

    /// Whether the fault set last has not come about yet.
    pub fn is_pending(&self) -> bool {
        self.next().is_some()
    }

    pub(super) fn around(&self, commit: impl FnOnce() -> Result<(), DbError>) -> Result<(), DbError> {
        let fault = self.next().take();
        match fault {
            None => commit(),
            Some(CommitFault::FailedNotSaved) => Err(DbError::CommitUnknown(EngineError::Fault)),
            Some(CommitFault::FailedButSaved) => {
                commit()?;
                Err(DbError::CommitUnknown(EngineError::Fault))
            }
        }
    }

    fn next(&self) -> MutexGuard<'_, Option<CommitFault>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
