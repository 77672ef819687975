//! Documents that are kept in the journal itself, in parts that fit into entries: the source of each published code.

use adhere_domain::digest::Digest;
use adhere_journal::payload::Payload;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

/// A part of a document; the document is all of its parts in their order, and has the digest by which it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPart {
    /// The SHA-256 of the document.
    pub digest: Digest,
    /// Which part, from 0.
    pub part: u64,
    /// How many parts there are.
    pub parts: u64,
    /// The part's text.
    pub text: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PartWire {
    #[serde(with = "spelling")]
    digest: Digest,
    part: u64,
    parts: u64,
    text: String,
}

const KIND: &str = "document.kept";

impl DocumentPart {
    pub(super) fn to_wire(&self) -> Result<Wire, EventError> {
        let Self { digest, part, parts, text } = self.clone();
        let subject = subject::document(&digest);
        Ok(Wire { kind: KIND, subject, payload: payload(KIND, &PartWire { digest, part, parts, text })? })
    }

    pub(super) fn parse(kind: &str, payload: &Payload) -> Result<Self, EventError> {
        if kind != KIND {
            return Err(EventError::Kind(kind.to_owned()));
        }
        let PartWire { digest, part, parts, text } = form(kind, payload)?;
        if part >= parts {
            let expected = "less than the number of parts";
            return Err(EventError::Value { kind: kind.to_owned(), field: "part", expected });
        }
        Ok(Self { digest, part, parts, text })
    }
}
