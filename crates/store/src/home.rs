//! The folder of an instance: its settings, its keys, and unless the settings say otherwise its database and its bytes.
//!
//! Where the database is on a server and the bytes in object storage, the folder holds settings and keys alone, and each
//! node has a copy.

mod private_file;
mod settings;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use self::private_file::make_private_folder;
pub use self::private_file::{PrivateFileError, read_private, replace_private, write_private};
pub use self::settings::{DatabaseSettings, EvidenceSettings, Settings, SettingsError};
use crate::blob::{AccessKey, BlobPlace, BucketPlace};
use crate::db::DatabasePlace;

/// The name of the settings' file.
pub const SETTINGS: &str = "instance.toml";

/// The folder of an instance.
#[derive(Clone, Debug)]
pub struct Home {
    folder: PathBuf,
    settings: Settings,
    passphrase: Option<Passphrase>,
}

/// What the keys of an instance are encrypted with.
#[derive(Clone)]
pub struct Passphrase(pub String);

/// Why the folder of an instance cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// There is no instance.
    #[error("there is no instance in `{}`; `adhere store init` makes one", .0.display())]
    Nothing(PathBuf),
    /// There is no backup.
    #[error("there is no backup in `{}`", .0.display())]
    NoBackup(PathBuf),
    /// There is one already.
    #[error("there is an instance in `{}` already; nothing was changed", .0.display())]
    AlreadyThere(PathBuf),
    /// A file or folder could not be read or made.
    #[error("`{}` cannot be used", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The settings are wrong.
    #[error("`{}` is not usable", path.display())]
    Settings {
        /// Their file.
        path: PathBuf,
        /// Why.
        #[source]
        source: Box<SettingsError>,
    },
    /// A file that must be private is not, or cannot be written.
    #[error(transparent)]
    Private(#[from] PrivateFileError),
}

impl Home {
    /// Makes a folder with settings. Keys and tables come with the first opening.
    pub fn make(folder: &Path, settings: Settings) -> Result<Self, HomeError> {
        let file = folder.join(SETTINGS);
        if file.exists() {
            return Err(HomeError::AlreadyThere(folder.to_owned()));
        }
        let text =
            settings.to_toml().map_err(|source| HomeError::Settings { path: file.clone(), source: source.into() })?;
        // The settings come last in `init` and first in `open`: a folder without them is no instance.
        match write_private(&file, text.as_bytes()) {
            // Another process has just made it.
            Err(error) if error.is_there_already() => return Err(HomeError::AlreadyThere(folder.to_owned())),
            written => written?,
        }
        Ok(Self { folder: folder.to_owned(), settings, passphrase: None })
    }

    /// Makes a folder for what a backup holds, with the settings of the instance that made it; the database is another
    /// one if it is named.
    pub fn from_backup(folder: &Path, backup: &Path, database: Option<String>) -> Result<Self, HomeError> {
        let mut settings = read_settings(&backup.join(SETTINGS))?.ok_or(HomeError::NoBackup(backup.to_owned()))?;
        // Where the backup was made from is in use, or gone.
        settings.database.url = database;
        Self::make(folder, settings)
    }

    /// Takes over the keys in another folder, where there are none yet.
    pub fn take_keys(&self, from: &Path) -> Result<(), HomeError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| HomeError::Io { path, source }
        };
        for entry in fs::read_dir(from).map_err(failed(from))? {
            let path = entry.map_err(failed(from))?.path();
            let own = self.keys().join(path.file_name().unwrap_or_default());
            if path.extension().is_some_and(|extension| extension == "key") && !own.exists() {
                write_private(&own, &fs::read(&path).map_err(failed(&path))?)?;
            }
        }
        Ok(())
    }

    /// Reads the folder of an instance.
    pub fn open(folder: &Path) -> Result<Self, HomeError> {
        let settings = read_settings(&folder.join(SETTINGS))?.ok_or(HomeError::Nothing(folder.to_owned()))?;
        Ok(Self { folder: folder.to_owned(), settings, passphrase: None })
    }

    /// The same folder, with what its keys are encrypted with.
    #[must_use]
    pub fn with_passphrase(self, passphrase: Option<Passphrase>) -> Self {
        Self { passphrase, ..self }
    }

    /// What its keys are encrypted with.
    pub(crate) fn passphrase(&self) -> Option<&str> {
        self.passphrase.as_ref().map(|Passphrase(text)| text.as_str())
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What was set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where the database is.
    pub fn database(&self) -> DatabasePlace {
        match &self.settings.database.url {
            Some(url) => DatabasePlace::Server(url.clone()),
            None => DatabasePlace::File(self.folder.join("adhere.sqlite")),
        }
    }

    /// Puts the database onto a server from now on.
    pub(crate) fn move_to(&self, url: &str) -> Result<(), HomeError> {
        let path = self.folder.join(SETTINGS);
        let mut settings = self.settings.clone();
        settings.database.url = Some(url.to_owned());
        let text =
            settings.to_toml().map_err(|source| HomeError::Settings { path: path.clone(), source: source.into() })?;
        Ok(replace_private(&path, text.as_bytes())?)
    }

    /// Where bytes are: a folder in this one, unless object storage is set.
    pub fn blobs(&self) -> BlobPlace {
        let Some(evidence) = &self.settings.evidence else { return BlobPlace::Folder(self.folder.join("blobs")) };
        let key = evidence.access_key_id.clone().zip(evidence.secret_access_key.clone());
        BlobPlace::Bucket(BucketPlace {
            endpoint: Some(evidence.endpoint.clone()),
            region: evidence.region.clone(),
            bucket: evidence.bucket.clone(),
            prefix: evidence.prefix.clone(),
            access_key: key.map(|(id, secret)| AccessKey { id, secret }),
            waiting: self.folder.join("incoming"),
        })
    }

    /// The file that says which logs and witnesses count.
    pub fn policy(&self) -> PathBuf {
        self.folder.join("policy")
    }

    /// Where keys are.
    pub fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }
}

/// The settings in a file, if it is there.
fn read_settings(path: &Path) -> Result<Option<Settings>, HomeError> {
    let path = path.to_owned();
    match fs::read_to_string(&path) {
        Ok(text) => {
            Settings::parse(&text).map(Some).map_err(|source| HomeError::Settings { path, source: source.into() })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(HomeError::Io { path, source }),
    }
}

impl fmt::Debug for Passphrase {
    /// Without the passphrase.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a passphrase")
    }
}

#[cfg(test)]
mod tests;
