//! Turns: passwords are looked at by a few threads at once, since each look costs 19 MiB and work on purpose.
//!
//! Who finds too many others waiting is told to come back, before anything is counted or looked at.

use std::num::NonZero;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use super::AccessError;

/// So many wait for a turn at most, for each that has one.
const WAITING_FOR_EACH: usize = 32;

/// The turns of this program: as many at once as the machine has cores.
static TURNS: LazyLock<Turns> = LazyLock::new(|| {
    let at_once = available_parallelism().map_or(1, NonZero::get);
    Turns::new(at_once, at_once.saturating_mul(WAITING_FOR_EACH))
});

/// How many have a turn, and how many wait for one.
struct Turns {
    at_once: usize,
    waiting_at_most: usize,
    taken: Mutex<Taken>,
    given_back: Condvar,
}

#[derive(Clone, Copy, Default)]
struct Taken {
    turns: usize,
    waiting: usize,
}

/// A turn to look at passwords, given back when it is dropped.
pub(super) struct Turn<'t>(&'t Turns);

impl Turn<'static> {
    /// Waits for a turn.
    ///
    /// # Errors
    /// [`AccessError::Crowded`]: too many wait already.
    pub(super) fn take() -> Result<Self, AccessError> {
        TURNS.take()
    }
}

impl Turns {
    const fn new(at_once: usize, waiting_at_most: usize) -> Self {
        let taken = Mutex::new(Taken { turns: 0, waiting: 0 });
        Self { at_once, waiting_at_most, taken, given_back: Condvar::new() }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        // The two numbers are right after every statement: a panic elsewhere leaves nothing half done.
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Result<Turn<'_>, AccessError> {
        let mut taken = self.taken();
        if taken.turns >= self.at_once {
            if taken.waiting >= self.waiting_at_most {
                return Err(AccessError::Crowded);
            }
            taken.waiting += 1;
            let is_full = |taken: &mut Taken| taken.turns >= self.at_once;
            taken = self.given_back.wait_while(taken, is_full).unwrap_or_else(PoisonError::into_inner);
            taken.waiting -= 1;
        }
        taken.turns += 1;
        Ok(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.taken().turns -= 1;
        self.0.given_back.notify_one();
    }
}

#[cfg(test)]
mod tests;
