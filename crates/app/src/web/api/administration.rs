//! What an administrator looks at and an auditor sees: how the instance does, who did what, and what the server does on
//! its own.

use adhere_actions::access::test_letter::write_test_letter;
use adhere_domain::digest::Digest;
use adhere_domain::parties::permission::Permission;
use adhere_store::home::setting::SETTINGS;
use adhere_store::job::{self, Job};
use adhere_store::projection::history::Wanted;
use adhere_store::{Changed, Part, StoreError, mail};
use axum::http::Method;
use schemars::JsonSchema;
use serde::Serialize;

use super::calendar::{ChangeWire, changes};
use super::call::Call;
use super::operation::{AFTER, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::web::auditing;
use crate::web::error::Problem;

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
