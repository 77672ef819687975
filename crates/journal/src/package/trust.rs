//! Whose signature counts: the keys that a receiver knows for each organisation, from when to when, and for what.
//!
//! Nothing in a letter adds to this on its own: a key is believed when a known key introduced it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use super::kind::PackageKind;
use crate::jwt::thumbprint::thumbprint;
use crate::key::AuthorKey;

/// The keys that are known, by organisation and thumbprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    organisations: BTreeMap<String, BTreeMap<String, KnownKey>>,
}

/// A key, and when and for what its signature counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownKey {
    /// The key.
    pub key: AuthorKey,
    /// From when on it may be used.
    pub from: Timestamp,
    /// From when on it may no longer be used.
    pub until: Option<Timestamp>,
    /// When its organisation said that it is no longer its own.
    pub revoked: Option<Timestamp>,
    /// What it may sign.
    pub powers: BTreeSet<Power>,
}

/// What a key may sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Power {
    /// Packages of a kind.
    Package(PackageKind),
    /// Acknowledgements.
    Acknowledge,
    /// Introductions of further keys of the organisation.
    IntroduceKeys,
}

/// Why a key does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// The organisation is known, and the key is not; or neither is.
    #[error("the key `{kid}` is not known as one of `{organisation}`")]
    Unknown {
        /// The organisation.
        organisation: String,
        /// The key that the letter names.
        kid: String,
    },
    /// It was used too early.
    #[error("the key `{kid}` may be used from {from} on, and it was used at {at}")]
    NotYet {
        /// The key.
        kid: String,
        /// From when on it may be used.
        from: Timestamp,
        /// When it was used.
        at: Timestamp,
    },
    /// It was used too late.
    #[error("the key `{kid}` could be used until {until}, and nothing proves a use before {at}")]
    Expired {
        /// The key.
        kid: String,
        /// Until when it could be used.
        until: Timestamp,
        /// The earliest proven use.
        at: Timestamp,
    },
    /// It was used after it was revoked, or might have been.
    #[error("the key `{kid}` was revoked at {revoked}, and nothing proves a use before {at}")]
    Revoked {
        /// The key.
        kid: String,
        /// When it was revoked.
        revoked: Timestamp,
        /// The earliest proven use.
        at: Timestamp,
    },
    /// It was used for something that it may not sign.
    #[error("the key `{kid}` may not sign `{power}`")]
    Powerless {
        /// The key.
        kid: String,
        /// What it would need.
        power: Power,
    },
}

/// A text names nothing that a key may sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not something that a key may sign")]
pub struct UnknownPower(String);

impl Trust {
    /// Adds a key of an organisation, or replaces what was known about it.
    pub fn insert(&mut self, organisation: &str, key: KnownKey) {
        self.organisations.entry(organisation.to_owned()).or_default().insert(thumbprint(&key.key), key);
    }

    /// The keys of an organisation, by thumbprint.
    pub fn keys_of(&self, organisation: &str) -> BTreeMap<String, KnownKey> {
        self.organisations.get(organisation).cloned().unwrap_or_default()
    }
}

impl KnownKey {
    /// Whether a signature that says it was made at one time, and is proven to have been there at another, counts.
    ///
    /// The second time decides on revocation and expiry: a thief writes any time into what he signs.
    pub(crate) fn check(&self, signed: Timestamp, proven: Timestamp) -> Result<(), KeyFault> {
        let kid = || thumbprint(&self.key);
        if signed < self.from {
            return Err(KeyFault::NotYet { kid: kid(), from: self.from, at: signed });
        }
        let at = proven.max(signed);
        if let Some(revoked) = self.revoked.filter(|revoked| *revoked <= at) {
            return Err(KeyFault::Revoked { kid: kid(), revoked, at });
        }
        match self.until.filter(|until| *until <= at) {
            Some(until) => Err(KeyFault::Expired { kid: kid(), until, at }),
            None => Ok(()),
        }
    }

    /// Whether it may sign something.
    pub(super) fn check_power(&self, power: Power) -> Result<(), KeyFault> {
        if self.powers.contains(&power) {
            Ok(())
        } else {
            Err(KeyFault::Powerless { kid: thumbprint(&self.key), power })
        }
    }
}

impl fmt::Display for Power {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Package(kind) => kind.name(),
            Self::Acknowledge => "acknowledgement",
            Self::IntroduceKeys => "key",
        })
    }
}

impl FromStr for Power {
    type Err = UnknownPower;

    fn from_str(text: &str) -> Result<Self, UnknownPower> {
        match text {
            "acknowledgement" => Ok(Self::Acknowledge),
            "key" => Ok(Self::IntroduceKeys),
            kind => kind.parse().map(Self::Package).map_err(|_| UnknownPower(kind.to_owned())),
        }
    }
}
