//! The local library of official text: a folder with one JSON file for each imported file.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::official_text::library_file::{self, LibraryFile};
use adhere_formats::source_file::{SourceFileError, read_text};
use anyhow::{Context, anyhow};
use etcetera::BaseStrategy;

use crate::cli::CommandError;
use crate::output::write_to;

/// The library in a folder.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) folder: PathBuf,
}

impl Library {
    /// The library in the folder that was named, or in the user's data folder.
    pub(crate) fn at(named: Option<&Path>) -> Result<Self, CommandError> {
        if let Some(folder) = named {
            return Ok(Self { folder: folder.to_owned() });
        }
        let strategy = etcetera::choose_base_strategy();
        let strategy = strategy.context("the user's data folder is not known; name one with `--library`")?;
        Ok(Self { folder: strategy.data_dir().join("adhere").join("law") })
    }

    /// The names of its files, in order; of none if there is no such folder yet.
    pub(crate) fn names(&self) -> Result<Vec<String>, CommandError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => {
                let cannot = format!("cannot read the library `{}`", self.folder.display());
                return Err(anyhow::Error::from(error).context(cannot).into());
            }
        };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> =
            names.filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "json")).collect();
        names.sort();
        Ok(names)
    }

    /// The files of one language, or of all.
    pub(crate) fn files(&self, language: Option<&str>) -> Result<Vec<LibraryFile>, CommandError> {
        let of_language = |name: &String| language.is_none_or(|language| name.split('.').nth(1) == Some(language));
        let mut files = Vec::new();
        let mut findings = Findings::default();
        for name in self.names()?.iter().filter(|name| of_language(name)) {
            match self.file(name) {
                Ok(file) => files.push(file),
                Err(found) => findings.absorb(found),
            }
        }
        if findings.has_errors() { Err(findings.into()) } else { Ok(files) }
    }

    /// One file.
    pub(crate) fn file(&self, name: &str) -> Result<LibraryFile, Findings> {
        let path = self.folder.join(name);
        let text = read_text(&path).map_err(|error| unreadable(&path, &error))?;
        library_file::read(&path.to_string_lossy(), &text)
    }

    /// Whether there is a file of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.folder.join(name).is_file()
    }

    /// Writes a file, whole or not at all.
    pub(crate) fn write(&self, file: &LibraryFile) -> Result<(), CommandError> {
        let cannot = || format!("cannot make the library `{}`", self.folder.display());
        fs::create_dir_all(&self.folder).with_context(cannot)?;
        let json = file.to_json().map_err(anyhow::Error::from)?;
        Ok(write_to(Some(&self.folder.join(file.name())), |out| Ok(out.write_all(json.as_bytes())?))?)
    }

    /// Removes a file that the library has.
    pub(crate) fn remove(&self, name: &str) -> Result<(), CommandError> {
        if !self.names()?.iter().any(|known| known == name) {
            return Err(anyhow!("the library has no file `{name}`; see `adhere law library`").into());
        }
        let cannot = || format!("cannot remove `{name}`");
        Ok(fs::remove_file(self.folder.join(name)).with_context(cannot)?)
    }
}

/// A finding about a file that cannot be read as text.
pub(crate) fn unreadable(path: &Path, error: &SourceFileError) -> Findings {
    let hint = match error {
        SourceFileError::Missing { .. } => "check the path",
        SourceFileError::TooLarge { .. } => "official text of one act is far smaller: check that this is the file",
        other => other.hint(),
    };
    Diagnostic::about_file(path, error.rule(), error.to_string(), hint).into()
}
