//! What a file is, by how it begins.

use std::fmt;

use serde::Serialize;

use crate::disclosure::SdJwt;
use crate::note::Note;
use crate::private::{Opening, Record};
use crate::receipt::Receipt;
use crate::timestamp::token_in;
use crate::verify::fact::Refusal;
use crate::witness::AddCheckpoint;

/// What every file in DER that is looked at begins with.
const DER_SEQUENCE: u8 = 0x30;

/// A file, read.
#[derive(Clone, Debug)]
pub(super) enum Document {
    Receipt(Box<Receipt>),
    Record(Box<Record>),
    Opening(Box<Opening>),
    Checkpoint(Box<Note>),
    Continuation(Box<AddCheckpoint>),
    Disclosure(SdJwt),
    Package,
    Acknowledgement,
    /// A token of RFC 3161.
    Timestamp(Vec<u8>),
    File,
}

/// What a file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// The receipt of a log.
    Receipt,
    /// An entry of a log, or the commitment of a private one.
    Record,
    /// What opens a private entry of a log.
    Opening,
    /// What a log says of itself.
    Checkpoint,
    /// A checkpoint with the proof that it continues an older one, as logs send it to witnesses.
    Continuation,
    /// A statement with what is disclosed of it.
    Disclosure,
    /// A package.
    Package,
    /// The answer to a package.
    Acknowledgement,
    /// A timestamp of an authority (RFC 3161), alone or as the authority answered it.
    Timestamp,
    /// Anything else, such as the file of a code: it counts when something proven names its digest.
    File,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Receipt,
        Self::Record,
        Self::Opening,
        Self::Checkpoint,
        Self::Continuation,
        Self::Disclosure,
        Self::Package,
        Self::Acknowledgement,
        Self::Timestamp,
        Self::File,
    ];

    /// What bytes are taken for.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[DER_SEQUENCE]) && token_in(bytes).is_some() {
            return Self::Timestamp;
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return Self::File };
        // Letters and openings have one spelling, so that their first lines are known.
        if text.starts_with("c2sp.org/tlog-proof@") {
            Self::Receipt
        } else if text.starts_with("old ") {
            Self::Continuation
        } else if text.starts_with("{\n  \"format\": \"adhere-package/") {
            Self::Package
        } else if text.starts_with("{\n  \"format\": \"adhere-acknowledgement/") {
            Self::Acknowledgement
        } else if text.starts_with("{\n  \"format\": \"adhere-opening/") {
            Self::Opening
        } else if text.starts_with("{\"actor\":") || text.starts_with("{\"at\":") {
            Self::Record
        } else if text.starts_with("ey") && text.contains('~') {
            Self::Disclosure
        } else if text.contains("\n\n\u{2014} ") {
            Self::Checkpoint
        } else {
            Self::File
        }
    }
}

impl Document {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let malformed = |reason: &dyn fmt::Display| Refusal::Malformed { reason: reason.to_string() };
        Ok(match DocumentKind::of(bytes) {
            DocumentKind::Receipt => Self::Receipt(Box::new(Receipt::parse(bytes).map_err(|it| malformed(&it))?)),
            DocumentKind::Record => Self::Record(Box::new(Record::parse(bytes).map_err(|it| malformed(&it))?)),
            DocumentKind::Opening => Self::Opening(Box::new(Opening::parse_file(bytes).map_err(|it| malformed(&it))?)),
            DocumentKind::Checkpoint => Self::Checkpoint(Box::new(Note::parse(bytes).map_err(|it| malformed(&it))?)),
            DocumentKind::Continuation => {
                Self::Continuation(Box::new(AddCheckpoint::parse(bytes).map_err(|it| malformed(&it))?))
            }
            DocumentKind::Disclosure => {
                let text = std::str::from_utf8(bytes).map_err(|it| malformed(&it))?;
                Self::Disclosure(SdJwt::parse(text).map_err(|it| malformed(&it))?)
            }
            DocumentKind::Package => Self::Package,
            DocumentKind::Acknowledgement => Self::Acknowledgement,
            DocumentKind::Timestamp => token_in(bytes).map_or(Self::File, Self::Timestamp),
            DocumentKind::File => Self::File,
        })
    }
}
