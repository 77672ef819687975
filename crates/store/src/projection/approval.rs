//! Approvals of statements, in the order in which they were given. What changed since is told from the journal.

use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("approval")], apply };

/// That a revision was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The statement, such as `statement/acme/gpai/1/T.M1`.
    pub statement: String,
    /// The number of the revision.
    pub revision: u32,
    /// The digest of what was approved.
    pub fingerprint: Digest,
    /// Who approved.
    pub by: PersonId,
    /// On which day.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Where the journal says so.
    pub entry_id: u64,
}

/// Which approvals are asked for; all of them where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Of this statement alone.
    pub statement: Option<&'w str>,
    /// Of statements of this provider alone.
    pub provider: Option<&'w OrganisationId>,
    /// Those before this place in the journal alone.
    pub before: Option<u64>,
}

/// Approvals given by the end of a day, the latest first, at most so many.
pub fn list(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, day: Date, limit: u64) -> Result<Vec<Given>, DbError> {
    let values = [
        Value::Text(wanted.statement.unwrap_or_default()),
        Value::Text(wanted.provider.map(Id::as_str).unwrap_or_default()),
        Value::Text(&day.to_string()),
        wanted.before.map_or(Value::Integer(i64::MAX), number),
        number(limit),
    ];
    tx.all(statement!("approval/list"), &values, |row| {
        Ok(Given {
            entry_id: row.count(0)?,
            statement: row.text(1)?.to_owned(),
            revision: u32::try_from(row.count(2)?).map_err(|_| row.not(2, "the number of a revision"))?,
            fingerprint: row.parsed(3, "a digest", Digest::parse)?,
            by: row.parsed(4, "an id", Id::parse)?,
            on: row.parsed(5, "a day", |text| text.parse().ok())?,
            recorded_at: row.moment(6)?,
        })
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Approval(given) = &recorded.event else { return Ok(()) };
    let values = [
        number(recorded.entry_id),
        Value::Text(&recorded.subject),
        number(given.0.revision.into()),
        Value::Text(&given.0.fingerprint.to_string()),
        Value::Text(given.0.by.as_str()),
        Value::Text(&given.0.on.to_string()),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("approval/add"), &values)
}
