//! A provider's folder: `adhere.toml` and one file for each model under `models/`.

mod model;
mod provider;
mod statement;

pub use self::model::model;
pub use self::provider::provider;

pub(crate) use self::provider::adherence;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use adhere_domain::adherence::record::Undertaking;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::calendar::Calendars;
use adhere_domain::law::readings::Readings;

use crate::diagnostic::{Diagnostic, Findings};
use crate::digest::FilesDigest;
use crate::law_data::calendars;
use crate::recorded::{RECORDED_FILE, Recorded, recorded};
use crate::source_file::{SourceFileError, read_text};
use adhere_domain::digest::Digest;

/// The name of the provider's own file.
pub const PROVIDER_FILE: &str = "adhere.toml";
/// The name of the file with holiday tables of the provider's own.
pub const CALENDARS_FILE: &str = "calendars.toml";
/// The folder of the models' files.
pub const MODELS_FOLDER: &str = "models";

/// A provider's folder as read.
#[derive(Clone, Debug)]
pub struct ProviderFolder {
    /// What it says.
    pub undertaking: Undertaking,
    /// The readings it chooses.
    pub readings: Readings,
    /// Its own holiday tables, which go before those that ship.
    pub calendars: Calendars,
    /// The digest of the files it was read from, with their names: for the receipt.
    pub digest: Digest,
    /// What deserves a look; no errors.
    pub findings: Findings,
}

/// Reads a folder; readings not chosen in it stay as given.
///
/// All findings about all files come back when any of them is an error.
pub fn read_folder(folder: &Path, shipped: Readings) -> Result<ProviderFolder, Findings> {
    let mut findings = Findings::default();
    if folder.exists() && !folder.is_dir() {
        let name = folder.to_string_lossy().into_owned();
        let hint = "name the folder that holds `adhere.toml`";
        findings.diagnostics.push(Diagnostic::about_file(
            Path::new(&name),
            "not-a-folder",
            "this is not a folder".to_owned(),
            hint,
        ));
        return Err(findings);
    }
    let mut files = FilesDigest::default();
    let own = read_file(folder, Path::new(PROVIDER_FILE), &mut files, &mut findings);
    let own = own.and_then(|(name, text)| absorb(provider(&name, &text, shipped), &mut findings));
    let calendars = own_calendars(folder, &mut files, &mut findings);
    let recorded = beside(folder, &mut files, &mut findings);
    let mut models = BTreeMap::new();
    for path in model_files(folder, &mut findings) {
        let Some((name, text)) = read_file(folder, &path, &mut files, &mut findings) else { continue };
        let Some(id) = path.file_stem().and_then(|stem| PartId::parse(stem.to_str()?)) else {
            let hint = "use letters, digits, `.`, `-` and `_` in the file's name";
            findings.diagnostics.push(Diagnostic::about_file(
                Path::new(&name),
                "model-id",
                "the file's name is not an id".to_owned(),
                hint,
            ));
            continue;
        };
        if let Some(model) = absorb(model(&name, &text), &mut findings) {
            models.insert(id, model);
        }
    }
    match own {
        Some((undertaking, readings)) if !findings.has_errors() => {
            let mut undertaking = Undertaking { models, ..undertaking };
            if let Some(recorded) = recorded {
                recorded.add_to(&mut undertaking);
            }
            Ok(ProviderFolder { undertaking, readings, calendars, digest: files.digest(), findings })
        }
        _ => Err(findings),
    }
}

/// Holiday tables that a provider adds, such as those of a year for which none ships.
fn own_calendars(folder: &Path, files: &mut FilesDigest, findings: &mut Findings) -> Calendars {
    if folder.join(CALENDARS_FILE).symlink_metadata().is_err() {
        return Calendars::default();
    }
    let Some((name, text)) = read_file(folder, Path::new(CALENDARS_FILE), files, findings) else {
        return Calendars::default();
    };
    calendars(&[(&name, &text)], findings)
}

/// What an instance recorded beside the files, where the folder was taken out of one.
fn beside(folder: &Path, files: &mut FilesDigest, findings: &mut Findings) -> Option<Recorded> {
    folder.join(RECORDED_FILE).symlink_metadata().ok()?;
    let (name, text) = read_file(folder, Path::new(RECORDED_FILE), files, findings)?;
    absorb(recorded(&name, &text), findings)
}

fn absorb<T>((value, found): (Option<T>, Findings), findings: &mut Findings) -> Option<T> {
    findings.absorb(found);
    value
}

fn read_file(folder: &Path, name: &Path, files: &mut FilesDigest, findings: &mut Findings) -> Option<(String, String)> {
    let path = folder.join(name);
    match read_text(&path) {
        Ok(text) => {
            files.add(&name.to_string_lossy(), &text);
            Some((path.to_string_lossy().into_owned(), text))
        }
        Err(error) => {
            findings.diagnostics.push(file_error(&path, &error));
            None
        }
    }
}

/// The finding for a file that could not be read.
pub fn file_error(path: &Path, error: &SourceFileError) -> Diagnostic {
    Diagnostic::about_file(path, error.rule(), error.to_string(), error.hint())
}

/// The models' files relative to the folder, in order of name; none when there is no such folder.
fn model_files(folder: &Path, findings: &mut Findings) -> Vec<PathBuf> {
    let path = folder.join(MODELS_FOLDER);
    let Ok(entries) = path.read_dir() else {
        // A link that leads nowhere is there and no folder.
        if path.symlink_metadata().is_ok() {
            let name = path.to_string_lossy().into_owned();
            let message = format!("`{MODELS_FOLDER}` cannot be read as a folder");
            let hint = "make it a folder with one file for each model";
            findings.diagnostics.push(Diagnostic::about_file(Path::new(&name), "not-a-folder", message, hint));
        }
        return Vec::new();
    };
    let names = entries.filter_map(Result::ok).map(|entry| Path::new(MODELS_FOLDER).join(entry.file_name()));
    let mut names: Vec<PathBuf> = names.filter(|name| name.extension().is_some_and(|end| end == "toml")).collect();
    names.sort();
    names
}
