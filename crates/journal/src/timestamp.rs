//! A third clock: a timestamp of RFC 3161 over a signed checkpoint, by an authority that is neither log nor witness.
//!
//! This builds the request and reads from the answer what was stamped and when. Whether an authority that counts signed
//! it is asked of its certificate; chains of certificates are left to programs made for that, such as
//! `openssl ts -verify`.

pub mod authority;
mod signer;

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode as _, Encode as _, SliceReader, Tag, Tagged as _};
use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::hash::Hash;
use crate::note::Note;

const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const TIMESTAMP_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// What an authority is asked to stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimestampRequest {
    /// SHA-256 of what is stamped.
    pub digest: Hash,
    /// A number that the answer must repeat, fresh from a source of randomness for every request.
    pub nonce: u64,
}

/// What an authority says that it saw, once it fits the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When, by the clock of the authority.
    pub at: Timestamp,
    /// The signed token, to be kept beside the checkpoint.
    pub token: Vec<u8>,
}

/// What a token says. Whose token it is stays open until an authority is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// SHA-256 of what is stamped.
    pub digest: Hash,
    /// When, by the clock of the authority.
    pub at: Timestamp,
    /// When at the latest, by what the authority says of the accuracy of its clock.
    pub latest: Timestamp,
    /// The number of the request.
    nonce: Option<u64>,
}

/// Why an answer is no timestamp of what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TimestampError {
    /// Not the bytes of RFC 3161.
    #[error("the answer is not a timestamp as RFC 3161 has it")]
    Form(#[from] der::Error),
    /// Well formed, without something that every timestamp has.
    #[error("the timestamp has no {part}")]
    Missing {
        /// What is not there.
        part: &'static str,
    },
    /// The authority did not stamp.
    #[error("the authority refused with the status {status}")]
    Refused {
        /// The status that it gave.
        status: u64,
    },
    /// Something else was stamped.
    #[error("the timestamp is of something else")]
    Imprint,
    /// The answer is to another request.
    #[error("the answer is to another request: its nonce differs")]
    Nonce,
    /// What is signed is not about what is stamped.
    #[error("what is signed of the timestamp is not about its content")]
    Content,
    /// An algorithm that is not known here, or not strong enough.
    #[error("the algorithm {name} of the timestamp is not one that is accepted")]
    Algorithm {
        /// Its object identifier.
        name: String,
    },
}

impl TimestampRequest {
    /// A request for a stamp on a whole note, with its signatures.
    pub fn of_note(note: &Note, nonce: u64) -> Self {
        Self { digest: Hash::of_bytes(note.to_string().as_bytes()), nonce }
    }

    /// The body of the request, of the media type `application/timestamp-query`.
    pub fn to_bytes(&self) -> Result<Vec<u8>, TimestampError> {
        let algorithm = sequence(&[SHA_256.to_der()?, AnyRef::NULL.to_der()?])?;
        let imprint = sequence(&[algorithm, OctetStringRef::new(&self.digest.0)?.to_der()?])?;
        let with_certificate = true.to_der()?;
        sequence(&[1_u8.to_der()?, imprint, self.nonce.to_der()?, with_certificate])
    }

    /// Reads the answer, of the media type `application/timestamp-reply`, and checks that it is to this request.
    pub fn read(&self, answer: &[u8]) -> Result<Stamp, TimestampError> {
        let parts = children(AnyRef::from_der(answer)?)?;
        let status = children(part(&parts, 0, "status")?)?;
        match part(&status, 0, "status")?.decode_as::<u64>()? {
            // Granted, or granted with changes.
            0 | 1 => {}
            status => return Err(TimestampError::Refused { status }),
        }
        let token = part(&parts, 1, "token")?.to_der()?;
        let stamped = stamped(&token)?;
        if stamped.digest != self.digest {
            return Err(TimestampError::Imprint);
        }
        if stamped.nonce == Some(self.nonce) { Ok(Stamp { at: stamped.at, token }) } else { Err(TimestampError::Nonce) }
    }
}

/// The token in a file that is one, or the answer of an authority with one.
pub fn token_in(bytes: &[u8]) -> Option<Vec<u8>> {
    let parts = children(AnyRef::from_der(bytes).ok()?).ok()?;
    let is_token = |parts: &[AnyRef<'_>]| {
        parts.first().is_some_and(|kind| kind.decode_as::<ObjectIdentifier>().is_ok_and(|kind| kind == SIGNED_DATA))
    };
    if is_token(&parts) {
        return Some(bytes.to_vec());
    }
    let token = parts.get(1).filter(|_| parts.len() == 2)?;
    if is_token(&children(*token).ok()?) { token.to_der().ok() } else { None }
}

