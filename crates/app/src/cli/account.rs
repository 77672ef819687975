//! `adhere account`: letting people in who sign in with a browser.

pub(super) mod arguments;

use adhere_actions::Context;
use adhere_actions::access::Secret;
use adhere_actions::access::beginning::{Begin, begin};
use adhere_actions::access::closing::{Listed, accounts, close_account};
use adhere_actions::access::inviting::{Invite, invite, invite_again};
use adhere_domain::parties::organisation::{Organisation, PersonId};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;

use self::arguments::{AccountCommand, BeginArguments, Invited};
use super::acting::{Instance, say_recorded};
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::words::Words;

/// So many accounts are read at once.
const CHUNK: u64 = 500;

/// Who begins where nobody is let in yet: the program itself.
const PROGRAM: &str = "adhere";

/// Does what a subcommand asks for.
pub(super) fn account(command: &AccountCommand) -> Result<Exit, CommandError> {
    match command {
        AccountCommand::Begin(arguments) => {
            let instance = Instance::open(&arguments.place)?;
            let changed = begin(&instance.context_of(PROGRAM), beginning(arguments)?)?;
            say_recorded(&changed)?;
            say_way_in(changed.outcome.as_ref())
        }
        AccountCommand::Invite(arguments) => {
            let instance = Instance::open(&arguments.acting.place)?;
            let changed = invite(&instance.context(&arguments.acting), invited(&arguments.invited, &[])?, None)?;
            say_recorded(&changed)?;
            say_way_in(changed.outcome.as_ref())
        }
        AccountCommand::Again { acting, person } => {
            let instance = Instance::open(&acting.place)?;
            say_way_in(Some(&invite_again(&instance.context(acting), person, None)?))
        }
        AccountCommand::Close { acting, person } => {
            let instance = Instance::open(&acting.place)?;
            say_recorded(&close_account(&instance.context(acting), person)?)?;
            Ok(Exit::Done)
        }
        AccountCommand::List { place } => list(&Instance::open(place)?.context_of(PROGRAM)),
    }
}

fn beginning(arguments: &BeginArguments) -> Result<Begin, CommandError> {
    let organisation = arguments.invited.organisation.clone();
    let name = match &arguments.organisation_name {
        Some(name) => name.clone(),
        None => named(organisation.as_str())?,
    };
    let known_as = Organisation { name, kinds: arguments.kinds.iter().copied().collect(), country: None };
    Ok(Begin { organisation, known_as, invite: invited(&arguments.invited, &[Role::Administrator])? })
}

fn invited(invited: &Invited, always: &[Role]) -> Result<Invite, CommandError> {
    let Invited { person, email, name, organisation, roles, from } = invited;
    let from = from.unwrap_or_else(clock::today);
    let grant = |role: &Role| Grant {
        person: person.clone(),
        organisation: organisation.clone(),
        role: *role,
        from,
        until: None,
        source: None,
    };
    let name = match name {
        Some(name) => name.clone(),
        None => named(person.as_str())?,
    };
    let roles = always.iter().chain(roles.iter().filter(|role| !always.contains(role))).map(grant).collect();
    Ok(Invite { person: person.clone(), name, email: email.clone(), roles })
}

fn named(id: &str) -> Result<NonEmptyText, CommandError> {
    NonEmptyText::parse(id).ok_or_else(|| anyhow::anyhow!("`{id}` is not a name").into())
}

/// Where a password is set. It opens the account: it is shown once, and kept nowhere.
fn say_way_in(secret: Option<&Secret>) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let line = match secret {
        Some(secret) => words.with("account-way-in", &[("path", format!("/invitation?key={}", secret.text()).into())]),
        None => words.text("account-has-password"),
    };
    say(&[line])?;
    Ok(Exit::Done)
}

fn list(context: &Context<'_>) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let mut after: Option<PersonId> = None;
    loop {
        let found = accounts(context, after.as_ref(), CHUNK)?;
        let Some(last) = found.last() else { return Ok(Exit::Done) };
        after = Some(last.person.clone());
        say(&found.iter().map(|listed| line(listed, &words)).collect::<Vec<_>>())?;
    }
}

fn line(listed: &Listed, words: &Words) -> String {
    let key = match listed {
        Listed { closed_at: Some(_), .. } => "account-closed",
        Listed { has_password: false, has_identity: true, .. } => "account-with-identity",
        Listed { has_password: false, invited_until: Some(_), .. } => "account-invited",
        Listed { has_password: false, .. } => "account-without-password",
        Listed { has_second_factor: true, .. } => "account-with-second-factor",
        Listed { .. } => "account-with-password",
    };
    format!("{}  {} ({})", listed.person, listed.email, words.text(key))
}

#[cfg(test)]
mod tests;
