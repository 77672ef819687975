//! Where a statement was logged: the entry that holds it, public or opened, and the receipt of its log.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::letter::{Letter, LetterKind};
use crate::entry::{Entry, EntryError};
use crate::private::Opening;

/// The member of an entry's payload that holds the token of a statement, without its disclosures.
pub const STATEMENT: &str = "statement";

/// An entry that holds a statement, as it stands in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoggedRecord {
    /// The canonical text of the entry.
    entry: String,
    /// The salt of the commitment, in base64url, where the log has the entry as a commitment alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    /// The receipt of the log.
    receipt: String,
}

/// Where and when a statement is proven to have been logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// What the receipt proves.
    pub proven: Proven,
    /// When the entry was recorded, in the words of the log.
    pub recorded_at: Timestamp,
}

/// What a receipt proves about the bytes of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The log.
    pub log: String,
    /// The number of the leaf.
    pub index: u64,
    /// By when enough witnesses had seen the log with it, where any had.
    pub witnessed_at: Option<Timestamp>,
}

/// Why a record does not prove that a statement was logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The entry or its opening is malformed.
    #[error("the entry is malformed: {reason}")]
    Entry {
        /// What is wrong.
        reason: String,
    },
    /// The entry holds something else.
    #[error("the entry of the kind `{kind}` does not hold this statement")]
    OtherStatement {
        /// Its kind.
        kind: String,
    },
    /// The receipt does not prove the entry, or its log or witnesses are not trusted.
    #[error("the receipt does not prove the entry: {reason}")]
    Receipt {
        /// What is wrong.
        reason: String,
    },
}

/// Checks that a receipt proves the bytes of a leaf.
pub type ReceiptCheck<'a> = &'a dyn Fn(&[u8], &str) -> Result<Proven, RecordError>;

impl LoggedRecord {
    /// A record of an entry that everybody may read in the log.
    pub fn public(entry: &Entry, receipt: String) -> Result<Self, RecordError> {
        Ok(Self { entry: text_of(entry)?, salt: None, receipt })
    }

    /// A record of an entry that the log has as a commitment alone.
    pub fn opened(opening: &Opening, receipt: String) -> Result<Self, RecordError> {
        let salt = Some(URL_SAFE_NO_PAD.encode(opening.salt()));
        Ok(Self { entry: text_of(opening.entry())?, salt, receipt })
    }

    /// The entry, and the bytes of the leaf that the log has for it.
    pub fn leaf(&self) -> Result<(Entry, Vec<u8>), RecordError> {
        let bytes = self.entry.as_bytes();
        let Some(salt) = &self.salt else { return Ok((Entry::parse(bytes)?, bytes.to_vec())) };
        let salt = URL_SAFE_NO_PAD.decode(salt).ok().and_then(|salt| salt.try_into().ok());
        let salt = salt.ok_or_else(|| RecordError::Entry { reason: "its salt is not 32 bytes".to_owned() })?;
        let opening = Opening::parse(salt, bytes)?;
        Ok((opening.entry().clone(), opening.commitment().to_bytes()?))
    }

    /// Checks that the entry holds the statement of a letter, and that the receipt proves the entry.
    pub(super) fn check(&self, letter: &Letter, receipts: ReceiptCheck<'_>) -> Result<Logged, RecordError> {
        let (entry, leaf) = self.leaf()?;
        let is_kind = match letter.kind {
            LetterKind::Package => entry.kind == "package.sent",
            LetterKind::Acknowledgement => ["package.accepted", "package.refused"].contains(&entry.kind.as_str()),
        };
        let statement = entry.payload.get(STATEMENT).and_then(Value::as_str);
        if !is_kind || statement != Some(letter.statement.jwt()) {
            return Err(RecordError::OtherStatement { kind: entry.kind });
        }
        Ok(Logged { proven: receipts(&leaf, &self.receipt)?, recorded_at: entry.at })
    }
}

fn text_of(entry: &Entry) -> Result<String, RecordError> {
    // Canonical bytes are JSON, and so UTF-8.
    String::from_utf8(entry.to_bytes()?).map_err(|error| RecordError::Entry { reason: error.to_string() })
}

impl From<EntryError> for RecordError {
    fn from(error: EntryError) -> Self {
        Self::Entry { reason: error.to_string() }
    }
}
