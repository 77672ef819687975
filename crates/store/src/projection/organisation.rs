//! Organisations: what is known of each, and what was known at any moment before.

use std::collections::BTreeSet;

use adhere_domain::law::country::Country;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::{Organisation, OrganisationId, OrganisationKind};
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;

use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection =
    Projection { tables: &[table!("organisation"), table!("organisation_stage")], apply };

/// An organisation as it was known at a moment, that moment included.
pub fn known(
    tx: &mut Transaction<'_>,
    organisation: &OrganisationId,
    known_at: Timestamp,
) -> Result<Option<Organisation>, DbError> {
    let values = [Value::Text(organisation.as_str()), Value::moment(known_at)];
    tx.one(statement!("organisation_stage/known"), &values, |row| read(&row, 0))
}

/// Organisations after one in their order, at most so many.
pub fn list(
    tx: &mut Transaction<'_>,
    after: Option<&OrganisationId>,
    limit: u64,
) -> Result<Vec<(OrganisationId, Organisation)>, DbError> {
    let after = after.map(OrganisationId::as_str).unwrap_or_default();
    tx.all(statement!("organisation_stage/list"), &[Value::Text(after), number(limit)], |row| {
        Ok((row.parsed(0, "an id", OrganisationId::parse)?, read(&row, 1)?))
    })
}

/// Name, kinds and country from a column on.
fn read(row: &Row<'_>, column: usize) -> Result<Organisation, DbError> {
    let kind = |text: &str| OrganisationKind::ALL.into_iter().find(|(_, id)| *id == text).map(|(kind, _)| kind);
    let kinds = |text: &str| text.split_whitespace().map(kind).collect::<Option<BTreeSet<_>>>();
    let country = match row.optional_text(column + 2)? {
        None => None,
        Some(_) => Some(row.parsed(column + 2, "a country's code", Country::parse)?),
    };
    Ok(Organisation {
        name: row.parsed(column, "a name", NonEmptyText::parse)?,
        kinds: row.parsed(column + 1, "kinds of organisation", kinds)?,
        country,
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let entry = number(recorded.entry_id);
    let (id, organisation) = match &recorded.event {
        Event::Party(PartyEvent::OrganisationRegistered(id, organisation)) => {
            tx.add(statement!("organisation/add"), &[Value::Text(id.as_str()), entry])?;
            (id, organisation)
        }
        Event::Party(PartyEvent::OrganisationChanged(id, organisation)) => {
            let values = [entry, Value::moment(recorded.at), Value::Text(id.as_str())];
            tx.execute(statement!("organisation_stage/supersede"), &values)?;
            (id, organisation)
        }
        _ => return Ok(()),
    };
    let kinds = organisation.kinds.iter().map(|kind| kind.id()).collect::<Vec<_>>().join(" ");
    let country = organisation.country.as_ref().map(ToString::to_string);
    let values = [
        Value::Text(id.as_str()),
        Value::Text(organisation.name.as_str()),
        Value::Text(&kinds),
        country.as_deref().map_or(Value::Null, Value::Text),
        entry,
        Value::moment(recorded.at),
    ];
    tx.add(statement!("organisation_stage/add"), &values)
}
