//! A published code as Markdown: one or several files, read into sections, each with its place in the source.
//!
//! Sections are recognised by their headings; heading levels differ from copy to copy and decide little. Every byte of
//! every file belongs to exactly one section: what is not recognised is a section too, of the kind `Unplaced`.

pub mod chapters;
mod heading;
mod inline;
pub mod section;

use std::collections::BTreeMap;

use self::heading::{Heading, headings, kind};
use self::section::{NoteKind, PublishedCode, PublishedFile, Section, SectionKind};

/// Reads the files, in the order given: name and text.
pub fn published_code(files: &[(&str, &str)]) -> PublishedCode {
    let mut code = PublishedCode::default();
    for (index, (name, text)) in files.iter().enumerate() {
        code.files.push(PublishedFile::new(name, text));
        file_sections(index, text, &mut code.sections);
    }
    demote_summaries(&mut code.sections);
    code
}

/// Cuts one file into sections; ranges follow one another without a gap.
fn file_sections(file: usize, text: &str, sections: &mut Vec<Section>) {
    let headings = headings(text);
    let begin = headings.first().map_or(text.len(), |heading| heading.range.start);
    if begin > 0 {
        // What stands above the first heading.
        sections.push(Section::new(file, SectionKind::Unplaced, "", 0..0, 0..begin));
    }
    let mut open = Open::default();
    for (index, heading) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(text.len(), |next| next.range.start);
        let kind = open.adjusted(kind(&heading.title), heading, sections);
        let body = heading.range.end..end;
        let mut section = Section::new(file, kind, &heading.title, heading.range.clone(), body);
        section.parent = open.enter(&section.kind, heading.level, sections.len());
        sections.push(section);
        inline::split(text, sections);
    }
}

/// Which sections are open at a heading.
#[derive(Default)]
struct Open {
    /// Those above it, by level: at most one of each.
    stack: Vec<(usize, usize)>,
    commitment: Option<usize>,
    /// The last commitment, measure, appendix or the like.
    part: Option<usize>,
    seen_title: bool,
}

impl Open {
    /// What only the place tells: the first heading is the title, and recitals below recitals are a note about them.
    fn adjusted(&mut self, kind: SectionKind, heading: &Heading, sections: &[Section]) -> SectionKind {
        let names_code = heading.title.to_lowercase().contains("code of p");
        let kind = match kind {
            SectionKind::Division(division) if !self.seen_title && heading.level == 1 && names_code => {
                SectionKind::Title(division)
            }
            SectionKind::Recitals if self.is_inside_recitals(heading.level, sections) => {
                SectionKind::Note(NoteKind::Explanation)
            }
            kind => kind,
        };
        self.seen_title |= matches!(kind, SectionKind::Title(_));
        kind
    }

    fn is_inside_recitals(&self, level: usize, sections: &[Section]) -> bool {
        let above = self.stack.iter().rev().find(|(open, _)| *open < level);
        above.and_then(|(_, index)| sections.get(*index)).is_some_and(|section| section.kind == SectionKind::Recitals)
    }

    /// The section that a new one belongs to: a measure to its commitment, a label or a note to the part above it.
    fn enter(&mut self, kind: &SectionKind, level: usize, index: usize) -> Option<usize> {
        self.stack.retain(|(open, _)| *open < level);
        let parent = match kind {
            SectionKind::Measure(_) => self.commitment,
            SectionKind::LegalText | SectionKind::Note(_) | SectionKind::Unplaced => self.part,
            SectionKind::Title(_) | SectionKind::Division(_) | SectionKind::Commitment(_) => None,
            _ => self.stack.last().map(|(_, index)| *index),
        };
        match kind {
            SectionKind::Title(_) | SectionKind::Division(_) => (self.commitment, self.part) = (None, None),
            SectionKind::Commitment(_) => (self.commitment, self.part) = (Some(index), Some(index)),
            SectionKind::Measure(_) => self.part = Some(index),
            kind if kind.is_part() => (self.commitment, self.part) = (None, Some(index)),
            _ => {}
        }
        self.stack.push((level, index));
        parent
    }
}

/// A commitment that is there twice is repeated by a summary: the one with measures or with its legal text stays.
fn demote_summaries(sections: &mut [Section]) {
    let mut weights = vec![0_u8; sections.len()];
    for section in sections.iter() {
        let weight = match section.kind {
            SectionKind::Measure(_) => 2,
            SectionKind::LegalText => 1,
            _ => 0,
        };
        if let Some(of_parent) = section.parent.and_then(|parent| weights.get_mut(parent)) {
            *of_parent = weight.max(*of_parent);
        }
    }
    let weight = |index: usize| weights.get(index).copied().unwrap_or_default();
    let mut found: BTreeMap<(Option<usize>, String), Vec<usize>> = BTreeMap::new();
    for (index, section) in sections.iter().enumerate() {
        if let SectionKind::Commitment(number) = &section.kind {
            // `I.1` is one number in the whole code, `1` one in each chapter.
            let scope = number.starts_with(|first: char| first.is_ascii_digit()).then_some(section.file);
            found.entry((scope, number.clone())).or_default().push(index);
        }
    }
    for same in found.into_values() {
        let stays = same.iter().copied().max_by_key(|index| (weight(*index), *index));
        // With measures of its own, a second one is no summary, and its measures would be lost with it.
        let summaries = same.into_iter().filter(|index| Some(*index) != stays && weight(*index) < 2);
        for index in summaries {
            if let Some(section) = sections.get_mut(index) {
                section.kind = SectionKind::Note(NoteKind::Summary);
            }
        }
    }
}

#[cfg(test)]
mod tests;
