//! One small text file that shows, without any server, that an entry is in a log and who has seen it there
//! (C2SP tlog-proof, `.tlog-proof`).

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use thiserror::Error;

use crate::hash::Hash;
use crate::note::{Note, NoteError};
use crate::policy::{Endorsed, EndorsementError, Policy};
use crate::proof::{ProofError, verify_inclusion};
use crate::tile::parse_decimal;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// The place of an entry in a log, the path to the root, and the signed checkpoint. Nothing of it is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What the application adds; nobody has signed it.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry, from 0.
    pub index: u64,
    /// The path from the entry up to the root.
    pub path: Vec<Hash>,
    /// The checkpoint with its signatures.
    pub note: Note,
}

/// What a receipt has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The place of the entry, from 0.
    pub index: u64,
    /// The checkpoint, and who cosigned it when.
    pub endorsed: Endorsed,
}

/// Why something is not a receipt, or shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReceiptError {
    /// Not a file of this form.
    #[error("line {line} of the receipt is not {expected}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// What follows the path is not a note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The checkpoint is not one that the policy believes.
    #[error(transparent)]
    Endorsement(#[from] EndorsementError),
    /// The path does not lead from the entry to the root.
    #[error("the entry is not at place {index} of the log")]
    Proof {
        /// The place that the receipt names.
        index: u64,
        /// What the path fails to show.
        #[source]
        source: ProofError,
    },
}

impl Receipt {
    /// Reads a receipt.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReceiptError> {
        let text = std::str::from_utf8(bytes).map_err(|_| NoteError::Text)?;
        let wrong = |line, expected| ReceiptError::Line { line, expected };
        let (head, note) = text.split_once("\n\n").ok_or(wrong(1, "followed by a path, an empty line and a note"))?;
        let mut lines = (1..).zip(head.split('\n')).peekable();
        if lines.next().is_none_or(|(_, line)| line != FIRST_LINE) {
            return Err(wrong(1, "`c2sp.org/tlog-proof@v1`"));
        }
        let extra = match lines.peek().and_then(|(_, line)| line.strip_prefix("extra ")) {
            Some(encoded) => Some(BASE64_STANDARD.decode(encoded).map_err(|_| wrong(2, "`extra` and Base64"))?),
            None => None,
        };
        if extra.is_some() {
            lines.next();
        }
        let (line, text) = lines.next().unwrap_or((2, ""));
        let index = text.strip_prefix("index ").and_then(parse_decimal);
        let index = index.ok_or(wrong(line, "`index` and a number in decimal digits"))?;
        let hash = |(line, text): (usize, &str)| Hash::from_base64(text).ok_or(wrong(line, "a hash in Base64"));
        let path = lines.map(hash).collect::<Result<_, _>>()?;
        Ok(Self { extra, index, path, note: Note::parse(note.as_bytes())? })
    }

    /// Checks that an entry is where the receipt says, in a log and by witnesses that the policy believes.
    pub fn verify(&self, entry: &[u8], policy: &Policy) -> Result<Recorded, ReceiptError> {
        let endorsed = policy.endorse(self.note.clone())?;
        let checkpoint = endorsed.checkpoint.checkpoint();
        verify_inclusion(self.index, checkpoint.size, Hash::of_leaf(entry), &self.path, checkpoint.root)
            .map_err(|source| ReceiptError::Proof { index: self.index, source })?;
        Ok(Recorded { index: self.index, endorsed })
    }
}

/// Writes the receipt as it is stored and sent.
impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64_STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.path.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.note)
    }
}

#[cfg(test)]
mod tests;
