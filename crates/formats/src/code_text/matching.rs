//! Sections of a published code against the structure of a code: by number and title, both of which must agree.

use std::collections::BTreeSet;

use adhere_domain::codes::code::{Chapter, Code};
use adhere_domain::redline::reads_same;

use super::{CodeText, FORMAT, TextFile, TextPart, TextStanding, Unmatched};
use crate::digest::digest;
use crate::published_code::chapters::{chapters, part_id};
use crate::published_code::section::{PublishedCode, PublishedFile, Section, SectionKind};

/// The text of a code from its published files; the last standing counts for all files from there on.
pub fn code_text(published: &PublishedCode, code: &Code, language: &str, standings: &[TextStanding]) -> CodeText {
    let mut matcher = Matcher::new(published, code);
    for index in 0..published.sections.len() {
        matcher.place(index);
    }
    let with_text: BTreeSet<&str> =
        matcher.found.iter().filter(|part| !part.text.is_empty()).map(|part| part.id.as_str()).collect();
    let commitments = code.commitments().map(|(_, commitment)| commitment.id.as_str());
    let all = commitments.chain(code.measures().map(|(_, _, measure)| measure.id.as_str()));
    let missing = all.filter(|id| !with_text.contains(id)).map(str::to_owned).collect();
    CodeText {
        format: FORMAT.to_owned(),
        code: code.id.to_string(),
        version: code.version.to_string(),
        language: language.to_owned(),
        files: text_files(published, standings),
        missing,
        parts: matcher.found,
        unmatched: matcher.unmatched,
    }
}

fn text_files(published: &PublishedCode, standings: &[TextStanding]) -> Vec<TextFile> {
    let standing = |index: usize| standings.get(index).or(standings.last()).copied();
    let file = |(index, file): (usize, &PublishedFile)| {
        // A copyist's word on the copy: `> Status: …`.
        let status = file.text.lines().take(20).find_map(|line| line.strip_prefix("> Status:"));
        TextFile {
            name: file.name.clone(),
            sha256: digest(file.text.as_bytes()).to_string(),
            standing: standing(index).unwrap_or(TextStanding::Unverified),
            status: status.map(|status| status.trim().to_owned()).filter(|status| !status.is_empty()),
        }
    };
    published.files.iter().enumerate().map(file).collect()
}

struct Matcher<'a> {
    published: &'a PublishedCode,
    code: &'a Code,
    /// The chapter of the structure for each section, and the prefix of its parts' ids.
    chapters: Vec<(Option<&'a Chapter>, String)>,
    parts: Vec<Vec<usize>>,
    /// Which part each section became.
    ids: BTreeSet<String>,
    matched: Vec<bool>,
    found: Vec<TextPart>,
    unmatched: Vec<Unmatched>,
}

impl<'a> Matcher<'a> {
    fn new(published: &'a PublishedCode, code: &'a Code) -> Self {
        let mut of_section = vec![(None, String::new()); published.sections.len()];
        for chapter in chapters(published) {
            let known = code.chapters.iter().find(|known| same_title(&known.title, &chapter.title));
            let prefix = known.map_or(&chapter.id, |known| &known.id);
            for section in &chapter.sections {
                if let Some(of_section) = of_section.get_mut(*section) {
                    *of_section = (known, format!("{prefix}."));
                }
            }
        }
        Self {
            published,
            code,
            chapters: of_section,
            parts: published.parts(),
            ids: BTreeSet::new(),
            matched: vec![false; published.sections.len()],
            found: Vec::new(),
            unmatched: Vec::new(),
        }
    }

