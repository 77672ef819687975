//! Whether an instance can do its work, part by part.

use std::collections::BTreeSet;

use crate::error::StoreError;
use crate::event::KeyPurpose;
use crate::projection::instance_key;
use crate::store::Store;

/// A part of an instance without which it cannot do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The database answers.
    Database,
    /// The journal has an end and a checkpoint that can be read.
    Journal,
    /// The keys at hand are those that count.
    Keys,
    /// The place of evidence answers.
    Evidence,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Database, Self::Journal, Self::Keys, Self::Evidence];

    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Journal => "journal",
            Self::Keys => "keys",
            Self::Evidence => "evidence",
        }
    }
}

impl Store {
    /// The parts that work; `failed` is told of each other, and why it does not.
    pub fn health(&self, mut failed: impl FnMut(Part, &StoreError)) -> BTreeSet<Part> {
        let mut working = BTreeSet::new();
        for part in Part::ALL {
            let outcome = match part {
                Part::Database => self.head().map(|_| ()),
                // Without a database it is known already, and asking for it once more takes time.
                Part::Journal | Part::Keys if !working.contains(&Part::Database) => continue,
                Part::Journal => self.latest_checkpoint().map(|_| ()),
                Part::Keys => self.has_counting_keys(),
                Part::Evidence => self.blobs().answers().map_err(StoreError::from),
            };
            match outcome {
                Ok(()) => drop(working.insert(part)),
                Err(error) => failed(part, &error),
            }
        }
        working
    }

    fn has_counting_keys(&self) -> Result<(), StoreError> {
        let own = [
            (KeyPurpose::Log, self.keys().log.public().to_string()),
            (KeyPurpose::Witness, self.keys().witness.public().to_string()),
        ];
        self.read(|tx| {
            for (purpose, key) in &own {
                let counting = instance_key::list(tx, *purpose)?.pop();
                if counting.is_none_or(|counting| counting.key != *key) {
                    return Err(StoreError::OldKey);
                }
            }
            Ok(())
        })
    }
}
