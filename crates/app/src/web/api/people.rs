//! People and organisations: who has which role, inviting people, granting and revoking roles, and who there is.

use std::collections::BTreeSet;

use adhere_actions::ActionError;
use adhere_actions::access::Secret;
use adhere_actions::access::inviting::{Invite, WriteLetter, invite, invite_again};
use adhere_actions::party::record;
use adhere_domain::law::country::Country;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationId, OrganisationKind, PersonId};
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::{Grant, Revocation, Role};
use adhere_domain::text::NonEmptyText;
use adhere_store::db::{DbError, Transaction};
use adhere_store::projection::{grant, organisation};
use adhere_store::{Changed, StoreError};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Condition, Gives, LIMIT, Operation, Takes};
use super::paging::Listed;
use super::parties;
use super::reply::Reply;
use crate::web::error::Problem;

const ROLES: &str = "/api/v1/organisations/{organisation}/roles";

/// A role of somebody.
#[derive(Serialize, JsonSchema)]
struct GrantWire {
    /// Who has it.
    person: String,
    /// What the person is called; nothing where that was erased.
    name: Option<String>,
    /// The role.
    role: &'static str,
    /// First day.
    from: String,
    /// First day no longer, if it ends.
    until: Option<String>,
}

/// An organisation.
#[derive(Serialize, JsonSchema)]
struct OrganisationWire {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// What it is: `provider`, `deployer`, `facilitator`, `authority` or `other`.
    kinds: Vec<&'static str>,
    /// Where it is established (ISO 3166-1 alpha-2), if that is known.
    country: Option<String>,
}

/// Who is invited.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InviteBody {
    /// The id of the person.
    person: String,
    /// What the person is called.
    name: String,
    /// The address of the person.
    email: String,
    /// The roles that the person gets.
    roles: Vec<String>,
}

/// Who is invited again.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AgainBody {
    /// The person.
    person: String,
}

/// A role that is granted from today on, or revoked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RoleBody {
    /// Who.
    person: String,
    /// The role.
    role: String,
    /// Where it is shown that it is granted, or why it is revoked.
    because: Option<String>,
}

/// What an organisation is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OrganisationBody {
    /// Its name.
    name: String,
    /// What it is: `provider`, `deployer`, `facilitator`, `authority` or `other`.
    kinds: Vec<String>,
    /// Where it is established (ISO 3166-1 alpha-2), if that is known.
    country: Option<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    let (keep, parties) = (Permission::KeepPeople, Permission::KeepParties);
    vec![
        Operation::read(
            "people",
            "/api/v1/organisations/{organisation}/people",
            ("listPeople", "List who has which role, those that have ended too"),
            Gives::json::<Listed<GrantWire>>(),
            people,
        )
        .with(&[AFTER, LIMIT])
        .to(keep),
        Operation::write(
            "people",
            (Method::POST, "/api/v1/organisations/{organisation}/invitations"),
            ("invite", "Invite somebody with roles; without letters, the way in is answered once"),
            Takes::json::<InviteBody>(),
            invited,
        )
        .on(Condition::Heeded)
        .to(keep),
        Operation::write(
            "people",
            (Method::POST, "/api/v1/organisations/{organisation}/invitations/again"),
            ("inviteAgain", "Make a new way in for somebody who never set a password"),
            Takes::json::<AgainBody>(),
            invited_again,
        )
        .on(Condition::Heeded)
        .to(keep),
        Operation::write("people", (Method::POST, ROLES), ("grantRole", "Grant a role from today on"), role(), granted)
            .on(Condition::Heeded)
            .to(keep),
        Operation::write(
            "people",
            (Method::POST, "/api/v1/organisations/{organisation}/roles/revocation"),
            ("revokeRole", "Revoke a role from today on"),
            role(),
            revoked,
        )
        .on(Condition::Heeded)
        .to(keep),
        Operation::read(
            "parties",
            "/api/v1/parties",
            ("listOrganisations", "List all organisations"),
            Gives::json::<Listed<OrganisationWire>>(),
            organisations,
        )
        .with(&[AFTER, LIMIT])
        .to(parties),
        Operation::write(
            "parties",
            (Method::PUT, "/api/v1/parties/{party}"),
            ("keepOrganisation", "Register an organisation, or change what is known of one"),
            Takes::json::<OrganisationBody>(),
            keep_organisation,
        )
        .on(Condition::Heeded)
        .to(parties),
    ]
}

