//! What programs asked for under keys of their own, with the entries that it came to. It is not in the journal: it is
//! kept with the entries in one transaction, so that both are saved or neither, and forgotten when it is old.

use jiff::Timestamp;

use crate::db::{DbError, Transaction, Value, statement};
use crate::journal::number;

/// What came of something that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnsweredRequest {
    /// The SHA-256 of what was asked for.
    pub request: [u8; 32],
    /// The place of the first entry that it made, or would have made.
    pub first_entry: u64,
    /// How many entries it made.
    pub entries: u64,
}

/// Keeps what came of a request, under the SHA-256 of who asked and the key.
pub fn add(tx: &mut Transaction<'_>, id: &[u8; 32], answered: &AnsweredRequest, at: Timestamp) -> Result<(), DbError> {
    let AnsweredRequest { request, first_entry, entries } = answered;
    let values = [Value::Blob(id), Value::Blob(request), number(*first_entry), number(*entries), Value::moment(at)];
    tx.execute(statement!("answered_request/add"), &values).map(|_| ())
}

/// What came of the request that was asked for under a key, if one was.
pub fn one(tx: &mut Transaction<'_>, id: &[u8; 32]) -> Result<Option<AnsweredRequest>, DbError> {
    tx.one(statement!("answered_request/one"), &[Value::Blob(id)], |row| {
        let request = row.blob(0)?.try_into().map_err(|_| row.not(0, "a digest"))?;
        Ok(AnsweredRequest { request, first_entry: row.count(1)?, entries: row.count(2)? })
    })
}

/// Forgets what was answered by a moment.
pub fn forget(tx: &mut Transaction<'_>, by: Timestamp) -> Result<(), DbError> {
    tx.execute(statement!("answered_request/forget"), &[Value::moment(by)]).map(|_| ())
}
