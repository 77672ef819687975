//! From a leaf of the journal to the event that it records.

use std::collections::BTreeMap;

use adhere_journal::entry::Entry;
use adhere_journal::private::{Opening, Record};

use crate::db::{Transaction, Value, statement};
use crate::error::StoreError;
use crate::event::{Area, Event, Recorded};
use crate::journal::{Leaf, leaves, read_leaf};

/// The event of a leaf; nothing when the leaf is private and what opened it was erased.
///
/// # Errors
/// The leaf is not an entry, is of a kind that is not known, or what is kept of it does not open it.
pub(crate) fn opened(leaf: Leaf) -> Result<Option<Recorded>, StoreError> {
    let entry_id = leaf.entry_id;
    opened_entry(leaf)?.map(|entry| recorded(entry_id, entry)).transpose()
}

/// The entry of a leaf; nothing when the leaf is private and what opened it was erased.
///
/// # Errors
/// The leaf is not an entry, or what is kept of it does not open it.
pub(crate) fn opened_entry(leaf: Leaf) -> Result<Option<Entry>, StoreError> {
    let Leaf { entry_id, body, opening } = leaf;
    match opening {
        Some((salt, bytes)) if Record::is_private(&body) => {
            let salt = salt.try_into().map_err(|_| StoreError::Opening { entry_id })?;
            let opening = Opening::parse(salt, bytes)?;
            if !opening.opens_leaf(&body)? {
                return Err(StoreError::Opening { entry_id });
            }
            Ok(Some(opening.into_entry()))
        }
        _ => match Record::parse(&body)? {
            Record::Public(entry) => Ok(Some(entry)),
            Record::Private(_) => Ok(None),
        },
    }
}

/// Everything of an area that was recorded and names any of some subjects, in the order in which it was recorded.
///
/// What decides about a subject is what was recorded of it: no table that follows stands between.
pub fn about(tx: &mut Transaction<'_>, area: Area, subjects: &[String]) -> Result<Vec<Recorded>, StoreError> {
    tx.flush_mentions()?;
    let mut leaves = BTreeMap::new();
    for subject in subjects {
        let values = [Value::Text(subject), Value::Text(area.id())];
        for leaf in tx.all(statement!("mention/entries"), &values, |row| read_leaf(&row))? {
            leaves.insert(leaf.entry_id, leaf);
        }
    }
    leaves.into_values().filter_map(|leaf| opened(leaf).transpose()).collect()
}

/// Everything of an area that was recorded, in the order in which it was.
pub fn all(tx: &mut Transaction<'_>, area: Area) -> Result<Vec<Recorded>, StoreError> {
    tx.flush_mentions()?;
    let leaves = tx.all(statement!("mention/area"), &[Value::Text(area.id())], |row| read_leaf(&row))?;
    leaves.into_iter().filter_map(|leaf| opened(leaf).transpose()).collect()
}

/// One entry as it was recorded; nothing when there is none, or when it was erased.
pub fn entry(tx: &mut Transaction<'_>, entry_id: u64) -> Result<Option<Recorded>, StoreError> {
    let leaf = leaves(tx, entry_id, 1)?.pop().filter(|leaf| leaf.entry_id == entry_id);
    leaf.map_or(Ok(None), opened)
}

fn recorded(entry_id: u64, entry: Entry) -> Result<Recorded, StoreError> {
    let event = Event::parse(&entry.kind, &entry.subject, &entry.payload);
    let event = event.map_err(|source| StoreError::Event { entry_id, source })?;
    Ok(Recorded { entry_id, at: entry.at, actor: entry.actor, kind: entry.kind, subject: entry.subject, event })
}