fn role() -> Takes {
    Takes::json::<RoleBody>()
}

fn location(call: &Call<'_>) -> Result<String, Problem> {
    Ok(format!("/api/v1/organisations/{}/people", call.organisation()?))
}

fn people(call: &Call<'_>) -> Result<Reply, Problem> {
    let organisation = call.organisation()?;
    let grants = call.page.service.store.read(|tx| grants(tx, organisation).map_err(StoreError::from))?;
    call.page_of(grants, |grant| format!("{} {} {}", grant.person, grant.role, grant.from))
}

/// Who has which role, as it is read.
fn grants(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<Listed<GrantWire>, DbError> {
    let wire = |(grant, name): (Grant, Option<NonEmptyText>)| GrantWire {
        person: grant.person.to_string(),
        name: name.map(|name| name.to_string()),
        role: grant.role.id(),
        from: grant.from.to_string(),
        until: grant.until.map(|day| day.to_string()),
    };
    let items = grant::of_organisation(tx, organisation)?.into_iter().map(wire).collect();
    Ok(Listed { items, next: None })
}

/// The same as it is now, for whoever changes what they have seen.
fn current(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<Option<Vec<u8>>, ActionError> {
    Ok(Some(serde_json::to_vec(&grants(tx, organisation).map_err(StoreError::from)?).unwrap_or_default()))
}

fn known_role(id: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|(_, known)| *known == id).map(|(role, _)| role)
}

fn invited(call: &Call<'_>) -> Result<Reply, Problem> {
    let InviteBody { person, name, email, roles } = call.json()?;
    let mut fields = Fields::default();
    let person = fields.parsed("/person", &person, "an id", PersonId::parse);
    let name = fields.parsed("/name", &name, "a name", NonEmptyText::parse);
    let roles: Vec<Option<Role>> = (0..)
        .zip(&roles)
        .map(|(index, role): (u32, _)| fields.parsed(&format!("/roles/{index}"), role, "a role", known_role))
        .collect();
    if roles.is_empty() {
        fields.refuse("/roles", "no role is named".to_owned());
    }
    let (person, name) = fields.done(person.zip(name))?;
    let (organisation, from) = (call.organisation()?, call.page.today);
    let grant = |role| Grant {
        person: person.clone(),
        organisation: organisation.clone(),
        role,
        from,
        until: None,
        source: None,
    };
    let roles = roles.into_iter().flatten().map(grant).collect();
    let called = name.to_string();
    let command = Invite { person: person.clone(), name, email, roles };
    let write = |secret: &Secret| call.page.invitation_letter(&called, secret);
    let letter: Option<WriteLetter<'_>> = if call.page.service.sends_letters() { Some(&write) } else { None };
    let current = |tx: &mut Transaction<'_>| current(tx, organisation);
    let (entries, outcome) = call.record(Some(&current), |context| invite(context, command, letter))?;
    // What a letter says is for whoever it was sent to.
    let secret = outcome.flatten().filter(|_| letter.is_none());
    let secret = secret.map(|secret| call.page.to().invitation(&secret.text()));
    Ok(Reply::Recorded { entries, location: location(call)?, secret })
}

fn invited_again(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: AgainBody = call.json()?;
    let mut fields = Fields::default();
    let person = fields.parsed("/person", &body.person, "an id", PersonId::parse);
    let person = fields.done(person)?;
    let organisation = call.organisation()?;
    let current = |tx: &mut Transaction<'_>| current(tx, organisation);
    let (entries, outcome) = call.record(Some(&current), |context| {
        let outcome = invite_again(context, &person, None)?;
        Ok(Changed { outcome, entries: Vec::new(), head: None })
    })?;
    let secret = outcome.map(|secret| call.page.to().invitation(&secret.text()));
    Ok(Reply::Recorded { entries, location: location(call)?, secret })
}

/// Who is to have a role or have it no more, and where it is shown.
fn named(call: &Call<'_>) -> Result<(PersonId, Role, Option<NonEmptyText>), Problem> {
    let body: RoleBody = call.json()?;
    let mut fields = Fields::default();
    let person = fields.parsed("/person", &body.person, "an id", PersonId::parse);
    let role = fields.parsed("/role", &body.role, "a role", known_role);
    let because = fields.optional("/because", body.because.as_ref(), "a text", NonEmptyText::parse);
    fields.done(person.zip(role).map(|(person, role)| (person, role, because)))
}

fn granted(call: &Call<'_>) -> Result<Reply, Problem> {
    let ((person, role, source), organisation) = (named(call)?, call.organisation()?.clone());
    change(call, PartyCommand::Grant(Grant { person, organisation, role, from: call.page.today, until: None, source }))
}

fn revoked(call: &Call<'_>) -> Result<Reply, Problem> {
    let ((person, role, reason), organisation) = (named(call)?, call.organisation()?.clone());
    change(call, PartyCommand::Revoke(Revocation { person, organisation, role, from: call.page.today, reason }))
}

fn change(call: &Call<'_>, command: PartyCommand) -> Result<Reply, Problem> {
    let organisation = call.organisation()?;
    let current = |tx: &mut Transaction<'_>| current(tx, organisation);
    call.recorded(location(call)?, Some(&current), |context| record(context, command))
}

fn organisations(call: &Call<'_>) -> Result<Reply, Problem> {
    let after = call.after(OrganisationId::parse)?;
    let limit = call.limit()?.saturating_add(1);
    let store = &call.page.service.store;
    let found = store.read(|tx| organisation::list(tx, after.as_ref(), limit).map_err(StoreError::from))?;
    let wire = |(id, organisation): (OrganisationId, Organisation)| OrganisationWire {
        id: id.to_string(),
        name: organisation.name.to_string(),
        kinds: organisation.kinds.iter().map(|kind| kind.id()).collect(),
        country: organisation.country.map(|country| country.to_string()),
    };
    call.listed(found, |(id, _)| id.to_string(), wire)
}

fn keep_organisation(call: &Call<'_>) -> Result<Reply, Problem> {
    let id = call.part("party", OrganisationId::parse)?;
    let OrganisationBody { name, kinds, country } = call.json()?;
    let mut fields = Fields::default();
    let name = fields.parsed("/name", &name, "a name", NonEmptyText::parse);
    let kind = |text: &str| OrganisationKind::ALL.into_iter().find(|(_, id)| *id == text).map(|(kind, _)| kind);
    let kinds: BTreeSet<Option<OrganisationKind>> = (0..)
        .zip(&kinds)
        .map(|(index, text): (u32, _)| fields.parsed(&format!("/kinds/{index}"), text, "a kind of organisation", kind))
        .collect();
    let country = fields.optional("/country", country.as_ref(), "a code such as `FR`", Country::parse);
    let known = |name| Organisation { name, kinds: kinds.into_iter().flatten().collect(), country };
    let organisation = fields.done(name.map(known))?;
    let now = call.page.context()?.now;
    let store = &call.page.service.store;
    let is_known = store.read(|tx| organisation::known(tx, &id, now).map_err(StoreError::from))?.is_some();
    let command = if is_known {
        PartyCommand::ChangeOrganisation(id.clone(), organisation)
    } else {
        PartyCommand::RegisterOrganisation(id.clone(), organisation)
    };
    let current = |tx: &mut Transaction<'_>| parties::current(tx, &id, now);
    call.recorded(parties::address(&id), Some(&current), |context| record(context, command))
}
