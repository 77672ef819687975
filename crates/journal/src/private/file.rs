//! The file with which a private entry is opened to somebody: the entry and its salt, as JSON.
//!
//! There is one spelling for each opening, so that nothing in the file can be altered unseen. It proves nothing without
//! the receipt of what the log has.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::Opening;
use crate::entry::EntryError;

/// Why bytes are not the file of an opening.
#[derive(Debug, thiserror::Error)]
pub enum OpeningError {
    /// It is not JSON of this form.
    #[error("the file is not an opening: {0}")]
    Form(#[from] serde_json::Error),
    /// The salt is not one.
    #[error("the salt of the opening is not 32 bytes in unpadded Base64 for URLs")]
    Salt,
    /// The entry is not one.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// It is spelled in another way than openings are written.
    #[error("the file is not spelled as openings are: it was altered, or another program wrote it")]
    Spelling,
}

#[derive(Deserialize, Serialize)]
enum Format {
    #[serde(rename = "adhere-opening/1")]
    First,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Format,
    entry: String,
    salt: String,
}

impl Opening {
    /// Reads an opening from the bytes of its file, and from no others.
    pub fn parse_file(bytes: &[u8]) -> Result<Self, OpeningError> {
        let file: File = serde_json::from_slice(bytes)?;
        let salt = BASE64_URL_SAFE_NO_PAD.decode(&file.salt).ok().and_then(|salt| salt.try_into().ok());
        let opening = Self::parse(salt.ok_or(OpeningError::Salt)?, file.entry.as_bytes())?;
        if opening.to_file()?.as_bytes() == bytes { Ok(opening) } else { Err(OpeningError::Spelling) }
    }

    /// The text of its file.
    pub fn to_file(&self) -> Result<String, OpeningError> {
        // Canonical bytes are JSON, and so UTF-8.
        let entry = String::from_utf8_lossy(&self.bytes).into_owned();
        let file = File { format: Format::First, entry, salt: BASE64_URL_SAFE_NO_PAD.encode(self.salt) };
        Ok(serde_json::to_string_pretty(&file)? + "\n")
    }
}
