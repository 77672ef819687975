//! `adhere code import`: from a published code to a folder of source text. All or nothing is written.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_import::{ImportedCode, Manifest, import_code};
use adhere_formats::digest::digest;
use adhere_formats::published_code::section::{PublishedCode, SectionKind};
use anyhow::{Context, Result, anyhow};
use clap::Args;
use jiff::civil::Date;

use super::super::CommandError;
use super::{import_report, published};
use crate::output::write_to;
use crate::words::Words;

/// The file with everything that has no place in the source.
pub(super) const UNPLACED: &str = "unplaced.md";

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The published code as Markdown, in the order of its chapters.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The folder to write; it must be empty or not there.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) into: PathBuf,
    /// The code's id; the folder's name if not given.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// The version; the day of publication if not given.
    #[arg(long)]
    pub(crate) version: Option<String>,
    /// The code's title; that of the first file if not given.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// The day of publication; a date in a file's name if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<Date>,
    /// What kind of code it is: `aia-56`, `aia-50-7` or `aia-95`.
    #[arg(long, value_parser = parse_profile, default_value = Profile::ALL[0].1)]
    pub(crate) profile: Profile,
    /// Where the files were read; their names and digests if not given.
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
}

fn parse_profile(text: &str) -> Result<Profile, String> {
    let known = Profile::ALL.iter().find(|(_, name)| *name == text);
    known.map(|(profile, _)| *profile).ok_or_else(|| {
        let names: Vec<&str> = Profile::ALL.iter().map(|(_, name)| *name).collect();
        format!("one of `{}`", names.join("`, `"))
    })
}

/// Writes the folder, and says what is in it and what is not.
pub(super) fn import(arguments: &ImportArguments, corpus: &Corpus, words: &Words) -> Result<(), CommandError> {
    refuse_occupied(&arguments.into)?;
    let code = published::read(&arguments.files)?;
    let manifest = manifest(arguments, &code, words)?;
    let imported = import_code(&code, &manifest, corpus).ok_or_else(|| published::not_a_code(&arguments.files))?;
    let unplaced = import_report::unplaced(&code, &imported, words);
    let report = import_report::report(&arguments.into, &imported, corpus, words);
    write_folder(&arguments.into, &imported, &unplaced)?;
    write_to(None, |out| Ok(out.write_all(report.as_bytes())?))?;
    Ok(())
}

fn refuse_occupied(folder: &Path) -> Result<()> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if is_free { Ok(()) } else { Err(anyhow!("`{}` is there already; nothing was written", folder.display())) }
}

fn manifest(arguments: &ImportArguments, code: &PublishedCode, words: &Words) -> Result<Manifest> {
    let published = arguments.published.or_else(|| code.files.iter().find_map(|file| date_in(&file.name)));
    let published = published.ok_or_else(|| anyhow!("no file's name holds a date: say `--published DATE`"))?;
    let folder = arguments.into.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = arguments.id.clone().unwrap_or(folder);
    let id = PartId::parse(&id).ok_or_else(|| not_an_id(&id, "--id"))?;
    let version = arguments.version.clone().unwrap_or_else(|| published.to_string());
    let version = PartId::parse(&version).ok_or_else(|| not_an_id(&version, "--version"))?;
    let title = arguments.title.clone().or_else(|| title_of(code)).unwrap_or_else(|| id.to_string());
    let files = code.files.iter().map(|file| format!("{} (SHA-256 {})", file.name, digest(file.text.as_bytes())));
    let files = files.collect::<Vec<_>>().join(", ");
    let source = arguments.source.clone();
    let source = source.unwrap_or_else(|| words.with("import-source", &[("files", files.into())]));
    Ok(Manifest { id, version, title, published, profile: arguments.profile, source })
}

fn not_an_id(text: &str, option: &str) -> anyhow::Error {
    let text = text.escape_debug();
    anyhow!("`{text}` is not an id: letters, digits, `.`, `-` and `_`; say `{option}`")
}

/// A date such as 2025-03-11 anywhere in a name.
fn date_in(name: &str) -> Option<Date> {
    name.char_indices().find_map(|(at, _)| name.get(at..at + 10)?.parse().ok())
}

/// The title of the first file that has one, without that of the chapter.
fn title_of(code: &PublishedCode) -> Option<String> {
    let title = code.sections.iter().find(|section| matches!(section.kind, SectionKind::Title(_)))?;
    let whole = title.title.split(['—', '–']).next()?.trim();
    (!whole.is_empty()).then(|| whole.to_owned())
}

/// Writes all files into a folder beside the one wanted, which then takes its name.
fn write_folder(folder: &Path, imported: &ImportedCode, unplaced: &str) -> Result<()> {
    let cannot = || format!("cannot write `{}`", folder.display());
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(beside).with_context(cannot)?;
    let temporary = tempfile::Builder::new().prefix(".adhere-import-").tempdir_in(beside).with_context(cannot)?;
    // A folder inside the temporary one has the permissions of any new folder.
    let whole = temporary.path().join("source");
    fs::create_dir(&whole).with_context(cannot)?;
    let files = imported.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    for (name, text) in files.chain([(UNPLACED, unplaced)]) {
        let mut file = fs::File::create_new(whole.join(name)).with_context(cannot)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).with_context(cannot)?;
    }
    if folder.exists() {
        // Only an empty folder can be removed: whatever came into it meanwhile stays.
        fs::remove_dir(folder).with_context(cannot)?;
    }
    fs::rename(&whole, folder).with_context(cannot)
}
