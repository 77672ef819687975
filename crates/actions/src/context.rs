//! What every action needs: the store, who acts, and when.

use adhere_store::{Change, Changed, Store};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::error::ActionError;

/// What every action needs.
#[derive(Clone, Copy, Debug)]
pub struct Context<'s> {
    /// Where everything is recorded.
    pub store: &'s Store,
    /// Who acts: the id of a person, or of the program that acts by itself.
    pub actor: &'s str,
    /// When.
    pub now: Timestamp,
    /// The day that it is for the law.
    pub today: Date,
}

impl Context<'_> {
    /// Makes a change as the actor, now.
    pub(crate) fn change<T>(
        &self,
        body: impl FnOnce(&mut Change<'_, '_>) -> Result<T, ActionError>,
    ) -> Result<Changed<T>, ActionError> {
        self.store.change(self.now, self.actor, body)
    }
}
