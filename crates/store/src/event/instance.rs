//! What happens to an instance itself.

use std::collections::BTreeSet;

use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

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
    /// A timestamp authority stamped a checkpoint of its own (RFC 3161).
    Timestamped {
        /// The name of its log.
        origin: String,
        /// For how many entries the checkpoint was signed.
        size: u64,
        /// The checkpoint with the signatures on it when it was stamped: what was stamped, byte for byte.
        checkpoint: String,
        /// The token.
        token: Vec<u8>,
    },
    /// What opened private entries was erased; what they said is nowhere here any more.
    Erased {
        /// The name of its log.
        origin: String,
        /// The entries.
        entries: BTreeSet<u64>,
        /// Why.
        reason: NonEmptyText,
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

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Timestamped {
    size: u64,
    checkpoint: String,
    token: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Erased {
    entries: BTreeSet<u64>,
    #[serde(with = "spelling")]
    reason: NonEmptyText,
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
            Self::Timestamped { origin, size, checkpoint, token } => {
                let kind = "instance.timestamped";
                let token = BASE64_STANDARD.encode(token);
                (kind, origin, payload(kind, &Timestamped { size, checkpoint, token })?)
            }
            Self::Erased { origin, entries, reason } => {
                let kind = "instance.erased";
                (kind, origin, payload(kind, &Erased { entries, reason })?)
            }
        };
        Ok(Wire { kind, subject: subject::log(&origin), payload })
    }

    pub(super) fn parse(kind: &str, subject: &str, payload: &Payload) -> Result<Self, EventError> {
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
            "instance.timestamped" => {
                let Timestamped { size, checkpoint, token } = form(kind, payload)?;
                let token = BASE64_STANDARD.decode(token).map_err(|_| EventError::Value {
                    kind: kind.to_owned(),
                    field: "token",
                    expected: "bytes in Base64",
                })?;
                Ok(Self::Timestamped { origin, size, checkpoint, token })
            }
            "instance.erased" => {
                let Erased { entries, reason } = form(kind, payload)?;
                Ok(Self::Erased { origin, entries, reason })
            }
            _ => Err(EventError::Kind(kind.to_owned())),
        }
    }
}
