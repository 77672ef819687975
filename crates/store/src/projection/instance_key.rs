//! The keys of the instance itself: which counts from which entry on.

use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, InstanceEvent, KeyPurpose, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("instance_key")], apply };

/// A key of the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceKey {
    /// The entry with which it began to count.
    pub entry_id: u64,
    /// The public key, as notes have it.
    pub key: String,
}

/// The keys for a purpose, from the first to the one that counts now.
pub fn list(tx: &mut Transaction<'_>, purpose: KeyPurpose) -> Result<Vec<InstanceKey>, DbError> {
    tx.all(statement!("instance_key/of"), &[Value::Text(purpose.id())], |row| {
        Ok(InstanceKey { entry_id: row.count(0)?, key: row.text(1)?.to_owned() })
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    match &recorded.event {
        Event::Instance(InstanceEvent::Created { log_key, witness_key, .. }) => {
            add(tx, recorded, KeyPurpose::Log, log_key)?;
            add(tx, recorded, KeyPurpose::Witness, witness_key)
        }
        Event::Instance(InstanceEvent::KeyRotated { purpose, new, .. }) => add(tx, recorded, *purpose, new),
        _ => Ok(()),
    }
}

fn add(tx: &mut Transaction<'_>, recorded: &Recorded, purpose: KeyPurpose, key: &str) -> Result<(), DbError> {
    let values = [Value::Text(purpose.id()), number(recorded.entry_id), Value::Text(key)];
    tx.add(statement!("instance_key/add"), &values)
}
