//! How far an audit is: read by others while it goes on.

use std::sync::{Mutex, PoisonError};

/// What an audit looks at just now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Entries of the journal, one after the other.
    #[default]
    Journal,
    /// Tables that follow, which are filled again and compared.
    Tables,
    /// Bytes of evidence, one file after the other.
    Files,
}

/// How far an audit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// What it looks at.
    pub stage: Stage,
    /// How many entries or files it has looked at.
    pub done: u64,
    /// How many there are; none where they are not counted.
    pub total: u64,
}

/// How far an audit is, as others see it.
#[derive(Debug, Default)]
pub struct AuditProgress(Mutex<Reached>);

impl Stage {
    /// All, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::Journal, Self::Tables, Self::Files];

    /// What it is called where it is kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Tables => "tables",
            Self::Files => "files",
        }
    }
}

impl AuditProgress {
    /// How far it is.
    pub fn reached(&self) -> Reached {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It begins with something of which there are so many.
    pub(super) fn is_at(&self, stage: Stage, total: u64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Reached { stage, done: 0, total };
    }

    /// It looks at the next.
    pub(super) fn step(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).done += 1;
    }
}
