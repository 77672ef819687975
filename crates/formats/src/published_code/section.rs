//! The sections of a published code.

use std::ops::Range;

use super::heading;

/// A published code, as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedCode {
    /// Its files, in the order read.
    pub files: Vec<PublishedFile>,
    /// Its sections, in the order in which they begin.
    pub sections: Vec<Section>,
}

/// One of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The byte after each line break.
    breaks: Vec<usize>,
}

/// A section: a heading with the text that belongs to it and to none of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The index of its file.
    pub file: usize,
    /// What it is.
    pub kind: SectionKind,
    /// Its title, without number.
    pub title: String,
    /// The bytes of its heading; empty where it has none.
    pub heading: Range<usize>,
    /// The bytes of its own text, in one or several pieces.
    pub texts: Vec<Range<usize>>,
    /// The index of the section that it is part of.
    pub parent: Option<usize>,
}

/// What a section is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// The title of the code or of one of its chapters.
    Title(Division),
    /// A part, a chapter or a group of commitments.
    Division(Division),
    /// The objectives, up to the first.
    Objectives,
    /// An objective, by its mark.
    Objective(String),
    /// The recitals, up to the first.
    Recitals,
    /// A recital, by its mark.
    Recital(String),
    /// A commitment, by its number.
    Commitment(String),
    /// What a commitment says of its legal basis.
    LegalText,
    /// A measure, by its number.
    Measure(String),
    /// The glossary, up to the first term.
    Glossary,
    /// A term with its meaning.
    Term,
    /// The heading above several appendices.
    Appendices,
    /// An appendix, by its number.
    Appendix(String),
    /// A text beside the code: it commits nobody.
    Note(NoteKind),
    /// None of these.
    Unplaced,
}

/// What a division's heading says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// The words that name a chapter, such as `safety security`.
    pub chapter: Option<String>,
    /// The numeral of a part, such as `II`.
    pub numeral: Option<String>,
    /// Whether it is about providers of models with systemic risk, where it is about providers.
    pub systemic_risk: Option<bool>,
}

/// Kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// An introduction or an opening statement.
    Introduction,
    /// Questions and answers.
    Questions,
    /// An explanation, an outline or an example.
    Explanation,
    /// A disclaimer, thanks, how to read the document.
    Disclaimer,
    /// What changed since an earlier draft.
    Changes,
    /// Material that may become a recital.
    RecitalMaterial,
    /// A summary that repeats what stands elsewhere.
    Summary,
    /// A recommendation to others.
    Recommendation,
}

impl SectionKind {
    /// Whether it is a part that notes, labels and further text can belong to.
    pub const fn is_part(&self) -> bool {
        matches!(self, Self::Commitment(_) | Self::Measure(_) | Self::Appendix(_) | Self::Recitals | Self::Glossary)
    }
}

impl NoteKind {
    /// Its name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Questions => "questions",
            Self::Explanation => "explanation",
            Self::Disclaimer => "disclaimer",
            Self::Changes => "changes",
            Self::RecitalMaterial => "recital-material",
            Self::Summary => "summary",
            Self::Recommendation => "recommendation",
        }
    }
}

impl Section {
    pub(super) fn new(file: usize, kind: SectionKind, title: &str, heading: Range<usize>, text: Range<usize>) -> Self {
        Self { file, kind, title: heading::without_number(title).to_owned(), heading, texts: vec![text], parent: None }
    }

    pub(super) fn set_text(&mut self, text: Range<usize>) {
        self.texts.clear();
        self.texts.push(text);
    }

    /// All its bytes, heading and text.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        std::iter::once(self.heading.clone()).chain(self.texts.iter().cloned()).filter(|range| !range.is_empty())
    }
}

impl PublishedCode {
    /// The text of a file.
    pub fn source(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |file| &file.text)
    }

    /// The own text of a section, its pieces set apart by empty lines.
    pub fn text(&self, section: &Section) -> String {
        let source = self.source(section.file);
        let pieces = section.texts.iter().filter_map(|range| source.get(range.clone()));
        let pieces = pieces.map(|piece| piece.trim_matches('\n').trim_end()).filter(|piece| !piece.trim().is_empty());
        pieces.collect::<Vec<_>>().join("\n\n")
    }

    /// The first and the last line of a range, counted from 1; blank lines at its ends do not count.
    pub fn lines(&self, file: usize, range: &Range<usize>) -> (usize, usize) {
        let Some(file) = self.files.get(file) else { return (1, 1) };
        let text = file.text.get(range.clone()).unwrap_or_default();
        let first = file.line(range.start + (text.len() - text.trim_start().len()));
        (first, first.max(file.line(range.start + text.trim_end().len())))
    }

    /// The indices of the parts of each section: those whose parent it is.
    pub fn parts(&self) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.sections.len()];
        for (index, section) in self.sections.iter().enumerate() {
            if let Some(of_parent) = section.parent.and_then(|parent| parts.get_mut(parent)) {
                of_parent.push(index);
            }
        }
        parts
    }
}

impl PublishedFile {
    pub(super) fn new(name: &str, text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Self { name: name.to_owned(), text: text.to_owned(), breaks }
    }

    /// The line of a byte, counted from 1.
    fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|start| *start <= at) + 1
    }
}
