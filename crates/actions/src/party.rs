//! Registering organisations and people, granting roles, and adding keys.

use adhere_domain::parties::directory::{Directory, PartyCommand};
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::{Grant, Revocation};
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, Recorded, subject};
use adhere_store::reading::{about, all};
use adhere_store::{Change, Changed};

use crate::context::Context;
use crate::error::ActionError;

/// Records what is asked for; nothing when it is so already.
pub fn record(context: &Context<'_>, command: PartyCommand) -> Result<Changed<()>, ActionError> {
    context.change(|change| {
        permit(context, change.tx(), &command)?;
        decide(change, command)
    })
}

/// Whether the actor may record what is asked for.
fn permit(context: &Context<'_>, tx: &mut Transaction<'_>, command: &PartyCommand) -> Result<(), ActionError> {
    match command {
        PartyCommand::Grant(Grant { role, organisation, .. })
        | PartyCommand::Revoke(Revocation { role, organisation, .. }) => {
            context.permit_granting(tx, *role, organisation)
        }
        PartyCommand::DemandSecondFactor(organisation) | PartyCommand::LeaveSecondFactor(organisation) => {
            context.permit(tx, Permission::KeepPeople, organisation)
        }
        PartyCommand::RegisterOrganisation(..)
        | PartyCommand::ChangeOrganisation(..)
        | PartyCommand::RegisterPerson(..)
        | PartyCommand::ChangePerson(..)
        | PartyCommand::AddKey(_)
        | PartyCommand::RotateKey { .. }
        | PartyCommand::RevokeKey { .. } => context.permit_here(tx, Permission::KeepParties),
    }
}

/// Records what is asked for as a part of a change.
pub(crate) fn decide(change: &mut Change<'_, '_>, command: PartyCommand) -> Result<(), ActionError> {
    let directory = directory(change.tx(), &named(&command))?;
    let events = directory.decide(command)?;
    Ok(events.into_iter().try_for_each(|event| change.record(Event::Party(event)).map(|_| ()))?)
}

/// What was recorded of some parties.
pub(crate) fn directory(tx: &mut Transaction<'_>, subjects: &[String]) -> Result<Directory, ActionError> {
    directory_of(about(tx, Area::Party, subjects)?)
}

/// What was recorded of an organisation, with its keys and what became of them.
pub fn known(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<Directory, ActionError> {
    let own = subject::organisation(organisation);
    let keys = directory(tx, std::slice::from_ref(&own))?.keys;
    let subjects: Vec<String> = keys.keys().map(subject::key).chain([own]).collect();
    directory(tx, &subjects)
}

/// All parties.
pub fn everyone(tx: &mut Transaction<'_>) -> Result<Directory, ActionError> {
    directory_of(all(tx, Area::Party)?)
}

fn directory_of(history: Vec<Recorded>) -> Result<Directory, ActionError> {
    let mut directory = Directory::default();
    for recorded in history {
        if let Event::Party(event) = recorded.event {
            directory = directory.apply(event)?;
        }
    }
    Ok(directory)
}

/// Whom and what a command names: what was recorded of these decides on it.
fn named(command: &PartyCommand) -> Vec<String> {
    match command {
        PartyCommand::RegisterOrganisation(id, _)
        | PartyCommand::ChangeOrganisation(id, _)
        | PartyCommand::DemandSecondFactor(id)
        | PartyCommand::LeaveSecondFactor(id) => {
            vec![subject::organisation(id)]
        }
        PartyCommand::RegisterPerson(id, _) | PartyCommand::ChangePerson(id, _) => vec![subject::person(id)],
        PartyCommand::Grant(Grant { person, organisation, .. })
        | PartyCommand::Revoke(Revocation { person, organisation, .. }) => {
            vec![subject::person(person), subject::organisation(organisation)]
        }
        PartyCommand::AddKey(key) => named_by(key),
        PartyCommand::RotateKey { old, new } => [named_by(new), vec![subject::key(old)]].concat(),
        PartyCommand::RevokeKey { id, .. } => vec![subject::key(id)],
    }
}

fn named_by(key: &Key) -> Vec<String> {
    let holder = match &key.holder {
        KeyHolder::Person(id) => subject::person(id),
        KeyHolder::Organisation(id) => subject::organisation(id),
    };
    vec![holder, subject::key(&key.id), subject::public_key(&key.public)]
}
