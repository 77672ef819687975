//! A cell of a report: its text, its place, and the texts that are taken as they are.

use std::ops::Range;

use jiff::civil::Date;

use crate::toml_reader::Log;

/// A cell: its text and its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Without spaces around it; a formula begins with `=`.
    pub(super) text: String,
    /// As its form names places: `Values!H7`, `line 7, column value` or `/values/3/value`.
    pub(super) place: String,
    pub(super) span: Option<Range<usize>>,
}

impl Cell {
    /// Logs that something is wrong with the cell.
    pub(super) fn refuse(&self, log: &Log, rule: &'static str, message: &str, hint: &str) {
        log.error(self.span.clone(), rule, format!("{}: {message}", self.place), Some(hint.to_owned()));
    }
}

/// A cell of a text may have at most so many letters.
const MOST_LETTERS: usize = 10_000;

/// A day as `2026-05-03`, the only way of writing one that cannot be misread.
pub(super) fn day(text: &str) -> Option<Date> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_plain.then(|| text.parse().ok())?
}

/// The text of a cell, unless it is a formula, has control characters or is beyond measure.
pub(super) fn plain_text(cell: &Cell, log: &Log) -> Option<String> {
    let turns_text_round = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let forges = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || turns_text_round(c);
    if cell.text.starts_with('=') {
        refuse_formula(cell, log);
    } else if cell.text.chars().any(forges) {
        cell.refuse(log, "report-text", "the text has control characters in it", "write plain text");
    } else if cell.text.chars().count() > MOST_LETTERS {
        let message = format!("the text has more than {MOST_LETTERS} letters");
        cell.refuse(log, "report-text", &message, "keep long texts in documents of their own");
    } else {
        return Some(cell.text.clone());
    }
    None
}

/// Logs that a cell holds a formula.
pub(super) fn refuse_formula(cell: &Cell, log: &Log) {
    let message = "this is a formula, and formulas are not computed";
    cell.refuse(log, "report-formula", message, "write the value itself");
}

/// What of a text is shown in a message: one line of it.
pub(super) fn shown(text: &str) -> String {
    let line: String = text.chars().filter(|letter| !letter.is_control()).take(60).collect();
    if line.len() < text.len() { format!("{line}…") } else { line }
}
