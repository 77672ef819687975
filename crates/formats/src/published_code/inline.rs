//! What stands inside a section without a heading of its own: recitals, objectives, terms, and the legal text.

use std::ops::Range;

use super::section::{Section, SectionKind};

/// Splits the last section where its kind has parts without headings.
pub(super) fn split(text: &str, sections: &mut Vec<Section>) {
    let Some(index) = sections.len().checked_sub(1) else { return };
    let Some(section) = sections.get(index) else { return };
    let Some(range) = section.texts.first().cloned() else { return };
    match section.kind {
        SectionKind::Recitals => items(text, range, sections, index, &recital_mark, SectionKind::Recital),
        SectionKind::Objectives => items(text, range, sections, index, &recital_mark, SectionKind::Objective),
        SectionKind::Glossary => items(text, range, sections, index, &term, |_| SectionKind::Term),
        SectionKind::Commitment(_) => labelled_legal_text(text, range, sections, index),
        SectionKind::LegalText => headed_legal_text(text, range, sections, index),
        _ => {}
    }
}

/// The lines of a range, with their bytes.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = range.start;
    text.get(range).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let span = start..start + line.len();
        start = span.end;
        (span, line)
    })
}

/// Cuts a section before every line that begins an item; the items become sections of their own.
fn items(
    text: &str,
    range: Range<usize>,
    sections: &mut Vec<Section>,
    parent: usize,
    mark: &dyn Fn(&str) -> Option<String>,
    kind: fn(String) -> SectionKind,
) {
    let mut starts = Vec::new();
    for (span, line) in lines(text, range.clone()) {
        if let Some(mark) = mark(line) {
            starts.push((span.start, mark));
        }
    }
    let Some((first, _)) = starts.first() else { return };
    let Some((file, own)) = sections.get_mut(parent).map(|section| {
        section.set_text(range.start..*first);
        (section.file, section.heading.clone())
    }) else {
        return;
    };
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([range.end]);
    for (number, ((start, mark), end)) in starts.iter().zip(ends).enumerate() {
        // Bullets have no marks: they are counted.
        let mark = if mark.is_empty() { (number + 1).to_string() } else { mark.clone() };
        let title = if kind(String::new()) == SectionKind::Term { mark.clone() } else { String::new() };
        let mut item = Section::new(file, kind(mark), &title, own.end..own.end, *start..end);
        item.parent = Some(parent);
        sections.push(item);
    }
}

/// `(a) `, `A. `, `1. `, or a bullet, at the beginning of a line.
fn recital_mark(line: &str) -> Option<String> {
    if ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet)) {
        return Some(String::new());
    }
    let (mark, _) = line.split_once(char::is_whitespace)?;
    let inner = mark.strip_prefix('(').and_then(|mark| mark.strip_suffix(')')).or_else(|| mark.strip_suffix('.'))?;
    let plain = (1..=3).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let one_kind = inner.len() == 1 || inner.bytes().all(|byte| byte.is_ascii_digit());
    (plain && one_kind).then(|| inner.to_owned())
}

/// `**‘term’** — meaning`.
fn term(line: &str) -> Option<String> {
    let (term, _) = line.strip_prefix("**")?.split_once("**")?;
    let term = term.trim_matches(|c: char| matches!(c, '‘' | '’' | '"' | '“' | '”' | '\'' | ':' | ' '));
    (!term.is_empty()).then(|| term.to_owned())
}

/// A paragraph `LEGAL TEXT: …` or `**Legal basis:** …` in a commitment becomes a section of its own.
fn labelled_legal_text(text: &str, range: Range<usize>, sections: &mut Vec<Section>, parent: usize) {
    let is_label = |line: &str| {
        let lower = line.trim_start_matches(['*', ' ']).to_lowercase();
        lower.starts_with("legal text:") || lower.starts_with("legal basis:")
    };
    let Some((line, _)) = lines(text, range.clone()).find(|(_, line)| is_label(line)) else { return };
    let Some(section) = sections.get_mut(parent) else { return };
    let mut legal = Section::new(section.file, SectionKind::LegalText, "", line.start..line.start, line.clone());
    legal.parent = Some(parent);
    section.texts = vec![range.start..line.start, line.end..range.end];
    section.texts.retain(|range| !range.is_empty());
    sections.push(legal);
}

/// Below a heading `LEGAL TEXT` stand the citations on a line, and then the text of the commitment itself.
fn headed_legal_text(text: &str, range: Range<usize>, sections: &mut [Section], index: usize) {
    let Some(parent) = sections.get(index).and_then(|section| section.parent) else { return };
    let is_commitment = sections.get(parent).is_some_and(|section| matches!(section.kind, SectionKind::Commitment(_)));
    let citations = lines(text, range.clone()).find(|(_, line)| !line.trim().is_empty());
    let Some((line, _)) = citations.filter(|_| is_commitment) else { return };
    if let Some(section) = sections.get_mut(index) {
        section.set_text(range.start..line.end);
    }
    if let Some(section) = sections.get_mut(parent).filter(|_| line.end < range.end) {
        section.texts.push(line.end..range.end);
    }
}
