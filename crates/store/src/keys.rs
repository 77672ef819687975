//! The keys of an instance: of its log, of it as a witness, and of its organisation as an author. They are made on the
//! first opening, each for its own purpose, and are encrypted at rest where a passphrase is given.
//!
//! A key is rotated in three steps, each of which a crash may follow: the next key is written beside the one that
//! counts, the journal records it under the old signature, and the next takes the place of the old. What the journal
//! says decides which of the two counts.

use std::fs;
use std::path::{Path, PathBuf};

use adhere_journal::key::{AuthorSecret, KeyError, KeyName, LogSecret, PublicKey, Role, SecretKey, WitnessSecret};
use adhere_journal::sealed_key::{WORK, is_sealed, open, seal};

use crate::error::OpenError;
use crate::event::KeyPurpose;
use crate::home::{Home, PrivateFileError, read_private, replace_private, write_private};

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
    /// Reads the keys, or makes those that are not there yet. Of a rotation that a crash cut short, the key counts that
    /// the journal has, if it is known what the journal has.
    pub(crate) fn open(home: &Home, recorded: impl Fn(KeyPurpose) -> Option<String>) -> Result<Self, OpenError> {
        Ok(Self {
            log: counting(home, KeyPurpose::Log, &recorded)?,
            witness: counting(home, KeyPurpose::Witness, &recorded)?,
            author: own(home, &home.keys().join("author.key"), &format!("{}/author", home.settings().origin))?,
        })
    }

    /// Writes another key beside the one for a purpose.
    pub(crate) fn prepare<R: Role>(home: &Home, purpose: KeyPurpose) -> Result<PublicKey<R>, OpenError> {
        let next = next(home, purpose);
        remove(&next)?;
        Ok(own::<R>(home, &next, &name(home, purpose))?.public())
    }

    /// Encrypts the keys with the passphrase of the instance; those that are encrypted already stay as they are.
    pub(crate) fn seal_all(home: &Home) -> Result<usize, OpenError> {
        let passphrase = home.passphrase().ok_or(OpenError::NoPassphrase)?;
        let mut sealed = 0;
        for file in ["log.key", "witness.key", "author.key"].map(|name| home.keys().join(name)) {
            if let Some(text) = read_private(&file)?.filter(|text| !is_sealed(text)) {
                let text = seal(&text, passphrase, WORK).map_err(|source| failed(&file, source))?;
                replace_private(&file, text.as_bytes())?;
                sealed += 1;
            }
        }
        Ok(sealed)
    }
}

fn failed(file: &Path, source: adhere_journal::sealed_key::SealError) -> OpenError {
    OpenError::Seal { file: file.to_owned(), source: source.into() }
}

fn name(home: &Home, purpose: KeyPurpose) -> String {
    let origin = &home.settings().origin;
    match purpose {
        KeyPurpose::Log => origin.clone(),
        KeyPurpose::Witness => format!("{origin}/witness"),
    }
}

fn file(home: &Home, purpose: KeyPurpose) -> PathBuf {
    home.keys().join(purpose.id()).with_extension("key")
}

fn next(home: &Home, purpose: KeyPurpose) -> PathBuf {
    home.keys().join(purpose.id()).with_extension("key.next")
}

/// The key that counts for a purpose.
fn counting<R: Role>(
    home: &Home,
    purpose: KeyPurpose,
    recorded: impl Fn(KeyPurpose) -> Option<String>,
) -> Result<SecretKey<R>, OpenError> {
    let (file, next, name) = (file(home, purpose), next(home, purpose), name(home, purpose));
    if let Some(recorded) = recorded(purpose)
        && next.exists()
    {
        if own::<R>(home, &next, &name)?.public().to_string() == recorded {
            fs::rename(&next, &file).map_err(|source| PrivateFileError::Io { path: next.clone(), source })?;
        } else {
            // It was never recorded: nobody has seen anything signed with it.
            remove(&next)?;
        }
    }
    own(home, &file, &name)
}

fn remove(file: &Path) -> Result<(), PrivateFileError> {
    match fs::remove_file(file) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(PrivateFileError::Io { path: file.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// The key in a file; made when the file is not there.
fn own<R: Role>(home: &Home, file: &Path, name: &str) -> Result<SecretKey<R>, OpenError> {
    let wrong = |source: KeyError| OpenError::Key { file: file.to_owned(), source };
    let name = KeyName::new(name).map_err(wrong)?;
    if let Some(text) = read_private(file)? {
        return read(home, file, text, name);
    }
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    let key = SecretKey::from_seed(name, seed);
    let text = format!("{}\n", key.to_text());
    let text = match home.passphrase() {
        Some(passphrase) => seal(&text, passphrase, WORK).map_err(|source| failed(file, source))?,
        None => text,
    };
    match write_private(file, text.as_bytes()) {
        // Another process that opened the instance for the first time was faster: its key counts.
        Err(error) if error.is_there_already() => {
            let text = read_private(file)?.ok_or(error)?;
            read(home, file, text, key.name().clone())
        }
        written => Ok(written.map(|()| key)?),
    }
}

/// The key that a file has, under the name that it must have.
fn read<R: Role>(home: &Home, file: &Path, text: String, name: KeyName) -> Result<SecretKey<R>, OpenError> {
    let text = opened(home, file, text)?;
    let key = SecretKey::parse(text.trim_end()).map_err(|source| OpenError::Key { file: file.to_owned(), source })?;
    if *key.name() == name { Ok(key) } else { Err(OpenError::KeyOfAnother { file: file.to_owned(), name }) }
}

fn opened(home: &Home, file: &Path, text: String) -> Result<String, OpenError> {
    if !is_sealed(&text) {
        return Ok(text);
    }
    let passphrase = home.passphrase().ok_or_else(|| OpenError::Sealed { file: file.to_owned() })?;
    open(&text, passphrase).map_err(|source| failed(file, source))
}
