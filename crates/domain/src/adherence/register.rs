//! The register: who declared adherence to which code, in what scope, signed by whom, and what became of it; and apart
//! from that who is listed by whom.
//!
//! `decide` needs only what is recorded of the provider and the code that a command names; `standing_on` answers for
//! any day, with what was recorded until any moment.

pub mod event;
pub mod life;
pub mod refusal;

mod change;
pub mod declare;
mod end;
mod signature;

pub mod standing;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::end::Comparisons;
use self::event::{Interest, Listing, RegisterCommand, RegisterEvent};
use self::life::{AdherenceId, Life};
use self::refusal::RegisterRefusal;
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::publication::{Publication, Publications};
use crate::law::obligation::Obligations;
use crate::law::parameters::Law;
use crate::law::truth::Truth;
use crate::parties::directory::Directory;
use crate::parties::organisation::OrganisationId;
use crate::recorded::Misfit;

/// Everything in the register, or what there is of one provider and one code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Adherences; those that have ended are kept.
    pub lives: BTreeMap<AdherenceId, Life>,
    /// Interests declared in a full code, in the order of their declaration.
    pub interests: Vec<Interest>,
    /// What others list, in the order in which it was recorded.
    pub listings: Vec<Listing>,
}

/// What a decision about the register rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// Who there is, and who can bind whom.
    pub directory: &'a Directory,
    /// Which versions of codes are published.
    pub publications: &'a Publications,
    /// The versions that the command is about.
    pub codes: &'a [Code],
    /// The provider's models, as the law sees them on the first day of what is declared.
    pub models: &'a BTreeMap<PartId, ModelPosition>,
    /// The law on that day.
    pub law: &'a Law,
    /// The day of recording.
    pub today: Date,
}

/// What the law says of a model, as far as adherence turns on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelPosition {
    /// Whether it presents systemic risk.
    pub systemic_risk: Truth,
    /// The obligations that bind its provider or will.
    pub relevant: Obligations,
}

impl Register {
    /// The events that a command leads to; none when it asks for what is already so.
    pub fn decide(&self, command: RegisterCommand, basis: &Basis<'_>) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        match command {
            RegisterCommand::Declare(declaration) => declare::declare(self, declaration, basis),
            RegisterCommand::Change(change) => change::change(self, change, basis),
            RegisterCommand::Withdraw(withdrawal) => end::withdraw(self, withdrawal, basis),
            RegisterCommand::Succeed { id, to } => end::succeed(self, id, &to, basis, &mut Comparisons::default()),
            RegisterCommand::DeclareInterest(interest) => self.declare_interest(interest, basis),
            RegisterCommand::List(listing) => self.list(listing, basis),
        }
    }

    /// The events to which a version leads that says what becomes of adherence to the one before it. Of each pair of
    /// versions the codes are compared once, however many adhere.
    pub fn succeed_all(&self, next: &Publication, basis: &Basis<'_>) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        end::succeed_all(self, next, basis)
    }

    /// The register after an event.
    pub fn apply(mut self, event: RegisterEvent) -> Result<Self, Misfit> {
        let kind = event.kind();
        match event {
            RegisterEvent::Declared(declaration) => {
                let id = declaration.id.clone();
                if self.lives.insert(id.clone(), Life::new(declaration)).is_some() {
                    return Err(Misfit::new(kind, &id));
                }
            }
            RegisterEvent::Changed(change) => self.evolve(kind, &change.id.clone(), |life| life.change(change))?,
            RegisterEvent::Passed(passage) => self.evolve(kind, &passage.id.clone(), |life| life.pass(&passage))?,
            RegisterEvent::Withdrawn(withdrawal) => {
                self.evolve(kind, &withdrawal.id.clone(), |life| life.withdraw(withdrawal))?;
            }
            RegisterEvent::Ended(ending) => self.evolve(kind, &ending.id.clone(), |life| life.end(ending))?,
            RegisterEvent::InterestDeclared(interest) => self.interests.push(interest),
            RegisterEvent::Listed(listing) => self.listings.push(listing),
        }
        Ok(self)
    }

    fn evolve(
        &mut self,
        kind: &'static str,
        id: &AdherenceId,
        step: impl FnOnce(Life) -> Option<Life>,
    ) -> Result<(), Misfit> {
        let next = self.lives.remove(id).and_then(step).ok_or_else(|| Misfit::new(kind, id))?;
        self.lives.insert(id.clone(), next);
        Ok(())
    }

    /// Whether a provider has declared its interest to join a full code by a day.
    ///
    /// The Act does not say how an interest ends: here it lasts until the provider withdraws an adherence to the code,
    /// from the first day on which that one no longer holds.
    pub fn is_interested(&self, provider: &OrganisationId, code: &PartId, day: Date) -> bool {
        let withdrawals = self.lives_of(provider, code).filter_map(|(_, life)| life.withdrawn_from());
        let last_withdrawal = withdrawals.filter(|from| *from <= day).max();
        let mut interests = self.interests.iter().filter(|it| it.provider == *provider && it.code == *code);
        interests.any(|it| it.signed.on <= day && last_withdrawal.is_none_or(|withdrawn| withdrawn <= it.signed.on))
    }

    /// The adherences of a provider to a code.
    pub fn lives_of(&self, provider: &OrganisationId, code: &PartId) -> impl Iterator<Item = (&AdherenceId, &Life)> {
        self.lives.iter().filter(|(_, life)| life.is_of(provider, code))
    }

    /// Art. 56(7): the interest in the full code is declared explicitly, by someone who can bind the provider.
    ///
    /// An interest to join is not joining: an adherence that is limited stays so until the provider changes it.
    fn declare_interest(&self, interest: Interest, basis: &Basis<'_>) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        if self.interests.contains(&interest) {
            return Ok(Vec::new());
        }
        signature::check(&interest.signed, &interest.provider, basis)?;
        if basis.publications.versions(&interest.code).is_empty() {
            return Err(RegisterRefusal::UnknownCode(interest.code));
        }
        Ok(vec![RegisterEvent::InterestDeclared(interest)])
    }

    /// What a source says is recorded with its day, whatever is declared here.
    fn list(&self, listing: Listing, basis: &Basis<'_>) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        if self.listings.contains(&listing) {
            return Ok(Vec::new());
        }
        if !basis.directory.organisations.contains_key(&listing.provider) {
            return Err(RegisterRefusal::UnknownProvider(listing.provider));
        }
        if basis.today < listing.as_of {
            return Err(RegisterRefusal::ListedAhead { as_of: listing.as_of, today: basis.today });
        }
        match listing.since.filter(|since| listing.as_of < *since) {
            Some(since) => Err(RegisterRefusal::ListedBeforeSince { as_of: listing.as_of, since }),
            None => Ok(vec![RegisterEvent::Listed(listing)]),
        }
    }
}

#[cfg(test)]
mod fixtures;

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests;
