//! How often something was tried lately: what keeps guesses few, on all nodes together.

use jiff::Timestamp;

use crate::db::{DbError, Transaction, Value, statement};

/// How often something was tried in a window that began after a moment.
pub fn count(tx: &mut Transaction<'_>, what: &str, after: Timestamp) -> Result<u64, DbError> {
    let values = [Value::Text(what), Value::moment(after)];
    Ok(tx.one(statement!("attempt/count"), &values, |row| row.count(0))?.unwrap_or_default())
}

/// Counts one more; a window that began at a moment or before it has passed, and a new one begins.
pub fn add(tx: &mut Transaction<'_>, what: &str, now: Timestamp, passed: Timestamp) -> Result<(), DbError> {
    let values = [Value::Text(what), Value::moment(now), Value::moment(passed)];
    tx.execute(statement!("attempt/add"), &values).map(|_| ())
}

/// Forgets what was tried, because it came to a good end.
pub fn clear(tx: &mut Transaction<'_>, what: &str) -> Result<(), DbError> {
    tx.execute(statement!("attempt/clear"), &[Value::Text(what)]).map(|_| ())
}

/// Counts one less, because it came to a good end; the last one of a window stays.
pub fn take_back(tx: &mut Transaction<'_>, what: &str) -> Result<(), DbError> {
    tx.execute(statement!("attempt/take_back"), &[Value::Text(what)]).map(|_| ())
}

/// Forgets all windows that have passed.
pub fn forget(tx: &mut Transaction<'_>, passed: Timestamp) -> Result<u64, DbError> {
    tx.execute(statement!("attempt/forget"), &[Value::moment(passed)])
}
