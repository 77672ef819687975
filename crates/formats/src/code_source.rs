//! A code's source: a manifest `code.toml`, one Markdown file for each chapter, and files of lineage.
//!
//! Headings carry ids (`{#S.M9.3}`); the list right below a heading holds attributes (`key: value`); the rest is text.

mod attributes;
mod blocks;
pub mod bundle;
mod chapter;
mod condition;
mod exemption;
mod folder;
mod lineage;
pub(crate) mod manifest;
mod places;

use std::collections::BTreeSet;

use adhere_domain::codes::code::{Code, OwnIndicators};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::Corpus;

use crate::diagnostic::Findings;
use crate::digest::digest;
use crate::indicators::indicators;
use crate::toml_reader::Log;

pub use self::folder::{BrokenFolder, CodeFolder, MANIFEST_FILE, read_broken_folder, read_code_folder};
pub use self::manifest::named_files;
pub use self::places::Places;

use self::manifest::{Names, is_plain};

/// The files of a code: name and text.
#[derive(Clone, Debug)]
pub struct CodeFiles<'a> {
    /// `code.toml`.
    pub manifest: (&'a str, &'a str),
    /// The files that it names.
    pub named: Vec<(&'a str, &'a str)>,
}

/// A code that could be read.
#[derive(Clone, Debug)]
pub struct CodeSource {
    /// The code.
    pub code: Code,
    /// Where its parts stand.
    pub places: Places,
    /// Warnings.
    pub findings: Findings,
}

/// Parses a code; what it covers is checked against the law.
///
/// All findings come back, as an error when the code cannot be used.
pub fn code(files: &CodeFiles<'_>, corpus: &Corpus) -> Result<CodeSource, Findings> {
    let read = as_far_as_possible(files, &BTreeSet::new(), corpus);
    match read.rest {
        Some(source) if !read.findings.has_errors() => Ok(CodeSource { findings: read.findings, ..source }),
        _ => Err(read.findings),
    }
}

/// What was found in files, and what of the code could be read all the same.
struct Read {
    findings: Findings,
    rest: Option<CodeSource>,
}

/// Parses what can be parsed; files that could not even be opened have been told of.
fn as_far_as_possible(files: &CodeFiles<'_>, unopened: &BTreeSet<String>, corpus: &Corpus) -> Read {
    let mut findings = Findings::default();
    let mut places = Places::default();
    let manifest = manifest::manifest(files.manifest, corpus, &mut places, &mut findings);
    let names = manifest.as_ref().map_or_else(|| named_files(files.manifest.1), |(_, names)| names.clone());
    let objectives = manifest.iter().flat_map(|(code, _)| &code.objectives);
    let mut ids: BTreeSet<PartId> = objectives.map(|objective| objective.id.clone()).collect();
    let mut parts = Vec::new();
    for name in to_read(&names.chapters, unopened) {
        if let Some(file) = files.named(name, &mut findings) {
            parts.extend(chapter::chapter(file, corpus, &mut ids, &mut places, &mut findings));
        }
    }
    let Some((mut code, _)) = manifest else { return Read { findings, rest: None } };
    for name in to_read(&names.lineages, unopened) {
        if let Some(file) = files.named(name, &mut findings) {
            let to = (&code.id.clone(), &code.version.clone());
            code.lineages.extend(lineage::lineage(file, to, &mut places, &mut findings));
        }
    }
    for part in parts {
        code.objectives.extend(part.objectives);
        code.chapters.push(part.chapter);
    }
    for name in to_read(names.indicators.as_slice(), unopened) {
        if let Some(file) = files.named(name, &mut findings) {
            code.indicators = own_indicators(file, &code, &mut findings);
        }
    }
    Read { findings, rest: Some(CodeSource { code, places, findings: Findings::default() }) }
}

/// The set of indicators that is part of the code.
fn own_indicators(file: (&str, &str), code: &Code, findings: &mut Findings) -> Option<OwnIndicators> {
    let (set, found) = match indicators(file, code) {
        Ok((set, found)) => (Some(set), found),
        Err(found) => (None, found),
    };
    findings.absorb(found);
    let set = set?;
    let indicated = set.indicated();
    Some(OwnIndicators { id: set.id, version: set.version, sha256: digest(file.1.as_bytes()).to_string(), indicated })
}

/// The names of files to be read, each once; what is wrong with the others is told about the manifest.
fn to_read<'a>(names: &'a [String], unopened: &BTreeSet<String>) -> impl Iterator<Item = &'a String> {
    let mut met = BTreeSet::new();
    names.iter().filter(move |name| is_plain(name) && !unopened.contains(*name) && met.insert(*name))
}

impl<'a> CodeFiles<'a> {
    /// A file that the manifest names.
    fn named(&self, name: &str, findings: &mut Findings) -> Option<(&'a str, &'a str)> {
        let is = |file: &str| file.strip_suffix(name).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'));
        let found = self.named.iter().find(|(file, _)| is(file));
        if found.is_none() {
            let (file, text) = self.manifest;
            let log = Log::new(file);
            let hint = "add the file beside the manifest, or remove its name".to_owned();
            log.error(Names::span(text, name), "named-file-missing", format!("there is no file `{name}`"), Some(hint));
            findings.absorb(log.into_findings(text));
        }
        found.copied()
    }
}
