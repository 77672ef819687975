//! The directory of parties: what may be recorded in it, and what follows from what was.
//!
//! A directory that holds the parties that a command names decides as the whole one does, but for keys: the whole set
//! of keys tells whether one is new.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::key::{Key, KeyId, KeyRecord, RevokedKey, Rotation};
use super::organisation::{Organisation, OrganisationId, Person, PersonId};
use super::refusal::PartyRefusal;
use super::role::{BindingGround, Grant, Revocation, Role};
use super::{keys, roles};
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

/// All parties with their roles and keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Organisations.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// People.
    pub people: BTreeMap<PersonId, Person>,
    /// Roles, in the order in which they were granted; those that have ended are kept.
    pub grants: Vec<Grant>,
    /// Keys; those that have ended are kept.
    pub keys: BTreeMap<KeyId, KeyRecord>,
    /// Organisations that demand a second factor of everybody who has a role for them.
    pub demanding: BTreeSet<OrganisationId>,
}

/// What someone wants to be recorded about parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyCommand {
    /// Register an organisation.
    RegisterOrganisation(OrganisationId, Organisation),
    /// Change what is known of an organisation.
    ChangeOrganisation(OrganisationId, Organisation),
    /// Register a person.
    RegisterPerson(PersonId, Person),
    /// Change what is known of a person.
    ChangePerson(PersonId, Person),
    /// Grant a role.
    Grant(Grant),
    /// Revoke a role.
    Revoke(Revocation),
    /// Demand a second factor of everybody who has a role for an organisation.
    DemandSecondFactor(OrganisationId),
    /// Leave to the instance of whom a second factor is demanded.
    LeaveSecondFactor(OrganisationId),
    /// Add a key.
    AddKey(Key),
    /// Put a key in the place of another, from the moment on from which it counts.
    RotateKey {
        /// The other.
        old: KeyId,
        /// The new one.
        new: Key,
    },
    /// Revoke a key.
    RevokeKey {
        /// The key.
        id: KeyId,
        /// From when signatures with it do not count.
        from: Timestamp,
        /// Why.
        reason: NonEmptyText,
    },
}

/// What happened to parties: what was asked for, as it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyEvent {
    /// An organisation was registered.
    OrganisationRegistered(OrganisationId, Organisation),
    /// What is known of an organisation changed.
    OrganisationChanged(OrganisationId, Organisation),
    /// A person was registered.
    PersonRegistered(PersonId, Person),
    /// What is known of a person changed.
    PersonChanged(PersonId, Person),
    /// A role was granted.
    RoleGranted(Grant),
    /// A role was revoked.
    RoleRevoked(Revocation),
    /// An organisation demands a second factor of everybody who has a role for it.
    SecondFactorDemanded(OrganisationId),
    /// An organisation leaves to the instance of whom a second factor is demanded.
    SecondFactorLeft(OrganisationId),
    /// A key was added.
    KeyAdded(Key),
    /// A key took the place of another.
    KeyRotated {
        /// The other.
        old: KeyId,
        /// The new one.
        new: Key,
    },
    /// A key was revoked.
    KeyRevoked {
        /// The key.
        id: KeyId,
        /// From when signatures with it do not count.
        from: Timestamp,
        /// Why.
        reason: NonEmptyText,
    },
}

impl PartyEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OrganisationRegistered(..) => "organisation.registered",
            Self::OrganisationChanged(..) => "organisation.changed",
            Self::PersonRegistered(..) => "person.registered",
            Self::PersonChanged(..) => "person.changed",
            Self::RoleGranted(_) => "role.granted",
            Self::RoleRevoked(_) => "role.revoked",
            Self::SecondFactorDemanded(_) => "organisation.second-factor-demanded",
            Self::SecondFactorLeft(_) => "organisation.second-factor-left",
            Self::KeyAdded(_) => "key.added",
            Self::KeyRotated { .. } => "key.rotated",
            Self::KeyRevoked { .. } => "key.revoked",
        }
    }
}

impl Directory {
    /// The events that a command leads to; none when it asks for what is already so.
    pub fn decide(&self, command: PartyCommand) -> Result<Vec<PartyEvent>, PartyRefusal> {
        match command {
            PartyCommand::RegisterOrganisation(id, organisation) => self.register_organisation(id, organisation),
            PartyCommand::ChangeOrganisation(id, organisation) => self.change_organisation(id, organisation),
            PartyCommand::RegisterPerson(id, person) => self.register_person(id, person),
            PartyCommand::ChangePerson(id, person) => self.change_person(id, person),
            PartyCommand::Grant(grant) => roles::grant(self, grant),
            PartyCommand::Revoke(revocation) => roles::revoke(self, revocation),
            PartyCommand::DemandSecondFactor(id) => self.demand_second_factor(id),
            PartyCommand::LeaveSecondFactor(id) => Ok(self.leave_second_factor(id)),
            PartyCommand::AddKey(key) => keys::add(self, key),
            PartyCommand::RotateKey { old, new } => keys::rotate(self, old, new),
            PartyCommand::RevokeKey { id, from, reason } => keys::revoke(self, id, from, reason),
        }
    }

