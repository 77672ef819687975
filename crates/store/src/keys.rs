//! The keys of an instance: of its log, of it as a witness, and of its organisation as an author. They are made on the
//! first opening, each for its own purpose.

use std::path::Path;

use adhere_journal::key::{AuthorSecret, KeyError, KeyName, LogSecret, Role, SecretKey, WitnessSecret};

use crate::error::OpenError;
use crate::home::{Home, read_private, write_private};

/// The keys of an instance.
#[derive(Debug)]
pub struct Keys {
    /// Signs checkpoints of its own log.
    pub log: LogSecret,
    /// Cosigns checkpoints of others' logs.
    pub witness: WitnessSecret,
    /// Signs what its organisation declares.
    pub author: AuthorSecret,
}

impl Keys {
    /// Reads the keys, or makes those that are not there yet.
    pub(crate) fn open(home: &Home) -> Result<Self, OpenError> {
        let origin = &home.settings().origin;
        let folder = home.keys();
        Ok(Self {
            log: key(&folder.join("log.key"), origin)?,
            witness: key(&folder.join("witness.key"), &format!("{origin}/witness"))?,
            author: key(&folder.join("author.key"), &format!("{origin}/author"))?,
        })
    }
}

fn key<R: Role>(file: &Path, name: &str) -> Result<SecretKey<R>, OpenError> {
    let wrong = |source: KeyError| OpenError::Key { file: file.to_owned(), source };
    let name = KeyName::new(name).map_err(wrong)?;
    if let Some(text) = read_private(file)? {
        let key = SecretKey::parse(text.trim_end()).map_err(wrong)?;
        return if *key.name() == name {
            Ok(key)
        } else {
            Err(OpenError::KeyOfAnother { file: file.to_owned(), name })
        };
    }
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    let key = SecretKey::from_seed(name, seed);
    write_private(file, format!("{}\n", key.to_text()).as_bytes())?;
    Ok(key)
}
