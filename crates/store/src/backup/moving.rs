//! Moving a journal from one database into another, row by row: nothing of it is written anywhere else on the way.

use adhere_journal::frontier::Frontier;

use super::reading::add;
use super::{BackupError, Progress};
use crate::audit::{Audit, AuditProgress, chain};
use crate::db::{DbError, Transaction, Value, statement};
use crate::error::StoreError;
use crate::journal::{self, Head, each_leaf, number, read_head};
use crate::projection::rebuild;

/// How many checkpoints are held at once.
const CHUNK: u64 = 1000;

/// Copies everything that was recorded into a database without entries, and holds it there against what was signed.
pub(super) fn copy(
    from: &mut Transaction<'_>,
    into: &mut Transaction<'_>,
    head: &Head,
    progress: Progress<'_>,
) -> Result<(), BackupError> {
    if let Some(there) = journal::head(into)? {
        return Err(BackupError::NotEmpty(there.size));
    }
    let mut frontier = Frontier::default();
    each_leaf(from, 0, |_, leaf| {
        add(into, &mut frontier, &leaf.body)?;
        if let Some((salt, body)) = &leaf.opening {
            let values = [number(leaf.entry_id), Value::Blob(salt), Value::Blob(body)];
            into.execute(statement!("journal/keep_opening"), &values)?;
        }
        progress(frontier.size(), head.size);
        Ok::<_, BackupError>(())
    })?;
    checkpoints(from, into)?;
    witnesses(from, into)?;
    let mut audit = Audit::default();
    chain::look_at(into, &AuditProgress::default(), &mut audit)?;
    if let Some(finding) = audit.findings.into_iter().next() {
        return Err(BackupError::Unsound(finding));
    }
    rebuild(into)?;
    Ok(())
}

fn checkpoints(from: &mut Transaction<'_>, into: &mut Transaction<'_>) -> Result<(), DbError> {
    let mut after = Value::Integer(-1);
    loop {
        let rows = from.all(statement!("journal/checkpoints"), &[after, number(CHUNK)], |row| {
            Ok((read_head(&row)?, row.optional_count(3)?))
        })?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        after = number(last.size);
        for (head, previous) in &rows {
            journal::keep_checkpoint(into, previous.unwrap_or_default(), head)?;
        }
    }
}

/// What witnesses said of this journal, and the last that was said of other journals.
fn witnesses(from: &mut Transaction<'_>, into: &mut Transaction<'_>) -> Result<(), StoreError> {
    let cosignatures = from.all(statement!("witness/all_cosignatures"), &[], |row| {
        Ok((row.count(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned()))
    })?;
    for (size, witness, line) in &cosignatures {
        let values = [number(*size), Value::Text(witness), Value::Text(line)];
        into.execute(statement!("witness/keep_cosignature"), &values)?;
    }
    let watched = from.all(statement!("witness/all_watched"), &[], |row| {
        Ok((row.text(0)?.to_owned(), row.count(1)?, row.text(2)?.to_owned()))
    })?;
    for (origin, size, note) in &watched {
        let values = [Value::Text(origin), number(*size), Value::Text(note)];
        into.execute(statement!("witness/keep_watched"), &values)?;
    }
    Ok(())
}
