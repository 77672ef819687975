//! How much of the journal somebody has seen for an organisation, so that what came since can be shown. It is a
//! convenience: nothing rests on it, and it is not in the journal.

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};

use crate::db::{DbError, Transaction, Value, statement};
use crate::journal::number;

/// The size that the journal had when somebody last looked; nothing before the first look.
pub fn seen(
    tx: &mut Transaction<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
) -> Result<Option<u64>, DbError> {
    let values = [Value::Text(person.as_str()), Value::Text(Id::as_str(organisation))];
    tx.one(statement!("visit/one"), &values, |row| row.count(0))
}

/// Notes that somebody has looked at the journal of a size.
pub fn note(
    tx: &mut Transaction<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
    size: u64,
) -> Result<(), DbError> {
    let values = [Value::Text(person.as_str()), Value::Text(Id::as_str(organisation)), number(size)];
    tx.execute(statement!("visit/keep"), &values).map(|_| ())
}
