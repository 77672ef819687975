//! One chapter of a published code as source text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use adhere_domain::codes::code::Addressee;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::{Corpus, ElementId};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::ImportedCode;
use super::left::{LeftOver, Remark, RemarkKind, Why};
use super::periods::periods;
use crate::citation::citations;
use crate::published_code::chapters::{Addressees, PublishedChapter, part_id};
use crate::published_code::section::{PublishedCode, Section, SectionKind};

/// So much of a sentence is shown around a period.
const SHOWN: usize = 60;

/// Writes chapters; ids are unique over all of them.
pub(super) struct ChapterWriter<'a> {
    code: &'a PublishedCode,
    corpus: &'a Corpus,
    addressees: Addressees,
    parts: Vec<Vec<usize>>,
    ids: BTreeSet<PartId>,
    /// The text of the chapter so far.
    text: String,
    /// What was placed, and what was left.
    pub(super) imported: ImportedCode,
}

/// A section that becomes a part of the code.
struct Part<'a> {
    index: usize,
    section: &'a Section,
    number: &'a str,
    id: PartId,
}

impl<'a> ChapterWriter<'a> {
    pub(super) fn new(code: &'a PublishedCode, corpus: &'a Corpus) -> Self {
        Self {
            code,
            corpus,
            addressees: Addressees::of(code),
            parts: code.parts(),
            ids: BTreeSet::new(),
            text: String::new(),
            imported: ImportedCode::default(),
        }
    }

    /// The text of a chapter.
    pub(super) fn write(&mut self, chapter: &PublishedChapter) -> String {
        self.ids.insert(chapter.id.clone());
        self.text = format!("# {} {{#{}}}\n", escaped(&chapter.title), chapter.id);
        for index in &chapter.sections {
            let Some(section) = self.code.sections.get(*index) else { continue };
            if let SectionKind::Commitment(number) = &section.kind
                && let Some(part) = self.new_part(&chapter.id, 'C', (*index, section, number))
            {
                self.commitment(&chapter.id, &part);
            }
        }
        std::mem::take(&mut self.text)
    }

