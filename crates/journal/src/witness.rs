//! The judgement of a witness (C2SP tlog-witness, `add-checkpoint`): whether a checkpoint continues the one it cosigned
//! last. It only decides; whoever calls it stores the outcome before answering, in one step with reading the state.

use std::fmt;

use jiff::Timestamp;
use thiserror::Error;

use crate::checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
use crate::cosignature::TimeError;
use crate::hash::Hash;
use crate::key::{LogKey, WitnessSecret};
use crate::note::{Note, NoteError, Signature};
use crate::proof::verify_consistency;
use crate::tile::parse_decimal;

/// A request may have so many lines of proof.
const LONGEST_PROOF: usize = 63;

/// What a log asks of a witness.
// Invariant: the text of the note is that of a checkpoint not smaller than the old size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    old_size: u64,
    proof: Vec<Hash>,
    note: Note,
    checkpoint: Checkpoint,
}

/// Why something is not such a request. All are answered with the status 400.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RequestError {
    /// Not a body of this form.
    #[error("line {line} of the request is not {expected}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// More hashes than any proof has.
    #[error("the request has more than {LONGEST_PROOF} lines of proof")]
    LongProof,
    /// No checkpoint at the end.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The old size is beyond the checkpoint.
    #[error("the old size {old_size} is beyond the checkpoint of {size} entries")]
    Shrunk {
        /// The old size that is given.
        old_size: u64,
        /// The size of the checkpoint.
        size: u64,
    },
}

/// What a witness finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The checkpoint continues the last one. `latest` is stored, and only then is `signature` handed out.
    Cosigned {
        /// The checkpoint that is now the latest of its log.
        latest: Box<SignedCheckpoint>,
        /// The cosignature.
        signature: Signature,
    },
    /// The request starts from another size than the witness has: it is behind, or the log was rolled back.
    Conflict {
        /// The size of the checkpoint that the witness has of this log, or 0.
        size: u64,
    },
    /// Two checkpoints of one size with different roots, both signed by the log: it shows two histories.
    Fork {
        /// The one that the witness cosigned last.
        known: Box<SignedCheckpoint>,
        /// The one that was presented.
        presented: Box<SignedCheckpoint>,
    },
    /// The proof does not lead from the last checkpoint to this one. Either the log was rewritten, or whoever sent
    /// the checkpoint made the proof up; so both are kept, and prove nothing on their own.
    Inconsistent {
        /// The one that the witness cosigned last, if any.
        known: Option<Box<SignedCheckpoint>>,
        /// The one that was presented.
        presented: Box<SignedCheckpoint>,
    },
    /// The log is not one that this witness watches.
    UnknownLog,
    /// No key of the log has signed the checkpoint, or its signature is wrong.
    BadSignature(NoteError),
}

impl AddCheckpoint {
    /// A request to continue from a size to a checkpoint.
    pub fn new(old_size: u64, proof: Vec<Hash>, note: Note) -> Result<Self, RequestError> {
        if proof.len() > LONGEST_PROOF {
            return Err(RequestError::LongProof);
        }
        let checkpoint = Checkpoint::parse(note.text())?;
        if old_size > checkpoint.size {
            return Err(RequestError::Shrunk { old_size, size: checkpoint.size });
        }
        Ok(Self { old_size, proof, note, checkpoint })
    }

    /// Reads the body of a request.
    pub fn parse(body: &[u8]) -> Result<Self, RequestError> {
        let text = std::str::from_utf8(body).map_err(|_| CheckpointError::Note(NoteError::Text))?;
        let wrong = |line, expected| RequestError::Line { line, expected };
        let (head, note) = text.split_once("\n\n").ok_or(wrong(1, "followed by a proof, an empty line and a note"))?;
        let mut lines = (1..).zip(head.split('\n'));
        let old_size = lines.next().and_then(|(_, line)| parse_decimal(line.strip_prefix("old ")?));
        let old_size = old_size.ok_or(wrong(1, "`old` and a size in decimal digits"))?;
        let mut proof = Vec::new();
        for (line, text) in lines.take(LONGEST_PROOF + 1) {
            proof.push(Hash::from_base64(text).ok_or(wrong(line, "a hash in Base64"))?);
        }
        Self::new(old_size, proof, Note::parse(note.as_bytes()).map_err(CheckpointError::Note)?)
    }

    /// The checkpoint that is presented. Its origin says whose state to load; nobody has checked its signature.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The size that the log believes the witness to have.
    pub fn old_size(&self) -> u64 {
        self.old_size
    }

    /// The way from the old size to the checkpoint.
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The checkpoint as it was signed.
    pub fn note(&self) -> &Note {
        &self.note
    }
}

/// Writes the body of the request.
impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old_size)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.note)
    }
}

/// Decides on a request, given the logs that the witness watches and the last checkpoint that it cosigned of this one.
pub fn decide(
    request: &AddCheckpoint,
    known: &[LogKey],
    latest: Option<&SignedCheckpoint>,
    key: &WitnessSecret,
    now: Timestamp,
) -> Result<Decision, TimeError> {
    let presented = match verified(request, known) {
        Ok(presented) => presented,
        Err(refusal) => return Ok(refusal),
    };
    // A checkpoint of another log says nothing of this one; the caller loads by origin.
    let latest = latest.filter(|latest| latest.checkpoint().origin == presented.checkpoint().origin);
    let nothing = (0, Hash::of_nothing());
    let (size, root) = latest.map_or(nothing, |latest| (latest.checkpoint().size, latest.checkpoint().root));
    let new = (presented.checkpoint().size, presented.checkpoint().root);
    if let Some(known) = latest
        && new.0 == size
        && new.1 != root
    {
        // Whatever size the log claims to start from: two roots for one size are enough.
        return Ok(Decision::Fork { known: Box::new(known.clone()), presented: Box::new(presented) });
    }
    if request.old_size != size {
        return Ok(Decision::Conflict { size });
    }
    if verify_consistency((size, root), new, &request.proof).is_err() {
        let known = latest.cloned().map(Box::new);
        return Ok(Decision::Inconsistent { known, presented: Box::new(presented) });
    }
    let signature = key.cosign(&presented, now)?;
    Ok(Decision::Cosigned { latest: Box::new(presented), signature })
}

/// The checkpoint of a request once a known key of its log is seen to have signed it.
fn verified(request: &AddCheckpoint, known: &[LogKey]) -> Result<SignedCheckpoint, Decision> {
    if !known.iter().any(|key| *key.name() == request.checkpoint.origin) {
        return Err(Decision::UnknownLog);
    }
    SignedCheckpoint::verify_parsed(request.checkpoint.clone(), request.note.clone(), known)
        .map_err(Decision::BadSignature)
}

impl Decision {
    /// The status of the answer over HTTP.
    pub fn status(&self) -> u16 {
        match self {
            Self::Cosigned { .. } => 200,
            Self::BadSignature(_) => 403,
            Self::UnknownLog => 404,
            Self::Conflict { .. } | Self::Fork { .. } => 409,
            Self::Inconsistent { .. } => 422,
        }
    }

    /// The body of the answer over HTTP: the cosignature, or the size that the witness has.
    pub fn body(&self) -> String {
        match self {
            Self::Cosigned { signature, .. } => format!("{signature}\n"),
            Self::Conflict { size } => format!("{size}\n"),
            Self::Fork { known, .. } => format!("{}\n", known.checkpoint().size),
            Self::Inconsistent { .. } | Self::UnknownLog | Self::BadSignature(_) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