/// What a token says; whose token it is stays open.
pub fn stamped(token: &[u8]) -> Result<Stamped, TimestampError> {
    let signed = children(content(AnyRef::from_der(token)?, SIGNED_DATA)?)?;
    let info = content(part(&signed, 2, "content")?, TIMESTAMP_INFO)?.decode_as::<&OctetStringRef>()?;
    let fields = children(AnyRef::from_der(info.as_bytes())?)?;
    let imprint = children(part(&fields, 2, "imprint")?)?;
    let algorithm = children(part(&imprint, 0, "algorithm")?)?;
    let digest = Hash::from_bytes(part(&imprint, 1, "digest")?.decode_as::<&OctetStringRef>()?.as_bytes());
    if part(&algorithm, 0, "algorithm")?.decode_as::<ObjectIdentifier>()? != SHA_256 {
        return Err(TimestampError::Imprint);
    }
    let digest = digest.ok_or(TimestampError::Imprint)?;
    let at = time(part(&fields, 4, "time")?).ok_or(TimestampError::Missing { part: "time in UTC" })?;
    // What follows the time is optional: the only sequence there is the accuracy, the only integer the nonce.
    let rest = || fields.iter().skip(5);
    let accuracy = rest().find(|field| field.tag() == Tag::Sequence).map(|field| accuracy(*field)).transpose()?;
    let latest = at.checked_add(accuracy.unwrap_or_default());
    let latest = latest.map_err(|_| TimestampError::Missing { part: "accuracy that is one" })?;
    let nonce = rest().find(|field| field.tag() == Tag::Integer);
    let nonce = nonce.map(|nonce| nonce.decode_as::<u64>()).transpose()?;
    Ok(Stamped { digest, at, latest, nonce })
}

/// How far the clock of an authority may be off: seconds, milliseconds and microseconds, each optional.
fn accuracy(field: AnyRef<'_>) -> Result<SignedDuration, TimestampError> {
    let mut accuracy = SignedDuration::ZERO;
    for part in children(field)? {
        let number = AnyRef::new(Tag::Integer, part.value())?.decode_as::<u32>()?;
        let more = match (part.tag(), part.tag().number().value()) {
            (Tag::Integer, _) => SignedDuration::from_secs(number.into()),
            (_, 0) => SignedDuration::from_millis(number.into()),
            (_, 1) => SignedDuration::from_micros(number.into()),
            _ => return Err(TimestampError::Missing { part: "accuracy that is one" }),
        };
        accuracy = accuracy.checked_add(more).ok_or(TimestampError::Missing { part: "accuracy that is one" })?;
    }
    Ok(accuracy)
}

/// What stands in a `ContentInfo` of a type.
fn content(info: AnyRef<'_>, kind: ObjectIdentifier) -> Result<AnyRef<'_>, TimestampError> {
    let parts = children(info)?;
    if part(&parts, 0, "content type")?.decode_as::<ObjectIdentifier>()? != kind {
        return Err(TimestampError::Missing { part: "content of the type of a timestamp" });
    }
    Ok(AnyRef::from_der(part(&parts, 1, "content")?.value())?)
}

fn children(parent: AnyRef<'_>) -> Result<Vec<AnyRef<'_>>, TimestampError> {
    parent.tag().is_constructed().then_some(()).ok_or(TimestampError::Missing { part: "structure" })?;
    let mut reader = SliceReader::new(parent.value())?;
    let mut children = Vec::new();
    while !der::Reader::is_finished(&reader) {
        children.push(AnyRef::decode(&mut reader)?);
    }
    Ok(children)
}

fn part<'d>(parts: &[AnyRef<'d>], at: usize, part: &'static str) -> Result<AnyRef<'d>, TimestampError> {
    parts.get(at).copied().ok_or(TimestampError::Missing { part })
}

fn sequence(parts: &[Vec<u8>]) -> Result<Vec<u8>, TimestampError> {
    Ok(AnyRef::new(Tag::Sequence, &parts.concat())?.to_der()?)
}

/// A time such as `20261122093000.25Z`; unlike other certificates' times, those of RFC 3161 may have fractions.
fn time(field: AnyRef<'_>) -> Option<Timestamp> {
    if field.tag() != Tag::GeneralizedTime {
        return None;
    }
    let text = std::str::from_utf8(field.value()).ok()?;
    let digits =
        |from: usize, to: usize| text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let [year, month, day] = [digits(0, 4)?, digits(4, 6)?, digits(6, 8)?];
    let [hour, minute, second] = [digits(8, 10)?, digits(10, 12)?, digits(12, 14)?];
    let rest = text.get(14..).filter(|rest| rest.ends_with('Z'))?;
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}{rest}").parse().ok()
}

#[cfg(test)]
mod tests;
