//! From a published code to a code's source: a manifest, one Markdown file for each chapter, and what is left.
//!
//! Nothing is guessed: what the source format has no place for, and what a program cannot read off the text, is listed.

mod chapter;
pub mod left;
mod periods;

use std::collections::BTreeSet;

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::Corpus;
use jiff::civil::Date;

use self::chapter::ChapterWriter;
use self::left::{LeftOver, Remark, Why};
use crate::published_code::chapters::chapters;
use crate::published_code::section::{PublishedCode, Section, SectionKind};

/// What the manifest says and the published text does not.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The code's id.
    pub id: PartId,
    /// The version.
    pub version: PartId,
    /// The title.
    pub title: String,
    /// The day of publication.
    pub published: Date,
    /// The legal profile.
    pub profile: Profile,
    /// Where it was read.
    pub source: String,
}

/// A code's source, and what is not in it.
#[derive(Clone, Debug, Default)]
pub struct ImportedCode {
    /// The files, the manifest first: name and text.
    pub files: Vec<(String, String)>,
    /// How many commitments were placed.
    pub commitments: usize,
    /// How many measures were placed.
    pub measures: usize,
    /// The indices of the sections that were placed.
    pub placed: Vec<usize>,
    /// The sections that were not.
    pub left: Vec<LeftOver>,
    /// What to look at by hand.
    pub remarks: Vec<Remark>,
}

/// Writes the source of a published code; nothing when it has no commitment.
pub fn import_code(code: &PublishedCode, manifest: &Manifest, corpus: &Corpus) -> Option<ImportedCode> {
    let mut writer = ChapterWriter::new(code, corpus);
    let mut chapter_files: Vec<(String, String)> = Vec::new();
    for chapter in &chapters(code) {
        let mut name = file_name(&chapter.title);
        if chapter_files.iter().any(|(taken, _)| *taken == name) || name == "unplaced.md" || name == ".md" {
            name = format!("chapter-{}.md", chapter_files.len() + 1);
        }
        chapter_files.push((name, writer.write(chapter)));
    }
    let mut imported = writer.imported;
    if imported.commitments == 0 {
        return None;
    }
    imported.placed.sort_unstable();
    leave(code, &mut imported);
    let names: Vec<&str> = chapter_files.iter().map(|(name, _)| name.as_str()).collect();
    imported.files.push(("code.toml".to_owned(), manifest_text(manifest, &names)));
    imported.files.extend(chapter_files);
    Some(imported)
}

/// Lists every section that was not placed; headings that only group others count as placed.
fn leave(code: &PublishedCode, imported: &mut ImportedCode) {
    let already: BTreeSet<usize> = imported.left.iter().map(|left| left.section).collect();
    let mut structure = Vec::new();
    for (index, section) in code.sections.iter().enumerate() {
        if imported.placed.binary_search(&index).is_ok() || already.contains(&index) {
            continue;
        }
        let is_empty = code.text(section).is_empty();
        let why = match section.kind {
            SectionKind::Title(_) | SectionKind::Division(_) if is_empty => {
                structure.push(index);
                continue;
            }
            SectionKind::Note(kind) => Why::Note(kind),
            SectionKind::Unplaced if is_empty && section.heading.is_empty() => continue,
            SectionKind::Unplaced => Why::Unrecognised,
            SectionKind::LegalText if is_of_appendix(code, section) => Why::NoPlace,
            SectionKind::Measure(_) | SectionKind::LegalText => Why::NoCommitment,
            _ => Why::NoPlace,
        };
        imported.left.push(LeftOver::new(code, index, why));
    }
    imported.placed.extend(structure);
    imported.placed.sort_unstable();
    imported.left.sort_by_key(|left| left.section);
}

fn is_of_appendix(code: &PublishedCode, section: &Section) -> bool {
    let parent = section.parent.and_then(|parent| code.sections.get(parent));
    parent.is_some_and(|parent| matches!(parent.kind, SectionKind::Appendix(_)))
}

/// A file name from a title: letters, digits and hyphens.
fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!("{}.md", words.take(8).collect::<Vec<_>>().join("-").to_lowercase())
}

fn manifest_text(manifest: &Manifest, chapters: &[&str]) -> String {
    let profile = Profile::ALL.iter().find(|(profile, _)| *profile == manifest.profile).map_or("", |(_, name)| name);
    let chapters: Vec<String> = chapters.iter().map(|name| quoted(name)).collect();
    format!(
        "format = 1\nid = {}\ntitle = {}\nversion = {}\npublished = {}\nprofile = {}\nchapters = [{}]\nsource = {}\n",
        quoted(manifest.id.as_str()),
        quoted(&manifest.title),
        quoted(manifest.version.as_str()),
        manifest.published,
        quoted(profile),
        chapters.join(", "),
        quoted(&manifest.source),
    )
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests;
