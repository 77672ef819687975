//! A report as CSV: commas as in RFC 4180, or the semicolons and tabs that spreadsheets put in their place.

use std::ops::Range;

use ::csv::{ReaderBuilder, StringRecord};

use super::super::cell::Cell;
use super::super::column::{Column, HeadLine};
use super::super::raw::{RawReport, RawRow};
use super::{MOST_ROWS, columns, too_many_rows};
use crate::toml_reader::Log;

pub(super) fn raw(text: &str, log: &Log) -> Option<RawReport> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(headings)) = records.next() else {
        log.error(None, "report-column", "the file is empty".to_owned(), Some("fill in a template".to_owned()));
        return None;
    };
    let mut lines = Lines { text, at: 0, line: 1 };
    let columns = columns(&cells(&headings, None, &mut lines), log)?;
    let mut report = RawReport::default();
    for (index, record) in records.enumerate() {
        if index >= MOST_ROWS {
            too_many_rows(log);
            return None;
        }
        // The text is UTF-8 and records may differ in length, so that nothing is left to fail.
        let Ok(record) = record else { continue };
        let row = cells(&record, Some(&columns), &mut lines);
        if row.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        if row.len() == columns.len() {
            place(columns.iter().copied().zip(row), &mut report);
        } else {
            wrong_length(row.len(), columns.len(), &record, &mut lines, log);
        }
    }
    Some(report)
}

/// A row is a line of the head if its indicator is named so.
fn place(cells: impl Iterator<Item = (Column, Cell)>, report: &mut RawReport) {
    let mut row = RawRow { cells: cells.collect() };
    let line = row.cells.get(&Column::Indicator).and_then(|cell| HeadLine::named(&cell.text));
    match (line, row.cells.remove(&Column::Value)) {
        (Some(line), Some(value)) => {
            report.head.entry(line).or_insert(value);
        }
        (_, value) => {
            row.cells.extend(value.map(|value| (Column::Value, value)));
            report.rows.push(row);
        }
    }
}

fn wrong_length(length: usize, expected: usize, record: &StringRecord, lines: &mut Lines<'_>, log: &Log) {
    let span = span(record, lines.text);
    let line = lines.line_of(span.start);
    let message = format!("line {line}: the row has {length} cells instead of {expected}");
    let hint = "a text with separators or line breaks in it stands in double quotes".to_owned();
    log.error(Some(span), "report-row-length", message, Some(hint));
}

/// The first line has names without separators in them, so that the most frequent separator is the one.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Counts lines from one record to the next; the reader's own count is one behind where lines end in two bytes.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of a place at or after the last one asked about.
    fn line_of(&mut self, place: usize) -> usize {
        let between = self.text.as_bytes().get(self.at..place).unwrap_or_default();
        self.line += between.split(|byte| *byte == b'\n').count() - 1;
        self.at = self.at.max(place);
        self.line
    }
}

/// The bytes of the record, without the line break at its end.
fn span(record: &StringRecord, text: &str) -> Range<usize> {
    let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
    let rest = text.get(start..).unwrap_or_default();
    // The reader skips empty lines after it noted where the record begins.
    let start = start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
    let content: usize = record.iter().map(str::len).sum::<usize>() + record.len().saturating_sub(1);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
    // A quoted text may have line breaks in it; the first line of such a record is shown.
    start..start + end.min(content.max(end))
}

fn cells(record: &StringRecord, columns: Option<&[Column]>, lines: &mut Lines<'_>) -> Vec<Cell> {
    let row = span(record, lines.text);
    let line = lines.line_of(row.start);
    let separators = record.len().saturating_sub(1);
    // Without quotes, the cells lie in the line as they are; else the whole line is shown.
    let is_plain = record.iter().map(str::len).sum::<usize>() + separators == row.len();
    let mut start = row.start;
    let cell = |(index, field): (usize, &str)| {
        let own = start..start + field.len();
        start = own.end + 1;
        let place = match columns.and_then(|columns| columns.get(index)) {
            Some(column) => format!("line {line}, column `{}`", column.id()),
            None => format!("line {line}, cell {}", index + 1),
        };
        let span = if is_plain { own } else { row.clone() };
        Cell { text: field.trim().to_owned(), place, span: Some(span) }
    };
    record.iter().enumerate().map(cell).collect()
}
