//! `adhere party`: organisations, people, their roles and keys.

pub(super) mod arguments;

use adhere_actions::party::{everyone, record};
use adhere_domain::parties::directory::{Directory, PartyCommand as Command};
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::{Organisation, Person};
use adhere_domain::parties::role::{Grant, Revocation};

use self::arguments::{
    KeyArguments, KeyCommand, OrganisationArguments, OrganisationCommand, PartyCommand, PersonArguments, PersonCommand,
    RoleArguments, RoleCommand,
};
use super::acting::{Acting, Instance, say_recorded};
use super::store::arguments::Place;
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;

/// Does what a subcommand asks for.
pub(super) fn party(command: &PartyCommand) -> Result<Exit, CommandError> {
    match command {
        PartyCommand::Organisation(command) => organisation(command),
        PartyCommand::Person(command) => person(command),
        PartyCommand::Role(command) => role(command),
        PartyCommand::Key(command) => key(command),
    }
}

fn done(acting: &Acting, command: Command) -> Result<Exit, CommandError> {
    let instance = Instance::open(&acting.place)?;
    say_recorded(&record(&instance.context(acting), command)?)?;
    Ok(Exit::Done)
}

fn listed(place: &Place, lines: impl FnOnce(&Directory) -> Vec<String>) -> Result<Exit, CommandError> {
    let directory = Instance::open(place)?.store.read(everyone)?;
    let lines = lines(&directory);
    write_to(None, |out| Ok(lines.iter().try_for_each(|line| writeln!(out, "{line}"))?))?;
    Ok(Exit::Done)
}

fn organisation(command: &OrganisationCommand) -> Result<Exit, CommandError> {
    let given = |arguments: &OrganisationArguments| Organisation {
        name: arguments.name.clone(),
        kinds: arguments.kinds.iter().copied().collect(),
        country: arguments.country,
    };
    match command {
        OrganisationCommand::Register(arguments) => {
            done(&arguments.acting, Command::RegisterOrganisation(arguments.id.clone(), given(arguments)))
        }
        OrganisationCommand::Change(arguments) => {
            done(&arguments.acting, Command::ChangeOrganisation(arguments.id.clone(), given(arguments)))
        }
        OrganisationCommand::List { place } => listed(place, |directory| {
            let line = |(id, known): (_, &Organisation)| {
                let kinds = known.kinds.iter().map(|kind| kind.id()).collect::<Vec<_>>().join(", ");
                let country = known.country.map(|country| format!(", {country}")).unwrap_or_default();
                format!("{id}  {} ({kinds}{country})", known.name)
            };
            directory.organisations.iter().map(line).collect()
        }),
    }
}

fn person(command: &PersonCommand) -> Result<Exit, CommandError> {
    let given = |arguments: &PersonArguments| Person { name: arguments.name.clone() };
    match command {
        PersonCommand::Register(arguments) => {
            done(&arguments.acting, Command::RegisterPerson(arguments.id.clone(), given(arguments)))
        }
        PersonCommand::Change(arguments) => {
            done(&arguments.acting, Command::ChangePerson(arguments.id.clone(), given(arguments)))
        }
        PersonCommand::List { place } => listed(place, |directory| {
            directory.people.iter().map(|(id, known)| format!("{id}  {}", known.name)).collect()
        }),
    }
}

fn role(command: &RoleCommand) -> Result<Exit, CommandError> {
    match command {
        RoleCommand::Grant { role, until, source } => {
            let RoleArguments { acting, person, organisation, role, from } = role;
            let (person, organisation, from) =
                (person.clone(), organisation.clone(), from.unwrap_or_else(clock::today));
            let (until, source) = (*until, source.clone());
            done(acting, Command::Grant(Grant { person, organisation, role: *role, from, until, source }))
        }
        RoleCommand::Revoke { role, reason } => {
            let RoleArguments { acting, person, organisation, role, from } = role;
            let (person, organisation, from) =
                (person.clone(), organisation.clone(), from.unwrap_or_else(clock::today));
            let reason = reason.clone();
            done(acting, Command::Revoke(Revocation { person, organisation, role: *role, from, reason }))
        }
        RoleCommand::List { place } => listed(place, |directory| {
            let line = |grant: &Grant| {
                let until = grant.until.map(|until| format!(" – {until}")).unwrap_or_default();
                format!("{}  {}  {}  {}{until}", grant.organisation, grant.person, grant.role.id(), grant.from)
            };
            directory.grants.iter().map(line).collect()
        }),
    }
}

fn key(command: &KeyCommand) -> Result<Exit, CommandError> {
    match command {
        KeyCommand::Add(arguments) => done(&arguments.acting, Command::AddKey(given_key(arguments)?)),
        KeyCommand::Rotate { old, new } => {
            done(&new.acting, Command::RotateKey { old: old.clone(), new: given_key(new)? })
        }
        KeyCommand::Revoke { acting, id, from, reason } => {
            let (id, from) = (id.clone(), from.unwrap_or_else(clock::now));
            done(acting, Command::RevokeKey { id, from, reason: reason.clone() })
        }
        KeyCommand::List { place } => listed(place, |directory| {
            let line = |(id, known): (_, &adhere_domain::parties::key::KeyRecord)| {
                let holder = match &known.key.holder {
                    KeyHolder::Person(id) => id.to_string(),
                    KeyHolder::Organisation(id) => id.to_string(),
                };
                let revoked = known.revoked.as_ref().map(|revoked| revoked.from);
                let rotated = known.rotated.as_ref().map(|rotation| rotation.from);
                let ended = [known.key.until, rotated, revoked].into_iter().flatten().min();
                let ended = ended.map(|at| format!(" – {at}")).unwrap_or_default();
                format!("{id}  {holder}  {}{ended}", known.key.from)
            };
            directory.keys.iter().map(line).collect()
        }),
    }
}

fn given_key(arguments: &KeyArguments) -> Result<Key, CommandError> {
    let holder = match (&arguments.person, &arguments.organisation) {
        (Some(person), _) => KeyHolder::Person(person.clone()),
        (None, Some(organisation)) => KeyHolder::Organisation(organisation.clone()),
        // The command line asks for one of both.
        (None, None) => return Err(anyhow::anyhow!("nobody holds the key; name a person or an organisation").into()),
    };
    Ok(Key {
        id: arguments.id.clone(),
        holder,
        public: *arguments.public.as_bytes(),
        from: arguments.from.unwrap_or_else(clock::now),
        until: arguments.until,
    })
}
