//! What a provider says of measures: the list, a measure with its statement and the history of it, recording the next
//! revision, and approval.

use std::sync::Arc;

use adhere_actions::approve::{Approve, Shown, approve, shown};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_actions::{ActionError, AsOf, Refusal};
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Revision, StatementRefusal, Subject};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::subject;
use adhere_store::projection::evidence::{Attached, attached};
use adhere_store::projection::statement::{Stated, Wanted, list};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, AS_OF, Condition, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::report::statement::flagged;
use crate::web::error::Problem;
use crate::web::published::PublishedCode;

const MEASURES: &str = "/api/v1/organisations/{organisation}/measures";
pub(super) const MEASURE: &str = "/api/v1/organisations/{organisation}/measures/{code}/{measure}";
const APPROVAL: &str = "/api/v1/organisations/{organisation}/measures/{code}/{measure}/approval";

/// The model that a statement is for.
pub(super) const MODEL: Parameter =
    Parameter::optional("model", "For this model alone; for all models where none is named.", Kind::Id);

/// What is stated of a measure.
#[derive(Serialize, JsonSchema)]
struct StatedWire {
    /// The code, `id@version`.
    code: String,
    /// The measure.
    measure: String,
    /// The model; all of them when not said.
    model: Option<String>,
    /// The latest revision by the day.
    revision: RevisionWire,
    /// How many items of evidence or passages are attached.
    attached: u64,
    /// The entry of the journal that says so.
    entry: u64,
    /// Where the measure is.
    location: String,
}

/// A revision of a statement.
#[derive(Serialize, JsonSchema)]
struct RevisionWire {
    /// Its number: 1 for the first.
    number: u32,
    /// How far the measure is implemented: `implemented`, `partial`, `planned`, `alternative` or `not-applicable`.
    state: &'static str,
    /// In the provider's words.
    text: Option<String>,
    /// Who answers for it.
    owner: Option<String>,
    /// By when what is missing will be done.
    due: Option<String>,
    /// Who wrote it.
    author: String,
    /// When.
    on: String,
}

/// A measure as a provider answers it.
#[derive(Serialize, JsonSchema)]
struct MeasureWire {
    /// The code, `id@version`.
    code: String,
    /// The measure.
    measure: String,
    /// What it is called.
    title: String,
    /// The model; all of them when not said.
    model: Option<String>,
    /// What is stated, the latest first; nothing when nothing is.
    revisions: Vec<RevisionWire>,
    /// What shows it.
    evidence: Vec<AttachedWire>,
    /// The digest of the latest revision with what shows it, to be named when it is approved.
    fingerprint: Option<String>,
    /// The latest approval.
    approval: Option<ApprovalWire>,
}

/// Evidence that is attached.
#[derive(Serialize, JsonSchema)]
struct AttachedWire {
    /// The entry of the journal that says so; it names what is detached.
    entry: u64,
    /// The item.
    item: String,
    /// The passage; the whole file when not said.
    passage: Option<String>,
    /// Since when.
    at: String,
}

/// An approval.
#[derive(Serialize, JsonSchema)]
struct ApprovalWire {
    /// Of which revision.
    revision: u32,
    /// By whom.
    by: String,
    /// On which day.
    on: String,
    /// What has changed since.
    changed_since: Vec<String>,
}

/// What is to be stated.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StatementBody {
    /// How far the measure is implemented: `implemented`, `partial`, `planned`, `alternative` or `not-applicable`.
    state: String,
    /// In the provider's words; needed where the state is `alternative` or `not-applicable`.
    text: Option<String>,
    /// Who answers for it.
    owner: Option<String>,
    /// By when what is missing will be done.
    due: Option<String>,
}

