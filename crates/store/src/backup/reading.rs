//! Restoring a backup: every entry is held against the signed checkpoint before anything is kept.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use adhere_journal::bundle::{self, BundleId};
use adhere_journal::checkpoint::SignedCheckpoint;
use adhere_journal::frontier::Frontier;
use adhere_journal::hash::Hash;
use adhere_journal::key::LogKey;
use adhere_journal::private::Opening;
use serde::de::DeserializeOwned;

use super::form::{CheckpointLine, CosignatureLine, OpeningLine, WatchedLine};
use super::{BackupError, Progress, names};
use crate::db::{Transaction, Value, statement};
use crate::error::StoreError;
use crate::journal::{self, Head, number};
use crate::projection::rebuild;

/// Reads a backup into a database without entries.
pub(super) fn read(
    tx: &mut Transaction<'_>,
    folder: &Path,
    log: &LogKey,
    progress: Progress<'_>,
) -> Result<Head, BackupError> {
    if let Some(head) = journal::head(tx)? {
        return Err(BackupError::NotEmpty(head.size));
    }
    let note = bytes(&folder.join(names::CHECKPOINT))?;
    let signed = SignedCheckpoint::open(&note, std::slice::from_ref(log)).map_err(BackupError::Checkpoint)?;
    let (size, root) = (signed.checkpoint().size, signed.checkpoint().root);
    let frontier = entries(tx, folder, size, progress)?;
    if frontier.root() != root {
        return Err(BackupError::Root);
    }
    each_line(&folder.join(names::CHECKPOINTS), |line: CheckpointLine| {
        let own = SignedCheckpoint::open(line.note.as_bytes(), std::slice::from_ref(log));
        let root = own.map_err(BackupError::Checkpoint)?.checkpoint().root;
        let head = Head { size: line.size, root, note: line.note };
        Ok(journal::keep_checkpoint(tx, line.previous, &head)?)
    })?;
    each_line(&folder.join(names::OPENINGS), |OpeningLine { entry_id, salt, body }: OpeningLine| {
        let salt = salt.0.try_into().map_err(|_| StoreError::Opening { entry_id })?;
        let opening = Opening::parse(salt, &body.0).map_err(|source| BackupError::Opening { entry_id, source })?;
        Ok(journal::keep_opening(tx, entry_id, &opening)?)
    })?;
    each_line(&folder.join(names::COSIGNATURES), |line: CosignatureLine| {
        let values = [number(line.size), Value::Text(&line.witness), Value::Text(&line.line)];
        Ok(tx.execute(statement!("witness/keep_cosignature"), &values).map(|_| ())?)
    })?;
    each_line(&folder.join(names::WATCHED), |line: WatchedLine| {
        let values = [Value::Text(&line.origin), number(line.size), Value::Text(&line.note)];
        Ok(tx.execute(statement!("witness/keep_watched"), &values).map(|_| ())?)
    })?;
    rebuild(tx)?;
    let head = journal::head(tx)?.filter(|head| head.size == size && head.root == root);
    head.ok_or(BackupError::Root)
}

/// The entries, with the tiles that they fill.
fn entries(
    tx: &mut Transaction<'_>,
    folder: &Path,
    size: u64,
    progress: Progress<'_>,
) -> Result<Frontier, BackupError> {
    let mut frontier = Frontier::default();
    let mut index = 0;
    while let Some(id) = BundleId::in_log(index, size) {
        let path = folder.join(id.to_string());
        let bytes = bytes(&path)?;
        let bodies = bundle::parse(&bytes, id.width());
        for body in bodies.map_err(|source| BackupError::Bundle { path: path.clone(), source })? {
            journal::append(tx, frontier.size(), body)?;
            let mut kept = Ok(());
            frontier.append(Hash::of_leaf(body), |id, hashes| {
                if kept.is_ok() {
                    kept = journal::keep_tile(tx, id, hashes);
                }
            });
            kept?;
        }
        index += 1;
        progress(frontier.size(), size);
    }
    Ok(frontier)
}

fn bytes(path: &Path) -> Result<Vec<u8>, BackupError> {
    fs::read(path).map_err(|source| BackupError::Io { path: path.to_owned(), source })
}

fn each_line<L: DeserializeOwned>(
    path: &Path,
    mut each: impl FnMut(L) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let failed = |source| BackupError::Io { path: path.to_owned(), source };
    let lines = BufReader::new(File::open(path).map_err(failed)?).lines();
    for (number, line) in (1..).zip(lines) {
        let wrong = || BackupError::Line { path: path.to_owned(), line: number };
        each(serde_json::from_str(&line.map_err(failed)?).map_err(|_| wrong())?)?;
    }
    Ok(())
}
