//! Headings of a published code, and what their words say of the section below.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::section::{Division, NoteKind, SectionKind};

/// A heading of the document itself: those inside lists and quotations belong to their text.
pub(super) struct Heading {
    /// 1 to 6.
    pub(super) level: usize,
    /// Its words, without marks of emphasis.
    pub(super) title: String,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

/// All headings of a text.
pub(super) fn headings(text: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let (mut depth, mut open) = (0_usize, false);
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                headings.push(Heading { level: depth_of(level), title: String::new(), range });
                (depth, open) = (1, true);
            }
            Event::Start(_) => depth += 1,
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                open &= !(matches!(end, TagEnd::Heading(_)) && depth == 0);
            }
            Event::Text(words) | Event::Code(words) if open => push(&mut headings, &words),
            Event::SoftBreak | Event::HardBreak if open => push(&mut headings, " "),
            _ => {}
        }
    }
    headings
}

const fn depth_of(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn push(headings: &mut [Heading], words: &str) {
    if let Some(heading) = headings.last_mut() {
        heading.title.push_str(words);
    }
}

/// A number behind a word: `Measure II.1.2. Title` and `Measure 1.2: Title`.
pub(super) fn numbered<'a>(title: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let head = title.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
    let rest = title.get(head.len()..)?.strip_prefix(char::is_whitespace)?.trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '.'))).unwrap_or(rest.len());
    let (number, title) = rest.split_at_checked(end)?;
    let number = number.trim_end_matches('.');
    let is_number = number.split('.').all(|part| !part.is_empty()) && number.ends_with(|c: char| c.is_ascii_digit());
    // `Measure 1.2Creating` names no measure.
    let apart = title.is_empty() || !title.starts_with(char::is_alphanumeric);
    (is_number && apart).then(|| (number, title.trim_start_matches([':', '.', '-', '–', '—', ' ']).trim()))
}

/// A title without `Commitment 1: ` and without the `(Detailed)` that a copyist added.
pub(super) fn without_number(title: &str) -> &str {
    let numbered = ["commitment", "measure", "appendix"].iter().find_map(|word| numbered(title, word));
    let title = numbered.map_or(title, |(_, title)| title).trim();
    title.strip_suffix("(Detailed)").unwrap_or(title).trim_end()
}

/// Words at the beginning of the titles of notes.
const NOTES: [(&str, NoteKind); 16] = [
    ("introductory note", NoteKind::Introduction),
    ("opening statement", NoteKind::Introduction),
    ("foreword", NoteKind::Introduction),
    ("drafting plan", NoteKind::Introduction),
    ("frequently asked questions", NoteKind::Questions),
    ("faq", NoteKind::Questions),
    ("explainer", NoteKind::Explanation),
    ("explanatory", NoteKind::Explanation),
    ("potential outline", NoteKind::Explanation),
    ("structure of", NoteKind::Explanation),
    ("disclaimer", NoteKind::Disclaimer),
    ("acknowledgement", NoteKind::Disclaimer),
    ("summary of changes", NoteKind::Changes),
    ("potential material for future recital", NoteKind::RecitalMaterial),
    ("executive summary", NoteKind::Summary),
    ("recommendation", NoteKind::Recommendation),
];

/// What the words of a heading say of its section.
pub(super) fn kind(title: &str) -> SectionKind {
    let title = title.trim();
    let lower = title.to_lowercase();
    let number = |word: &str| numbered(title, word).map(|(number, _)| number.to_owned());
    if let Some(number) = number("commitment") {
        return SectionKind::Commitment(number);
    }
    if let Some(number) = number("measure") {
        return SectionKind::Measure(number);
    }
    if let Some(number) = number("appendix") {
        return SectionKind::Appendix(number);
    }
    if let Some((_, note)) = NOTES.iter().find(|(words, _)| lower.starts_with(words)) {
        return SectionKind::Note(*note);
    }
    match lower.trim_end_matches(':') {
        "legal text" | "legal basis" => return SectionKind::LegalText,
        "appendices" => return SectionKind::Appendices,
        "preamble" => return SectionKind::Recitals,
        _ => {}
    }
    let has = |word: &str| words(&lower).any(|found| found == word);
    if has("glossary") || has("definitions") {
        SectionKind::Glossary
    } else if has("recitals") {
        SectionKind::Recitals
    } else if has("objectives") {
        SectionKind::Objectives
    } else {
        division(title, &lower).map_or(SectionKind::Unplaced, SectionKind::Division)
    }
}

fn words(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Words of a chapter's heading that do not name it.
const NOT_NAMES: [&str; 9] = ["section", "chapter", "part", "detailed", "measures", "and", "the", "of", "for"];

fn division(title: &str, lower: &str) -> Option<Division> {
    let has = |word: &str| words(lower).any(|found| found == word);
    let is_part = words(lower).next() == Some("part");
    // `I. Commitments by …`, `Part II: …`.
    let first = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).nth(usize::from(is_part));
    let is_numeral = |word: &&str| word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let numeral = first.filter(is_numeral).map(str::to_owned);
    // The chapter's name follows the code's: `Code of Practice … — Copyright Chapter`.
    let own = lower.rsplit_once(['—', '–']).map_or(lower, |(_, own)| own);
    let names_chapter = has("section") || has("chapter");
    let skip = numeral.as_deref().unwrap_or_default().to_lowercase();
    let chapter = || words(own).filter(|word| !NOT_NAMES.contains(word) && *word != skip).collect::<Vec<_>>().join(" ");
    let is_providers = has("providers") || has("gpaisrs");
    let systemic = lower.contains("systemic risk") || has("gpaisr") || has("gpaisrs");
    let is_title = lower.contains("code of p");
    let division = Division {
        chapter: names_chapter.then(chapter).filter(|name| !name.is_empty()),
        numeral: numeral.filter(|_| is_part || is_providers),
        systemic_risk: is_providers.then_some(systemic),
    };
    (names_chapter || is_providers || is_part || is_title).then_some(division)
}
