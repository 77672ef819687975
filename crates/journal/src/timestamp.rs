//! A third clock: a timestamp of RFC 3161 over a signed checkpoint, by an authority that is neither log nor witness.
//!
//! This builds the request and reads from the answer what was stamped and when. It does not check who signed the
//! answer: certificates and their chains are left to programs made for that, such as `openssl ts -verify`.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode as _, Encode as _, SliceReader, Tag, Tagged as _};
use jiff::Timestamp;
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
        let (at, nonce) = read_token(&token, self.digest)?;
        if nonce == Some(self.nonce) { Ok(Stamp { at, token }) } else { Err(TimestampError::Nonce) }
    }
}

/// The time that a token gives to a digest; whose token it is stays open.
pub fn time_of(token: &[u8], digest: Hash) -> Result<Timestamp, TimestampError> {
    read_token(token, digest).map(|(at, _)| at)
}

/// The time and the nonce of a token that stamps a digest.
fn read_token(token: &[u8], digest: Hash) -> Result<(Timestamp, Option<u64>), TimestampError> {
    let signed = content(AnyRef::from_der(token)?, SIGNED_DATA)?;
    let signed = children(signed)?;
    let info = content(part(&signed, 2, "content")?, TIMESTAMP_INFO)?;
    let info = info.decode_as::<&OctetStringRef>()?;
    let fields = children(AnyRef::from_der(info.as_bytes())?)?;
    let imprint = children(part(&fields, 2, "imprint")?)?;
    let algorithm = children(part(&imprint, 0, "algorithm")?)?;
    let stamped = part(&imprint, 1, "digest")?.decode_as::<&OctetStringRef>()?;
    if part(&algorithm, 0, "algorithm")?.decode_as::<ObjectIdentifier>()? != SHA_256 || stamped.as_bytes() != digest.0 {
        return Err(TimestampError::Imprint);
    }
    let at = time(part(&fields, 4, "time")?).ok_or(TimestampError::Missing { part: "time in UTC" })?;
    // What follows the time is optional; the only integer there is the nonce.
    let nonce = fields.iter().skip(5).find(|field| field.tag() == Tag::Integer);
    Ok((at, nonce.map(|nonce| nonce.decode_as::<u64>()).transpose()?))
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
