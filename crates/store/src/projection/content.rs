//! What a table holds, as one digest that is the same on both engines.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::PROJECTIONS;
use crate::db::{DbError, Transaction};

/// What a table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over all of their values in order.
    pub digest: [u8; 32],
}

/// What each table that follows from the journal holds, by its name.
pub type Contents = BTreeMap<&'static str, Content>;

/// Reads every table that follows from the journal.
pub(crate) fn content(tx: &mut Transaction<'_>) -> Result<Contents, DbError> {
    tx.flush_mentions()?;
    let tables = PROJECTIONS.iter().flat_map(|projection| projection.tables);
    let contents = tables.map(|table| {
        let mut hasher = Sha256::new();
        let mut rows = 0;
        tx.each(table.all, &[], |row| {
            rows += 1;
            row.digest(&mut hasher)
        })?;
        Ok((table.name, Content { rows, digest: hasher.finalize().into() }))
    });
    contents.collect()
}