/// What is approved, as it was shown.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ApprovalBody {
    /// The number of the revision.
    revision: u32,
    /// The fingerprint.
    fingerprint: String,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "measures",
            MEASURES,
            ("listStatements", "List what is stated of measures, as of a day"),
            Gives::json::<Listed<StatedWire>>(),
            listed,
        )
        .with(&[Parameter::optional("code", "On this version alone: `id@version`.", Kind::Text), AS_OF, AFTER, LIMIT])
        .to(Permission::ReadWork),
        Operation::read(
            "measures",
            MEASURE,
            ("readMeasure", "Read a measure with its statement, the history of it, and what shows it"),
            Gives::json::<MeasureWire>(),
            |call| {
                let measured = Measured::find(call)?;
                let as_of = clock::as_of(call.page.asked.as_of);
                let store = &call.page.service.store;
                Ok(Reply::of_json(store.read(|tx| measured.written(tx, call, as_of))?))
            },
        )
        .with(&[MODEL, AS_OF])
        .to(Permission::ReadWork),
        Operation::write(
            "measures",
            (Method::PUT, MEASURE),
            ("recordStatement", "Record the next revision of a statement"),
            Takes::json::<StatementBody>(),
            record,
        )
        .with(&[MODEL])
        .on(Condition::Required)
        .to(Permission::WriteStatements),
        Operation::write(
            "measures",
            (Method::POST, APPROVAL),
            ("approveStatement", "Approve a statement as it was shown"),
            Takes::json::<ApprovalBody>(),
            give_approval,
        )
        .with(&[MODEL])
        .on(Condition::Heeded)
        .to(Permission::Approve),
    ]
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let (page, organisation) = (&call.page, call.organisation()?);
    let named = page.asked.parameter("code").map(|name| page.code(name)).transpose()?;
    let own = format!("statement/{organisation}/");
    let after = call.after(|text| text.starts_with(&own).then(|| text.to_owned()))?;
    let wanted = Wanted {
        provider: Some(organisation),
        code: named.as_ref().map(|it| &it.code.id),
        version: named.as_ref().map(|it| &it.code.version),
        after: after.as_deref(),
        known_before: clock::as_of(page.asked.as_of).ends,
        ..Wanted::default()
    };
    let limit = call.limit()?.saturating_add(1);
    let found = page.service.store.read(|tx| list(tx, &wanted, page.as_of(), limit).map_err(StoreError::from))?;
    call.listed(
        found,
        |it| subject::statement(&it.subject),
        |Stated { subject, revision, attached, entry_id, .. }| StatedWire {
            code: format!("{}@{}", subject.code, subject.version),
            measure: subject.measure.to_string(),
            location: address(&subject),
            model: subject.model.map(|model| model.to_string()),
            revision: revision_wire(&revision),
            attached,
            entry: entry_id,
        },
    )
}

fn revision_wire(revision: &Revision) -> RevisionWire {
    let Content { state, text, owner, due } = &revision.content;
    RevisionWire {
        number: revision.number,
        state: state.id(),
        text: text.as_ref().map(ToString::to_string),
        owner: owner.as_ref().map(ToString::to_string),
        due: due.map(|due| due.to_string()),
        author: revision.author.to_string(),
        on: revision.on.to_string(),
    }
}

/// Where a measure is.
pub(super) fn address(subject: &Subject) -> String {
    let Subject { provider, code, version, measure, model } = subject;
    let model = model.as_ref().map(|model| format!("?model={model}")).unwrap_or_default();
    format!("/api/v1/organisations/{provider}/measures/{code}@{version}/{measure}{model}")
}

/// A measure of a published version, and the statement that a provider makes of it.
pub(super) struct Measured {
    published: Arc<PublishedCode>,
    title: String,
    pub(super) statement: Subject,
}

impl Measured {
    pub(super) fn find(call: &Call<'_>) -> Result<Self, Problem> {
        let published = call.part("code", |text| Some(text.to_owned()))?;
        let published = call.page.code(&published)?;
        let code = &published.code;
        let measure = call.part("measure", |text| {
            code.measures().find(|(_, _, measure)| measure.id.as_str() == text).map(|(_, _, measure)| measure.clone())
        })?;
        let statement = Subject {
            provider: call.organisation()?.clone(),
            code: code.id.clone(),
            version: code.version.clone(),
            measure: measure.id,
            model: call.page.asked.parsed("model", "the id of a model", PartId::parse)?,
        };
        Ok(Self { title: measure.title, statement, published })
    }

    /// The version of the code.
    pub(super) fn code(&self) -> &Code {
        &self.published.code
    }