    /// A part under a new id; a number that is there already is left.
    fn new_part(
        &mut self,
        chapter: &PartId,
        letter: char,
        (index, section, number): (usize, &'a Section, &'a str),
    ) -> Option<Part<'a>> {
        let id = part_id(chapter, letter, number).filter(|id| self.ids.insert(id.clone()));
        if id.is_none() {
            self.imported.left.push(LeftOver::new(self.code, index, Why::NumberTwice));
        }
        Some(Part { index, section, number, id: id? })
    }

    fn commitment(&mut self, chapter: &PartId, part: &Part<'a>) {
        let parts = self.parts.get(part.index).cloned().unwrap_or_default();
        let sections = parts.into_iter().filter_map(|index| Some((index, self.code.sections.get(index)?)));
        let sections: Vec<(usize, &'a Section)> = sections.collect();
        let legal = sections.iter().filter(|(_, section)| section.kind == SectionKind::LegalText);
        let legal: Vec<(usize, &'a Section)> = legal.copied().collect();
        let elements = self.basis(part, &legal);
        let binds = self.binds(part, &elements);
        let attributes = covers(&elements).into_iter().chain([format!("binds: {binds}")]).collect();
        let legal_texts = legal.iter().map(|(_, legal)| self.labelled(legal));
        let body = legal_texts.chain([self.code.text(part.section)]).filter(|text| !text.is_empty());
        let body = body.collect::<Vec<_>>().join("\n\n");
        self.imported.commitments += 1;
        if self.part("## Commitment", part, attributes, &body) {
            self.imported.placed.extend(legal.iter().map(|(index, _)| index));
        }
        for (index, section) in sections {
            if let SectionKind::Measure(number) = &section.kind
                && let Some(part) = self.new_part(chapter, 'M', (index, section, number))
            {
                self.measure(&part, &elements);
            }
        }
    }

    fn measure(&mut self, part: &Part<'_>, of_commitment: &[ElementId]) {
        if of_commitment.is_empty() {
            self.remark(part, None, RemarkKind::NoCovers, &part.section.title);
        }
        self.imported.measures += 1;
        let attributes = covers(of_commitment).into_iter().collect();
        self.part("### Measure", part, attributes, &self.code.text(part.section));
    }

    /// Writes a heading with attributes and body; says whether the body could be written.
    fn part(&mut self, level: &str, part: &Part<'_>, attributes: Vec<String>, body: &str) -> bool {
        let (body, id) = (body.trim(), &part.id);
        let is_safe = is_safe(body);
        if is_safe {
            self.imported.placed.push(part.index);
        } else {
            self.imported.left.push(LeftOver::new(self.code, part.index, Why::Unsafe));
        }
        let _ = write!(self.text, "\n{level} {}: {} {{#{id}}}\n", part.number, escaped(&part.section.title));
        // A body that begins with a list would go on with the list of attributes, were its bullets the same.
        let bullet = if body.starts_with('-') { '*' } else { '-' };
        let has_attributes = !attributes.is_empty();
        for attribute in attributes {
            let _ = writeln!(self.text, "{bullet} {attribute}");
        }
        if is_safe && !body.is_empty() {
            let mark = if has_attributes { "" } else { "\n<!-- -->\n" };
            let _ = write!(self.text, "{mark}\n{body}\n");
        }
        self.remark_periods(part);
        is_safe
    }

    /// The provisions that the legal text names; where there is none, those that the commitment itself names.
    fn basis(&mut self, part: &Part<'_>, legal: &[(usize, &Section)]) -> Vec<ElementId> {
        let mut covers = Vec::new();
        for (_, legal) in legal {
            self.cited(legal, part, &mut covers);
        }
        if covers.is_empty() {
            self.cited(part.section, part, &mut covers);
        }
        covers
    }

    fn cited(&mut self, section: &Section, part: &Part<'_>, covers: &mut Vec<ElementId>) {
        for range in &section.texts {
            let text = self.code.source(section.file).get(range.clone()).unwrap_or_default();
            for citation in citations(text) {
                let element = citation.element;
                // A recital has reasons, not obligations: nothing can cover it.
                if element.as_str().starts_with("rec_") || covers.contains(&element) {
                    continue;
                }
                if self.corpus.provision(element.as_str()).is_some() {
                    covers.push(element);
                } else {
                    let at = Some(range.start + citation.span.start);
                    self.remark(part, at, RemarkKind::UnknownProvision, element.as_str());
                }
            }
        }
    }

    fn binds(&mut self, part: &Part<'_>, covers: &[ElementId]) -> &'static str {
        let told = self.addressees.commitment(part.index, part.number);
        let addressee = told.unwrap_or_else(|| {
            // Art. 55 binds providers of models with systemic risk and nobody else.
            let systemic = covers.iter().any(|element| element.as_str().starts_with("art_55"));
            if systemic { Addressee::SystemicRisk } else { Addressee::GeneralPurpose }
        });
        let name = Addressee::ALL.iter().find(|(known, _)| *known == addressee).map_or("gpai", |(_, name)| name);
        if told.is_none() {
            self.remark(part, None, RemarkKind::AssumedBinds, name);
        }
        name
    }

    /// A legal text with its label, where that stood in a heading.
    fn labelled(&self, legal: &Section) -> String {
        let text = self.code.text(legal);
        let text = text.trim();
        if legal.heading.is_empty() { text.to_owned() } else { format!("{}: {text}", legal.title) }
    }

    fn remark_periods(&mut self, part: &Part<'_>) {
        for range in &part.section.texts {
            let text = self.code.source(part.section.file).get(range.clone()).unwrap_or_default();
            for period in periods(text) {
                let words = around(text, &period);
                self.remark(part, Some(range.start + period.start), RemarkKind::Period, &words);
            }
        }
    }

    /// A remark at a byte of the part's file, or at its heading.
    fn remark(&mut self, part: &Part<'_>, at: Option<usize>, kind: RemarkKind, words: &str) {
        let at = at.map_or_else(|| part.section.heading.clone(), |at| at..at);
        let file = part.section.file;
        let (line, _) = self.code.lines(file, &at);
        let file = self.code.files.get(file).map_or_else(String::new, |file| file.name.clone());
        self.imported.remarks.push(Remark { file, line, part: part.id.clone(), kind, words: words.to_owned() });
    }
}

fn covers(elements: &[ElementId]) -> Option<String> {
    let names: Vec<&str> = elements.iter().map(ElementId::as_str).collect();
    (!names.is_empty()).then(|| format!("covers: {}", names.join(", ")))
}

/// Whether what follows a text would still be read as it stands, and no part of it as a heading.
fn is_safe(body: &str) -> bool {
    let probe = format!("{body}\n\n# x\n");
    let events = Parser::new_ext(&probe, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter();
    // A comment is no part of what is compiled, and its words would be lost.
    let outside = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { .. } | Tag::HtmlBlock));
    let starts = events.filter(|(event, _)| outside(event)).map(|(_, range)| range.start);
    starts.eq([body.len() + 2])
}

/// Plain words as a heading: marks of Markdown are escaped, and nothing of it is taken for an id.
fn escaped(title: &str) -> String {
    let mark =
        |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}' | '#' | '&' | '!' | '|' | '~');
    let escape = |c: char| if mark(c) { format!("\\{c}") } else { c.to_string() };
    title.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(escape).collect()
}

/// The words around a place in its line.
fn around(text: &str, place: &std::ops::Range<usize>) -> String {
    let before = text.get(..place.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let after = text.get(place.end..).unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let from = before.char_indices().rev().take(SHOWN).last().map_or(place.start, |(at, _)| at).max(line);
    let to = after.char_indices().take(SHOWN).last().map_or(0, |(at, c)| at + c.len_utf8());
    let head = if from > line { "…" } else { "" };
    let tail = if to < after.len() { "…" } else { "" };
    let shown = text.get(from..place.end + to).unwrap_or_default().trim();
    format!("{head}{shown}{tail}")
}
