//! Entries that not everybody may read: the journal has a salted digest, and whoever holds the salt and the entry can
//! show that they are what was recorded. Without the salt the digest says nothing, not even to a good guess.

pub mod file;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;

use crate::canonical;
use crate::entry::{Entry, EntryError, Fields, check_length, print_time};
use crate::hash::Hash;

/// The kind of every private record.
const KIND: &str = "private";

/// What one leaf of the journal holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An entry that everybody may read.
    Public(Entry),
    /// The promise of an entry.
    Private(Commitment),
}

/// The promise of an entry, as the journal has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// When the entry was recorded.
    pub at: Timestamp,
    /// SHA-256 of the salt and the entry's bytes.
    pub digest: Hash,
}

/// What opens a commitment. Once it is erased, nobody can tell what was committed to.
// Invariant: `bytes` are the canonical bytes of `entry`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    salt: [u8; 32],
    entry: Entry,
    bytes: Vec<u8>,
}

impl Record {
    /// Whether the bytes of a leaf are those of a private record, if they are of any.
    pub fn is_private(leaf: &[u8]) -> bool {
        // Keys are sorted, and `actor` comes first in every public entry.
        !leaf.starts_with(b"{\"actor\":")
    }

    /// Reads the bytes of a leaf.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        if Self::is_private(bytes) {
            Commitment::parse(bytes).map(Self::Private)
        } else {
            Entry::parse(bytes).map(Self::Public)
        }
    }

    /// When it was recorded.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Public(entry) => entry.at,
            Self::Private(commitment) => commitment.at,
        }
    }
}

impl Commitment {
    /// The canonical bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        let mut bytes = Vec::with_capacity(128);
        bytes.extend_from_slice(b"{\"at\":");
        canonical::write_text(&print_time(self.at)?, &mut bytes)?;
        bytes.extend_from_slice(b",\"commitment\":");
        canonical::write_text(&BASE64_URL_SAFE_NO_PAD.encode(self.digest.0), &mut bytes)?;
        bytes.extend_from_slice(b",\"kind\":\"private\",\"v\":1}");
        Ok(bytes)
    }

    /// Reads a commitment from its canonical bytes, and from no others.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        match Self::of_parts(bytes) {
            Some(commitment) => Ok(commitment),
            None => Self::parse_fields(bytes),
        }
    }

    /// Reads what is spelled as [`Self::to_bytes`] spells it, which is nearly every entry of a large journal; what is
    /// not is told why by [`Self::parse_fields`].
    fn of_parts(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?.strip_prefix("{\"at\":\"")?;
        let (at, rest) = text.split_once("\",\"commitment\":\"")?;
        let digest = BASE64_URL_SAFE_NO_PAD.decode(rest.strip_suffix("\",\"kind\":\"private\",\"v\":1}")?).ok()?;
        let commitment = Self { at: at.parse().ok()?, digest: Hash::from_bytes(&digest)? };
        (commitment.to_bytes().ok()? == bytes).then_some(commitment)
    }

    fn parse_fields(bytes: &[u8]) -> Result<Self, EntryError> {
        let mut fields = Fields::parse(bytes)?;
        if fields.text("kind")? != KIND {
            return Err(EntryError::Value { key: "kind", expected: "`private`, as it is without an actor" });
        }
        let digest = BASE64_URL_SAFE_NO_PAD.decode(fields.text("commitment")?).ok();
        let digest = digest
            .and_then(|digest| Hash::from_bytes(&digest))
            .ok_or(EntryError::Value { key: "commitment", expected: "32 bytes in unpadded Base64 for URLs" })?;
        let at = fields.time()?;
        fields.end()?;
        Ok(Self { at, digest })
    }
}

impl Opening {
    /// Keeps an entry private under a salt, which must be fresh from a source of randomness for every entry.
    pub fn new(entry: Entry, salt: [u8; 32]) -> Result<Self, EntryError> {
        let bytes = entry.to_bytes()?;
        Ok(Self { salt, entry, bytes })
    }

    /// Reads what was kept: the salt and the entry's canonical bytes.
    pub fn parse(salt: [u8; 32], bytes: impl Into<Vec<u8>>) -> Result<Self, EntryError> {
        let bytes = bytes.into();
        check_length(&bytes)?;
        Ok(Self { salt, entry: Entry::parse(&bytes)?, bytes })
    }

    /// The promise that goes into the journal.
    pub fn commitment(&self) -> Commitment {
        Commitment { at: self.entry.at, digest: Hash::of_parts(&self.salt, &self.bytes) }
    }

    /// Whether this is what the bytes of a leaf commit to.
    pub fn opens_leaf(&self, leaf: &[u8]) -> Result<bool, EntryError> {
        Ok(self.commitment().to_bytes()? == leaf)
    }

    /// Whether this is what was committed to.
    pub fn opens(&self, commitment: &Commitment) -> bool {
        self.commitment() == *commitment
    }

    /// What makes the digest unguessable.
    pub fn salt(&self) -> [u8; 32] {
        self.salt
    }

    /// The entry.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The entry alone.
    pub fn into_entry(self) -> Entry {
        self.entry
    }

    /// The entry's canonical bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests;
