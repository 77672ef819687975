//! Timestamps of authorities over checkpoints (RFC 3161): kept as entries, so that backups, moves and audits have them.
//!
//! Whose timestamps count is for the caller to say, as it is for everybody who verifies them.

use adhere_journal::checkpoint::{CheckpointError, SignedCheckpoint};
use adhere_journal::hash::Hash;
use adhere_journal::key::{KeyError, LogKey};
use adhere_journal::note::Note;
use adhere_journal::receipt::Receipt;
use adhere_journal::timestamp::authority::{Authority, AuthorityError};
use adhere_journal::timestamp::{Stamped, token_in};
use jiff::Timestamp;

use crate::change::Changed;
use crate::db::Transaction;
use crate::error::StoreError;
use crate::event::{Area, Event, InstanceEvent, KeyPurpose, subject};
use crate::journal;
use crate::projection::instance_key;
use crate::proofs::receipt_under;
use crate::reading::about;
use crate::store::Store;

/// A checkpoint of the own log with the timestamp on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampedCheckpoint {
    /// For how many entries.
    pub size: u64,
    /// The checkpoint with its signatures, as it was stamped.
    pub note: Note,
    /// The token.
    pub token: Vec<u8>,
    /// Where the journal says so.
    pub entry_id: u64,
}

/// Why a timestamp is not kept.
#[derive(Debug, thiserror::Error)]
pub enum StampError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The checkpoint is not one of this journal.
    #[error("the checkpoint is not one that this journal signed")]
    OtherLog(#[from] CheckpointError),
    /// The journal has another root for that size.
    #[error("the checkpoint for {0} entries is not the one that this journal has")]
    OtherCheckpoint(u64),
    /// A recorded key is not one.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The answer has no timestamp.
    #[error("the answer has no timestamp: the authority refused, or it is another file")]
    NoToken,
    /// The timestamp is of something else.
    #[error("the timestamp is of something else than this checkpoint; name the very file that was stamped")]
    OtherFile,
    /// No authority that counts made it.
    #[error(transparent)]
    Authority(#[from] AuthorityError),
}

impl Store {
    /// Keeps a timestamp on a checkpoint of this journal, once it is seen to be one by an authority; nothing is recorded
    /// when it is kept already.
    pub fn keep_timestamp(
        &self,
        (now, actor): (Timestamp, &str),
        note: &Note,
        answer: &[u8],
        authority: &Authority,
    ) -> Result<Changed<Stamped>, StampError> {
        let token = token_in(answer).ok_or(StampError::NoToken)?;
        let stamped = authority.verify(&token)?;
        if stamped.digest != Hash::of_bytes(note.to_string().as_bytes()) {
            return Err(StampError::OtherFile);
        }
        self.change(now, actor, |change| {
            let signed = SignedCheckpoint::verify(note.clone(), &log_keys(change.tx())?)?;
            let checkpoint = signed.checkpoint();
            let (size, origin) = (checkpoint.size, checkpoint.origin.to_string());
            let own = journal::checkpoint(change.tx(), size).map_err(StoreError::from)?;
            if own.is_none_or(|own| own.root != checkpoint.root) {
                return Err(StampError::OtherCheckpoint(size));
            }
            if stamped_checkpoints(change.tx(), &origin)?.iter().all(|kept| kept.token != token) {
                let event = InstanceEvent::Timestamped { origin, size, checkpoint: note.to_string(), token };
                change.record(Event::Instance(event))?;
            }
            Ok(stamped)
        })
    }

    /// The checkpoints that were stamped, in the order in which that was recorded.
    pub fn stamped_checkpoints(&self) -> Result<Vec<StampedCheckpoint>, StoreError> {
        self.read(|tx| stamped_checkpoints(tx, &self.home().settings().origin))
    }

    /// The receipt of an entry under the first checkpoint after it that was stamped; nothing when none was.
    pub fn stamped_receipt(&self, entry_id: u64) -> Result<Option<(Receipt, StampedCheckpoint)>, StoreError> {
        self.read(|tx| {
            let all = stamped_checkpoints(tx, &self.home().settings().origin)?.into_iter();
            let first = all.filter(|stamped| stamped.size > entry_id).min_by_key(|stamped| stamped.size);
            let Some(stamped) = first else { return Ok(None) };
            let head = journal::head(tx)?;
            let edge = self.edge(tx, head.as_ref())?;
            let receipt = receipt_under(tx, &edge, entry_id, stamped.size, stamped.note.clone())?;
            Ok(Some((receipt, stamped)))
        })
    }
}

fn stamped_checkpoints(tx: &mut Transaction<'_>, origin: &str) -> Result<Vec<StampedCheckpoint>, StoreError> {
    let recorded = about(tx, Area::Instance, &[subject::log(origin)])?.into_iter();
    let stamped = recorded.filter_map(|recorded| match recorded.event {
        Event::Instance(InstanceEvent::Timestamped { size, checkpoint, token, .. }) => {
            Some((recorded.entry_id, size, checkpoint, token))
        }
        _ => None,
    });
    let read = |(entry_id, size, checkpoint, token): (u64, u64, String, Vec<u8>)| {
        let note = Note::parse(checkpoint.as_bytes()).map_err(|source| StoreError::KeptNote { size, source })?;
        Ok(StampedCheckpoint { size, note, token, entry_id })
    };
    stamped.map(read).collect()
}

/// Every key that the log had: an older checkpoint may be stamped late.
fn log_keys(tx: &mut Transaction<'_>) -> Result<Vec<LogKey>, StampError> {
    let keys = instance_key::list(tx, KeyPurpose::Log).map_err(StoreError::from)?;
    keys.iter().map(|key| Ok(key.key.parse()?)).collect()
}
