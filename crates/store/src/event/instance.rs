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

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Created {
    program: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WitnessConflict {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<String>,
    presented: String,
}

impl InstanceEvent {
    pub(super) fn to_wire(&self) -> Result<Wire, EventError> {
        let (kind, origin, payload) = match self.clone() {
            Self::Created { origin, program } => {
                let kind = "instance.created";
                (kind, origin, payload(kind, &Created { program })?)
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
                let Created { program } = form(kind, payload)?;
                Ok(Self::Created { origin, program })
            }
            "witness.conflict" => {
                let WitnessConflict { known, presented } = form(kind, payload)?;
                Ok(Self::WitnessConflict { origin, known, presented })
            }
            _ => Err(EventError::Kind(kind.to_owned())),
        }
    }
}
