//! Whether somebody may do something: the one place in which every action asks. What no role allows is refused.

use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::key::KeyHolder;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::permission::{Permission, may, may_grant};
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::Store;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::projection::grant;
use adhere_store::reading::about;

use super::AccessError;
use super::trace::not_permitted;
use crate::context::Context;
use crate::error::ActionError;

/// By what right somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Whoever runs the program on the folder of the instance, or the program by itself: who may do that is for the
    /// machine to say. The rules of what is recorded hold all the same, such as that a statement is written by an editor.
    Machine,
    /// Somebody who was let in: what their roles allow.
    Roles,
}

impl Context<'_> {
    /// Whether the actor may do something for an organisation; for the one that runs the instance, where the instance
    /// itself is concerned.
    pub(crate) fn permit(
        &self,
        tx: &mut Transaction<'_>,
        permission: Permission,
        organisation: &OrganisationId,
    ) -> Result<(), ActionError> {
        match self.authority {
            Authority::Machine => Ok(()),
            Authority::Roles => {
                let person = self.person()?;
                let allowed = may(&grants_of(tx, &person)?, &person, organisation, permission, self.today);
                Ok(allowed.inspect_err(not_permitted)?)
            }
        }
    }

    /// Whether the actor may do something to the instance.
    pub(crate) fn permit_here(&self, tx: &mut Transaction<'_>, permission: Permission) -> Result<(), ActionError> {
        match self.authority {
            Authority::Machine => Ok(()),
            Authority::Roles => {
                let own = own_organisation(self.store, tx)?.ok_or(AccessError::NobodyRuns)?;
                self.permit(tx, permission, &own)
            }
        }
    }

    /// Whether the actor may grant a role for an organisation, and revoke it.
    pub(crate) fn permit_granting(
        &self,
        tx: &mut Transaction<'_>,
        role: Role,
        organisation: &OrganisationId,
    ) -> Result<(), ActionError> {
        match self.authority {
            Authority::Machine => Ok(()),
            Authority::Roles => {
                let person = self.person()?;
                let grants = grants_of(tx, &person)?;
                let there = may_grant(&grants, &person, organisation, role, self.today);
                // Whoever administers the instance lets the first people of every organisation in.
                let allowed = match (there, own_organisation(self.store, tx)?) {
                    (Err(_), Some(own)) => may(&grants, &person, &own, Permission::KeepParties, self.today),
                    (there, _) => there,
                };
                Ok(allowed.inspect_err(not_permitted)?)
            }
        }
    }
}

/// The roles of a person.
pub fn grants_of(tx: &mut Transaction<'_>, person: &PersonId) -> Result<Vec<Grant>, ActionError> {
    Ok(grant::of_person(tx, person).map_err(adhere_store::StoreError::from)?)
}

/// The organisation that runs the instance: the one with whose key it signs.
pub fn own_organisation(store: &Store, tx: &mut Transaction<'_>) -> Result<Option<OrganisationId>, ActionError> {
    let key = subject::public_key(store.keys().author.public().bytes());
    let added = about(tx, Area::Party, &[key])?.into_iter().filter_map(|recorded| match recorded.event {
        Event::Party(PartyEvent::KeyAdded(key) | PartyEvent::KeyRotated { new: key, .. }) => Some(key.holder),
        _ => None,
    });
    let mut holders = added.filter_map(|holder| match holder {
        KeyHolder::Organisation(organisation) => Some(organisation),
        KeyHolder::Person(_) => None,
    });
    Ok(holders.next_back())
}
