//! What follows from the journal: every table against what its entries give, and what the engine says of itself.

use super::{Audit, Finding};
use crate::db::{Transaction, statement};
use crate::error::StoreError;
use crate::projection::{content, rebuild, tables};

/// Fills the tables again, beside those that are there, and compares.
pub(super) fn look_at(tx: &mut Transaction<'_>, audit: &mut Audit) -> Result<(), StoreError> {
    tx.each(statement!("audit/engine", per_engine), &[], |row| {
        let report = row.text(0)?;
        if report != "ok" {
            audit.findings.push(Finding::Engine(report.to_owned()));
        }
        Ok(())
    })?;
    let found = content(tx)?;
    audit.rows = found.values().map(|content| content.rows).sum();
    for table in tables() {
        tx.shadow(table)?;
    }
    if let Err(error) = rebuild(tx) {
        if let StoreError::Db(error) = error {
            return Err(error.into());
        }
        audit.findings.push(Finding::NotApplied { reason: error.to_string() });
        return Ok(());
    }
    for (table, expected) in content(tx)? {
        match found.get(table) {
            Some(found) if *found == expected => {}
            other => {
                let found = other.map_or(0, |content| content.rows);
                audit.findings.push(Finding::TableDiffers { table, found, expected: expected.rows });
            }
        }
    }
    Ok(())
}