    /// The directory after an event.
    pub fn apply(mut self, event: PartyEvent) -> Result<Self, Misfit> {
        let kind = event.kind();
        match event {
            PartyEvent::OrganisationRegistered(id, organisation)
            | PartyEvent::OrganisationChanged(id, organisation) => {
                self.organisations.insert(id, organisation);
            }
            PartyEvent::PersonRegistered(id, person) | PartyEvent::PersonChanged(id, person) => {
                self.people.insert(id, person);
            }
            PartyEvent::RoleGranted(grant) => self.grants.push(grant),
            PartyEvent::RoleRevoked(revocation) => roles::end(&mut self, &revocation)?,
            PartyEvent::SecondFactorDemanded(id) => {
                self.demanding.insert(id);
            }
            PartyEvent::SecondFactorLeft(id) => {
                self.demanding.remove(&id);
            }
            PartyEvent::KeyAdded(key) => self.insert_key(key),
            PartyEvent::KeyRotated { old, new } => {
                let record = self.keys.get_mut(&old).ok_or_else(|| Misfit::new(kind, &old))?;
                record.rotated = Some(Rotation { to: new.id.clone(), from: new.from });
                self.insert_key(new);
            }
            PartyEvent::KeyRevoked { id, from, reason } => {
                let record = self.keys.get_mut(&id).ok_or_else(|| Misfit::new(kind, &id))?;
                record.revoked = Some(RevokedKey { from, reason });
            }
        }
        Ok(self)
    }

    /// Whether a person has a role for an organisation on a day.
    pub fn has_role(&self, person: &PersonId, organisation: &OrganisationId, role: Role, day: Date) -> bool {
        self.grants.iter().any(|grant| grant.is_role_of(person, organisation, role) && grant.holds(day))
    }

    /// On what ground a person can bind an organisation on a day, if on any.
    pub fn can_bind(&self, person: &PersonId, organisation: &OrganisationId, day: Date) -> Option<BindingGround> {
        let grounds = [BindingGround::StatutoryRepresentative, BindingGround::PowerOfAttorney];
        grounds.into_iter().find(|ground| self.has_role(person, organisation, Role::MayBind(*ground), day))
    }

    fn insert_key(&mut self, key: Key) {
        self.keys.insert(key.id.clone(), KeyRecord::new(key));
    }

    fn demand_second_factor(&self, id: OrganisationId) -> Result<Vec<PartyEvent>, PartyRefusal> {
        if !self.organisations.contains_key(&id) {
            return Err(PartyRefusal::UnknownOrganisation(id));
        }
        let is_so = self.demanding.contains(&id);
        Ok(if is_so { Vec::new() } else { vec![PartyEvent::SecondFactorDemanded(id)] })
    }

    fn leave_second_factor(&self, id: OrganisationId) -> Vec<PartyEvent> {
        if self.demanding.contains(&id) { vec![PartyEvent::SecondFactorLeft(id)] } else { Vec::new() }
    }

    fn register_organisation(
        &self,
        id: OrganisationId,
        organisation: Organisation,
    ) -> Result<Vec<PartyEvent>, PartyRefusal> {
        match self.organisations.get(&id) {
            Some(known) if *known == organisation => Ok(Vec::new()),
            Some(_) => Err(PartyRefusal::OrganisationTaken(id)),
            None if organisation.kinds.is_empty() => Err(PartyRefusal::NoKind(id)),
            None => Ok(vec![PartyEvent::OrganisationRegistered(id, organisation)]),
        }
    }

    fn change_organisation(
        &self,
        id: OrganisationId,
        organisation: Organisation,
    ) -> Result<Vec<PartyEvent>, PartyRefusal> {
        match self.organisations.get(&id) {
            None => Err(PartyRefusal::UnknownOrganisation(id)),
            Some(known) if *known == organisation => Ok(Vec::new()),
            Some(_) if organisation.kinds.is_empty() => Err(PartyRefusal::NoKind(id)),
            Some(_) => Ok(vec![PartyEvent::OrganisationChanged(id, organisation)]),
        }
    }

    fn register_person(&self, id: PersonId, person: Person) -> Result<Vec<PartyEvent>, PartyRefusal> {
        match self.people.get(&id) {
            Some(known) if *known == person => Ok(Vec::new()),
            Some(_) => Err(PartyRefusal::PersonTaken(id)),
            None => Ok(vec![PartyEvent::PersonRegistered(id, person)]),
        }
    }

    fn change_person(&self, id: PersonId, person: Person) -> Result<Vec<PartyEvent>, PartyRefusal> {
        match self.people.get(&id) {
            None => Err(PartyRefusal::UnknownPerson(id)),
            Some(known) if *known == person => Ok(Vec::new()),
            Some(_) => Ok(vec![PartyEvent::PersonChanged(id, person)]),
        }
    }
}

#[cfg(test)]
mod tests;
