//! Who adhered to what on a day, as far as it was known at a moment: the domain's answer, read from the tables.

use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::adherence::register::life::{AdherenceId, Terms};
use adhere_domain::adherence::register::standing::{DeclaredStanding, ProviderStanding, Standing};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use jiff::civil::Date;

use super::column::{optional_ids, scope};
use crate::db::{DbError, Row, Statement, Transaction, Value, statement};
use crate::journal::number;

/// Which providers are asked for; each is shown whole. What is not said does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// This one alone.
    pub organisation: Option<&'w OrganisationId>,
    /// Those that stand to this code.
    pub code: Option<&'w PartId>,
    /// Those with a scope of this kind, declared or listed: `full`, `art-53` or `chapters`.
    pub scope: Option<&'w str>,
    /// Those with an adherence for this model: for all models, or for this one by name.
    pub model: Option<&'w PartId>,
    /// Those after this place in the order of providers and codes.
    pub after: Option<(&'w OrganisationId, &'w PartId)>,
    /// At most so many.
    pub limit: u64,
}

/// The providers of a page, with the codes they stand to, in their order.
pub fn keys(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    day: Date,
    known_at: Timestamp,
) -> Result<Vec<(OrganisationId, PartId)>, DbError> {
    let (day, known_at) = (day.to_string(), Value::moment(known_at));
    let after = wanted.after.map_or(("", ""), |(organisation, code)| (organisation.as_str(), code.as_str()));
    let keys = [
        Value::Text(&day),
        known_at,
        Value::Text(wanted.scope.unwrap_or_default()),
        Value::Text(wanted.model.map(PartId::as_str).unwrap_or_default()),
        Value::Text(wanted.organisation.map(OrganisationId::as_str).unwrap_or_default()),
        Value::Text(wanted.code.map(PartId::as_str).unwrap_or_default()),
        Value::Text(after.0),
        Value::Text(after.1),
        number(wanted.limit),
    ];
    tx.all(statement!("standing/keys"), &keys, |row| key(&row))
}

/// A page of the standing of providers on a day, with what was recorded until a moment, that moment included.
pub fn standing(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    day: Date,
    known_at: Timestamp,
) -> Result<Standing, DbError> {
    let keys = keys(tx, wanted, day, known_at)?;
    let (day, known_at) = (day.to_string(), Value::moment(known_at));
    let mut standing: Standing = keys.into_iter().map(|key| (key, ProviderStanding::default())).collect();
    let (Some((first, _)), Some((last, _))) = (standing.first_key_value(), standing.last_key_value()) else {
        return Ok(standing);
    };
    let (first, last) = (first.clone(), last.clone());
    let values = [
        known_at,
        Value::Text(&day),
        Value::Text(first.0.as_str()),
        Value::Text(first.1.as_str()),
        Value::Text(last.0.as_str()),
        Value::Text(last.1.as_str()),
    ];
    let mut fill = |statement: &'static Statement, add: fn(&Row<'_>, &mut ProviderStanding) -> Result<(), DbError>| {
        tx.each(statement, &values, |row| match standing.get_mut(&key(&row)?) {
            Some(found) => add(&row, found),
            // Between the first and the last, others do not match.
            None => Ok(()),
        })
    };
    fill(statement!("standing/declared"), declared)?;
    fill(statement!("standing/interested"), interested)?;
    fill(statement!("standing/listed"), listed)?;
    Ok(standing)
}

/// How many providers anything was ever recorded of.
pub fn count(tx: &mut Transaction<'_>) -> Result<u64, DbError> {
    Ok(tx.one(statement!("standing/providers"), &[], |row| row.count(0))?.unwrap_or_default())
}

/// Whose standing to what a row is about.
fn key(row: &Row<'_>) -> Result<(OrganisationId, PartId), DbError> {
    Ok((row.parsed(0, "an id", OrganisationId::parse)?, row.parsed(1, "an id", PartId::parse)?))
}

fn declared(row: &Row<'_>, standing: &mut ProviderStanding) -> Result<(), DbError> {
    let terms =
        Terms { version: row.parsed(5, "an id", PartId::parse)?, scope: scope(row, 6)?, models: optional_ids(row, 8)? };
    standing.declared.push(DeclaredStanding {
        id: row.parsed(2, "an id", AdherenceId::parse)?,
        since: day(row, 3)?,
        terms_since: day(row, 4)?,
        terms,
        until: optional_day(row, 9)?,
    });
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "it is one of three that fill in what rows say")]
fn interested(_: &Row<'_>, standing: &mut ProviderStanding) -> Result<(), DbError> {
    standing.interested = true;
    Ok(())
}

fn listed(row: &Row<'_>, standing: &mut ProviderStanding) -> Result<(), DbError> {
    let (provider, code) = key(row)?;
    let listed = match row.optional_text(2)? {
        None => Listed::NotSignatory,
        Some(_) => Listed::Signatory(scope(row, 2)?),
    };
    let source = row.parsed(4, "a text", NonEmptyText::parse)?;
    let note = match row.optional_text(7)? {
        None => None,
        Some(_) => Some(row.parsed(7, "a text", NonEmptyText::parse)?),
    };
    let (as_of, since) = (day(row, 5)?, optional_day(row, 6)?);
    let name = source.to_string();
    standing.listed.insert(name, Listing { provider, code, listed, source, as_of, since, note });
    Ok(())
}

fn day(row: &Row<'_>, column: usize) -> Result<Date, DbError> {
    row.parsed(column, "a day", |text| text.parse().ok())
}

fn optional_day(row: &Row<'_>, column: usize) -> Result<Option<Date>, DbError> {
    match row.optional_text(column)? {
        None => Ok(None),
        Some(_) => day(row, column).map(Some),
    }
}
