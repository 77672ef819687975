//! Statements on measures: the latest revision of each, and all that were before it.

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use jiff::civil::Date;

use super::evidence::moment;
use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded, subject};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("statement")], apply };

/// A statement in one of its revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What it is about.
    pub subject: Subject,
    /// The revision, without what it was carried over from.
    pub revision: Revision,
    /// The statement it was carried over from, such as `statement/acme/gpai/1/T.M1`.
    pub carried_from: Option<String>,
    /// When the revision was recorded.
    pub recorded_at: Timestamp,
    /// Where the journal says so.
    pub entry_id: u64,
    /// How many items of evidence or passages were attached then.
    pub attached: u64,
}

/// Which statements are asked for; all of them where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Of this provider alone.
    pub provider: Option<&'w OrganisationId>,
    /// On this code alone.
    pub code: Option<&'w PartId>,
    /// On this version alone.
    pub version: Option<&'w PartId>,
    /// On this measure alone.
    pub measure: Option<&'w PartId>,
    /// For this model alone.
    pub model: Option<&'w PartId>,
    /// In this state alone.
    pub state: Option<ImplementationState>,
    /// Those after this one, such as `statement/acme/gpai/1/T.M1`.
    pub after: Option<&'w str>,
    /// With what was attached before this moment; with what is attached now when not said.
    pub known_before: Option<Timestamp>,
}

/// Statements as they were at the end of a day, in the order of their names, at most so many.
pub fn list(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, day: Date, limit: u64) -> Result<Vec<Stated>, DbError> {
    let part = |part: Option<&'_ PartId>| part.map(|part| part.as_str().to_owned()).unwrap_or_default();
    let texts = [part(wanted.code), part(wanted.version), part(wanted.measure), part(wanted.model)];
    let [code, version, measure, model] = texts.each_ref().map(|text| Value::Text(text));
    let (first, last) = subject::statements(wanted.provider);
    let values = [
        Value::moment(moment(wanted.known_before)),
        Value::Text(wanted.after.map_or(first.as_str(), |after| after.max(&first))),
        Value::Text(&last),
        code,
        version,
        measure,
        model,
        Value::Text(wanted.state.map(ImplementationState::id).unwrap_or_default()),
        Value::Text(&day.to_string()),
        number(limit),
    ];
    tx.all(statement!("statement/list"), &values, |row| read(&row))
}

fn read(row: &Row<'_>) -> Result<Stated, DbError> {
    let part = |column| row.parsed(column, "an id", PartId::parse);
    let content = Content {
        state: row
            .parsed(7, "a state", |text| ImplementationState::ALL.into_iter().find(|state| state.id() == text))?,
        text: row.optional_parsed(8, "a text", NonEmptyText::parse)?,
        owner: row.optional_parsed(9, "a text", NonEmptyText::parse)?,
        due: row.optional_parsed(10, "a day", |text| text.parse().ok())?,
    };
    let revision = Revision {
        number: u32::try_from(row.count(6)?).map_err(|_| row.not(6, "the number of a revision"))?,
        content,
        author: row.parsed(11, "an id", Id::parse)?,
        on: row.parsed(12, "a day", |text| text.parse().ok())?,
        carried_from: None,
    };
    let subject = Subject {
        provider: row.parsed(1, "an id", Id::parse)?,
        code: part(2)?,
        version: part(3)?,
        measure: part(4)?,
        model: row.optional_parsed(5, "an id", PartId::parse)?,
    };
    Ok(Stated {
        subject,
        revision,
        carried_from: row.optional_text(13)?.map(str::to_owned),
        recorded_at: row.moment(14)?,
        entry_id: row.count(15)?,
        attached: row.count(16)?,
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Statement(StatementRecorded { subject, revision }) = &recorded.event else { return Ok(()) };
    let Content { state, text, owner, due } = &revision.content;
    let due = due.map(|due| due.to_string());
    let carried_from = revision.carried_from.as_deref().map(subject::statement);
    let values = [
        Value::Text(&recorded.subject),
        number(revision.number.into()),
        Value::Text(subject.provider.as_str()),
        Value::Text(subject.code.as_str()),
        Value::Text(subject.version.as_str()),
        Value::Text(subject.measure.as_str()),
        Value::optional(subject.model.as_ref().map(PartId::as_str)),
        Value::Text(state.id()),
        Value::optional(text.as_ref().map(NonEmptyText::as_str)),
        Value::optional(owner.as_ref().map(NonEmptyText::as_str)),
        Value::optional(due.as_deref()),
        Value::Text(revision.author.as_str()),
        Value::Text(&revision.on.to_string()),
        Value::optional(carried_from.as_deref()),
        Value::moment(recorded.at),
        number(recorded.entry_id),
    ];
    tx.add(statement!("statement/add"), &values)
}
