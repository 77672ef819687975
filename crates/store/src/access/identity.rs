//! Who somebody is for a service of OpenID Connect: one identity for an account with each issuer.

use jiff::Timestamp;

use super::{AccountId, SecretDigest};
use crate::db::{DbError, Row, Transaction, Value, statement};

/// An identity with the account that it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The account.
    pub account: AccountId,
    /// The service that vouches for it, by its issuer identifier (OpenID Connect Core 1.0, section 2).
    pub issuer: String,
    /// When the two were linked.
    pub linked_at: Timestamp,
}

/// Links an identity, by the digest of issuer and subject, to an account.
pub fn add(tx: &mut Transaction<'_>, id: &SecretDigest, identity: &Identity) -> Result<(), DbError> {
    let values = [
        Value::Blob(&id.0),
        Value::Text(identity.account.as_str()),
        Value::Text(&identity.issuer),
        Value::moment(identity.linked_at),
    ];
    tx.execute(statement!("identity/add"), &values).map(|_| ())
}

/// The identity of a digest, if it is linked.
pub fn one(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<Identity>, DbError> {
    tx.one(statement!("identity/one"), &[Value::Blob(&id.0)], |row| read(&row))
}

/// The identities that open an account, by issuer.
pub fn of_account(tx: &mut Transaction<'_>, account: &AccountId) -> Result<Vec<Identity>, DbError> {
    tx.all(statement!("identity/of_account"), &[Value::Text(account.as_str())], |row| read(&row))
}

/// Unlinks the identity that an issuer vouches for; says whether there was one.
pub fn remove(tx: &mut Transaction<'_>, account: &AccountId, issuer: &str) -> Result<bool, DbError> {
    let values = [Value::Text(account.as_str()), Value::Text(issuer)];
    Ok(tx.execute(statement!("identity/remove"), &values)? == 1)
}

/// Unlinks all identities of an account; says how many.
pub fn remove_all(tx: &mut Transaction<'_>, account: &AccountId) -> Result<u64, DbError> {
    tx.execute(statement!("identity/remove_all"), &[Value::Text(account.as_str())])
}

fn read(row: &Row<'_>) -> Result<Identity, DbError> {
    Ok(Identity { account: AccountId::read(row, 0)?, issuer: row.text(1)?.to_owned(), linked_at: row.moment(2)? })
}
