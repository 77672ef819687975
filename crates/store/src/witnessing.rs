//! Being a witness for other logs, and having witnesses for the own one (C2SP tlog-witness).

use adhere_journal::checkpoint::SignedCheckpoint;
use adhere_journal::cosignature::{Cosignature, cosignature_of};
use adhere_journal::key::{LogKey, WitnessKey};
use adhere_journal::note::{Note, NoteError, Signature};
use adhere_journal::proof::prove_consistency;
use adhere_journal::witness::{AddCheckpoint, Decision, RequestError, decide};
use jiff::Timestamp;

use crate::change::Change;
use crate::db::{Transaction, Value, statement};
use crate::error::StoreError;
use crate::event::{Area, Event, InstanceEvent, subject};
use crate::journal::{self, number};
use crate::proofs::cosigned;
use crate::reading::about;
use crate::store::Store;

/// What can be wrong between a log and its witnesses.
#[derive(Debug, thiserror::Error)]
pub enum WitnessError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The cosignature is not one by this witness on a checkpoint of ours.
    #[error("this is not a cosignature of `{witness}` on our checkpoint for {size} entries")]
    NotACosignature {
        /// The witness.
        witness: String,
        /// For how many entries.
        size: u64,
    },
    /// The signature of the witness is wrong.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The request cannot be made.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// There is no such checkpoint.
    #[error("no checkpoint was signed for {0} entries")]
    NoCheckpoint(u64),
    /// The clock is beyond what a cosignature can bear.
    #[error("a cosignature cannot bear the time of this machine's clock")]
    Time,
}

impl Store {
    /// Answers a log that asks to be witnessed. What was decided is saved before it is handed out, and two histories of
    /// one log are recorded in the journal as evidence.
    pub fn cosign(&self, request: &AddCheckpoint, known: &[LogKey], now: Timestamp) -> Result<Decision, WitnessError> {
        let origin = request.checkpoint().origin.to_string();
        let changed = self.change(now, "adhere", |change| {
            let latest = watched(change.tx(), &origin, known)?;
            let size = latest.as_ref().map_or(0, |latest| latest.checkpoint().size);
            self.witnessed().check_watched(&origin, size)?;
            let key = &self.keys().witness;
            let decision = decide(request, known, latest.as_ref(), key, now).map_err(|_| WitnessError::Time)?;
            match &decision {
                Decision::Cosigned { latest, .. } => keep_watched(change.tx(), latest)?,
                Decision::Fork { known, presented } => {
                    record_conflict(change, &origin, Some(known), presented)?;
                }
                Decision::Inconsistent { known, presented } => {
                    record_conflict(change, &origin, known.as_deref(), presented)?;
                }
                Decision::Conflict { .. } | Decision::UnknownLog | Decision::BadSignature(_) => {}
            }
            Ok::<_, WitnessError>(decision)
        })?;
        if let Decision::Cosigned { latest, .. } = &changed.outcome {
            // After the database and before the signature is handed out: nothing that was cosigned can be forgotten.
            self.witnessed().note_watched(&origin, latest.checkpoint().size)?;
        }
        Ok(changed.outcome)
    }

    /// What to ask of a witness: to go on from what it cosigned last to the latest checkpoint; nothing when it has.
    pub fn request_to(&self, witness: &WitnessKey) -> Result<Option<AddCheckpoint>, WitnessError> {
        let old = self.read(|tx| {
            let name = [Value::Text(witness.name().as_str())];
            Ok::<_, StoreError>(
                tx.one(statement!("witness/cosigned_by"), &name, |row| row.optional_count(0))?.flatten(),
            )
        })?;
        self.request_from(old.unwrap_or_default())
    }

    /// What to ask of a witness that says it has seen so many entries.
    pub fn request_from(&self, old_size: u64) -> Result<Option<AddCheckpoint>, WitnessError> {
        let made = self.read(|tx| {
            let Some(head) = journal::head(tx)?.filter(|head| head.size > old_size) else { return Ok(None) };
            let proof = prove_consistency(old_size, head.size, |id| journal::tile(tx, id))?;
            Ok::<_, StoreError>(Some((proof, cosigned(tx, &head)?)))
        })?;
        Ok(made.map(|(proof, note)| AddCheckpoint::new(old_size, proof, note)).transpose()?)
    }

    /// Keeps the cosignature of a witness on our checkpoint for a size, once it is seen to be one.
    pub fn keep_cosignature(
        &self,
        witness: &WitnessKey,
        size: u64,
        signature: Signature,
    ) -> Result<Cosignature, WitnessError> {
        let head = self.read(|tx| Ok::<_, StoreError>(journal::checkpoint(tx, size)?))?;
        let head = head.ok_or(WitnessError::NoCheckpoint(size))?;
        let line = signature.to_string();
        let note = Note::parse(head.note.as_bytes())?.with(signature);
        let name = witness.name().as_str();
        let cosignature = cosignature_of(witness, &note)?;
        let cosignature =
            cosignature.ok_or_else(|| WitnessError::NotACosignature { witness: name.to_owned(), size })?;
        self.db().write(|tx| {
            let values = [number(size), Value::Text(name), Value::Text(&line)];
            tx.execute(statement!("witness/keep_cosignature"), &values).map_err(StoreError::from)
        })?;
        // What the file beside the keys knows is what was saved: the other way round a crash between the two could
        // lock the instance for nothing.
        self.witnessed().note(name, size, Some(head.root))?;
        Ok(cosignature)
    }

    /// Keeps that a witness has seen so many entries, and refuses to go on when that is more than there are.
    pub fn seen_by(&self, witness: &WitnessKey, size: u64) -> Result<(), StoreError> {
        self.witnessed().note(witness.name().as_str(), size, None)?;
        let head = self.head()?;
        self.witnessed().check(head.as_ref())
    }
}

/// The last checkpoint of a log that was cosigned here.
fn watched(tx: &mut Transaction<'_>, origin: &str, known: &[LogKey]) -> Result<Option<SignedCheckpoint>, StoreError> {
    let note = tx.one(statement!("witness/watched"), &[Value::Text(origin)], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(note.map(|note| SignedCheckpoint::open(note.as_bytes(), known)).transpose()?)
}

fn keep_watched(tx: &mut Transaction<'_>, latest: &SignedCheckpoint) -> Result<(), StoreError> {
    let checkpoint = latest.checkpoint();
    let (origin, note) = (checkpoint.origin.to_string(), latest.note().to_string());
    let values = [Value::Text(&origin), number(checkpoint.size), Value::Text(&note)];
    tx.execute(statement!("witness/keep_watched"), &values)?;
    Ok(())
}

/// Records what may be two histories, once: whoever shows the same again makes the journal no longer.
fn record_conflict(
    change: &mut Change<'_, '_>,
    origin: &str,
    known: Option<&SignedCheckpoint>,
    presented: &SignedCheckpoint,
) -> Result<(), StoreError> {
    let conflict = Event::Instance(InstanceEvent::WitnessConflict {
        origin: origin.to_owned(),
        known: known.map(|known| known.note().to_string()),
        presented: presented.note().to_string(),
    });
    let recorded = about(change.tx(), Area::Instance, &[subject::log(origin)])?;
    if recorded.iter().all(|recorded| recorded.event != conflict) {
        change.record(conflict)?;
    }
    Ok(())
}
