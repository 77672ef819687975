//! Where a statement was logged: the entry that holds it, public or opened, and the receipt of its log.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::letter::{Letter, LetterKind};
use crate::cosignature::Cosignature;
use crate::entry::{Entry, EntryError};
use crate::key::KeyName;
use crate::policy::Policy;
use crate::private::Opening;
use crate::receipt::{Receipt, ReceiptError, Recorded};

/// The member of an entry's payload that holds the token of a statement, without its disclosures.
pub const STATEMENT: &str = "statement";

/// The kinds of entries that hold what the receiver of a package answers.
const ANSWERS: [&str; 4] = ["package.received", "package.accepted", "package.refused", "package.decided"];

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
    /// The log.
    pub log: KeyName,
    /// The place of the entry, from 0.
    pub index: u64,
    /// When the entry was recorded, in the words of the log.
    pub recorded_at: Timestamp,
    /// Which witnesses saw the log with it, and when.
    pub cosignatures: Vec<Cosignature>,
    /// By when all of these had; nothing where the policy asks for no witnesses, because then none counts.
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
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
}

impl LoggedRecord {
    /// A record of an entry that everybody may read in the log.
    pub fn public(entry: &Entry, receipt: &Receipt) -> Result<Self, RecordError> {
        Ok(Self { entry: text_of(entry)?, salt: None, receipt: receipt.to_string() })
    }

    /// A record of an entry that the log has as a commitment alone.
    pub fn opened(opening: &Opening, receipt: &Receipt) -> Result<Self, RecordError> {
        let salt = Some(URL_SAFE_NO_PAD.encode(opening.salt()));
        Ok(Self { entry: text_of(opening.entry())?, salt, receipt: receipt.to_string() })
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
    pub(super) fn check(&self, letter: &Letter, policy: &Policy) -> Result<Logged, RecordError> {
        let (entry, leaf) = self.leaf()?;
        let is_kind = match letter.kind {
            LetterKind::Package => entry.kind == "package.sent",
            LetterKind::Acknowledgement => ANSWERS.contains(&entry.kind.as_str()),
        };
        let payload = entry.payload.read::<Map<String, Value>>();
        let payload = payload.map_err(|error| RecordError::Entry { reason: error.to_string() })?;
        let statement = payload.get(STATEMENT).and_then(Value::as_str);
        if !is_kind || statement != Some(letter.statement.jwt()) {
            return Err(RecordError::OtherStatement { kind: entry.kind });
        }
        let Recorded { index, endorsed } = Receipt::parse(self.receipt.as_bytes())?.verify(&leaf, policy)?;
        let log = endorsed.checkpoint.checkpoint().origin.clone();
        let cosignatures = endorsed.cosignatures;
        let last = cosignatures.iter().map(|cosignature| cosignature.at).max();
        let witnessed_at = last.filter(|_| policy.asks_for_witnesses());
        Ok(Logged { log, index, recorded_at: entry.at, cosignatures, witnessed_at })
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
