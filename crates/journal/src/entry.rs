//! What happened, once: when, by whom, what, about what. An entry is its canonical bytes, and those are what the
//! journal hashes.

use std::borrow::Cow;
use std::str::FromStr as _;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::canonical::{self, CanonicalError};
use crate::payload::Payload;

/// The most bytes an entry may have: its length is a `u16` in a bundle of entries.
pub const LONGEST_ENTRY: usize = 65_535;

/// The only version of the form of entries.
pub(crate) const VERSION: u64 = 1;

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));

/// One change, as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was recorded, in whole microseconds.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done, as `area.verb`.
    pub kind: String,
    /// What it was done to.
    pub subject: String,
    /// The facts, whose form depends on the kind.
    pub payload: Payload,
}

/// The keys of an entry, taken from its bytes as they stand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled<'b> {
    #[serde(borrow)]
    actor: Cow<'b, str>,
    #[serde(borrow)]
    at: Cow<'b, str>,
    #[serde(borrow)]
    kind: Cow<'b, str>,
    #[serde(borrow)]
    payload: &'b RawValue,
    #[serde(borrow)]
    subject: Cow<'b, str>,
    v: u64,
}

/// Why something is not an entry.
#[derive(Debug, Error)]
pub enum EntryError {
    /// The payload has no canonical form, or the bytes are not in it.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// Canonical, but not an object.
    #[error("an entry is a JSON object, and this is not")]
    NotAnObject,
    /// A key that every entry has is not there.
    #[error("the entry has no `{key}`")]
    Missing {
        /// The key.
        key: &'static str,
    },
    /// The value of a key is not of its type, or empty.
    #[error("`{key}` of the entry is not {expected}")]
    Value {
        /// The key.
        key: &'static str,
        /// What its value must be.
        expected: &'static str,
    },
    /// A key that no entry has.
    #[error("the entry has the key `{key}`, which entries do not have")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// More bytes than fit into a bundle.
    #[error("the entry has {length} bytes, and may have {LONGEST_ENTRY}: keep large content beside it, by digest")]
    TooLong {
        /// How many it has.
        length: usize,
    },
}

impl Entry {
    /// The canonical bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        self.check()?;
        let mut bytes = Vec::with_capacity(256);
        bytes.extend_from_slice(b"{\"actor\":");
        canonical::write_text(&self.actor, &mut bytes)?;
        bytes.extend_from_slice(b",\"at\":");
        canonical::write_text(&print_time(self.at)?, &mut bytes)?;
        bytes.extend_from_slice(b",\"kind\":");
        canonical::write_text(&self.kind, &mut bytes)?;
        bytes.extend_from_slice(b",\"payload\":");
        bytes.extend_from_slice(self.payload.as_str().as_bytes());
        bytes.extend_from_slice(b",\"subject\":");
        canonical::write_text(&self.subject, &mut bytes)?;
        bytes.extend_from_slice(b",\"v\":1}");
        check_length(&bytes)?;
        Ok(bytes)
    }

    /// Reads an entry from its canonical bytes, and from no others.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        match Self::of_parts(bytes) {
            Some(entry) => Ok(entry),
            None => Self::parse_fields(bytes),
        }
    }

    /// Reads what is spelled as [`Self::to_bytes`] spells it; what is not is told why by [`Self::parse_fields`].
    fn of_parts(bytes: &[u8]) -> Option<Self> {
        let Spelled { actor, at, kind, payload, subject, v: VERSION } = serde_json::from_slice(bytes).ok()? else {
            return None;
        };
        let [actor, kind, subject] = [actor, kind, subject].map(Cow::into_owned);
        let entry = Self { at: at.parse().ok()?, actor, kind, subject, payload: Payload::of_text(payload.get())? };
        (entry.to_bytes().ok()? == bytes).then_some(entry)
    }

    fn parse_fields(bytes: &[u8]) -> Result<Self, EntryError> {
        let mut fields = Fields::parse(bytes)?;
        let entry = Self {
            at: fields.time()?,
            actor: fields.text("actor")?,
            kind: fields.text("kind")?,
            subject: fields.text("subject")?,
            payload: Payload::of_object(&fields.object("payload")?)?,
        };
        fields.end()?;
        entry.check()?;
        Ok(entry)
    }

    fn check(&self) -> Result<(), EntryError> {
        for (key, text) in [("actor", &self.actor), ("subject", &self.subject)] {
            if text.is_empty() {
                return Err(EntryError::Value { key, expected: "a text that is not empty" });
            }
        }
        if is_kind(&self.kind) { Ok(()) } else { Err(EntryError::Value { key: "kind", expected: "`area.verb`" }) }
    }
}

/// Whether a text is `area.verb`, in small letters and hyphens.
fn is_kind(kind: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    kind.split_once('.').is_some_and(|(area, verb)| is_word(area) && is_word(verb))
}

pub(crate) fn check_length(bytes: &[u8]) -> Result<(), EntryError> {
    if bytes.len() > LONGEST_ENTRY { Err(EntryError::TooLong { length: bytes.len() }) } else { Ok(()) }
}

/// A time as entries have it: in UTC, with six digits after the second.
pub(crate) fn print_time(at: Timestamp) -> Result<String, EntryError> {
    if at < Timestamp::UNIX_EPOCH || at.subsec_nanosecond() % 1000 != 0 {
        return Err(EntryError::Value { key: "at", expected: "a time since 1970 in whole microseconds" });
    }
    Ok(PRINTER.timestamp_to_string(&at))
}

/// The keys of an object, each taken once.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Reads the canonical bytes of an object of the only version.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        check_length(bytes)?;
        let Value::Object(fields) = canonical::parse(bytes)? else { return Err(EntryError::NotAnObject) };
        let mut fields = Self(fields);
        if fields.take("v")?.as_u64() != Some(VERSION) {
            return Err(EntryError::Value { key: "v", expected: "1, the version that is known here" });
        }
        Ok(fields)
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Result<String, EntryError> {
        match self.take(key)? {
            Value::String(text) => Ok(text),
            _ => Err(EntryError::Value { key, expected: "a text" }),
        }
    }

    pub(crate) fn time(&mut self) -> Result<Timestamp, EntryError> {
        let text = self.text("at")?;
        let time = Timestamp::from_str(&text).ok();
        time.filter(|time| print_time(*time).is_ok_and(|printed| printed == text))
            .ok_or(EntryError::Value { key: "at", expected: "a time such as `2026-11-22T09:30:00.000000Z`" })
    }

    fn object(&mut self, key: &'static str) -> Result<Map<String, Value>, EntryError> {
        match self.take(key)? {
            Value::Object(object) => Ok(object),
            _ => Err(EntryError::Value { key, expected: "an object" }),
        }
    }

    /// Refuses what was not taken.
    pub(crate) fn end(self) -> Result<(), EntryError> {
        match self.0.into_iter().next() {
            Some((key, _)) => Err(EntryError::UnknownKey { key }),
            None => Ok(()),
        }
    }

    fn take(&mut self, key: &'static str) -> Result<Value, EntryError> {
        self.0.remove(key).ok_or(EntryError::Missing { key })
    }
}

#[cfg(test)]
mod tests;
