//! What witnesses said of this journal, and what was said here of others: rows that follow from no entry. Each is held
//! against its own signature, as far as the policy names keys, and against the file that is kept beside the keys.

use std::fs;
use std::io;

use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::cosignature::cosignature_of;
use adhere_journal::note::{Note, Signature};
use adhere_journal::policy::Policy;

use super::{Audit, Finding};
use crate::db::{Transaction, statement};
use crate::error::StoreError;
use crate::home::Home;
use crate::journal;
use crate::witnessed::Witnessed;

/// Looks at the rows, and at how far witnesses have seen the journal.
pub(super) fn look_at(
    tx: &mut Transaction<'_>,
    home: &Home,
    witnessed: &Witnessed,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let policy = policy(home)?;
    cosignatures(tx, policy.as_ref(), witnessed, audit)?;
    watched(tx, policy.as_ref(), witnessed, audit)?;
    match witnessed.check(audit.head.as_ref()) {
        Err(StoreError::RolledBack { witness, seen, .. }) => audit.findings.push(Finding::RolledBack { witness, seen }),
        Err(StoreError::OtherHistory { witness, size }) => {
            audit.findings.push(Finding::OtherHistory { witness, size });
        }
        // A restored journal is sound; that nobody has confirmed it is another matter.
        Err(StoreError::Restored) | Ok(()) => {}
        Err(error) => return Err(error),
    }
    if tx.one(statement!("backup/is_left"), &[], |row| row.count(0))? != Some(0) {
        audit.findings.push(Finding::Left);
    }
    Ok(())
}

/// The keys that count, if anybody has said which.
fn policy(home: &Home) -> Result<Option<Policy>, StoreError> {
    let path = home.policy();
    match fs::read(&path) {
        Ok(bytes) => Policy::parse(&bytes).map(Some).map_err(|source| StoreError::Policy { path, source }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StoreError::PolicyFile { path, source }),
    }
}

fn cosignatures(
    tx: &mut Transaction<'_>,
    policy: Option<&Policy>,
    witnessed: &Witnessed,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let rows = tx.all(statement!("witness/all_cosignatures"), &[], |row| {
        Ok((row.count(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned()))
    })?;
    for (size, witness, line) in &rows {
        let note = journal::checkpoint(tx, *size)?.and_then(|head| Note::parse(head.note.as_bytes()).ok());
        if !note.is_some_and(|note| is_by(witness, line, note, policy)) {
            audit.findings.push(Finding::CosignatureWrong { size: *size, witness: witness.clone() });
        }
    }
    // The file beside the keys is written after the row, so that what it names was there.
    for (witness, size) in witnessed.kept() {
        if !rows.iter().any(|(found, by, _)| *found == size && *by == witness) {
            audit.findings.push(Finding::CosignatureMissing { size, witness });
        }
    }
    Ok(())
}

/// Whether a line is a signature by a witness, made with one of its keys where the policy names any.
fn is_by(witness: &str, line: &str, note: Note, policy: Option<&Policy>) -> bool {
    let Some(signature) = Signature::parse(line).filter(|signature| signature.name.as_str() == witness) else {
        return false;
    };
    let note = note.with(signature);
    let known = policy.iter().flat_map(|policy| policy.witnesses());
    let mut known = known.filter(|known| known.key.name().as_str() == witness).peekable();
    known.peek().is_none() || known.any(|known| matches!(cosignature_of(&known.key, &note), Ok(Some(_))))
}

fn watched(
    tx: &mut Transaction<'_>,
    policy: Option<&Policy>,
    witnessed: &Witnessed,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let rows = tx.all(statement!("witness/all_watched"), &[], |row| {
        Ok((row.text(0)?.to_owned(), row.count(1)?, row.text(2)?.to_owned()))
    })?;
    for (origin, seen) in witnessed.watched() {
        if !rows.iter().any(|(found, size, _)| *found == origin && *size >= seen) {
            audit.findings.push(Finding::Forgotten { origin, seen });
        }
    }
    for (origin, size, note) in rows {
        let says = |checkpoint: &Checkpoint| checkpoint.origin.to_string() == origin && checkpoint.size == size;
        let known = policy.iter().flat_map(|policy| policy.logs()).map(|log| log.key.clone());
        let known: Vec<_> = known.filter(|key| key.name().as_str() == origin).collect();
        let is_one = if known.is_empty() {
            let note = Note::parse(note.as_bytes()).ok();
            note.and_then(|note| Checkpoint::parse(note.text()).ok()).is_some_and(|checkpoint| says(&checkpoint))
        } else {
            SignedCheckpoint::open(note.as_bytes(), &known).is_ok_and(|signed| says(signed.checkpoint()))
        };
        if !is_one {
            audit.findings.push(Finding::WatchedWrong { origin, size });
        }
    }
    Ok(())
}
