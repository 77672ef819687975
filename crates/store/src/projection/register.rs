//! The register: adherences with their stages and ends, interests, and what sources say; for every day, as it was known
//! at every moment.
//!
//! A row is never taken out: what an entry makes known otherwise is marked as superseded by it.

mod column;
mod standing;

use adhere_domain::adherence::register::event::{
    Change, Declaration, Interest, Listed, Listing, Passage, RegisterEvent,
};
use adhere_domain::adherence::register::life::{AdherenceId, Terms};
use adhere_domain::codes::id::PartId;
use jiff::civil::Date;

pub use self::standing::{Wanted, count, keys, standing};

use self::column::{ScopeColumns, list_of};
use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection {
    tables: &[
        table!("adherence"),
        table!("adherence_stage"),
        table!("adherence_end"),
        table!("interest"),
        table!("listing"),
    ],
    apply,
};

/// An entry as it is applied: its place, when it was recorded, as parameters.
#[derive(Clone, Copy)]
struct Entry {
    id: Value<'static>,
    at: Value<'static>,
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Register(event) = &recorded.event else { return Ok(()) };
    let entry = Entry { id: number(recorded.entry_id), at: Value::moment(recorded.at) };
    match event {
        RegisterEvent::Declared(declaration) => declare(tx, declaration, entry),
        RegisterEvent::Changed(change) => self::change(tx, change, entry),
        RegisterEvent::Passed(passage) => pass(tx, passage, entry),
        RegisterEvent::Withdrawn(withdrawal) => end(tx, &withdrawal.id, withdrawal.from, None, entry),
        RegisterEvent::Ended(ending) => end(tx, &ending.id, ending.from, Some(&ending.by), entry),
        RegisterEvent::InterestDeclared(interest) => declare_interest(tx, interest, entry),
        RegisterEvent::Listed(listing) => list(tx, listing, entry),
    }
}

fn declare(tx: &mut Transaction<'_>, declaration: &Declaration, entry: Entry) -> Result<(), DbError> {
    let (since, signed_on) = (declaration.since.to_string(), declaration.signed.on.to_string());
    let source = declaration.source.as_ref().map(ToString::to_string);
    let values = [
        Value::Text(declaration.id.as_str()),
        Value::Text(declaration.provider.as_str()),
        Value::Text(declaration.code.as_str()),
        Value::Text(&since),
        Value::Text(declaration.signed.by.as_str()),
        Value::Text(&signed_on),
        source.as_deref().map_or(Value::Null, Value::Text),
        entry.id,
    ];
    tx.add(statement!("adherence/add"), &values)?;
    add_stage(tx, &declaration.id, &declaration.terms, &since, entry)
}

fn add_stage(
    tx: &mut Transaction<'_>,
    id: &AdherenceId,
    terms: &Terms,
    since: &str,
    entry: Entry,
) -> Result<(), DbError> {
    let scope = ScopeColumns::of(&terms.scope);
    let models = terms.models.as_ref().map(list_of);
    let values = [
        Value::Text(id.as_str()),
        Value::Text(terms.version.as_str()),
        scope.scope(),
        scope.chapters(),
        models.as_deref().map_or(Value::Null, Value::Text),
        Value::Text(since),
        entry.id,
        entry.at,
    ];
    tx.add(statement!("adherence_stage/add"), &values)
}

/// What was known of an adherence from a day on is superseded; what was known of the days before stays.
fn supersede(tx: &mut Transaction<'_>, id: &AdherenceId, from: &str, entry: Entry) -> Result<(), DbError> {
    let (id, from) = (Value::Text(id.as_str()), Value::Text(from));
    tx.execute(statement!("adherence_stage/supersede"), &[entry.id, entry.at, id, from])?;
    tx.execute(statement!("adherence_stage/shorten"), &[from, id, entry.id]).map(|_| ())
}

fn change(tx: &mut Transaction<'_>, change: &Change, entry: Entry) -> Result<(), DbError> {
    let from = change.from.to_string();
    supersede(tx, &change.id, &from, entry)?;
    let values = [Value::Text(change.id.as_str()), entry.id];
    let stages = tx.all(statement!("adherence_stage/superseded"), &values, |row| {
        Ok((row.text(0)?.to_owned(), row.parsed(1, "an id", PartId::parse)?))
    })?;
    // The version stays: that of the last stage.
    let Some((_, version)) = stages.into_iter().max() else { return Ok(()) };
    let terms = Terms { version, scope: change.scope.clone(), models: change.models.clone() };
    add_stage(tx, &change.id, &terms, &from, entry)
}

fn pass(tx: &mut Transaction<'_>, passage: &Passage, entry: Entry) -> Result<(), DbError> {
    let from = passage.from.to_string();
    supersede(tx, &passage.id, &from, entry)?;
    let values = [Value::Text(passage.to.as_str()), Value::Text(&from), Value::Text(passage.id.as_str()), entry.id];
    tx.execute(statement!("adherence_stage/pass"), &values).map(|_| ())
}

/// Ends an adherence: by a version, or by its withdrawal.
fn end(
    tx: &mut Transaction<'_>,
    id: &AdherenceId,
    from: Date,
    by: Option<&PartId>,
    entry: Entry,
) -> Result<(), DbError> {
    let from = from.to_string();
    supersede(tx, id, &from, entry)?;
    tx.execute(statement!("adherence_end/supersede"), &[entry.id, entry.at, Value::Text(id.as_str())])?;
    let (ended_by, version) = match by {
        None => ("withdrawal", Value::Null),
        Some(version) => ("new-version", Value::Text(version.as_str())),
    };
    let values = [Value::Text(id.as_str()), Value::Text(ended_by), version, Value::Text(&from), entry.id, entry.at];
    tx.add(statement!("adherence_end/add"), &values)
}

fn declare_interest(tx: &mut Transaction<'_>, interest: &Interest, entry: Entry) -> Result<(), DbError> {
    let values = [
        entry.id,
        Value::Text(interest.provider.as_str()),
        Value::Text(interest.code.as_str()),
        Value::Text(interest.signed.by.as_str()),
        Value::Text(&interest.signed.on.to_string()),
        entry.at,
    ];
    tx.add(statement!("interest/add"), &values)
}

fn list(tx: &mut Transaction<'_>, listing: &Listing, entry: Entry) -> Result<(), DbError> {
    let scope = match &listing.listed {
        Listed::Signatory(scope) => Some(ScopeColumns::of(scope)),
        Listed::NotSignatory => None,
    };
    let since = listing.since.map(|since| since.to_string());
    let values = [
        entry.id,
        Value::Text(listing.provider.as_str()),
        Value::Text(listing.code.as_str()),
        scope.as_ref().map_or(Value::Null, ScopeColumns::scope),
        scope.as_ref().map_or(Value::Null, ScopeColumns::chapters),
        Value::Text(listing.source.as_str()),
        Value::Text(&listing.as_of.to_string()),
        since.as_deref().map_or(Value::Null, Value::Text),
        listing.note.as_ref().map_or(Value::Null, |note| Value::Text(note.as_str())),
        entry.at,
    ];
    tx.add(statement!("listing/add"), &values)
}

#[cfg(test)]
mod tests;
