//! Invitations: whoever has what was in the letter may set the password of the account.

use std::collections::BTreeMap;

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::PersonId;
use jiff::Timestamp;

use super::{AccountId, SecretDigest};
use crate::db::{DbError, Transaction, Value, statement};

/// An invitation to set a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The address of the account.
    pub email: String,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// Invites, in the place of all earlier invitations to the account.
pub fn add(
    tx: &mut Transaction<'_>,
    id: &SecretDigest,
    account: &AccountId,
    made_at: Timestamp,
    ends_at: Timestamp,
) -> Result<(), DbError> {
    withdraw(tx, account)?;
    let values = [Value::Blob(&id.0), Value::Text(account.as_str()), Value::moment(made_at), Value::moment(ends_at)];
    tx.execute(statement!("invitation/add"), &values).map(|_| ())
}

/// The invitation that something shown names, if its account is open; it may have ended by time.
pub fn one(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<Invitation>, DbError> {
    tx.one(statement!("invitation/one"), &[Value::Blob(&id.0)], |row| {
        Ok(Invitation {
            account: AccountId::read(&row, 0)?,
            person: row.parsed(1, "an id", Id::parse)?,
            email: row.text(2)?.to_owned(),
            ends_at: row.moment(3)?,
        })
    })
}

/// The accounts that can be entered by an invitation, with when it ends.
pub fn open(tx: &mut Transaction<'_>, now: Timestamp) -> Result<BTreeMap<AccountId, Timestamp>, DbError> {
    let rows = tx.all(statement!("invitation/open"), &[Value::moment(now)], |row| {
        Ok((AccountId::read(&row, 0)?, row.moment(1)?))
    })?;
    Ok(rows.into_iter().collect())
}

/// Withdraws all invitations to an account.
pub fn withdraw(tx: &mut Transaction<'_>, account: &AccountId) -> Result<(), DbError> {
    tx.execute(statement!("invitation/withdraw"), &[Value::Text(account.as_str())]).map(|_| ())
}

/// Forgets invitations that have ended.
pub fn forget(tx: &mut Transaction<'_>, now: Timestamp) -> Result<u64, DbError> {
    tx.execute(statement!("invitation/forget"), &[Value::moment(now)])
}
