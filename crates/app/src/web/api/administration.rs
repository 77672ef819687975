//! What an administrator looks at and an auditor sees: how the instance does, who did what, and organisations with the
//! keys with which they sign.

use adhere_actions::ActionError;
use adhere_actions::access::test_letter::write_test_letter;
use adhere_actions::party::{known, record};
use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::{Directory, PartyCommand};
use adhere_domain::parties::key::{Key, KeyHolder, KeyRecord, KeyStanding};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use adhere_store::home::setting::SETTINGS;
use adhere_store::job::{self, Job};
use adhere_store::projection::history::Wanted;
use adhere_store::{Changed, Part, StoreError, mail};
use axum::http::Method;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::calendar::{ChangeWire, changes};
use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Condition, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::web::auditing;
use crate::web::error::Problem;

const PARTY: &str = "/api/v1/parties/{party}";

const JOBS: &str = "/api/v1/administration/jobs";

/// How the instance does.
#[derive(Serialize, JsonSchema)]
struct InstanceWire {
    /// The name of its log.
    origin: String,
    /// The database.
    engine: String,
    /// Each part, and whether it does its work.
    parts: Vec<PartWire>,
    /// How many entries the journal has.
    entries: u64,
    /// How many of them are private.
    private: u64,
    /// The root of the journal, in hexadecimal digits; nothing while it is empty.
    root: Option<String>,
    /// The public key with which checkpoints are signed, as C2SP writes it.
    log_key: String,
    /// The public key with which other logs are witnessed.
    witness_key: String,
    /// The public key with which packages are signed, in hexadecimal digits.
    author_key: String,
    /// Letters that wait, and such as were given up.
    letters: LettersWire,
    /// What is set, and where; secrets are not shown.
    settings: Vec<SettingWire>,
}

/// A part of the instance.
#[derive(Serialize, JsonSchema)]
struct PartWire {
    /// Its name.
    name: &'static str,
    /// Whether it does its work.
    is_working: bool,
}

/// Letters.
#[derive(Serialize, JsonSchema)]
struct LettersWire {
    /// How many wait.
    waiting: u64,
    /// How many were given up.
    failed: u64,
}

/// A setting.
#[derive(Serialize, JsonSchema)]
struct SettingWire {
    /// Its name.
    name: &'static str,
    /// What it is set to; nothing where it is not.
    value: Option<String>,
    /// Where it is set.
    source: String,
}

/// What the server does on its own.
#[derive(Serialize, JsonSchema)]
struct JobsWire {
    /// Each kind of work that was ever begun.
    jobs: Vec<JobWire>,
}

/// A kind of work, and the last time that it was done.
#[derive(Serialize, JsonSchema)]
struct JobWire {
    /// Which: `audit`, `letters` or `tidying`.
    job: &'static str,
    /// Where it stands: `under-way`, `broken-off`, `failed` or `done`.
    state: &'static str,
    /// The node that does it, or did.
    node: String,
    /// When it began.
    began_at: String,
    /// When it ended; nothing while it goes on.
    ended_at: Option<String>,
    /// What it is at while it goes on: for an audit `journal`, `tables` or `files`.
    stage: Option<String>,
    /// How many it did so far, or in all.
    done: u64,
    /// Of how many; 0 where they are not counted.
    total: u64,
    /// Why it failed, if it did.
    failure: Option<String>,
    /// What it found to be wrong.
    findings: Vec<String>,
}

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
    let see = Permission::ReadOperation;
    vec![
        Operation::read(
            "administration",
            "/api/v1/administration",
            ("readInstance", "Read how the instance does, what it holds, and what is set and where"),
            Gives::json::<InstanceWire>(),
            instance,
        )
        .to(see),
        Operation::read(
            "administration",
            "/api/v1/administration/history",
            ("listHistory", "List who did what, the latest first"),
            Gives::json::<Listed<ChangeWire>>(),
            history,
        )
        .with(&[
            Parameter::optional("subject", "What names this alone, such as `organisation/acme`.", Kind::Text),
            Parameter::optional("kind", "Of this area or kind alone, such as `adherence`.", Kind::Text),
            AFTER,
            LIMIT,
        ])
        .to(see),
        Operation::write(
            "administration",
            (Method::POST, "/api/v1/administration/test-letter"),
            ("sendTestLetter", "Put down a letter to whoever asks, to see whether letters are sent"),
            Takes::Nothing,
            test_letter,
        )
        .to(Permission::Operate),
        Operation::read(
            "administration",
            JOBS,
            ("readJobs", "Read what the server does on its own, and what the last audit found"),
            Gives::json::<JobsWire>(),
            jobs,
        )
        .to(see),
        Operation::write(
            "administration",
            (Method::POST, "/api/v1/administration/audits"),
            ("beginAudit", "Begin an audit of the whole store, while everything goes on"),
            Takes::Nothing,
            begin_audit,
        )
        .to(Permission::Operate),
    ]
    .into_iter()
    .chain(of_parties())
    .collect()
}

