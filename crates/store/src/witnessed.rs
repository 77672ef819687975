//! How far witnesses have seen the journal, and how far this instance has seen those of others, kept in a file beside
//! the keys and not in the database.
//!
//! When an older copy of the database is put back, this file still knows better: nothing more is signed then, for it
//! would be a second history, and nothing is cosigned that could be another's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use adhere_journal::hash::Hash;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::home::{PrivateFileError, read_private, replace_private};
use crate::journal::Head;

/// The name of the file, in the folder of keys.
const FILE: &str = "witnessed.json";

/// How far witnesses have seen the journal.
#[derive(Debug)]
pub(crate) struct Witnessed {
    file: PathBuf,
    seen: Mutex<Seen>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    /// By the name of the witness's key.
    witnesses: BTreeMap<String, Mark>,
    /// Of each log that was cosigned here, how many entries it had.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    watched: BTreeMap<String, u64>,
    /// That the journal was restored, and nobody has confirmed yet that it is the latest.
    #[serde(default)]
    restored: bool,
}

/// What a witness has seen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    size: u64,
    /// The root, unless the witness told the size alone.
    root: Option<String>,
}

impl Witnessed {
    /// Reads the file, if there is one.
    pub(crate) fn open(folder: &Path) -> Result<Self, PrivateFileError> {
        let file = folder.join(FILE);
        let seen = match read_private(&file)? {
            Some(text) => serde_json::from_str(&text)
                .map_err(|source| PrivateFileError::Io { path: file.clone(), source: source.into() })?,
            None => Seen::default(),
        };
        Ok(Self { file, seen: Mutex::new(seen) })
    }

    /// Refuses to go on from a head that a witness is ahead of, or has seen with another root.
    pub(crate) fn check(&self, head: Option<&Head>) -> Result<(), StoreError> {
        let seen = self.seen();
        let size = head.map_or(0, |head| head.size);
        if seen.restored {
            return Err(StoreError::Restored);
        }
        for (witness, mark) in &seen.witnesses {
            if mark.size > size {
                return Err(StoreError::RolledBack { size, witness: witness.clone(), seen: mark.size });
            }
            let root = head.filter(|head| head.size == mark.size).map(|head| head.root.to_string());
            if let (Some(own), Some(theirs)) = (root, &mark.root)
                && own != *theirs
            {
                return Err(StoreError::OtherHistory { size, witness: witness.clone() });
            }
        }
        Ok(())
    }

    /// The last checkpoint that each witness cosigned, where its cosignature was kept.
    pub(crate) fn kept(&self) -> Vec<(String, u64)> {
        let seen = self.seen();
        let kept = seen.witnesses.iter().filter(|(_, mark)| mark.root.is_some());
        kept.map(|(witness, mark)| (witness.clone(), mark.size)).collect()
    }

    /// Keeps what a witness has seen, if it is more than before.
    pub(crate) fn note(&self, witness: &str, size: u64, root: Option<Hash>) -> Result<(), StoreError> {
        let mut seen = self.seen();
        if seen.witnesses.get(witness).is_some_and(|mark| mark.size >= size) {
            return Ok(());
        }
        let mut next = seen.clone();
        next.witnesses.insert(witness.to_owned(), Mark { size, root: root.map(|root| root.to_string()) });
        self.keep(&mut seen, next)
    }

    /// Of each log that was cosigned here, how many entries it had.
    pub(crate) fn watched(&self) -> BTreeMap<String, u64> {
        self.seen().watched.clone()
    }

    /// Refuses to judge a log by less than was cosigned of it before.
    pub(crate) fn check_watched(&self, origin: &str, size: u64) -> Result<(), StoreError> {
        let seen = self.seen().watched.get(origin).copied().unwrap_or_default();
        if seen > size {
            return Err(StoreError::Forgotten { origin: origin.to_owned(), size, seen });
        }
        Ok(())
    }

    /// Keeps how many entries of a log were cosigned, if it is more than before.
    pub(crate) fn note_watched(&self, origin: &str, size: u64) -> Result<(), StoreError> {
        let mut seen = self.seen();
        if seen.watched.get(origin).is_some_and(|mark| *mark >= size) {
            return Ok(());
        }
        let mut next = seen.clone();
        next.watched.insert(origin.to_owned(), size);
        self.keep(&mut seen, next)
    }

    /// Keeps whether the journal was restored and not confirmed yet.
    pub(crate) fn set_restored(&self, restored: bool) -> Result<(), StoreError> {
        let mut seen = self.seen();
        let next = Seen { restored, ..seen.clone() };
        self.keep(&mut seen, next)
    }

    fn keep(&self, seen: &mut Seen, next: Seen) -> Result<(), StoreError> {
        let text = serde_json::to_string_pretty(&next).map_err(|source| StoreError::Private(self.failed(source)))?;
        replace_private(&self.file, text.as_bytes())?;
        *seen = next;
        Ok(())
    }

    fn failed(&self, source: serde_json::Error) -> PrivateFileError {
        PrivateFileError::Io { path: self.file.clone(), source: source.into() }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
