//! Items of evidence, and what of them is attached to statements.

use std::collections::BTreeMap;

use adhere_domain::digest::Digest;
use adhere_domain::evidence::archive::{Attachment, EvidenceEvent, EvidenceWithdrawal, ItemRecord};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, Item, MediaType};
use adhere_domain::evidence::passage::Passage;
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded, passage, subject};
use crate::journal::number;

pub(super) const PROJECTION: Projection =
    Projection { tables: &[table!("evidence_item"), table!("attachment"), table!("carried_attachment")], apply };

/// An item with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The item, and whether it was withdrawn.
    pub record: ItemRecord,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: Timestamp,
    /// Where the journal says so.
    pub entry_id: u64,
    /// How often it or passages of it were attached then.
    pub attached: u64,
}

/// An item, or a passage of it, that is attached to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The statement, such as `statement/acme/gpai/1/T.M1`.
    pub statement: String,
    /// The item.
    pub evidence: EvidenceId,
    /// The passage; the whole file when not said.
    pub passage: Option<Passage>,
    /// The statement that it was carried over from, such as `statement/acme/gpai/1/T.M1`, if it was.
    pub carried_from: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Where the journal says so.
    pub entry_id: u64,
}

/// Which items are asked for; all of them where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those that these may see alone.
    pub confidentiality: Option<Confidentiality>,
    /// Those attached to this statement alone.
    pub statement: Option<&'w str>,
    /// Those alone that no longer speak on this day.
    pub silent_on: Option<Date>,
    /// Those after this one.
    pub after: Option<&'w EvidenceId>,
    /// As they were known before this moment; as they are known now when not said.
    pub known_before: Option<Timestamp>,
}

/// Items in the order of their ids, at most so many.
pub fn list(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, limit: u64) -> Result<Vec<Kept>, DbError> {
    let silent_on = wanted.silent_on.map(|day| day.to_string()).unwrap_or_default();
    let values = [
        Value::moment(moment(wanted.known_before)),
        Value::Text(wanted.confidentiality.map(Confidentiality::id).unwrap_or_default()),
        Value::Text(wanted.statement.unwrap_or_default()),
        Value::Text(&silent_on),
        Value::Text(wanted.after.map(Id::as_str).unwrap_or_default()),
        number(limit),
    ];
    tx.all(statement!("evidence_item/list"), &values, |row| read(&row))
}

/// An item by its id, as it was known before a moment, or as it is known now.
pub fn item(
    tx: &mut Transaction<'_>,
    id: &EvidenceId,
    known_before: Option<Timestamp>,
) -> Result<Option<Kept>, DbError> {
    let values = [Value::moment(moment(known_before)), Value::Text(id.as_str())];
    tx.one(statement!("evidence_item/one"), &values, |row| read(&row))
}

/// What was attached before a moment and not yet detached, or what is attached now: to a statement, of an item, or all
/// of it, in the order in which it was.
pub fn attached(
    tx: &mut Transaction<'_>,
    statement: Option<&str>,
    item: Option<&EvidenceId>,
    known_before: Option<Timestamp>,
) -> Result<Vec<Attached>, DbError> {
    let values = [
        Value::Text(statement.unwrap_or_default()),
        Value::Text(item.map(Id::as_str).unwrap_or_default()),
        Value::moment(moment(known_before)),
    ];
    tx.all(statement!("attachment/list"), &values, |row| {
        Ok(Attached {
            entry_id: row.count(0)?,
            statement: row.text(1)?.to_owned(),
            evidence: row.parsed(2, "an id", Id::parse)?,
            passage: match row.text(3)? {
                "" => None,
                _ => Some(row.parsed(3, "a passage", passage::read)?),
            },
            at: row.moment(4)?,
            carried_from: row.optional_text(5)?.map(str::to_owned),
        })
    })
}

/// The digests of all items, each with the size that an entry gives and the subject of one of the items that name it.
pub(crate) fn digests(tx: &mut Transaction<'_>) -> Result<BTreeMap<Digest, (u64, String)>, DbError> {
    let rows = tx.all(statement!("evidence_item/kept"), &[], |row| {
        let digest = row.parsed(1, "a digest", Digest::parse)?;
        Ok((digest, (row.count(2)?, subject::evidence(&row.parsed(0, "an id", Id::parse)?))))
    })?;
    Ok(rows.into_iter().collect())
}

