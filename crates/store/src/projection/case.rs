//! Cases with what was recorded of them: a provider's are read page by page, whatever else the journal holds.

use std::collections::BTreeMap;

use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::{Case, Turn};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{CaseKind, Harm, Matter};
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;

use super::evidence::moment;
use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("opened_case"), table!("case_line")], apply };

/// A case, and where the journal says that it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The case.
    pub case: Case,
    /// The entry that opened it.
    pub entry_id: u64,
}

/// Which cases are asked for; all of them where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this kind alone.
    pub kind: Option<CaseKind>,
    /// Open or closed ones alone.
    pub is_open: Option<bool>,
    /// Those that were opened before this entry.
    pub before: Option<u64>,
    /// As they were known before this moment; as they are known now when not said.
    pub known_before: Option<Timestamp>,
}

/// The cases of a provider, that which was opened last first, at most so many.
pub fn list(
    tx: &mut Transaction<'_>,
    provider: &OrganisationId,
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Kept>, DbError> {
    let state = match wanted.is_open {
        None => "",
        Some(true) => "open",
        Some(false) => "closed",
    };
    let known_before = Value::moment(moment(wanted.known_before));
    let values = [
        Value::Text(provider.as_str()),
        known_before,
        wanted.before.map_or(Value::Integer(i64::MAX), number),
        Value::Text(wanted.kind.map_or("", CaseKind::id)),
        Value::Text(state),
        number(limit),
    ];
    let mut found = tx.all(statement!("opened_case/list"), &values, |row| read(&row))?;
    let (Some(last), Some(first)) = (found.first(), found.last()) else { return Ok(found) };
    let values = [Value::Text(provider.as_str()), number(first.entry_id), number(last.entry_id), known_before];
    let mut lines: BTreeMap<CaseId, Vec<(Timestamp, CaseChange)>> = BTreeMap::new();
    tx.each(statement!("case_line/list"), &values, |row| {
        let case = row.parsed(0, "an id", Id::parse)?;
        lines.entry(case).or_default().push((row.moment(5)?, read_line(&row)?));
        Ok(())
    })?;
    for kept in &mut found {
        let own = lines.remove(&kept.case.id).unwrap_or_default();
        for (at, change) in own {
            follow(&mut kept.case, at, change);
        }
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<Kept, DbError> {
    let part = |column| row.parsed(column, "an id", PartId::parse);
    let opening = Opening {
        code: part(3)?,
        version: part(4)?,
        model: row.optional_parsed(5, "an id", PartId::parse)?,
        title: row.parsed(6, "a text", NonEmptyText::parse)?,
        matter: read_matter(row)?,
        aware_at: row.moment(14)?,
        reference: row.optional_blob(15)?.map(TryInto::try_into).transpose().map_err(|_| row.not(15, "a digest"))?,
    };
    let case = Case {
        provider: row.parsed(2, "an id", Id::parse)?,
        id: row.parsed(1, "an id", Id::parse)?,
        opening,
        opened_at: row.moment(16)?,
        notes: Vec::new(),
        steps: Vec::new(),
        turns: Vec::new(),
    };
    Ok(Kept { case, entry_id: row.count(0)? })
}

fn read_matter(row: &Row<'_>) -> Result<Matter, DbError> {
    let text = |column| row.parsed(column, "a text", NonEmptyText::parse);
    Ok(match row.parsed(7, "a kind of case", CaseKind::named)? {
        CaseKind::SeriousIncident => {
            let harms = row.optional_text(8)?.unwrap_or_default().split(' ').map(Harm::named).collect::<Option<_>>();
            Matter::SeriousIncident(harms.ok_or_else(|| row.not(8, "harms"))?)
        }
        CaseKind::DownstreamRequest => Matter::DownstreamRequest,
        CaseKind::AiOfficeRequest => {
            Matter::AiOfficeRequest(row.optional_parsed(9, "a day", |text| text.parse().ok())?)
        }
        CaseKind::Complaint => {
            let complaint = Complaint::new(text(10)?, text(11)?, text(12)?, text(13)?);
            Matter::Complaint(complaint.ok_or_else(|| row.not(13, "a complaint within the bounds of one"))?)
        }
    })
}

/// What a line says, in the columns from the second on.
fn read_line(row: &Row<'_>) -> Result<CaseChange, DbError> {
    let words = || row.parsed(4, "a text", NonEmptyText::parse);
    Ok(match row.text(1)? {
        "case.noted" => CaseChange::Noted(words()?),
        "case.step-done" => CaseChange::StepDone(Step {
            kind: row.parsed(2, "a step", StepKind::named)?,
            at: row.moment(3)?,
            note: row.optional_parsed(4, "a text", NonEmptyText::parse)?,
        }),
        "case.closed" => CaseChange::Closed(words()?),
        "case.reopened" => CaseChange::Reopened(words()?),
        _ => return Err(row.not(1, "a kind of line")),
    })
}

/// What becomes of a case with a line.
fn follow(case: &mut Case, at: Timestamp, change: CaseChange) {
    match change {
        CaseChange::Opened(_) => {}
        CaseChange::Noted(note) => case.notes.push((at, note)),
        CaseChange::StepDone(step) => case.steps.push(step),
        CaseChange::Closed(reason) => case.turns.push(Turn { at, reason, is_open: false }),
        CaseChange::Reopened(reason) => case.turns.push(Turn { at, reason, is_open: true }),
    }
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Case(CaseEvent { provider, id, change }) = &recorded.event else { return Ok(()) };
    let (step, words) = match change {
        CaseChange::Opened(opening) => return open(tx, recorded, (provider, id), opening),
        CaseChange::StepDone(step) => (Some(step), step.note.as_ref()),
        CaseChange::Noted(words) | CaseChange::Closed(words) | CaseChange::Reopened(words) => (None, Some(words)),
    };
    let values = [
        number(recorded.entry_id),
        Value::Text(id.as_str()),
        Value::Text(&recorded.kind),
        Value::optional(step.map(|step| step.kind.id())),
        step.map_or(Value::Null, |step| Value::moment(step.at)),
        Value::optional(words.map(NonEmptyText::as_str)),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("case_line/add"), &values)
}

fn open(
    tx: &mut Transaction<'_>,
    recorded: &Recorded,
    (provider, id): (&OrganisationId, &CaseId),
    opening: &Opening,
) -> Result<(), DbError> {
    let (mut harms, mut until, mut complaint) = (None, None, None);
    match &opening.matter {
        Matter::SeriousIncident(all) => harms = Some(all.iter().map(|harm| harm.id()).collect::<Vec<_>>().join(" ")),
        Matter::DownstreamRequest => {}
        Matter::AiOfficeRequest(day) => until = day.map(|day| day.to_string()),
        Matter::Complaint(lodged) => complaint = Some(lodged),
    }
    let said = |part: fn(&Complaint) -> &NonEmptyText| Value::optional(complaint.map(|it| part(it).as_str()));
    let values = [
        number(recorded.entry_id),
        Value::Text(id.as_str()),
        Value::Text(provider.as_str()),
        Value::Text(opening.code.as_str()),
        Value::Text(opening.version.as_str()),
        Value::optional(opening.model.as_ref().map(PartId::as_str)),
        Value::Text(opening.title.as_str()),
        Value::Text(opening.matter.kind().id()),
        Value::optional(harms.as_deref()),
        Value::optional(until.as_deref()),
        said(Complaint::name),
        said(Complaint::email),
        said(Complaint::work),
        said(Complaint::text),
        Value::moment(opening.aware_at),
        opening.reference.as_ref().map_or(Value::Null, |reference| Value::Blob(reference)),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("opened_case/add"), &values)
}
