//! The lines of a backup's files: one JSON object for each row.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};

/// A checkpoint that was signed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckpointLine {
    pub(super) size: u64,
    pub(super) previous: u64,
    pub(super) note: String,
}

/// What opens a private entry.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpeningLine {
    pub(super) entry_id: u64,
    pub(super) salt: Bytes,
    pub(super) body: Bytes,
}

/// What a witness said of a checkpoint.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CosignatureLine {
    pub(super) size: u64,
    pub(super) witness: String,
    pub(super) line: String,
}

/// The last checkpoint of another log that was cosigned here.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WatchedLine {
    pub(super) origin: String,
    pub(super) size: u64,
    pub(super) note: String,
}

/// Bytes, in Base64.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl TryFrom<String> for Bytes {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        BASE64_STANDARD.decode(text).map(Self)
    }
}

impl From<Bytes> for String {
    fn from(Bytes(bytes): Bytes) -> Self {
        BASE64_STANDARD.encode(bytes)
    }
}
