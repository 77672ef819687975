//! Sessions: browsers that somebody signed in with.

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::PersonId;
use jiff::Timestamp;

use super::{AccountId, SecretDigest};
use crate::db::{DbError, Row, Transaction, Value, statement};

/// A browser that somebody signed in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What names it.
    pub id: SecretDigest,
    /// Whether everything was shown that is asked for; else the second factor is missing.
    pub is_whole: bool,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was last used, a few minutes inexact.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
    /// What the browser says it is.
    pub browser: String,
}

/// A session with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The session.
    pub session: Session,
    /// Whether the account has a second factor.
    pub has_second_factor: bool,
    /// Whether the account has a password; one that has none is opened by a service elsewhere alone.
    pub has_password: bool,
}

/// Begins a session.
pub fn add(tx: &mut Transaction<'_>, account: &AccountId, session: &Session) -> Result<(), DbError> {
    let values = [
        Value::Blob(&session.id.0),
        Value::Text(account.as_str()),
        Value::Integer(session.is_whole.into()),
        Value::moment(session.began_at),
        Value::moment(session.seen_at),
        Value::moment(session.ends_at),
        Value::Text(&session.browser),
    ];
    tx.execute(statement!("session/add"), &values).map(|_| ())
}

/// The session that something shown names, if its account is open; it may have ended by time.
pub fn one(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<Known>, DbError> {
    tx.one(statement!("session/one"), &[Value::Blob(&id.0)], |row| {
        let (account, person) = (AccountId::read(&row, 0)?, row.parsed(1, "an id", Id::parse)?);
        // A second factor was used for a step when it was set.
        let has_second_factor = row.optional_count(7)?.is_some();
        let has_password = row.optional_text(8)?.is_some();
        Ok(Known { account, person, session: read(&row, *id, 2)?, has_second_factor, has_password })
    })
}

/// The sessions of an account, those used last first.
pub fn of_account(tx: &mut Transaction<'_>, account: &AccountId) -> Result<Vec<Session>, DbError> {
    tx.all(statement!("session/of_account"), &[Value::Text(account.as_str())], |row| {
        read(&row, SecretDigest::read(&row, 0)?, 1)
    })
}

/// Notes that a session was used.
pub fn see(tx: &mut Transaction<'_>, id: &SecretDigest, at: Timestamp) -> Result<(), DbError> {
    tx.execute(statement!("session/see"), &[Value::moment(at), Value::Blob(&id.0)]).map(|_| ())
}

/// Ends a session of an account; says whether there was one.
pub fn end(tx: &mut Transaction<'_>, account: &AccountId, id: &SecretDigest) -> Result<bool, DbError> {
    let values = [Value::Blob(&id.0), Value::Text(account.as_str())];
    Ok(tx.execute(statement!("session/end"), &values)? == 1)
}

/// Ends all sessions of an account but one, if one is to stay; says how many.
pub fn end_others(tx: &mut Transaction<'_>, account: &AccountId, stays: Option<&SecretDigest>) -> Result<u64, DbError> {
    let stays = stays.map_or([].as_slice(), |id| &id.0);
    tx.execute(statement!("session/end_others"), &[Value::Text(account.as_str()), Value::Blob(stays)])
}

/// Forgets the sessions that have ended, or were not used since a moment.
pub fn forget(tx: &mut Transaction<'_>, now: Timestamp, idle_since: Timestamp) -> Result<u64, DbError> {
    tx.execute(statement!("session/forget"), &[Value::moment(now), Value::moment(idle_since)])
}

fn read(row: &Row<'_>, id: SecretDigest, column: usize) -> Result<Session, DbError> {
    Ok(Session {
        id,
        is_whole: row.integer(column)? == 1,
        began_at: row.moment(column + 1)?,
        seen_at: row.moment(column + 2)?,
        ends_at: row.moment(column + 3)?,
        browser: row.text(column + 4)?.to_owned(),
    })
}
