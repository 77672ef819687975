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
use crate::audit::{Audit, AuditProgress, Finding, chain};
use crate::db::{DbError, Transaction, Value, statement};
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
    each_line(&folder.join(names::OPENINGS), |OpeningLine { entry_id, salt, body }: OpeningLine| {
        let salt = salt.0.try_into().map_err(|_| StoreError::Opening { entry_id })?;
        let opening = Opening::parse(salt, body.0).map_err(|source| BackupError::Opening { entry_id, source })?;
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
    // Older checkpoints may be signed with keys that were rotated since, which the entries tell.
    let mut audit = Audit::default();
    chain::look_at(tx, &AuditProgress::default(), &mut audit)?;
    if let Some(finding) = audit.findings.into_iter().next() {
        return Err(BackupError::Altered(finding));
    }
    rebuild(tx)?;
    let head = journal::head(tx)?.filter(|head| head.size == size && head.root == root);
    head.ok_or(BackupError::Root)
}

/// The entries, with the tiles that they fill and the checkpoints over them.
fn entries(
    tx: &mut Transaction<'_>,
    folder: &Path,
    size: u64,
    progress: Progress<'_>,
) -> Result<Frontier, BackupError> {
    let mut frontier = Frontier::default();
    let mut checkpoints = lines::<CheckpointLine>(&folder.join(names::CHECKPOINTS))?.peekable();
    let mut index = 0;
    while let Some(id) = BundleId::in_log(index, size) {
        let path = folder.join(id.to_string());
        let bytes = bytes(&path)?;
        let bodies = bundle::parse(&bytes, id.width());
        for body in bodies.map_err(|source| BackupError::Bundle { path: path.clone(), source })? {
            add(tx, &mut frontier, body)?;
            let of_this_size =
                |line: &Result<CheckpointLine, _>| line.as_ref().is_ok_and(|line| line.size == frontier.size());
            if let Some(line) = checkpoints.next_if(of_this_size).transpose()? {
                let head = Head { size: line.size, root: frontier.root(), note: line.note };
                journal::keep_checkpoint(tx, line.previous, &head)?;
            }
        }
        index += 1;
        progress(frontier.size(), size);
    }
    match checkpoints.next() {
        None => Ok(frontier),
        Some(Err(error)) => Err(error),
        Some(Ok(line)) => Err(BackupError::Altered(Finding::CheckpointWrong { size: line.size })),
    }
}

/// Adds an entry, with the tiles that it fills.
pub(super) fn add(tx: &mut Transaction<'_>, frontier: &mut Frontier, body: &[u8]) -> Result<(), DbError> {
    journal::append(tx, frontier.size(), body)?;
    let mut kept = Ok(());
    frontier.append(Hash::of_leaf(body), |id, hashes| {
        if kept.is_ok() {
            kept = journal::keep_tile(tx, id, hashes);
        }
    });
    kept
}

fn bytes(path: &Path) -> Result<Vec<u8>, BackupError> {
    fs::read(path).map_err(|source| BackupError::Io { path: path.to_owned(), source })
}

fn each_line<L: DeserializeOwned>(
    path: &Path,
    each: impl FnMut(L) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let mut each = each;
    lines(path)?.try_for_each(|line| each(line?))
}

/// The lines of a file, each read when it is asked for.
fn lines<L: DeserializeOwned>(
    path: &Path,
) -> Result<impl Iterator<Item = Result<L, BackupError>> + use<L>, BackupError> {
    let path = path.to_owned();
    let file = File::open(&path).map_err(|source| BackupError::Io { path: path.clone(), source })?;
    Ok((1..).zip(BufReader::new(file).lines()).map(move |(number, line)| {
        let line = line.map_err(|source| BackupError::Io { path: path.clone(), source })?;
        serde_json::from_str(&line).map_err(|_| BackupError::Line { path: path.clone(), line: number })
    }))
}
