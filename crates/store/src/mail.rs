//! Letters that wait to be sent: put down with the change that they are about, sent by whichever node claims them.

use jiff::Timestamp;

use crate::db::{DbError, Transaction, Value, statement};
use crate::journal::number;

/// A letter that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: String,
    /// To which address.
    pub recipient: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// How often it was tried.
    pub tries: u64,
}

/// How many letters there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that wait.
    pub waiting: u64,
    /// Those that were given up.
    pub failed: u64,
    /// Those that were sent.
    pub sent: u64,
}

/// A letter is tried so often, and then given up.
pub const MOST_TRIES: u64 = 10;

/// Puts down a letter.
pub fn add(tx: &mut Transaction<'_>, letter: &Letter, now: Timestamp) -> Result<(), DbError> {
    let values = [
        Value::Text(&letter.id),
        Value::Text(&letter.recipient),
        Value::Text(&letter.subject),
        Value::Text(&letter.body),
        Value::moment(now),
    ];
    tx.execute(statement!("mail/add"), &values).map(|_| ())
}

/// Whether a letter is due.
pub fn is_due(tx: &mut Transaction<'_>, now: Timestamp) -> Result<bool, DbError> {
    let values = [Value::moment(now), number(MOST_TRIES), number(1)];
    Ok(tx.one(statement!("mail/due"), &values, |_| Ok(()))?.is_some())
}

/// Claims the letters that are due, at most so many: nobody else tries them before `again_at`.
pub fn claim(
    tx: &mut Transaction<'_>,
    now: Timestamp,
    again_at: impl Fn(u64) -> Timestamp,
    limit: u64,
) -> Result<Vec<Letter>, DbError> {
    let values = [Value::moment(now), number(MOST_TRIES), number(limit)];
    let due = tx.all(statement!("mail/due"), &values, |row| {
        Ok(Letter {
            id: row.text(0)?.to_owned(),
            recipient: row.text(1)?.to_owned(),
            subject: row.text(2)?.to_owned(),
            body: row.text(3)?.to_owned(),
            tries: row.count(4)?,
        })
    })?;
    for letter in &due {
        let values = [Value::moment(again_at(letter.tries)), Value::Text(&letter.id)];
        tx.execute(statement!("mail/claim"), &values)?;
    }
    Ok(due)
}

/// Notes that a letter was sent, and forgets what it said: it may let somebody in.
pub fn note_sent(tx: &mut Transaction<'_>, id: &str, at: Timestamp) -> Result<(), DbError> {
    tx.execute(statement!("mail/sent"), &[Value::moment(at), Value::Text(id)]).map(|_| ())
}

/// Notes why a letter was not sent.
pub fn note_failed(tx: &mut Transaction<'_>, id: &str, failure: &str) -> Result<(), DbError> {
    tx.execute(statement!("mail/failed"), &[Value::Text(failure), Value::Text(id)]).map(|_| ())
}

/// How many letters there are.
pub fn counts(tx: &mut Transaction<'_>) -> Result<Counts, DbError> {
    let counts = tx.one(statement!("mail/counts"), &[number(MOST_TRIES)], |row| {
        Ok(Counts { waiting: row.count(0)?, failed: row.count(1)?, sent: row.count(2)? })
    })?;
    Ok(counts.unwrap_or_default())
}

/// Forgets letters that were sent by a moment, or given up or last tried before it.
pub fn forget(tx: &mut Transaction<'_>, sent_by: Timestamp) -> Result<u64, DbError> {
    tx.execute(statement!("mail/forget"), &[Value::moment(sent_by)])
}
