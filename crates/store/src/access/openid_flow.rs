//! Those who were sent to a service of OpenID Connect and are to come back: whichever node answers then knows them.

use jiff::Timestamp;

use super::SecretDigest;
use crate::db::{DbError, Transaction, Value, statement};

/// Somebody who is to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenIdFlow {
    /// What the browser that was sent keeps.
    pub browser: SecretDigest,
    /// As what its coming was counted.
    pub place: String,
    /// Where to go on to, on this site.
    pub destination: String,
    /// When it is too late to come back.
    pub ends_at: Timestamp,
}

/// Keeps who was sent, by what comes back with them.
pub fn add(tx: &mut Transaction<'_>, id: &SecretDigest, flow: &OpenIdFlow) -> Result<(), DbError> {
    let values = [
        Value::Blob(&id.0),
        Value::Blob(&flow.browser.0),
        Value::Text(&flow.place),
        Value::Text(&flow.destination),
        Value::moment(flow.ends_at),
    ];
    tx.execute(statement!("openid_flow/add"), &values).map(|_| ())
}

/// Who was sent with what comes back; it may be too late.
pub fn one(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<OpenIdFlow>, DbError> {
    tx.one(statement!("openid_flow/one"), &[Value::Blob(&id.0)], |row| {
        Ok(OpenIdFlow {
            browser: SecretDigest::read(&row, 0)?,
            place: row.text(1)?.to_owned(),
            destination: row.text(2)?.to_owned(),
            ends_at: row.moment(3)?,
        })
    })
}

/// Ends it, because somebody came back; says whether nobody had before.
pub fn end(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<bool, DbError> {
    Ok(tx.execute(statement!("openid_flow/end"), &[Value::Blob(&id.0)])? == 1)
}

/// Forgets those who can come back no longer.
pub fn forget(tx: &mut Transaction<'_>, now: Timestamp) -> Result<u64, DbError> {
    tx.execute(statement!("openid_flow/forget"), &[Value::moment(now)])
}
