//! Organisations as an administrator keeps them, with the keys with which they sign.

use adhere_actions::ActionError;
use adhere_actions::party::{known, record};
use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::{Directory, PartyCommand};
use adhere_domain::parties::key::{Key, KeyHolder, KeyRecord, KeyStanding};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use axum::http::Method;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{Condition, Gives, Operation, Takes};
use super::reply::Reply;
use crate::web::error::Problem;

const PARTY: &str = "/api/v1/parties/{party}";

/// An organisation with its keys.
#[derive(Serialize, JsonSchema)]
struct PartyWire {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// What it is: `provider`, `deployer`, `facilitator`, `authority` or `other`.
    kinds: Vec<&'static str>,
    /// Where it is established (ISO 3166-1 alpha-2), if that is known.
    country: Option<String>,
    /// The keys with which it signs.
    keys: Vec<KeyWire>,
}

/// A key of an organisation.
#[derive(Serialize, JsonSchema)]
struct KeyWire {
    /// Its id.
    id: String,
    /// Its public part, in hexadecimal digits.
    public: String,
    /// From when it counts.
    from: String,
    /// Where it stands: `valid`, `not-yet`, `expired`, `rotated` or `revoked`.
    standing: &'static str,
    /// Since when, or from when.
    at: Option<String>,
}

/// A key that is added from now on.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct KeyBody {
    /// Its id.
    id: String,
    /// Its public part: 64 hexadecimal digits (Ed25519).
    public: String,
}

/// Why a key is revoked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RevocationBody {
    /// Why.
    reason: String,
}

pub(super) fn operations() -> Vec<Operation> {
    let (see, keep) = (Permission::ReadOperation, Permission::KeepParties);
    vec![
        Operation::read(
            "parties",
            PARTY,
            ("readOrganisation", "Read what is known of an organisation, with the keys with which it signs"),
            Gives::json::<PartyWire>(),
            |call| {
                let id = call.part("party", OrganisationId::parse)?;
                let now = call.page.context()?.now;
                let found = call.page.service.store.read(|tx| party(tx, &id, now))?;
                let found = found.ok_or_else(|| Problem::not_found(format!("there is no organisation `{id}`")))?;
                Reply::json(&found)
            },
        )
        .to(see),
        Operation::write(
            "parties",
            (Method::POST, "/api/v1/parties/{party}/keys"),
            ("addKey", "Add a key with which an organisation signs, from now on"),
            Takes::json::<KeyBody>(),
            add_key,
        )
        .on(Condition::Heeded)
        .to(keep),
        Operation::write(
            "parties",
            (Method::POST, "/api/v1/parties/{party}/keys/{key}/revocation"),
            ("revokeKey", "Revoke a key from now on"),
            Takes::json::<RevocationBody>(),
            revoke_key,
        )
        .on(Condition::Heeded)
        .to(keep),
    ]
}

/// What is known of an organisation; nothing where there is none.
fn party(tx: &mut Transaction<'_>, id: &OrganisationId, now: Timestamp) -> Result<Option<PartyWire>, ActionError> {
    let directory = known(tx, id)?;
    Ok(directory.organisations.get(id).map(|organisation| PartyWire {
        id: id.to_string(),
        name: organisation.name.to_string(),
        kinds: organisation.kinds.iter().map(|kind| kind.id()).collect(),
        country: organisation.country.map(|country| country.to_string()),
        keys: keys(&directory, id, now),
    }))
}

fn keys(directory: &Directory, id: &OrganisationId, now: Timestamp) -> Vec<KeyWire> {
    let own = directory.keys.values().filter(|it| it.key.holder == KeyHolder::Organisation(id.clone()));
    let wire = |record: &KeyRecord| {
        let (standing, at) = match record.standing(now) {
            KeyStanding::Valid => ("valid", None),
            KeyStanding::NotYet(at) => ("not-yet", Some(at)),
            KeyStanding::Expired(at) => ("expired", Some(at)),
            KeyStanding::Rotated(at) => ("rotated", Some(at)),
            KeyStanding::Revoked(at) => ("revoked", Some(at)),
        };
        KeyWire {
            id: record.key.id.to_string(),
            public: Digest::new(record.key.public).to_string(),
            from: record.key.from.to_string(),
            standing,
            at: at.map(|at| at.to_string()),
        }
    };
    own.map(wire).collect()
}

/// An organisation as it is read now, for whoever changes what they have seen.
pub(super) fn current(
    tx: &mut Transaction<'_>,
    id: &OrganisationId,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, ActionError> {
    Ok(party(tx, id, now)?.map(|party| serde_json::to_vec(&party).unwrap_or_default()))
}

/// Where an organisation is.
pub(super) fn address(id: &OrganisationId) -> String {
    format!("/api/v1/parties/{id}")
}

fn change(call: &Call<'_>, id: &OrganisationId, command: PartyCommand) -> Result<Reply, Problem> {
    let now = call.page.context()?.now;
    let current = |tx: &mut Transaction<'_>| current(tx, id, now);
    call.recorded(address(id), Some(&current), |context| record(context, command))
}

fn add_key(call: &Call<'_>) -> Result<Reply, Problem> {
    let (id, body): (_, KeyBody) = (call.part("party", OrganisationId::parse)?, call.json()?);
    let mut fields = Fields::default();
    let key = fields.parsed("/id", &body.id, "an id", Id::parse);
    let public = fields.parsed("/public", &body.public, "64 hexadecimal digits", Digest::parse);
    let (key, public) = fields.done(key.zip(public))?;
    let (holder, from) = (KeyHolder::Organisation(id.clone()), call.page.context()?.now);
    change(call, &id, PartyCommand::AddKey(Key { id: key, holder, public: *public.as_bytes(), from, until: None }))
}

fn revoke_key(call: &Call<'_>) -> Result<Reply, Problem> {
    let (id, key) = (call.part("party", OrganisationId::parse)?, call.part("key", Id::parse)?);
    let body: RevocationBody = call.json()?;
    let mut fields = Fields::default();
    let reason = fields.parsed("/reason", &body.reason, "a text", NonEmptyText::parse);
    let reason = fields.done(reason)?;
    // A key of another is none here.
    let directory = call.page.service.store.read(|tx| known(tx, &id))?;
    let is_own = directory.keys.get(&key).is_some_and(|it| it.key.holder == KeyHolder::Organisation(id.clone()));
    if !is_own {
        return Err(Problem::not_found(format!("there is no key `{key}` of `{id}`")));
    }
    let from = call.page.context()?.now;
    change(call, &id, PartyCommand::RevokeKey { id: key, from, reason })
}
