//! Reading settings: what stands in `instance.toml`, and over it what the environment says.
//!
//! An error names the setting and where it was set, and never quotes a secret.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use toml::{Table, Value};

use super::setting::{SETTINGS, Setting};
use super::settings::{Settings, SettingsError};

/// The variables that say something to this program, by name.
#[derive(Clone, Default)]
pub struct Environment(BTreeMap<String, OsString>);

/// Where a setting was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nowhere: it is what it is by itself.
    Default,
    /// In `instance.toml`.
    File,
    /// By a variable.
    Variable(String),
    /// In the file that a variable names.
    FileOfVariable(String, PathBuf),
}

/// A value with its source.
type Sourced = (Value, Source);

impl Environment {
    /// The variables of this program among all.
    pub fn of(all: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        let own = all.into_iter().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
        Self(own.filter(|(name, _)| name.starts_with("ADHERE_")).collect())
    }

    /// What this environment says of a setting, if anything.
    fn value_of(&self, setting: &Setting) -> Result<Option<Sourced>, SettingsError> {
        let (variable, file_variable) = (setting.variable(), setting.file_variable());
        let named = |name: &Option<String>| name.as_ref().and_then(|name| self.0.get_key_value(name));
        match (named(&variable), named(&file_variable)) {
            (None, None) => Ok(None),
            (Some((variable, _)), Some((file_variable, _))) => {
                Err(SettingsError::Twice { variable: variable.clone(), file_variable: file_variable.clone() })
            }
            (Some((variable, text)), None) => {
                let text = text.to_str().ok_or_else(|| SettingsError::NotText { variable: variable.clone() })?;
                Ok(Some((setting.kind.read(text), Source::Variable(variable.clone()))))
            }
            (None, Some((variable, file))) => {
                let path = PathBuf::from(file);
                let failed = |source| SettingsError::File { variable: variable.clone(), path: path.clone(), source };
                let text = fs::read_to_string(&path).map_err(failed)?;
                let value = setting.kind.read(text.trim_end_matches(['\r', '\n']));
                Ok(Some((value, Source::FileOfVariable(variable.clone(), path))))
            }
        }
    }

    /// A variable that looks as if it set something and does not is refused: it is most likely misspelled.
    fn refuse_unknown(&self) -> Result<(), SettingsError> {
        let known: Vec<String> =
            SETTINGS.iter().flat_map(|setting| [setting.variable(), setting.file_variable()]).flatten().collect();
        let sections = SETTINGS.iter().filter_map(|setting| setting.name.split_once('.')).map(|(section, _)| section);
        let begins: Vec<String> = sections.map(|section| format!("ADHERE_{}_", section.to_ascii_uppercase())).collect();
        let is_like_one = |name: &&String| begins.iter().any(|begin| name.starts_with(begin));
        match self.0.keys().filter(is_like_one).find(|name| !known.contains(name)) {
            Some(name) => Err(SettingsError::Unknown {
                name: name.clone(),
                place: Source::Variable(name.clone()),
                nearest: nearest(name, known.iter().map(String::as_str)),
            }),
            None => Ok(()),
        }
    }
}

/// Settings as they are read: each known, and of its kind.
#[derive(Debug)]
pub(super) struct Read(BTreeMap<&'static str, Sourced>);

impl Read {
    /// What stands in a file's text.
    pub(super) fn file(text: &str) -> Result<Self, SettingsError> {
        let table: Table = toml::from_str(text).map_err(|error: toml::de::Error| {
            // The line itself is not quoted: it may hold a secret.
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            SettingsError::NotToml { line: before.matches('\n').count() + 1, message: error.message().to_owned() }
        })?;
        let mut read = Self(BTreeMap::new());
        for (key, value) in table {
            match value {
                Value::Table(section) => {
                    for (inner, value) in section {
                        read.add(&format!("{key}.{inner}"), value)?;
                    }
                }
                value => read.add(&key, value)?,
            }
        }
        Ok(read)
    }

    fn add(&mut self, name: &str, value: Value) -> Result<(), SettingsError> {
        let unknown = || SettingsError::Unknown {
            name: name.to_owned(),
            place: Source::File,
            nearest: nearest(name, SETTINGS.iter().map(|setting| setting.name)),
        };
        let setting = Setting::named(name).ok_or_else(unknown)?;
        self.set(setting, (value, Source::File))
    }

    fn set(&mut self, setting: &'static Setting, (value, source): Sourced) -> Result<(), SettingsError> {
        if !setting.kind.accepts(&value) {
            let expected = setting.kind.expected();
            return Err(SettingsError::Value { name: setting.name, place: source, expected });
        }
        self.0.insert(setting.name, (value, source));
        Ok(())
    }

    /// The same with what the environment says.
    pub(super) fn with(mut self, environment: &Environment) -> Result<Self, SettingsError> {
        environment.refuse_unknown()?;
        for setting in SETTINGS {
            if let Some(sourced) = environment.value_of(setting)? {
                self.set(setting, sourced)?;
            }
        }
        Ok(self)
    }

    /// Where each setting was set.
    pub(super) fn sources(&self) -> BTreeMap<&'static str, Source> {
        self.0.iter().map(|(name, (_, source))| (*name, source.clone())).collect()
    }

    /// The settings.
    pub(super) fn settings(self) -> Result<Settings, SettingsError> {
        self.require("origin", true)?;
        let has_evidence = self.0.keys().any(|name| name.starts_with("evidence."));
        self.require("evidence.endpoint", has_evidence)?;
        self.require("evidence.bucket", has_evidence)?;
        let mut table = Table::new();
        for (name, (value, _)) in self.0 {
            match name.split_once('.') {
                None => drop(table.insert(name.to_owned(), value)),
                Some((section, key)) => {
                    let section = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
                    if let Value::Table(section) = section {
                        section.insert(key.to_owned(), value);
                    }
                }
            }
        }
        Settings::from_table(table)
    }

    fn require(&self, name: &'static str, is_needed: bool) -> Result<(), SettingsError> {
        if is_needed && !self.0.contains_key(name) { Err(SettingsError::Missing { name }) } else { Ok(()) }
    }
}

/// The known name that is most like one, if any is.
fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    // Whoever forgets the section is told which.
    let last = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let known: Vec<&str> = known.collect();
    let of_section = known.iter().find(|known| last(known) == name);
    let likeness = |known: &&&str| strsim::damerau_levenshtein(name, known);
    let alike = known.iter().min_by_key(likeness).filter(|known| likeness(known) <= 1 + name.len() / 4);
    of_section.or(alike).map(|name| (*name).to_owned())
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("by default"),
            Self::File => f.write_str("in `instance.toml`"),
            Self::Variable(name) => write!(f, "by the environment's {name}"),
            Self::FileOfVariable(name, path) => {
                write!(f, "in the file `{}`, which {name} names", path.display())
            }
        }
    }
}

impl fmt::Debug for Environment {
    /// Without the values: some are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// What a file says, as settings, with where each was set.
pub(super) fn read(
    text: &str,
    environment: &Environment,
) -> Result<(Settings, BTreeMap<&'static str, Source>), SettingsError> {
    let read = Read::file(text)?.with(environment)?;
    let sources = read.sources();
    Ok((read.settings()?, sources))
}
