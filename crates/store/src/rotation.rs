//! Putting another key in the place of one of the instance's own.

use adhere_journal::key::{Log, Witness};
use jiff::Timestamp;

use crate::error::OpenError;
use crate::event::{Event, InstanceEvent, KeyPurpose, RotationReason};
use crate::keys::Keys;
use crate::store::Store;

/// A key that was rotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The public key that counted until now.
    pub old: String,
    /// The public key that counts from now on.
    pub new: String,
    /// The entry that says so.
    pub entry_id: u64,
}

impl Store {
    /// Puts a new key in the place of one, recorded under the signature of the old. Whoever has the store open with the
    /// old key can sign nothing more with it.
    pub fn rotate_key(
        self,
        purpose: KeyPurpose,
        reason: RotationReason,
        actor: &str,
        now: Timestamp,
    ) -> Result<Rotated, OpenError> {
        let (old, new) = match purpose {
            KeyPurpose::Log => {
                let new = Keys::prepare::<Log>(self.home(), purpose)?.to_string();
                (self.keys().log.public().to_string(), new)
            }
            KeyPurpose::Witness => {
                let new = Keys::prepare::<Witness>(self.home(), purpose)?.to_string();
                (self.keys().witness.public().to_string(), new)
            }
        };
        let origin = self.home().settings().origin.clone();
        let event = InstanceEvent::KeyRotated { origin, purpose, old: old.clone(), new: new.clone(), reason };
        let changed = self.change(now, actor, |change| change.record(Event::Instance(event)))?;
        // From here on the next key counts: whoever opens the instance puts it into its place.
        Self::open_as_it_is(self.home().clone())?;
        Ok(Rotated { old, new, entry_id: changed.outcome })
    }

    /// Encrypts the keys of an instance with its passphrase; says how many were not encrypted before.
    pub fn seal_keys(&self) -> Result<usize, OpenError> {
        Keys::seal_all(self.home())
    }
}