/// The moment before which something is to be known: the last there is when none is said.
pub(super) fn moment(known_before: Option<Timestamp>) -> Timestamp {
    known_before.unwrap_or(Timestamp::MAX)
}

pub(super) fn read(row: &Row<'_>) -> Result<Kept, DbError> {
    let day = |text: &str| text.parse().ok();
    let id: EvidenceId = row.parsed(0, "an id", Id::parse)?;
    let withdrawn = match row.optional_parsed(8, "a day", day)? {
        Some(from) => {
            let reason = row.parsed(9, "a text", NonEmptyText::parse)?;
            Some(EvidenceWithdrawal { item: id.clone(), from, reason })
        }
        None => None,
    };
    let item = Item {
        id,
        digest: row.parsed(1, "a digest", Digest::parse)?,
        size: row.count(2)?,
        media_type: row.parsed(3, "a media type", MediaType::parse)?,
        title: row.parsed(4, "a text", NonEmptyText::parse)?,
        speaks_for: row.parsed(5, "a day", day)?,
        expires: row.optional_parsed(6, "a day", day)?,
        confidentiality: row.parsed(7, "who may see it", |text| {
            Confidentiality::ALL.into_iter().find(|(_, id)| *id == text).map(|(class, _)| class)
        })?,
    };
    Ok(Kept {
        record: ItemRecord { item, withdrawn },
        added_by: row.text(10)?.to_owned(),
        added_at: row.moment(11)?,
        entry_id: row.count(12)?,
        attached: row.count(13)?,
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Evidence(event) = &recorded.event else { return Ok(()) };
    match event {
        EvidenceEvent::Added(item) => add(tx, recorded, item),
        // In whose library it is stands in a table of its own.
        EvidenceEvent::Held(_) => Ok(()),
        EvidenceEvent::Attached(attachment) => attach(tx, recorded, attachment),
        EvidenceEvent::Carried { attachment, from } => {
            attach(tx, recorded, attachment)?;
            let values = [number(recorded.entry_id), Value::Text(&subject::statement(from))];
            tx.add(statement!("carried_attachment/add"), &values)
        }
        EvidenceEvent::Detached(attachment) => {
            let values = [
                number(recorded.entry_id),
                Value::moment(recorded.at),
                Value::Text(&subject::statement(&attachment.subject)),
                Value::Text(attachment.item.as_str()),
                Value::Text(&passage::spelled(attachment.passage.as_ref())),
            ];
            tx.execute(statement!("attachment/detach"), &values).map(|_| ())
        }
        EvidenceEvent::Withdrawn(EvidenceWithdrawal { item, from, reason }) => {
            let values = [
                Value::Text(&from.to_string()),
                Value::Text(reason.as_str()),
                Value::moment(recorded.at),
                Value::Text(item.as_str()),
            ];
            tx.execute(statement!("evidence_item/withdraw"), &values).map(|_| ())
        }
    }
}

fn attach(tx: &mut Transaction<'_>, recorded: &Recorded, attachment: &Attachment) -> Result<(), DbError> {
    let values = [
        number(recorded.entry_id),
        Value::Text(&subject::statement(&attachment.subject)),
        Value::Text(attachment.item.as_str()),
        Value::Text(&passage::spelled(attachment.passage.as_ref())),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("attachment/add"), &values)
}

fn add(tx: &mut Transaction<'_>, recorded: &Recorded, item: &Item) -> Result<(), DbError> {
    let expires = item.expires.map(|day| day.to_string());
    let values = [
        Value::Text(item.id.as_str()),
        Value::Text(&item.digest.to_string()),
        number(item.size),
        Value::Text(item.media_type.as_str()),
        Value::Text(item.title.as_str()),
        Value::Text(&item.speaks_for.to_string()),
        Value::optional(expires.as_deref()),
        Value::Text(item.confidentiality.id()),
        Value::Text(&recorded.actor),
        Value::moment(recorded.at),
        number(recorded.entry_id),
    ];
    tx.add(statement!("evidence_item/add"), &values)
}
