//! Which entry is about what: the index through which the journal is read by subject, kind and time.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::Recorded;
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("history"), table!("mention")], apply };

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry's place in the journal.
    pub entry_id: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done, as `area.verb`.
    pub kind: String,
    /// What it was done to.
    pub subject: String,
}

/// Which lines of the history are asked for; all of them where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those that name this alone, such as `organisation/acme`.
    pub subject: Option<&'w str>,
    /// Of this area or kind alone: `adherence` or `adherence.declared`.
    pub kind: Option<&'w str>,
}

/// Lines before a place in the journal, the latest first, at most so many.
pub fn before(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    before: Option<u64>,
    limit: u64,
) -> Result<Vec<Line>, DbError> {
    let values = [
        before.map_or(Value::Integer(i64::MAX), number),
        Value::Text(wanted.subject.unwrap_or_default()),
        Value::Text(wanted.kind.unwrap_or_default()),
        number(limit),
    ];
    tx.flush_mentions()?;
    tx.all(statement!("history/before"), &values, |row| {
        Ok(Line {
            entry_id: row.count(0)?,
            at: row.moment(1)?,
            actor: row.text(2)?.to_owned(),
            kind: row.text(3)?.to_owned(),
            subject: row.text(4)?.to_owned(),
        })
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let values = [
        number(recorded.entry_id),
        Value::moment(recorded.at),
        Value::Text(&recorded.actor),
        Value::Text(&recorded.kind),
        Value::Text(&recorded.subject),
    ];
    tx.add(statement!("history/add"), &values)?;
    let mentions = recorded.event.mentions().into_iter().chain([recorded.subject.clone()]);
    let area = recorded.event.area().id();
    mentions.collect::<BTreeSet<_>>().into_iter().try_for_each(|subject| tx.mention(subject, area, recorded.entry_id))
}
