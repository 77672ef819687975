//! Recovery codes: each gets somebody in once, in the place of a code of the second factor.

use super::{AccountId, SecretDigest};
use crate::db::{DbError, Transaction, Value, statement};

/// Adds a code of an account.
pub fn add(tx: &mut Transaction<'_>, account: &AccountId, code: &SecretDigest) -> Result<(), DbError> {
    let values = [Value::Blob(&code.0), Value::Text(account.as_str())];
    tx.execute(statement!("recovery_code/add"), &values).map(|_| ())
}

/// Uses a code of an account up; says whether there was one.
pub fn use_up(tx: &mut Transaction<'_>, account: &AccountId, code: &SecretDigest) -> Result<bool, DbError> {
    let values = [Value::Blob(&code.0), Value::Text(account.as_str())];
    Ok(tx.execute(statement!("recovery_code/use_up"), &values)? == 1)
}

/// How many codes of an account are left.
pub fn count(tx: &mut Transaction<'_>, account: &AccountId) -> Result<u64, DbError> {
    let found = tx.one(statement!("recovery_code/count"), &[Value::Text(account.as_str())], |row| row.count(0))?;
    Ok(found.unwrap_or_default())
}

/// Takes all codes of an account away.
pub fn clear(tx: &mut Transaction<'_>, account: &AccountId) -> Result<(), DbError> {
    tx.execute(statement!("recovery_code/clear"), &[Value::Text(account.as_str())]).map(|_| ())
}