    /// Finds the part that a section is.
    fn place(&mut self, index: usize) {
        let Some(section) = self.published.sections.get(index) else { return };
        let prefix = self.chapters.get(index).map_or("", |(_, prefix)| prefix.as_str()).to_owned();
        let id = match &section.kind {
            SectionKind::Commitment(number) => self.structural(index, 'C', number, section),
            SectionKind::Measure(number) => self.structural(index, 'M', number, section),
            SectionKind::Objectives => Ok(format!("{prefix}OBJ")),
            SectionKind::Objective(mark) => Ok(format!("{prefix}OBJ.{mark}")),
            SectionKind::Recitals => Ok(format!("{prefix}REC")),
            SectionKind::Recital(mark) => Ok(format!("{prefix}REC.{mark}")),
            SectionKind::Glossary => Ok(format!("{prefix}GLO")),
            SectionKind::Term => Ok(format!("{prefix}GLO.{}", slug(&section.title))),
            SectionKind::Appendix(number) => Ok(format!("{prefix}APP.{number}")),
            SectionKind::Note(kind) => Err((kind.id(), None)),
            SectionKind::LegalText if self.is_of_matched(section) => return,
            SectionKind::Title(_) | SectionKind::Division(_) | SectionKind::Appendices | SectionKind::Unplaced
                if self.published.text(section).is_empty() && !matches!(section.kind, SectionKind::Unplaced) =>
            {
                return;
            }
            SectionKind::Unplaced if self.published.text(section).is_empty() && section.heading.is_empty() => return,
            SectionKind::Unplaced => Err(("unrecognised", None)),
            _ => Err(("no-place", None)),
        };
        match id {
            Ok(id) if self.ids.insert(id.clone()) => self.part(index, section, id),
            Ok(_) => self.leave(section, "id-twice", None),
            Err((why, expected)) => self.leave(section, why, expected),
        }
    }

    fn is_of_matched(&self, section: &Section) -> bool {
        section.parent.and_then(|parent| self.matched.get(parent)).copied().unwrap_or_default()
    }

    /// The id of the commitment or measure with this number and title.
    fn structural(
        &self,
        index: usize,
        letter: char,
        number: &str,
        section: &Section,
    ) -> Result<String, (&'static str, Option<String>)> {
        let own = self.chapters.get(index).and_then(|(chapter, _)| *chapter);
        let chapters: Vec<&Chapter> = own.map_or_else(|| self.code.chapters.iter().collect(), |chapter| vec![chapter]);
        let mut differs = None;
        for chapter in chapters {
            let Some(id) = part_id(&chapter.id, letter, number) else { continue };
            let commitments = chapter.commitments.iter().map(|commitment| (&commitment.id, &commitment.title));
            let measures = chapter.commitments.iter().flat_map(|commitment| &commitment.measures);
            let measures = measures.map(|measure| (&measure.id, &measure.title));
            let Some((_, title)) = commitments.chain(measures).find(|(known, _)| **known == id) else { continue };
            if same_title(title, &section.title) {
                return Ok(id.to_string());
            }
            differs = Some(title.clone());
        }
        Err(differs.map_or(("number-unknown", None), |title| ("title-differs", Some(title))))
    }

    fn part(&mut self, index: usize, section: &Section, id: String) {
        if let Some(matched) = self.matched.get_mut(index) {
            *matched = true;
        }
        let legal = self.parts.get(index).into_iter().flatten().filter_map(|part| self.published.sections.get(*part));
        let legal = legal.filter(|part| part.kind == SectionKind::LegalText);
        let legal: Vec<String> = legal.map(|legal| self.published.text(legal).trim().to_owned()).collect();
        let (file, lines) = self.place_of(section);
        self.found.push(TextPart {
            id,
            title: Some(section.title.clone()).filter(|title| !title.is_empty()),
            legal_text: (!legal.is_empty()).then(|| legal.join("\n")),
            text: self.published.text(section).trim().to_owned(),
            file,
            line: lines.0,
        });
    }

    fn leave(&mut self, section: &Section, why: &str, expected: Option<String>) {
        let (file, lines) = self.place_of(section);
        let text = self.published.text(section);
        let first_words = || text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        let title = if section.title.is_empty() { first_words() } else { section.title.clone() };
        self.unmatched.push(Unmatched { file, from: lines.0, to: lines.1, title, why: why.to_owned(), expected });
    }

    fn place_of(&self, section: &Section) -> (String, (usize, usize)) {
        let ranges: Vec<_> = section.ranges().collect();
        let whole = ranges.first().zip(ranges.last()).map_or(0..0, |(first, last)| first.start..last.end);
        let name = self.published.files.get(section.file).map_or_else(String::new, |file| file.name.clone());
        (name, self.published.lines(section.file, &whole))
    }
}

fn same_title(one: &str, other: &str) -> bool {
    reads_same(&one.to_lowercase(), &other.to_lowercase())
}

/// A term as the end of an id.
fn slug(term: &str) -> String {
    let words = term.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(6).collect::<Vec<_>>().join("-").to_lowercase()
}
