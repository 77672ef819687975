//! The folder of an instance: its settings, its keys, and unless the settings say otherwise its database and its bytes.
//!
//! Where the database is on a server and the bytes in object storage, the folder holds settings and keys alone, and each
//! node has a copy.

mod private_file;
mod reading;
pub mod setting;
mod settings;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use self::private_file::make_private_folder;
pub use self::private_file::{PrivateFileError, read_private, replace_private, write_private};
pub use self::reading::{Environment, Source};
use self::setting::Setting;
pub use self::settings::{
    AccessSettings, DatabaseSettings, Deciding, EvidenceSettings, LogFormat, LogLevel, LogSettings, MetricsSettings,
    Network, OpenIdSettings, PackageSettings, SecondFactor, Settings, SettingsError, WebSettings,
};
use crate::blob::{AccessKey, BlobPlace, BucketPlace};
use crate::db::DatabasePlace;

/// Where settings were set, by name.
type Sources = BTreeMap<&'static str, Source>;

/// The name of the settings' file.
pub const SETTINGS: &str = "instance.toml";

/// The folder of an instance.
#[derive(Clone, Debug)]
pub struct Home {
    folder: PathBuf,
    /// What is set in the folder's file.
    written: Settings,
    /// The same with what the environment says.
    settings: Settings,
    sources: Sources,
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
        let folder = folder.to_owned();
        Ok(Self { folder, written: settings.clone(), settings, sources: BTreeMap::new(), passphrase: None })
    }

    /// Makes a folder for what a backup holds, with the settings of the instance that made it; the database is another
    /// one if it is named.
    pub fn from_backup(folder: &Path, backup: &Path, database: Option<String>) -> Result<Self, HomeError> {
        let own = read_settings(&backup.join(SETTINGS), &Environment::default())?;
        let (mut settings, _) = own.ok_or(HomeError::NoBackup(backup.to_owned()))?;
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
        let own = read_settings(&folder.join(SETTINGS), &Environment::default())?;
        let (settings, sources) = own.ok_or(HomeError::Nothing(folder.to_owned()))?;
        Ok(Self { folder: folder.to_owned(), written: settings.clone(), settings, sources, passphrase: None })
    }

    /// The same folder, where what the environment says counts more than its file.
    pub fn within(self, environment: &Environment) -> Result<Self, HomeError> {
        let own = read_settings(&self.folder.join(SETTINGS), environment)?;
        let (settings, sources) = own.ok_or(HomeError::Nothing(self.folder.clone()))?;
        Ok(Self { settings, sources, ..self })
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

    /// What was set in its file, whatever the environment says: the form in which it is written again.
    pub(crate) fn written(&self) -> &Settings {
        &self.written
    }

    /// Where a setting was set.
    pub fn source(&self, name: &str) -> Source {
        self.sources.get(name).cloned().unwrap_or(Source::Default)
    }

    /// What a setting is, as it would be written, unless it is not set; of a secret, only that it is one.
    pub fn value(&self, setting: &Setting) -> Option<String> {
        let table = toml::Table::try_from(self.settings.clone()).ok()?;
        let value = match setting.name.split_once('.') {
            None => table.get(setting.name),
            Some((section, key)) => table.get(section).and_then(|section| section.get(key)),
        };
        match value {
            Some(_) if setting.is_secret => Some("…".to_owned()),
            Some(value) => Some(value.to_string()),
            None => setting.default.map(|default| setting.kind.read(default).to_string()),
        }
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
        let mut settings = self.written.clone();
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

/// What is set in a file and by the environment, and where; nothing if the file is not there.
fn read_settings(path: &Path, environment: &Environment) -> Result<Option<(Settings, Sources)>, HomeError> {
    let path = path.to_owned();
    match fs::read_to_string(&path) {
        Ok(text) => reading::read(&text, environment)
            .map(Some)
            .map_err(|source| HomeError::Settings { path, source: source.into() }),
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
