//! What others say the law says, as found on the web: Markdown, plain text or remains of HTML, read into passages.
//!
//! Headings, links and pictures are kept with the reason why they are not compared: nothing is dropped silently.

use adhere_domain::law::comparison::{Passage, Skip};

use crate::html;

mod markdown;
mod page;

/// A piece of the text before it is put together.
#[derive(Clone, Debug, Default)]
struct Raw {
    line: usize,
    /// The number of the list item; empty for a bullet; none outside of lists and behind the first paragraph of an item.
    label: Option<String>,
    /// The lines as written.
    text: String,
    /// How many lists it lies in.
    depth: usize,
    skip: Option<Skip>,
    /// Whether all its words are those of links.
    is_link: bool,
    /// Whether a link in it leads to a provision.
    names_provision: bool,
}

/// Reads a secondary text into passages.
pub fn passages(text: &str) -> Vec<Passage> {
    let (text, before) = without_fence(text);
    let start = text.trim_start().get(..14).unwrap_or_default().to_ascii_lowercase();
    let raws = if start.starts_with("<!doctype html") || start.starts_with("<html") {
        page::read(&html::parse(text))
    } else {
        markdown::read(text)
    };
    let mut passages = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    for raw in raws.into_iter().flat_map(split_at_labels) {
        let depth = raw.depth;
        let is_bullet = raw.label.as_deref() == Some("");
        let continues = open.is_some_and(|(around, unfinished)| unfinished && depth > around) && is_bullet;
        let passage = passage(raw, before);
        if let Some(last) = passages.last_mut().filter(|_| continues) {
            append(last, &passage);
        } else {
            open = Some((depth, is_unfinished(&passage)));
            passages.push(passage);
        }
    }
    passages.retain(|passage| passage.skip != Some(Skip::Empty));
    passages
}

/// A sentence that is not at its end goes on in the list below it.
fn is_unfinished(passage: &Passage) -> bool {
    passage.skip.is_none() && passage.text.ends_with(|c: char| c == ',' || c.is_alphanumeric())
}

fn append(last: &mut Passage, more: &Passage) {
    last.text.push(' ');
    last.text.push_str(&more.text);
    last.parts += more.parts;
}

/// A text that lies whole in a code fence is taken out of it; with it, how many lines stood before.
fn without_fence(text: &str) -> (&str, usize) {
    let trimmed = text.trim();
    let inner =
        trimmed.strip_prefix("```").and_then(|rest| rest.strip_suffix("```")).and_then(|rest| rest.split_once('\n'));
    match inner {
        Some((info, inner)) if info.trim().chars().all(char::is_alphanumeric) && !inner.contains("\n```") => {
            let skipped = text.len() - text.trim_start().len();
            (inner, text.get(..skipped).unwrap_or_default().matches('\n').count() + 1)
        }
        _ => (text, 0),
    }
}

/// Lines that begin with a number of their own are pieces of their own.
fn split_at_labels(raw: Raw) -> Vec<Raw> {
    if raw.skip.is_some() {
        return vec![raw];
    }
    let mut pieces: Vec<Raw> = Vec::new();
    for (number, line) in raw.text.lines().enumerate() {
        let labelled = own_label(line);
        match pieces.last_mut() {
            Some(last) if labelled.is_none() => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            _ => {
                let (label, text) = labelled.map_or((None, line), |(label, rest)| (Some(label.to_owned()), rest));
                let is_first = pieces.is_empty();
                let label = label.or_else(|| raw.label.clone().filter(|_| is_first));
                pieces.push(Raw { line: raw.line + number, label, text: text.to_owned(), ..raw.clone() });
            }
        }
    }
    if pieces.is_empty() { vec![raw] } else { pieces }
}

/// `(a)`, `a)` or `1.` at the start of a line.
fn own_label(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = crate::official_text::split_label(line.trim_start())?;
    // `No.` at the start of an answer is a word.
    let is_number = label.starts_with(|c: char| c == '(' || c.is_ascii_digit()) || label.ends_with(')');
    (is_number && label.chars().any(char::is_alphanumeric)).then_some((label, rest))
}

/// A single short line outside of lists that ends no sentence heads what follows, in plain text.
fn is_heading_line(raw: &Raw, words: usize) -> bool {
    let unfinished = !raw.text.trim_end().ends_with(['.', ';', ':', ',', '!', '”', '"']);
    raw.depth == 0
        && raw.label.is_none()
        && !raw.names_provision
        && raw.text.lines().count() == 1
        && unfinished
        && words <= HEADING
}

/// So many words a line has at most that is taken for a heading.
const HEADING: usize = 12;

fn passage(raw: Raw, before: usize) -> Passage {
    let bullets = raw.text.lines().skip(1).filter(|line| bullet(line).is_some()).count();
    let lines: Vec<&str> = raw.text.lines().map(|line| bullet(line).unwrap_or(line).trim()).collect();
    let text = without_sentence_numbers(&lines.join(" "));
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let is_statement = raw.names_provision && words >= 5;
    let skip = match raw.skip {
        Some(skip) => Some(skip),
        None if words == 0 => Some(Skip::Empty),
        None if raw.is_link && !is_statement => Some(Skip::Link),
        None if is_heading_line(&raw, words) => Some(Skip::Heading),
        None => None,
    };
    Passage { line: raw.line + before, label: raw.label, text, parts: bullets + 1, skip }
}

fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["* ", "- ", "• ", "– "].iter().find_map(|mark| line.strip_prefix(mark))
}

/// Some sites number the sentences of a paragraph: `… of practice. 2 Civil society …`. These numbers are no words.
fn without_sentence_numbers(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut expected = 1_usize;
    for (place, word) in words.iter().enumerate() {
        let after_sentence = kept.last().map_or(place == 0, |last| last.ends_with(['.', '?', '!', ';', ':']));
        let before_sentence = words.get(place + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
        let number = word.parse::<usize>().ok().filter(|number| *number == expected || (*number == 2 && expected == 1));
        if let Some(number) = number.filter(|_| after_sentence && before_sentence) {
            expected = number + 1;
        } else {
            kept.push(word);
        }
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests;
