//! Open connections kept for the next who needs one. How many are open follows from how many are used at once.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::DbError;

/// Connections to one database.
pub(super) struct Pool<C> {
    open: Box<dyn Fn() -> Result<C, DbError> + Send + Sync>,
    idle: Mutex<Vec<C>>,
    used: AtomicUsize,
}

/// A connection counts as used until this goes, whatever becomes of its borrower.
struct Used<'p>(&'p AtomicUsize);

impl Drop for Used<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Whether a connection can be used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Soundness {
    Sound,
    Broken,
}

impl<C> Pool<C> {
    pub(super) fn new(open: impl Fn() -> Result<C, DbError> + Send + Sync + 'static) -> Self {
        Self { open: Box::new(open), idle: Mutex::default(), used: AtomicUsize::new(0) }
    }

    /// Lends a connection. A broken one, or one whose borrower panicked, is closed.
    pub(super) fn with<T>(&self, borrow: impl FnOnce(&mut C) -> (T, Soundness)) -> Result<T, DbError> {
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match kept {
            Some(connection) => connection,
            None => (self.open)()?,
        };
        self.used.fetch_add(1, Ordering::Relaxed);
        let _used = Used(&self.used);
        let (outcome, soundness) = borrow(&mut connection);
        if soundness == Soundness::Sound {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
        Ok(outcome)
    }

    /// Lends a connection of its own, which is closed afterwards.
    pub(super) fn aside<T>(&self, borrow: impl FnOnce(&mut C) -> T) -> Result<T, DbError> {
        let mut connection = (self.open)()?;
        self.used.fetch_add(1, Ordering::Relaxed);
        let _used = Used(&self.used);
        Ok(borrow(&mut connection))
    }

    /// How many connections are used, and how many are kept for the next.
    pub(super) fn size(&self) -> (usize, usize) {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).len();
        (self.used.load(Ordering::Relaxed), idle)
    }
}

impl<C> fmt::Debug for Pool<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").finish_non_exhaustive()
    }
}
