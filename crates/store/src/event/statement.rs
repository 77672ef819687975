//! Statements on measures. They hold trade secrets, and are for nobody who was not shown them.

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

/// What a statement is about.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    code: PartId,
    #[serde(with = "spelling")]
    version: PartId,
    #[serde(with = "spelling")]
    measure: PartId,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    model: Option<PartId>,
}

/// What is stated.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContentWire {
    #[serde(with = "spelling")]
    state: ImplementationState,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    text: Option<NonEmptyText>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    owner: Option<NonEmptyText>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    due: Option<Date>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StatementWire {
    statement: SubjectWire,
    revision: u32,
    content: ContentWire,
    #[serde(with = "spelling")]
    author: PersonId,
    #[serde(with = "spelling")]
    on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    carried_from: Option<SubjectWire>,
}

pub(super) fn to_wire(recorded: &StatementRecorded) -> Result<Wire, EventError> {
    let kind = StatementRecorded::KIND;
    let subject = subject::statement(&recorded.subject);
    Ok(Wire { kind, subject, payload: payload(kind, &StatementWire::from(recorded.clone()))? })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<StatementRecorded, EventError> {
    match kind {
        StatementRecorded::KIND => Ok(form::<StatementWire>(kind, payload)?.into()),
        _ => Err(EventError::Kind(kind.to_owned())),
    }
}

/// Whom and what a statement names.
pub(super) fn mentions(recorded: &StatementRecorded) -> Vec<String> {
    let carried = recorded.revision.carried_from.as_deref().map(subject::statement);
    let author = subject::person(&recorded.revision.author);
    [named_by(&recorded.subject), vec![author], carried.into_iter().collect()].concat()
}

/// What the subject of a statement names: its provider, the code, and its model. The measure is part of the subject.
pub(super) fn named_by(statement: &Subject) -> Vec<String> {
    let Subject { provider, code, model, .. } = statement;
    let model = model.as_ref().map(|model| subject::model(provider, model));
    [subject::organisation(provider), subject::code(code)].into_iter().chain(model).collect()
}

impl From<StatementRecorded> for StatementWire {
    fn from(StatementRecorded { subject, revision }: StatementRecorded) -> Self {
        let Revision { number, content, author, on, carried_from } = revision;
        let carried_from = carried_from.map(|subject| SubjectWire::from(*subject));
        Self { statement: subject.into(), revision: number, content: content.into(), author, on, carried_from }
    }
}

impl From<StatementWire> for StatementRecorded {
    fn from(wire: StatementWire) -> Self {
        let StatementWire { statement, revision, content, author, on, carried_from } = wire;
        let carried_from = carried_from.map(|subject| Box::new(subject.into()));
        let revision = Revision { number: revision, content: content.into(), author, on, carried_from };
        Self { subject: statement.into(), revision }
    }
}

impl From<Subject> for SubjectWire {
    fn from(Subject { provider, code, version, measure, model }: Subject) -> Self {
        Self { provider, code, version, measure, model }
    }
}

impl From<SubjectWire> for Subject {
    fn from(SubjectWire { provider, code, version, measure, model }: SubjectWire) -> Self {
        Self { provider, code, version, measure, model }
    }
}

impl From<Content> for ContentWire {
    fn from(Content { state, text, owner, due }: Content) -> Self {
        Self { state, text, owner, due }
    }
}

impl From<ContentWire> for Content {
    fn from(ContentWire { state, text, owner, due }: ContentWire) -> Self {
        Self { state, text, owner, due }
    }
}
