//! What happens to an instance itself.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{EventError, Wire, form, payload};

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
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Created {
    program: String,
}

impl InstanceEvent {
    pub(super) fn to_wire(&self) -> Result<Wire, EventError> {
        match self {
            Self::Created { origin, program } => {
                let kind = "instance.created";
                let payload = payload(kind, &Created { program: program.clone() })?;
                Ok(Wire { kind, subject: origin.clone(), payload })
            }
        }
    }

    pub(super) fn parse(kind: &str, subject: &str, payload: Map<String, Value>) -> Result<Self, EventError> {
        match kind {
            "instance.created" => {
                let Created { program } = form(kind, payload)?;
                Ok(Self::Created { origin: subject.to_owned(), program })
            }
            _ => Err(EventError::Kind(kind.to_owned())),
        }
    }
}
