//! Keys with which authors sign, and until when a signature with one counts.

use jiff::Timestamp;

use super::organisation::{OrganisationId, PersonId};
use crate::id::Id;
use crate::text::NonEmptyText;

/// Marks ids of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfKey {}

/// The id of a key.
pub type KeyId = Id<OfKey>;

/// An author's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its id.
    pub id: KeyId,
    /// Whose it is.
    pub holder: KeyHolder,
    /// The public key (Ed25519).
    pub public: [u8; 32],
    /// From when signatures with it count.
    pub from: Timestamp,
    /// From when they no longer count, if that was said beforehand.
    pub until: Option<Timestamp>,
}

/// Who signs with a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyHolder {
    /// A person.
    Person(PersonId),
    /// An organisation, such as by its own instance of adhere.
    Organisation(OrganisationId),
}

/// A key with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// The key.
    pub key: Key,
    /// What took its place, if something did.
    pub rotated: Option<Rotation>,
    /// That it is not to be trusted any more; also a key that was rotated can turn out to have been stolen before.
    pub revoked: Option<RevokedKey>,
}

/// That another key took the place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The other key.
    pub to: KeyId,
    /// From when.
    pub from: Timestamp,
}

/// That a key is not to be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedKey {
    /// From when; it may lie in the past, such as the day on which the key was stolen.
    pub from: Timestamp,
    /// Why.
    pub reason: NonEmptyText,
}

/// What a signature with a key counts for at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyStanding {
    /// It counts.
    Valid,
    /// The key is for later.
    NotYet(Timestamp),
    /// The key was for earlier.
    Expired(Timestamp),
    /// Another key has taken its place.
    Rotated(Timestamp),
    /// It was revoked with effect from then.
    Revoked(Timestamp),
}

impl KeyRecord {
    /// A key of which nothing has become yet.
    pub const fn new(key: Key) -> Self {
        Self { key, rotated: None, revoked: None }
    }

    /// What a signature made with it at a moment counts for, as far as is known now.
    pub fn standing(&self, at: Timestamp) -> KeyStanding {
        let begun = |from: &Timestamp| *from <= at;
        if at < self.key.from {
            KeyStanding::NotYet(self.key.from)
        } else if let Some(from) = self.revoked.as_ref().map(|revoked| revoked.from).filter(begun) {
            KeyStanding::Revoked(from)
        } else if let Some(from) = self.rotated.as_ref().map(|rotation| rotation.from).filter(begun) {
            KeyStanding::Rotated(from)
        } else if let Some(until) = self.key.until.filter(begun) {
            KeyStanding::Expired(until)
        } else {
            KeyStanding::Valid
        }
    }
}