/// What is done to the keys of organisations.
fn of_parties() -> [Operation; 3] {
    let (see, keep) = (Permission::ReadOperation, Permission::KeepParties);
    [
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

fn begin_audit(call: &Call<'_>) -> Result<Reply, Problem> {
    call.recorded(JOBS.to_owned(), None, |context| {
        auditing::begin(call.page.service, context)?;
        Ok(Changed { outcome: (), entries: Vec::new(), head: None })
    })
}

fn history(call: &Call<'_>) -> Result<Reply, Problem> {
    let (subject, kind) = (call.page.asked.parameter("subject"), call.page.asked.parameter("kind"));
    changes(call, &Wanted { subject, kind })
}

fn instance(call: &Call<'_>) -> Result<Reply, Problem> {
    let store = &call.page.service.store;
    let working = store.health(|part, error| tracing::warn!(part = part.id(), %error, "a part does not work"));
    let status = store.status()?;
    let letters = store.read(|tx| mail::counts(tx).map_err(StoreError::from))?;
    let setting = |setting: &adhere_store::home::setting::Setting| SettingWire {
        name: setting.name,
        value: store.home().value(setting),
        source: store.home().source(setting.name).to_string(),
    };
    Reply::json(&InstanceWire {
        origin: store.home().settings().origin.clone(),
        engine: store.db().engine().to_owned(),
        parts: Part::ALL.map(|part| PartWire { name: part.id(), is_working: working.contains(&part) }).into(),
        entries: status.head.as_ref().map_or(0, |head| head.size),
        private: status.private,
        root: status.head.map(|head| head.root.to_string()),
        log_key: store.keys().log.public().to_string(),
        witness_key: store.keys().witness.public().to_string(),
        author_key: Digest::new(*store.keys().author.public().bytes()).to_string(),
        letters: LettersWire { waiting: letters.waiting, failed: letters.failed },
        settings: SETTINGS.iter().map(setting).collect(),
    })
}

fn jobs(call: &Call<'_>) -> Result<Reply, Problem> {
    let (known, now) = (call.page.service.store.read(|tx| job::all(tx).map_err(StoreError::from))?, clock::now());
    let wire = |job: Job| JobWire {
        job: job.work.id(),
        state: job.state(now).id(),
        began_at: job.began_at.to_string(),
        ended_at: job.ended_at.map(|at| at.to_string()),
        findings: job.report.iter().flat_map(|report| report.lines()).map(str::to_owned).collect(),
        node: job.node,
        stage: job.stage,
        done: job.done,
        total: job.total,
        failure: job.failure,
    };
    Reply::json(&JobsWire { jobs: known.into_iter().map(wire).collect() })
}

fn test_letter(call: &Call<'_>) -> Result<Reply, Problem> {
    if !call.page.service.sends_letters() {
        return Err(Problem::unprocessable("no letters are sent here; set `mail.server`, `mail.from` and `web.url`"));
    }
    let (words, person) = (call.page.words(), call.page.actor()?.person.clone());
    let letter = (words.text("mail-test"), words.text("mail-test-body"));
    call.recorded("/api/v1/administration".to_owned(), None, |context| {
        write_test_letter(context, &person, letter)?;
        Ok(Changed { outcome: (), entries: Vec::new(), head: None })
    })
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
