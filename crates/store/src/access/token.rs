//! Tokens: what a program shows instead of signing in, for one organisation, until a day.

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;

use super::{AccountId, SecretDigest};
use crate::db::{DbError, Row, Transaction, Value, statement};

/// A token of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What names it.
    pub id: SecretDigest,
    /// For which organisation it acts.
    pub organisation: OrganisationId,
    /// What it is called.
    pub name: NonEmptyText,
    /// Whether it may change anything.
    pub may_write: bool,
    /// Whether it opens the calendar of its organisation and nothing else.
    pub feeds: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// When it was last used, a few minutes inexact; nothing if it never was.
    pub used_at: Option<Timestamp>,
}

/// A token with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The token.
    pub token: Token,
}

/// Issues a token.
pub fn add(tx: &mut Transaction<'_>, account: &AccountId, token: &Token) -> Result<(), DbError> {
    let values = [
        Value::Blob(&token.id.0),
        Value::Text(account.as_str()),
        Value::Text(token.organisation.as_str()),
        Value::Text(token.name.as_str()),
        Value::Integer(token.may_write.into()),
        Value::Integer(token.feeds.into()),
        Value::moment(token.made_at),
        Value::moment(token.ends_at),
    ];
    tx.execute(statement!("api_token/add"), &values).map(|_| ())
}

/// The token that something shown names, if it was not revoked and its account is open; it may have ended by time.
pub fn one(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<Known>, DbError> {
    tx.one(statement!("api_token/one"), &[Value::Blob(&id.0)], |row| {
        let (account, person) = (AccountId::read(&row, 0)?, row.parsed(1, "an id", Id::parse)?);
        Ok(Known { account, person, token: read(&row, *id, 2)? })
    })
}

/// The tokens of an account that were not revoked, the latest first.
pub fn of_account(tx: &mut Transaction<'_>, account: &AccountId) -> Result<Vec<Token>, DbError> {
    tx.all(statement!("api_token/of_account"), &[Value::Text(account.as_str())], |row| {
        read(&row, SecretDigest::read(&row, 0)?, 1)
    })
}

/// Notes that a token was used.
pub fn note_use(tx: &mut Transaction<'_>, id: &SecretDigest, at: Timestamp) -> Result<(), DbError> {
    tx.execute(statement!("api_token/use"), &[Value::moment(at), Value::Blob(&id.0)]).map(|_| ())
}

/// Revokes a token of an account; says whether there was one.
pub fn revoke(
    tx: &mut Transaction<'_>,
    account: &AccountId,
    id: &SecretDigest,
    at: Timestamp,
) -> Result<bool, DbError> {
    let values = [Value::moment(at), Value::Blob(&id.0), Value::Text(account.as_str())];
    Ok(tx.execute(statement!("api_token/revoke"), &values)? == 1)
}

fn read(row: &Row<'_>, id: SecretDigest, column: usize) -> Result<Token, DbError> {
    Ok(Token {
        id,
        organisation: row.parsed(column, "an id", Id::parse)?,
        name: row.parsed(column + 1, "a name", NonEmptyText::parse)?,
        may_write: row.integer(column + 2)? == 1,
        feeds: row.integer(column + 3)? == 1,
        made_at: row.moment(column + 4)?,
        ends_at: row.moment(column + 5)?,
        used_at: row.optional_moment(column + 6)?,
    })
}
