//! What every action needs: the store, the law, who acts, and when.

use adhere_domain::law::parameters::{Law, NotInForce};
use adhere_domain::parties::organisation::PersonId;
use adhere_formats::law_data::LawData;
use adhere_store::db::Transaction;
use adhere_store::{Change, Changed, Store};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::access::Authority;
use crate::error::ActionError;
use crate::request::Request;

/// What every action needs.
#[derive(Clone, Copy, Debug)]
pub struct Context<'s> {
    /// Where everything is recorded.
    pub store: &'s Store,
    /// The law.
    pub law: &'s LawData,
    /// Who acts: the id of a person, or of the program that acts by itself.
    pub actor: &'s str,
    /// When.
    pub now: Timestamp,
    /// The day that it is for the law.
    pub today: Date,
    /// By what right the actor acts.
    pub authority: Authority,
    /// How it is asked for, where a program asks once or on a condition.
    pub request: Option<Request<'s>>,
}

impl Context<'_> {
    /// The actor, who is a person.
    pub(crate) fn person(&self) -> Result<PersonId, ActionError> {
        PersonId::parse(self.actor).ok_or_else(|| ActionError::NoPerson(self.actor.to_owned()))
    }

    /// Makes a change as the actor, now.
    pub(crate) fn change<T>(
        &self,
        body: impl FnOnce(&mut Change<'_, '_>) -> Result<T, ActionError>,
    ) -> Result<Changed<T>, ActionError> {
        self.store.change(self.now, self.actor, |change| {
            let Some(request) = self.request else { return body(change) };
            request.begin(change.tx(), self.now)?;
            let outcome = body(change)?;
            let entries = change.entries();
            request.end(change.tx(), entries, self.now)?;
            Ok(outcome)
        })
    }

    /// Changes what is not in the journal, in one transaction.
    pub(crate) fn keep<T>(
        &self,
        body: impl FnOnce(&mut Transaction<'_>) -> Result<T, ActionError>,
    ) -> Result<T, ActionError> {
        self.store.keep(|tx| {
            let Some(request) = self.request else { return body(tx) };
            request.begin(tx, self.now)?;
            let outcome = body(tx)?;
            request.end(tx, (0, 0), self.now)?;
            Ok(outcome)
        })
    }

    /// The law on a day, as known today, under the readings that ship: a register has one reading for all.
    pub fn law_on(&self, day: Date) -> Result<Law, NotInForce> {
        self.law.parameters.law(day, self.today, self.law.readings)
    }
}
