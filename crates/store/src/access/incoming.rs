//! A folder that somebody uploaded for an organisation and has not confirmed yet: the files in it, by their digests. Who
//! uploads another has one. It is not in the journal.

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use jiff::Timestamp;

use crate::db::{DbError, Transaction, Value, statement};

/// Keeps what was uploaded, in the place of what was before.
pub fn keep(
    tx: &mut Transaction<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
    files: &str,
    at: Timestamp,
) -> Result<(), DbError> {
    let values =
        [Value::Text(person.as_str()), Value::Text(Id::as_str(organisation)), Value::Text(files), Value::moment(at)];
    tx.execute(statement!("incoming_folder/keep"), &values).map(|_| ())
}

/// What was uploaded last and not confirmed.
pub fn one(
    tx: &mut Transaction<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
) -> Result<Option<String>, DbError> {
    let values = [Value::Text(person.as_str()), Value::Text(Id::as_str(organisation))];
    tx.one(statement!("incoming_folder/one"), &values, |row| Ok(row.text(0)?.to_owned()))
}

/// Forgets what was uploaded.
pub fn forget(tx: &mut Transaction<'_>, person: &PersonId, organisation: &OrganisationId) -> Result<(), DbError> {
    let values = [Value::Text(person.as_str()), Value::Text(Id::as_str(organisation))];
    tx.execute(statement!("incoming_folder/forget"), &values).map(|_| ())
}
