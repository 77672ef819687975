//! Who holds which role for whom, from which day to which; and what people are called.

use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::{OrganisationId, Person, PersonId};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;

use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("person"), table!("role_grant")], apply };

/// The roles of a person, those that have ended too.
pub fn of_person(tx: &mut Transaction<'_>, person: &PersonId) -> Result<Vec<Grant>, DbError> {
    tx.all(statement!("role_grant/of_person"), &[Value::Text(person.as_str())], |row| read(&row, 0))
}

/// The roles for an organisation, those that have ended too, with what those who hold them are called.
pub fn of_organisation(
    tx: &mut Transaction<'_>,
    organisation: &OrganisationId,
) -> Result<Vec<(Grant, Option<NonEmptyText>)>, DbError> {
    tx.all(statement!("role_grant/of_organisation"), &[Value::Text(organisation.as_str())], |row| {
        Ok((read(&row, 0)?, row.optional_parsed(5, "a name", NonEmptyText::parse)?))
    })
}

/// What a person is called; nothing when nobody is registered under the id, or it was erased.
pub fn name(tx: &mut Transaction<'_>, person: &PersonId) -> Result<Option<NonEmptyText>, DbError> {
    tx.one(statement!("person/name"), &[Value::Text(person.as_str())], |row| {
        row.parsed(0, "a name", NonEmptyText::parse)
    })
}

/// People after one in their order, at most so many.
pub fn people(
    tx: &mut Transaction<'_>,
    after: Option<&PersonId>,
    limit: u64,
) -> Result<Vec<(PersonId, Person)>, DbError> {
    let after = after.map(PersonId::as_str).unwrap_or_default();
    tx.all(statement!("person/list"), &[Value::Text(after), number(limit)], |row| {
        let name = row.parsed(1, "a name", NonEmptyText::parse)?;
        Ok((row.parsed(0, "an id", Id::parse)?, Person { name }))
    })
}

fn read(row: &Row<'_>, column: usize) -> Result<Grant, DbError> {
    let role = |text: &str| Role::ALL.into_iter().find(|(_, id)| *id == text).map(|(role, _)| role);
    Ok(Grant {
        person: row.parsed(column, "an id", Id::parse)?,
        organisation: row.parsed(column + 1, "an id", Id::parse)?,
        role: row.parsed(column + 2, "a role", role)?,
        from: row.parsed(column + 3, "a day", |text| text.parse().ok())?,
        until: row.optional_parsed(column + 4, "a day", |text| text.parse().ok())?,
        source: None,
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Party(event) = &recorded.event else { return Ok(()) };
    match event {
        PartyEvent::PersonRegistered(id, person) | PartyEvent::PersonChanged(id, person) => {
            // A change counts also where what it changed was erased.
            let values = [Value::Text(id.as_str()), Value::Text(person.name.as_str())];
            tx.execute(statement!("person/keep"), &values).map(|_| ())
        }
        PartyEvent::RoleGranted(grant) => {
            let until = grant.until.map(|until| until.to_string());
            let values = [
                number(recorded.entry_id),
                Value::Text(grant.person.as_str()),
                Value::Text(grant.organisation.as_str()),
                Value::Text(grant.role.id()),
                Value::Text(&grant.from.to_string()),
                until.as_deref().map_or(Value::Null, Value::Text),
            ];
            tx.add(statement!("role_grant/add"), &values)
        }
        PartyEvent::RoleRevoked(revocation) => {
            let values = [
                Value::Text(&revocation.from.to_string()),
                Value::Text(revocation.person.as_str()),
                Value::Text(revocation.organisation.as_str()),
                Value::Text(revocation.role.id()),
            ];
            tx.execute(statement!("role_grant/revoke"), &values).map(|_| ())
        }
        PartyEvent::OrganisationRegistered(..)
        | PartyEvent::OrganisationChanged(..)
        | PartyEvent::SecondFactorDemanded(_)
        | PartyEvent::SecondFactorLeft(_)
        | PartyEvent::KeyAdded(_)
        | PartyEvent::KeyRotated { .. }
        | PartyEvent::KeyRevoked { .. } => Ok(()),
    }
}
