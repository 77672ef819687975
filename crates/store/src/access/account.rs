//! Accounts of people.

use std::fmt;

use adhere_domain::id::Id;
use adhere_domain::parties::organisation::PersonId;
use jiff::Timestamp;

use super::AccountId;
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::journal::number;

/// An account of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The address to which letters go, and by which the person signs in; in small letters.
    pub email: String,
    /// What tells whether a password is the right one, in the form of PHC; nothing before one was set.
    pub password: Option<String>,
    /// What the second factor is made from, if there is one.
    pub second_factor: Option<Vec<u8>>,
    /// The last step of time for which the second factor was used: it is used once.
    pub second_factor_step: Option<u64>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, if it was.
    pub closed_at: Option<Timestamp>,
}

impl fmt::Debug for Account {
    /// Without what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("id", &self.id).field("person", &self.person).finish_non_exhaustive()
    }
}

/// Opens an account without a password.
pub fn add(
    tx: &mut Transaction<'_>,
    id: &AccountId,
    person: &PersonId,
    email: &str,
    opened_at: Timestamp,
) -> Result<(), DbError> {
    let values = [Value::Text(id.as_str()), Value::Text(person.as_str()), Value::Text(email), Value::moment(opened_at)];
    tx.execute(statement!("account/add"), &values).map(|_| ())
}

/// The account with an id.
pub fn one(tx: &mut Transaction<'_>, id: &AccountId) -> Result<Option<Account>, DbError> {
    tx.one(statement!("account/one"), &[Value::Text(id.as_str())], |row| read(&row))
}

/// The account with an address.
pub fn of_email(tx: &mut Transaction<'_>, email: &str) -> Result<Option<Account>, DbError> {
    tx.one(statement!("account/of_email"), &[Value::Text(email)], |row| read(&row))
}

/// The account of a person.
pub fn of_person(tx: &mut Transaction<'_>, person: &PersonId) -> Result<Option<Account>, DbError> {
    tx.one(statement!("account/of_person"), &[Value::Text(person.as_str())], |row| read(&row))
}

/// Accounts after that of a person, in the order of people, at most so many.
pub fn list(tx: &mut Transaction<'_>, after: Option<&PersonId>, limit: u64) -> Result<Vec<Account>, DbError> {
    let after = after.map(PersonId::as_str).unwrap_or_default();
    tx.all(statement!("account/list"), &[Value::Text(after), number(limit)], |row| read(&row))
}

/// Sets what tells whether a password is the right one.
pub fn set_password(tx: &mut Transaction<'_>, id: &AccountId, password: &str) -> Result<(), DbError> {
    let values = [Value::Text(password), Value::Text(id.as_str())];
    tx.execute(statement!("account/set_password"), &values).map(|_| ())
}

/// Sets what the second factor is made from, with the step of time for which it was used; or takes it away.
pub fn set_second_factor(
    tx: &mut Transaction<'_>,
    id: &AccountId,
    second_factor: Option<(&[u8], u64)>,
) -> Result<(), DbError> {
    let (secret, step) = match second_factor {
        Some((secret, step)) => (Value::Blob(secret), number(step)),
        None => (Value::Null, Value::Null),
    };
    tx.execute(statement!("account/set_second_factor"), &[secret, step, Value::Text(id.as_str())]).map(|_| ())
}

/// Uses the second factor for a step of time; says whether that step was not used yet.
pub fn use_step(tx: &mut Transaction<'_>, id: &AccountId, step: u64) -> Result<bool, DbError> {
    let values = [number(step), Value::Text(id.as_str())];
    Ok(tx.execute(statement!("account/use_step"), &values)? == 1)
}

/// Opens a closed account again, without a password.
pub fn open_again(tx: &mut Transaction<'_>, id: &AccountId, email: &str) -> Result<(), DbError> {
    let values = [Value::Text(email), Value::Text(id.as_str())];
    tx.execute(statement!("account/open_again"), &values).map(|_| ())
}

/// Closes an account; says whether it was open.
pub fn close(tx: &mut Transaction<'_>, id: &AccountId, at: Timestamp) -> Result<bool, DbError> {
    Ok(tx.execute(statement!("account/close"), &[Value::moment(at), Value::Text(id.as_str())])? == 1)
}

fn read(row: &Row<'_>) -> Result<Account, DbError> {
    Ok(Account {
        id: AccountId::read(row, 0)?,
        person: row.parsed(1, "an id", Id::parse)?,
        email: row.text(2)?.to_owned(),
        password: row.optional_text(3)?.map(str::to_owned),
        second_factor: row.optional_blob(4)?.map(<[u8]>::to_vec),
        second_factor_step: row.optional_count(5)?,
        opened_at: row.moment(6)?,
        closed_at: row.optional_moment(7)?,
    })
}
