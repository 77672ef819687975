//! The file of a package and of its acknowledgement: what is signed, who may sign it, and where it was logged, as
//! JSON that any tool can take apart.
//!
//! There is one spelling for each letter, so that nothing in the file can be altered unseen.

use serde::{Deserialize, Serialize};

use super::logged::LoggedRecord;
use crate::disclosure::SdJwt;
use crate::disclosure::error::DisclosureError;

/// The largest letter that is looked at, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LetterKind {
    /// A package.
    #[serde(rename = "adhere-package/1")]
    Package,
    /// What its receiver answers.
    #[serde(rename = "adhere-acknowledgement/1")]
    Acknowledgement,
}

/// A signed statement on its way, with what its receiver needs to believe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// What is said, with what is disclosed of it.
    pub statement: SdJwt,
    /// By whom the author's key was introduced, from a key that the receiver knows to the one that signed.
    pub keys: Vec<String>,
    /// The entries of logs that hold the statement, with their receipts.
    pub records: Vec<LoggedRecord>,
}

/// Why bytes are not a letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// It has more bytes than are looked at.
    #[error("the file has {found} bytes, and {LARGEST} are accepted")]
    TooLarge {
        /// How many it has.
        found: usize,
    },
    /// It is not JSON of this form.
    #[error("the file is not a letter: {reason}")]
    Form {
        /// What the parser says.
        reason: String,
    },
    /// It is another kind of letter.
    #[error("the file is the other kind of letter: a package is not its acknowledgement")]
    Kind,
    /// It is spelled in another way than letters are written.
    #[error("the file is not spelled as letters are: it was altered, or another program wrote it")]
    Spelling,
    /// The statement is malformed.
    #[error(transparent)]
    Statement(#[from] DisclosureError),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: LetterKind,
    statement: String,
    keys: Vec<String>,
    records: Vec<LoggedRecord>,
}

impl Letter {
    /// Reads a letter of a kind from the bytes of its file, and from no others.
    pub fn parse(kind: LetterKind, bytes: &[u8]) -> Result<Self, LetterError> {
        if bytes.len() > LARGEST {
            return Err(LetterError::TooLarge { found: bytes.len() });
        }
        let file: File =
            serde_json::from_slice(bytes).map_err(|error| LetterError::Form { reason: error.to_string() })?;
        if file.format != kind {
            return Err(LetterError::Kind);
        }
        let letter = Self { kind, statement: SdJwt::parse(&file.statement)?, keys: file.keys, records: file.records };
        if letter.to_text()?.as_bytes() == bytes { Ok(letter) } else { Err(LetterError::Spelling) }
    }

    /// The text of its file.
    pub fn to_text(&self) -> Result<String, LetterError> {
        let file = File {
            format: self.kind,
            statement: self.statement.to_string(),
            keys: self.keys.clone(),
            records: self.records.clone(),
        };
        let text = serde_json::to_string_pretty(&file).map_err(|error| LetterError::Form { reason: error.to_string() });
        text.map(|text| text + "\n")
    }
}
