//! Guesses: each is counted before what was shown is looked at, so that many at once are no more than many in a row.

use adhere_store::StoreError;
use adhere_store::access::attempt;
use adhere_store::db::Transaction;
use jiff::SignedDuration;

use super::AccessError;
use super::trace::{self, Because, Way, Who};
use crate::context::Context;
use crate::error::ActionError;

/// The window in which is counted how often it was tried.
pub(super) const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// So often an account can be tried in a window.
pub(super) const MOST_FOR_ACCOUNT: u64 = 10;
/// So often it can be tried from one place in a window.
pub(super) const MOST_FROM_PLACE: u64 = 60;

/// What guesses are counted for, and how many there may be.
pub(super) struct Counted {
    /// What is guessed at, such as one account: forgotten when a guess is right.
    pub(super) target: String,
    /// Where guesses come from, if that counts as well.
    pub(super) place: Option<String>,
}

impl Counted {
    /// Counts a guess.
    ///
    /// # Errors
    /// [`AccessError::NotLetIn`]: there were too many.
    pub(super) fn begin(
        &self,
        tx: &mut Transaction<'_>,
        context: &Context<'_>,
        who: &Who,
        way: Way,
    ) -> Result<(), ActionError> {
        let since = context.now - WINDOW;
        let place = self.place.as_ref().map(|place| (place, MOST_FROM_PLACE));
        let all = || [(&self.target, MOST_FOR_ACCOUNT)].into_iter().chain(place);
        for (what, most) in all() {
            if attempt::count(tx, what, since).map_err(StoreError::from)? >= most {
                trace::not_let_in(who, way, Because::TooManyGuesses);
                return Err(AccessError::NotLetIn.into());
            }
        }
        all().try_for_each(|(what, _)| Ok(attempt::add(tx, what, context.now, since).map_err(StoreError::from)?))
    }

    /// Counts a guess that was right no longer.
    pub(super) fn was_right(&self, tx: &mut Transaction<'_>) -> Result<(), ActionError> {
        attempt::clear(tx, &self.target).map_err(StoreError::from)?;
        let back = |place: &String| attempt::take_back(tx, place);
        Ok(self.place.as_ref().map_or(Ok(()), back).map_err(StoreError::from)?)
    }
}
