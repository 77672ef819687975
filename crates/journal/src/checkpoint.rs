//! What a log says of itself: so many entries, and this root (C2SP tlog-checkpoint).

use std::fmt;

use thiserror::Error;

use crate::hash::Hash;
use crate::key::{KeyName, LogKey, LogSecret};
use crate::note::{Note, NoteError, Signature};
use crate::tile::parse_decimal;

/// The size and root of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: the name of its key.
    pub origin: KeyName,
    /// How many entries it has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

/// A checkpoint that its log has signed.
// Invariant: a key with the name of the origin has signed the note, and the checkpoint is what the note says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

/// Why something is not a checkpoint, or not one to believe.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CheckpointError {
    /// It is not a note, or the signature is missing or wrong.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text of the note is not that of a checkpoint.
    #[error("the note is not a checkpoint: it lacks {missing}")]
    Text {
        /// The line that is not there or not well written.
        missing: &'static str,
    },
    /// The key that should sign is that of another log.
    #[error("the checkpoint is of the log `{origin}`, and the key is that of `{key}`")]
    Origin {
        /// The log.
        origin: KeyName,
        /// The name of the key.
        key: KeyName,
    },
}

impl Checkpoint {
    /// Reads the text of a note. Extension lines are passed over: nobody but the log answers for them.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let missing = |missing| CheckpointError::Text { missing };
        let mut lines = text.strip_suffix('\n').ok_or(missing("its last newline"))?.split('\n');
        let origin = lines.next().and_then(|line| KeyName::new(line).ok()).ok_or(missing("an origin"))?;
        let size = lines.next().and_then(parse_decimal).ok_or(missing("a size in decimal digits"))?;
        let root = lines.next().and_then(Hash::from_base64).ok_or(missing("a root in Base64"))?;
        if lines.any(str::is_empty) {
            return Err(missing("text on one of its lines"));
        }
        Ok(Self { origin, size, root })
    }
}

/// Writes the text of the note.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, self.root)
    }
}

impl SignedCheckpoint {
    /// Signs a checkpoint. Nothing is signed before what it speaks of is durable, for it cannot be taken back.
    pub fn sign(checkpoint: Checkpoint, key: &LogSecret) -> Result<Self, CheckpointError> {
        if checkpoint.origin != *key.name() {
            return Err(CheckpointError::Origin { origin: checkpoint.origin, key: key.name().clone() });
        }
        let text = checkpoint.to_string();
        let note = Note::new(&text, vec![key.sign_text(&text)])?;
        Ok(Self { checkpoint, note })
    }

    /// Reads a checkpoint that one of the known keys of its log has signed.
    pub fn open(bytes: &[u8], known: &[LogKey]) -> Result<Self, CheckpointError> {
        Self::verify(Note::parse(bytes)?, known)
    }

    /// Takes a note for a checkpoint when one of the known keys of its log has signed it.
    pub fn verify(note: Note, known: &[LogKey]) -> Result<Self, CheckpointError> {
        Ok(Self::verify_parsed(Checkpoint::parse(note.text())?, note, known)?)
    }

    /// The same for a note whose text has been read.
    pub(crate) fn verify_parsed(checkpoint: Checkpoint, note: Note, known: &[LogKey]) -> Result<Self, NoteError> {
        let of_log: Vec<LogKey> = known.iter().filter(|key| *key.name() == checkpoint.origin).cloned().collect();
        note.verify(&of_log)?;
        Ok(Self { checkpoint, note })
    }

    /// What it says.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note, with all its signatures.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// The checkpoint with another signature on it, such as a witness's.
    #[must_use]
    pub fn with(self, signature: Signature) -> Self {
        Self { note: self.note.with(signature), ..self }
    }
}

#[cfg(test)]
mod tests;
