//! What happens to an instance itself.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{EventError, Wire, form, payload, subject};

/// Something that happened to the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstanceEvent {
    /// It was made: the first entry of every journal.
    Created {
        /// The name of its log.
        origin: String,
        /// The version of the program that made it.
        program: String,
        /// The public key of its log.
        log_key: String,
        /// The public key with which it cosigns.
        witness_key: String,
    },
    /// Another key took the place of one of its own.
    KeyRotated {
        /// The name of its log.
        origin: String,
        /// What the key is for.
        purpose: KeyPurpose,
        /// The public key that counted until then.
        old: String,
        /// The public key that counts from then on.
        new: String,
        /// Why.
        reason: RotationReason,
    },
    /// As a witness, it was shown two histories of a log, or what may be two.
    WitnessConflict {
        /// The log.
        origin: String,
        /// The checkpoint that was cosigned last, with its signatures.
        known: Option<String>,
        /// The checkpoint that was presented, with its signatures.
        presented: String,
    },
}

/// What a key of the instance is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPurpose {
    /// Signing checkpoints of the own log.
    Log,
    /// Cosigning those of others.
    Witness,
}

/// Why a key was rotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RotationReason {
    /// It was time.
    Planned,
    /// The old one is revoked: somebody else may have it.
    Compromised,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Created {
    program: String,
    log_key: String,
    witness_key: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeyRotated {
    purpose: KeyPurpose,
    old: String,
    new: String,
    reason: RotationReason,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WitnessConflict {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<String>,
    presented: String,
}

impl KeyPurpose {
    /// Its name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Witness => "witness",
        }
    }
}

impl InstanceEvent {
    pub(super) fn to_wire(&self) -> Result<Wire, EventError> {
        let (kind, origin, payload) = match self.clone() {
            Self::Created { origin, program, log_key, witness_key } => {
                let kind = "instance.created";
                (kind, origin, payload(kind, &Created { program, log_key, witness_key })?)
            }
            Self::KeyRotated { origin, purpose, old, new, reason } => {
                let kind = "instance.key-rotated";
                (kind, origin, payload(kind, &KeyRotated { purpose, old, new, reason })?)
            }
            Self::WitnessConflict { origin, known, presented } => {
                let kind = "witness.conflict";
                (kind, origin, payload(kind, &WitnessConflict { known, presented })?)
            }
        };
        Ok(Wire { kind, subject: subject::log(&origin), payload })
    }

    pub(super) fn parse(kind: &str, subject: &str, payload: Map<String, Value>) -> Result<Self, EventError> {
        let origin = subject::log_of(subject).ok_or_else(|| EventError::Value {
            kind: kind.to_owned(),
            field: "subject",
            expected: "a log",
        })?;
        match kind {
            "instance.created" => {
                let Created { program, log_key, witness_key } = form(kind, payload)?;
                Ok(Self::Created { origin, program, log_key, witness_key })
            }
            "instance.key-rotated" => {
                let KeyRotated { purpose, old, new, reason } = form(kind, payload)?;
                Ok(Self::KeyRotated { origin, purpose, old, new, reason })
            }
            "witness.conflict" => {
                let WitnessConflict { known, presented } = form(kind, payload)?;
                Ok(Self::WitnessConflict { origin, known, presented })
            }
            _ => Err(EventError::Kind(kind.to_owned())),
        }
    }
}
