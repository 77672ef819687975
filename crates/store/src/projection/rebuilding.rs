//! Emptying the tables that follow from the journal, and filling them again from its entries.

use super::{PROJECTIONS, apply};
use crate::db::Transaction;
use crate::error::StoreError;
use crate::journal::each_leaf;
use crate::reading::opened;

/// Empties every table that follows from the journal and fills it again; says how many entries were applied.
///
/// Entries that were erased are left out, as they were when they were erased.
pub(crate) fn rebuild(tx: &mut Transaction<'_>) -> Result<u64, StoreError> {
    let tables = PROJECTIONS.iter().rev().flat_map(|projection| projection.tables.iter().rev());
    for table in tables {
        tx.execute(table.empty, &[])?;
    }
    let mut applied = 0;
    each_leaf(tx, 0, |tx, leaf| {
        if let Some(recorded) = opened(leaf)? {
            apply(tx, &recorded)?;
            applied += 1;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(applied)
}
