//! Whom to believe (C2SP tlog-policy): which logs, which witnesses, and how many of these must have cosigned.
//! A policy is given by whoever relies on it, and never taken from what is to be verified.
//!
//! Stricter than the specification in one point: the file is UTF-8.

mod reader;

use thiserror::Error;

use crate::checkpoint::{CheckpointError, SignedCheckpoint};
use crate::cosignature::{Cosignature, cosignature_of};
use crate::key::{KeyError, LogKey, WitnessKey};
use crate::note::{Note, NoteError};

use self::reader::Reader;

/// Logs, witnesses and a quorum.
// Invariant: no key is listed twice, and every witness counts in one place of the quorum at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<KnownLog>,
    witnesses: Vec<KnownWitness>,
    quorum: Party,
}

/// A log that is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLog {
    /// Its key.
    pub key: LogKey,
    /// Where it is found.
    pub url: Option<String>,
}

/// A witness that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownWitness {
    /// Its name in this policy.
    pub name: String,
    /// Its key.
    pub key: WitnessKey,
    /// Where it takes checkpoints.
    pub url: Option<String>,
}

/// A witness, so many of a group, or nobody at all.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Party {
    Nobody,
    Witness(WitnessKey),
    Group { threshold: usize, members: Vec<Self> },
}

/// A checkpoint that meets a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsed {
    /// The checkpoint.
    pub checkpoint: SignedCheckpoint,
    /// What the witnesses of the policy have said of it, in the order of the policy.
    pub cosignatures: Vec<Cosignature>,
}

/// Why a text is not a policy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PolicyError {
    /// Not text.
    #[error("the policy is not UTF-8")]
    Text,
    /// A line that cannot stand there.
    #[error("line {line} of the policy: {fault}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// It does not say who must have cosigned.
    #[error("the policy has no `quorum` line; write `quorum none` when no witness is asked for")]
    NoQuorum,
}

/// What is wrong with a line of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineFault {
    /// A control character other than a tab.
    #[error("there is a control character")]
    Control,
    /// Not one of the forms.
    #[error(
        "`{line}` is none of `log KEY [URL]`, `witness NAME KEY [URL]`, `group NAME N|all|any NAME…`, `quorum NAME`"
    )]
    Form {
        /// The line.
        line: String,
    },
    /// Not a key of that kind.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The same key again.
    #[error("the key of `{name}` is listed already")]
    DuplicateKey {
        /// The name of the key.
        name: String,
    },
    /// A name that has a meaning already.
    #[error("the name `{name}` is taken")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// A name that no line before has given.
    #[error("no line before this one defines `{name}`")]
    UnknownName {
        /// The name.
        name: String,
    },
    /// A name that is a member already.
    #[error("`{name}` is a member of a group already, and would count twice")]
    MemberTwice {
        /// The name.
        name: String,
    },
    /// A group of which more are asked for than it has, or none.
    #[error("`{threshold}` is neither `all`, `any` nor a number from 1 to {members}, the number of members")]
    Threshold {
        /// What was written.
        threshold: String,
        /// How many members there are.
        members: usize,
    },
    /// A second quorum.
    #[error("there is a `quorum` line already")]
    SecondQuorum,
}

/// Why a checkpoint does not meet a policy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EndorsementError {
    /// No log of the policy has signed it.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// A witness of the policy is named on it with a wrong cosignature.
    #[error(transparent)]
    Cosignature(#[from] NoteError),
    /// Too few of the witnesses have cosigned it.
    #[error("the quorum of witnesses is not met; of those in the policy, {} cosigned", list(.cosigned))]
    Quorum {
        /// Who did, by their names in the policy.
        cosigned: Vec<String>,
    },
}

impl Policy {
    /// Reads a policy.
    pub fn parse(bytes: &[u8]) -> Result<Self, PolicyError> {
        let text = std::str::from_utf8(bytes).map_err(|_| PolicyError::Text)?;
        let mut reader = Reader::default();
        for (line, text) in text.split('\n').enumerate() {
            reader.line(text).map_err(|fault| PolicyError::Line { line: line + 1, fault })?;
        }
        reader.finish()
    }

    /// The logs.
    pub fn logs(&self) -> &[KnownLog] {
        &self.logs
    }

    /// The witnesses, in their order.
    pub fn witnesses(&self) -> &[KnownWitness] {
        &self.witnesses
    }

    /// Whether any cosignature is asked for.
    pub fn asks_for_witnesses(&self) -> bool {
        self.quorum != Party::Nobody
    }

    /// Checks that a note is a checkpoint of one of the logs, cosigned by a quorum.
    pub fn endorse(&self, note: Note) -> Result<Endorsed, EndorsementError> {
        let logs: Vec<LogKey> = self.logs.iter().map(|log| log.key.clone()).collect();
        let checkpoint = SignedCheckpoint::verify(note, &logs)?;
        let mut cosignatures = Vec::new();
        let (mut keys, mut names) = (Vec::new(), Vec::new());
        for witness in &self.witnesses {
            if let Some(cosignature) = cosignature_of(&witness.key, checkpoint.note())? {
                cosignatures.push(cosignature);
                keys.push(&witness.key);
                names.push(witness.name.clone());
            }
        }
        if self.quorum.has_cosigned(&keys) {
            Ok(Endorsed { checkpoint, cosignatures })
        } else {
            Err(EndorsementError::Quorum { cosigned: names })
        }
    }
}

impl Party {
    fn has_cosigned(&self, keys: &[&WitnessKey]) -> bool {
        match self {
            Self::Nobody => true,
            Self::Witness(key) => keys.contains(&key),
            Self::Group { threshold, members } => {
                members.iter().filter(|member| member.has_cosigned(keys)).count() >= *threshold
            }
        }
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests;
