//! Beginning: the organisation that runs the instance, whose key it signs with, and its first administrator.

use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::{Organisation, OrganisationId};
use adhere_domain::parties::permission::Permission;
use adhere_store::Changed;
use adhere_store::event::subject;

use super::inviting::{Invite, address, invite_within};
use super::{AccessError, Secret, own_organisation};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::{decide, directory};

/// Who runs the instance, and who is let in first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    /// The organisation.
    pub organisation: OrganisationId,
    /// What it is; needed where it is not registered yet.
    pub known_as: Organisation,
    /// The first person, with roles.
    pub invite: Invite,
}

/// Registers the organisation that runs the instance with the key of the instance, and invites its first administrator.
pub fn begin(context: &Context<'_>, command: Begin) -> Result<Changed<Option<Secret>>, ActionError> {
    let Begin { organisation, known_as, invite } = command;
    let email = address(&invite.email)?;
    context.change(|change| {
        context.permit_here(change.tx(), Permission::KeepParties)?;
        let named = [subject::organisation(&organisation)];
        if !directory(change.tx(), &named)?.organisations.contains_key(&organisation) {
            decide(change, PartyCommand::RegisterOrganisation(organisation.clone(), known_as))?;
        }
        match own_organisation(context.store, change.tx())? {
            Some(own) if own == organisation => {}
            Some(own) => return Err(AccessError::OtherRuns(own).into()),
            None => decide(change, PartyCommand::AddKey(author_key(context, &organisation, change.at())?))?,
        }
        invite_within(context, change, invite, &email, None)
    })
}

/// The key with which the instance signs, held by an organisation.
fn author_key(context: &Context<'_>, organisation: &OrganisationId, from: jiff::Timestamp) -> Result<Key, ActionError> {
    let public = *context.store.keys().author.public().bytes();
    let id = adhere_domain::id::Id::parse(&format!("{organisation}-author"));
    let id = id.ok_or_else(|| AccessError::LongId(organisation.clone()))?;
    Ok(Key { id, holder: KeyHolder::Organisation(organisation.clone()), public, from, until: None })
}