    /// The measure as it is read.
    fn written(&self, tx: &mut Transaction<'_>, call: &Call<'_>, as_of: AsOf) -> Result<Vec<u8>, ActionError> {
        let shown = shown(tx, &self.statement, as_of)?;
        let name = subject::statement(&self.statement);
        let attached = attached(tx, Some(&name), None, as_of.ends).map_err(StoreError::from)?;
        Ok(serde_json::to_vec(&self.wire(call, &shown, attached)).unwrap_or_default())
    }

    /// The measure as it is read today.
    pub(super) fn current(&self, tx: &mut Transaction<'_>, call: &Call<'_>) -> Result<Option<Vec<u8>>, ActionError> {
        self.written(tx, call, AsOf::today(call.page.today)).map(Some)
    }

    fn wire(&self, call: &Call<'_>, shown: &Shown, attached: Vec<Attached>) -> MeasureWire {
        let words = call.page.words();
        let approval = shown.approval.as_ref().map(|approval| ApprovalWire {
            revision: approval.revision,
            by: approval.by.to_string(),
            on: approval.on.to_string(),
            changed_since: shown.flags.iter().map(|flag| flagged(flag, words)).collect(),
        });
        let evidence = attached.into_iter().map(|it| AttachedWire {
            entry: it.entry_id,
            item: it.evidence.to_string(),
            passage: it.passage.map(|passage| passage.exact().to_owned()),
            at: it.at.to_string(),
        });
        MeasureWire {
            code: self.published.name(),
            measure: self.statement.measure.to_string(),
            title: self.title.clone(),
            model: self.statement.model.as_ref().map(ToString::to_string),
            revisions: shown.statements.revisions(&self.statement).iter().rev().map(revision_wire).collect(),
            evidence: evidence.collect(),
            fingerprint: shown.fingerprint.map(|it| it.to_string()),
            approval,
        }
    }
}

fn record(call: &Call<'_>) -> Result<Reply, Problem> {
    let content = content(call)?;
    let measured = Measured::find(call)?;
    let subject = measured.statement.clone();
    let today = AsOf::today(call.page.today);
    // The tag that was sent is looked at when it is recorded: whoever went on in between has changed it.
    let seen = call.page.service.store.read(|tx| shown(tx, &subject, today))?;
    let after = seen.statements.latest(&subject).map_or(0, |latest| latest.number);
    let current = |tx: &mut Transaction<'_>| measured.current(tx, call);
    call.recorded(address(&subject), Some(&current), |context| {
        let code = &measured.published.code;
        let command = RecordStatement { code, subject: subject.clone(), content, after, carried_from: None };
        record_statement(context, command).map_err(|error| match error {
            ActionError::Refused(Refusal::Statement(StatementRefusal::ChangedMeanwhile { .. })) => {
                ActionError::ChangedMeanwhile
            }
            other => other,
        })
    })
}

fn content(call: &Call<'_>) -> Result<Content, Problem> {
    let body: StatementBody = call.json()?;
    let mut fields = Fields::default();
    let state = |text: &str| ImplementationState::ALL.into_iter().find(|state| state.id() == text);
    let known = ImplementationState::ALL.map(ImplementationState::id).join(", ");
    let state = fields.parsed("/state", &body.state, &format!("one of {known}"), state);
    let text = fields.optional("/text", body.text.as_ref(), "a text of at most 32 768 bytes", NonEmptyText::parse);
    let owner = fields.optional("/owner", body.owner.as_ref(), "a text of at most 32 768 bytes", NonEmptyText::parse);
    let due = fields.optional("/due", body.due.as_ref(), "a day such as `2026-12-31`", |text| text.parse().ok());
    fields.done(state.map(|state| Content { state, text, owner, due }))
}

fn give_approval(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: ApprovalBody = call.json()?;
    let mut fields = Fields::default();
    let fingerprint = fields.parsed("/fingerprint", &body.fingerprint, "a fingerprint", Digest::parse);
    let fingerprint = fields.done(fingerprint)?;
    let measured = Measured::find(call)?;
    let current = |tx: &mut Transaction<'_>| measured.current(tx, call);
    let statement = measured.statement.clone();
    call.recorded(address(&statement), Some(&current), |context| {
        approve(context, Approve { statement: statement.clone(), revision: body.revision, fingerprint })
    })
}
