//! What an import leaves for a person: sections without a place, and remarks on those that have one.

use std::ops::Range;

use adhere_domain::codes::id::PartId;

use crate::published_code::section::{NoteKind, PublishedCode, Section, SectionKind};

/// A section that is not in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The index of the section.
    pub section: usize,
    /// The name of its file.
    pub file: String,
    /// Its first and its last line.
    pub lines: (usize, usize),
    /// Its title, or its first words where it has none.
    pub title: String,
    /// Its bytes, in the order of the file.
    pub ranges: Vec<Range<usize>>,
    /// Why it is not there.
    pub why: Why,
    /// The part that it stands below, when it says what Signatories shall do: some of it may belong there.
    pub may_belong_to: Option<String>,
}

/// Why a section is not in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is a note.
    Note(NoteKind),
    /// It is recitals, objectives, a glossary or an appendix: the source format has no place for these.
    NoPlace,
    /// Its heading says nothing that adhere knows.
    Unrecognised,
    /// It is a measure or a legal basis without a commitment.
    NoCommitment,
    /// Its number is that of another part.
    NumberTwice,
    /// Its Markdown would change what follows it.
    Unsafe,
}

/// Something to look at by hand, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the file.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The part that it is about.
    pub part: PartId,
    /// What it is.
    pub kind: RemarkKind,
    /// The words it is about.
    pub words: String,
}

/// Kinds of remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// Words that look like a period: to be written as a `due` or a `keep` line.
    Period,
    /// A provision is cited that adhere does not know.
    UnknownProvision,
    /// No provision could be read: `covers` is missing.
    NoCovers,
    /// No heading says whom it binds: read off the provisions cited, or assumed.
    AssumedBinds,
}

impl Why {
    /// Its name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Note(kind) => kind.id(),
            Self::NoPlace => "no-place",
            Self::Unrecognised => "unrecognised",
            Self::NoCommitment => "no-commitment",
            Self::NumberTwice => "number-twice",
            Self::Unsafe => "unsafe",
        }
    }

    /// All, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::NoPlace,
        Self::Unrecognised,
        Self::NoCommitment,
        Self::NumberTwice,
        Self::Unsafe,
        Self::Note(NoteKind::RecitalMaterial),
        Self::Note(NoteKind::Changes),
        Self::Note(NoteKind::Summary),
        Self::Note(NoteKind::Introduction),
        Self::Note(NoteKind::Questions),
        Self::Note(NoteKind::Explanation),
        Self::Note(NoteKind::Disclaimer),
        Self::Note(NoteKind::Recommendation),
    ];
}

impl RemarkKind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::NoCovers, Self::AssumedBinds, Self::UnknownProvision, Self::Period];

    /// Its name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::UnknownProvision => "unknown-provision",
            Self::NoCovers => "no-covers",
            Self::AssumedBinds => "assumed-binds",
        }
    }
}

impl LeftOver {
    pub(super) fn new(code: &PublishedCode, index: usize, why: Why) -> Self {
        let section = code.sections.get(index);
        let ranges: Vec<_> = section.into_iter().flat_map(Section::ranges).collect();
        let file = section.map_or(0, |section| section.file);
        let (first, last) = (ranges.first(), ranges.last());
        let whole = first.zip(last).map_or(0..0, |(first, last)| first.start..last.end);
        let text = section.map(|section| code.text(section)).unwrap_or_default();
        let title = section.map_or("", |section| section.title.as_str());
        let first_words = || text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        let parent = section.and_then(|section| code.sections.get(section.parent?));
        Self {
            section: index,
            file: code.files.get(file).map_or_else(String::new, |file| file.name.clone()),
            lines: code.lines(file, &whole),
            title: if title.is_empty() { first_words() } else { title.to_owned() },
            ranges,
            why,
            may_belong_to: parent.filter(|_| binds(why, &text)).and_then(|parent| number(&parent.kind)),
        }
    }

    /// The text of the section as it stands in the file.
    pub fn text(&self, code: &PublishedCode) -> String {
        let source = code.sections.get(self.section).map_or("", |section| code.source(section.file));
        let pieces = self.ranges.iter().filter_map(|range| source.get(range.clone()));
        let pieces = pieces.map(|piece| piece.trim_matches('\n').trim_end()).filter(|piece| !piece.is_empty());
        pieces.collect::<Vec<_>>().join("\n\n")
    }
}

fn number(kind: &SectionKind) -> Option<String> {
    match kind {
        SectionKind::Commitment(number) => Some(format!("Commitment {number}")),
        SectionKind::Measure(number) => Some(format!("Measure {number}")),
        _ => None,
    }
}

/// Whether a note has words that commit: the copy of a box may have swallowed the text behind it.
fn binds(why: Why, text: &str) -> bool {
    let commits = ["Signatories shall", "Signatories commit", "Signatories will", "satisfy Commitment"];
    let may_hold = matches!(why, Why::Note(NoteKind::RecitalMaterial | NoteKind::Explanation) | Why::Unrecognised);
    may_hold && commits.iter().any(|words| text.contains(words))
}
