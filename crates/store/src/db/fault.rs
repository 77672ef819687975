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

/// The fault to come, if any, and how many commits go well before it.
#[derive(Debug, Default)]
pub struct Faults {
    next: Mutex<Option<(u32, CommitFault)>>,
}

impl Faults {
    /// Lets the next commit of a write fail.
    pub fn set(&self, fault: CommitFault) {
        self.set_after(0, fault);
    }

    /// Lets so many commits of writes go well, and the one after them fail.
    pub fn set_after(&self, commits: u32, fault: CommitFault) {
        *self.next() = Some((commits, fault));
    }

    /// Whether the fault set last has not come about yet.
    pub fn is_pending(&self) -> bool {
        self.next().is_some()
    }

    pub(super) fn around(&self, commit: impl FnOnce() -> Result<(), DbError>) -> Result<(), DbError> {
        match self.take() {
            None => commit(),
            Some(CommitFault::FailedNotSaved) => Err(DbError::CommitUnknown(EngineError::Fault)),
            Some(CommitFault::FailedButSaved) => {
                commit()?;
                Err(DbError::CommitUnknown(EngineError::Fault))
            }
        }
    }

    /// The fault of this commit, if it is its turn.
    fn take(&self) -> Option<CommitFault> {
        let mut next = self.next();
        match next.take()? {
            (0, fault) => Some(fault),
            (commits, fault) => {
                *next = Some((commits - 1, fault));
                None
            }
        }
    }

    fn next(&self) -> MutexGuard<'_, Option<(u32, CommitFault)>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
