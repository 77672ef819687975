//! The library of a provider: the items of evidence that were put into it, and those that were ever attached to what it
//! states. What is in no library of a provider is nothing that its people see.

use adhere_domain::evidence::archive::{Attachment, EvidenceEvent, Holding};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId};
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use jiff::Timestamp;
use jiff::civil::Date;

use super::evidence::{Kept, moment, read};
use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded, subject};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("library_item")], apply };

/// An item in a library. How often it is attached counts what its provider states alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The item.
    pub kept: Kept,
    /// The entry with which it came into the library.
    pub entry_id: u64,
}

/// Whether an item speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaking {
    /// It does, and will have ended by a day.
    Expires {
        /// Today.
        on: Date,
        /// The last day by which it is to have ended.
        by: Date,
    },
    /// It no longer does on a day.
    Silent {
        /// The day.
        on: Date,
    },
}

/// Which items are asked for; all of the library where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those whose title has these words, whatever their case.
    pub words: &'w str,
    /// Those whose media type begins with this, such as `image/`.
    pub media_type: &'w str,
    /// Those attached to a statement on this measure.
    pub measure: &'w str,
    /// Those that are attached to a statement, or those that are not.
    pub is_attached: Option<bool>,
    /// Those that these may see alone.
    pub confidentiality: Option<Confidentiality>,
    /// Those that speak in this way.
    pub speaking: Option<Speaking>,
    /// Those that came into the library before the one that came with this entry.
    pub before: Option<u64>,
    /// As they were known before this moment; as they are known now when not said.
    pub known_before: Option<Timestamp>,
}

/// The texts of what is asked for, as statements take them.
struct Texts {
    words: String,
    attached: &'static str,
    speaking: &'static str,
    on: String,
    by: String,
    first: String,
    last: String,
}

/// Items in the library of a provider, those that came last first, at most so many.
pub fn list(
    tx: &mut Transaction<'_>,
    provider: &OrganisationId,
    wanted: &Wanted<'_>,
    limit: u64,
) -> Result<Vec<Shelved>, DbError> {
    let texts = Texts::of(provider, wanted);
    let values = [
        Value::Text(&texts.first),
        Value::Text(&texts.last),
        Value::moment(moment(wanted.known_before)),
        Value::Text(provider.as_str()),
        wanted.before.map_or(Value::Integer(i64::MAX), number),
        Value::Text(&texts.words),
        Value::Text(wanted.media_type),
        Value::Text(wanted.confidentiality.map(Confidentiality::id).unwrap_or_default()),
        Value::Text(wanted.measure),
        Value::Text(texts.attached),
        Value::Text(texts.speaking),
        Value::Text(&texts.on),
        Value::Text(&texts.by),
        number(limit),
    ];
    tx.all(statement!("library_item/list"), &values, |row| Ok(Shelved { kept: read(&row)?, entry_id: row.count(14)? }))
}

/// How many items of the library of a provider are as asked for, whatever the page.
pub fn count(tx: &mut Transaction<'_>, provider: &OrganisationId, wanted: &Wanted<'_>) -> Result<u64, DbError> {
    let texts = Texts::of(provider, wanted);
    let values = [
        Value::moment(moment(wanted.known_before)),
        Value::Text(provider.as_str()),
        Value::Text(&texts.words),
        Value::Text(wanted.media_type),
        Value::Text(wanted.confidentiality.map(Confidentiality::id).unwrap_or_default()),
        Value::Text(wanted.measure),
        Value::Text(texts.attached),
        Value::Text(&texts.first),
        Value::Text(&texts.last),
        Value::Text(texts.speaking),
        Value::Text(&texts.on),
        Value::Text(&texts.by),
    ];
    Ok(tx.one(statement!("library_item/count"), &values, |row| row.count(0))?.unwrap_or_default())
}

/// An item of the library of a provider, as it was known before a moment, or as it is known now.
pub fn item(
    tx: &mut Transaction<'_>,
    provider: &OrganisationId,
    id: &EvidenceId,
    known_before: Option<Timestamp>,
) -> Result<Option<Kept>, DbError> {
    let texts = Texts::of(provider, &Wanted::default());
    let values = [
        Value::Text(&texts.first),
        Value::Text(&texts.last),
        Value::moment(moment(known_before)),
        Value::Text(provider.as_str()),
        Value::Text(id.as_str()),
    ];
    tx.one(statement!("library_item/one"), &values, |row| read(&row))
}

impl Texts {
    fn of(provider: &OrganisationId, wanted: &Wanted<'_>) -> Self {
        let (speaking, on, by) = match wanted.speaking {
            None => ("", String::new(), String::new()),
            Some(Speaking::Expires { on, by }) => ("expires", on.to_string(), by.to_string()),
            Some(Speaking::Silent { on }) => ("silent", on.to_string(), String::new()),
        };
        let (first, last) = subject::statements(Some(provider));
        Self {
            words: folded(wanted.words),
            attached: match wanted.is_attached {
                None => "",
                Some(true) => "attached",
                Some(false) => "unattached",
            },
            speaking,
            on,
            by,
            first,
            last,
        }
    }
}

/// Words as they are looked for.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Evidence(event) = &recorded.event else { return Ok(()) };
    match event {
        EvidenceEvent::Held(Holding { item, provider }) => add(tx, recorded, item, provider),
        EvidenceEvent::Attached(Attachment { item, subject, .. })
        | EvidenceEvent::Carried { attachment: Attachment { item, subject, .. }, .. } => {
            add(tx, recorded, item, &subject.provider)
        }
        EvidenceEvent::Added(_) | EvidenceEvent::Detached(_) | EvidenceEvent::Withdrawn(_) => Ok(()),
    }
}

fn add(
    tx: &mut Transaction<'_>,
    recorded: &Recorded,
    item: &EvidenceId,
    provider: &OrganisationId,
) -> Result<(), DbError> {
    let title =
        tx.one(statement!("library_item/title"), &[Value::Text(item.as_str())], |row| Ok(row.text(0)?.to_owned()))?;
    // Of an item that was erased there is nothing to show.
    let Some(title) = title else { return Ok(()) };
    let values = [
        Value::Text(provider.as_str()),
        Value::Text(Id::as_str(item)),
        Value::Text(&folded(&title)),
        number(recorded.entry_id),
    ];
    tx.execute(statement!("library_item/add"), &values).map(|_| ())
}
