//! A code's source: a manifest `code.toml` and one Markdown file for each chapter.
//!
//! Headings carry ids (`{#S.M9.3}`); the list right below a heading holds attributes (`key: value`); the rest is text.

mod attributes;
mod chapter;
pub(crate) mod manifest;

use adhere_domain::codes::code::Code;
use adhere_domain::law::corpus::Corpus;

use crate::diagnostic::Findings;

pub use self::manifest::chapter_files;

/// The files of a code: name and text.
#[derive(Clone, Debug)]
pub struct CodeFiles<'a> {
    /// `code.toml`.
    pub manifest: (&'a str, &'a str),
    /// The chapters, in the manifest's order.
    pub chapters: Vec<(&'a str, &'a str)>,
}

/// Parses a code; what it covers is checked against the law.
///
/// All findings come back, as an error when the code cannot be used.
pub fn code(files: &CodeFiles<'_>, corpus: &Corpus) -> Result<(Code, Findings), Findings> {
    let mut findings = Findings::default();
    let manifest = manifest::manifest(files.manifest, corpus, &mut findings);
    let mut ids = std::collections::BTreeSet::new();
    let chapters = files.chapters.iter().map(|file| chapter::chapter(*file, corpus, &mut ids, &mut findings));
    let chapters = chapters.collect::<Vec<_>>();
    match manifest {
        Some(code) if !findings.has_errors() => {
            Ok((Code { chapters: chapters.into_iter().flatten().collect(), ..code }, findings))
        }
        _ => Err(findings),
    }
}
