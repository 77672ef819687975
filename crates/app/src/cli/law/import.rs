//! `adhere law import` and `adhere law library`: official text into the local library, and what is there.

use std::fs;
use std::io::Write;
use std::path::Path;

use adhere_domain::law::corpus::Standing;
use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::digest::digest;
use adhere_formats::official_text::library_file::LibraryFile;
use adhere_formats::official_text::{Counts, Told, counts, import};
use adhere_formats::source_file::read_text;
use anyhow::{Context, Result};

use super::arguments::{LawImportArguments, LibraryArguments, LibraryCommand, StandingArgument};
use crate::cli::{CommandError, Exit};
use crate::clock::today;
use crate::library::{Library, unreadable};
use crate::output::write_to;
use crate::report::official_text::origin;
use crate::words::Words;

/// Imports files: all of them, or none if any is wrong.
pub(super) fn import_files(arguments: &LawImportArguments, words: &Words) -> Result<Exit, CommandError> {
    let library = Library::at(arguments.library.library.as_deref())?;
    let told = Told {
        language: arguments.language.as_ref().map(|language| language.to_lowercase()),
        standing: arguments.standing.map(StandingArgument::standing),
        act: arguments.act.clone(),
        from: arguments.from,
    };
    let mut files: Vec<(LibraryFile, bool)> = Vec::new();
    let mut findings = Findings::default();
    for path in &arguments.files {
        match read(path, &told) {
            Err(CommandError::Input(found)) => findings.absorb(found),
            Err(other) => return Err(other),
            Ok(file) => {
                let is_new = is_new(&library, &file, arguments.replace);
                let twice = files.iter().any(|(other, _)| other.name() == file.name());
                match is_new {
                    Some(is_new) if !twice => files.push((file, is_new)),
                    _ => findings.absorb(occupied(path, &file)),
                }
            }
        }
    }
    if findings.has_errors() {
        return Err(findings.into());
    }
    // Nothing was written until here: a wrong file leaves the library as it was.
    for (file, _) in files.iter().filter(|(_, is_new)| *is_new) {
        library.write(file)?;
    }
    write_to(None, |out| files.iter().try_for_each(|(file, is_new)| said(file, *is_new, words, out)))?;
    Ok(Exit::Done)
}

fn read(path: &Path, told: &Told) -> Result<LibraryFile, CommandError> {
    let text = read_text(path).map_err(|error| unreadable(path, &error))?;
    let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let import = import(&path.to_string_lossy(), &text, told)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    Ok(LibraryFile::new(import, &name, &digest(&bytes).to_string(), today()))
}

/// Whether a file is new to the library; nothing when its place is taken by another.
fn is_new(library: &Library, file: &LibraryFile, replace: bool) -> Option<bool> {
    if replace || !library.has(&file.name()) {
        return Some(true);
    }
    let there = library.file(&file.name()).ok()?;
    // What a person says of a file may differ although its bytes do not.
    (there.origin.sha256 == file.origin.sha256 && there.edition.standing == file.edition.standing).then_some(false)
}

fn occupied(path: &Path, file: &LibraryFile) -> Findings {
    let message = format!("the library has `{}` from another file", file.name());
    let hint = "use `--replace` to put this one in its place";
    Diagnostic::about_file(path, "library-occupied", message, hint).into()
}

fn said(file: &LibraryFile, is_new: bool, words: &Words, out: &mut dyn Write) -> Result<()> {
    if !is_new {
        return Ok(writeln!(out, "{}", words.with("import-again", &[("name", file.name().into())]))?);
    }
    entry(file, words, out)?;
    if !file.left_out.is_empty() {
        writeln!(out, "  {}", words.text("import-left-out"))?;
    }
    for left_out in &file.left_out {
        let reason = words.text(&format!("left-out-{}", left_out.reason.id()));
        writeln!(out, "  - {} ({reason})", left_out.what)?;
    }
    Ok(())
}

/// What is in a library file, in three lines.
fn entry(file: &LibraryFile, words: &Words, out: &mut dyn Write) -> Result<()> {
    let Counts { recitals, articles, annexes, units } = counts(&file.edition.units);
    let values = [
        ("recitals", recitals.into()),
        ("articles", articles.into()),
        ("annexes", annexes.into()),
        ("units", units.into()),
        ("ends", file.edition.ends.len().into()),
        ("from", file.edition.from.to_string().into()),
    ];
    writeln!(out, "{}", file.name())?;
    writeln!(out, "  {}", words.with("library-counts", &values))?;
    writeln!(out, "  {}", origin(file, words))?;
    Ok(())
}

/// Lists the library, or removes a file from it.
pub(super) fn library(arguments: &LibraryArguments, words: &Words) -> Result<Exit, CommandError> {
    let library = Library::at(arguments.library.library.as_deref())?;
    if let Some(LibraryCommand::Remove { name }) = &arguments.command {
        library.remove(name)?;
        let removed = words.with("library-removed", &[("name", name.clone().into())]);
        write_to(None, |out| Ok(writeln!(out, "{removed}")?))?;
        return Ok(Exit::Done);
    }
    let files = library.files(None)?;
    write_to(None, |out| {
        let folder = library.folder.display().to_string();
        let key = if files.is_empty() { "library-empty" } else { "library-folder" };
        writeln!(out, "{}", words.with(key, &[("folder", folder.into())]))?;
        files.iter().try_for_each(|file| entry(file, words, out))
    })?;
    Ok(Exit::Done)
}

impl StandingArgument {
    const fn standing(self) -> Standing {
        match self {
            Self::OfficialCopy => Standing::OfficialCopy,
            Self::HandCopy => Standing::HandCopy,
            Self::Secondary => Standing::Secondary,
        }
    }
}
