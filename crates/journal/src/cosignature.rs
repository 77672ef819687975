//! What a witness says of a log: as of this time, this is the largest tree it has seen of it, grown from all that it
//! saw before (C2SP tlog-cosignature, version 1 with Ed25519).

use jiff::Timestamp;
use thiserror::Error;

use crate::checkpoint::SignedCheckpoint;
use crate::key::{KeyId, KeyName, WitnessKey, WitnessSecret};
use crate::note::{Note, NoteError, Signature, Verifier};

/// A witness's word on a checkpoint, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosignature {
    /// Who gave it.
    pub witness: KeyName,
    /// When, in whole seconds, by the clock of the witness.
    pub at: Timestamp,
}

/// A time that a cosignature cannot bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a cosignature cannot bear the time {at}, which is before 1970: set the clock")]
pub struct TimeError {
    /// The time.
    pub at: Timestamp,
}

impl WitnessSecret {
    /// Cosigns a checkpoint. The witness must have stored it as the latest of its log before it hands this out.
    pub fn cosign(&self, checkpoint: &SignedCheckpoint, now: Timestamp) -> Result<Signature, TimeError> {
        let seconds = u64::try_from(now.as_second()).map_err(|_| TimeError { at: now })?;
        let signature = self.sign_bytes(message(checkpoint.note().text(), seconds).as_bytes());
        let public = self.public();
        let bytes = [seconds.to_be_bytes().as_slice(), &signature].concat();
        Ok(Signature { name: public.name().clone(), id: public.id(), bytes })
    }
}

/// What a witness signs.
fn message(text: &str, seconds: u64) -> String {
    format!("cosignature/v1\ntime {seconds}\n{text}")
}

/// The time that a cosignature bears, if it is the key's over the text.
fn time(key: &WitnessKey, text: &str, bytes: &[u8]) -> Option<Timestamp> {
    let (seconds, signature) = bytes.split_first_chunk()?;
    let seconds = u64::from_be_bytes(*seconds);
    let at = Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
    key.has_signed(message(text, seconds).as_bytes(), signature.try_into().ok()?).then_some(at)
}

/// The cosignature of a witness on a note, the latest if it gave more than one; a wrong one is an error.
pub fn cosignature_of(key: &WitnessKey, note: &Note) -> Result<Option<Cosignature>, NoteError> {
    let mut latest = None;
    for signature in note.signatures_of(key) {
        let at = time(key, note.text(), &signature.bytes);
        let wrong = || NoteError::WrongSignature { name: key.name().clone() };
        latest = latest.max(Some(at.ok_or_else(wrong)?));
    }
    Ok(latest.map(|at| Cosignature { witness: key.name().clone(), at }))
}

impl Verifier for WitnessKey {
    fn name(&self) -> &KeyName {
        Self::name(self)
    }

    fn id(&self) -> KeyId {
        Self::id(self)
    }

    fn has_signed(&self, text: &str, signature: &[u8]) -> bool {
        time(self, text, signature).is_some()
    }
}

#[cfg(test)]
mod tests;
