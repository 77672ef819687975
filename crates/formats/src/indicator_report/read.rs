//! Reading what came back: bytes in one of three forms become rows of cells, and those a report or findings.
//!
//! Input is hostile: its size, its rows and what a workbook unpacks to are bounded, and nothing in it is computed.

mod csv;
mod json;
mod xlsx;

use adhere_domain::law::size::SizeClass;

use super::cell::Cell;
use super::column::Column;
use super::whole::whole;
use super::{IndicatorReport, NamedSet};
use crate::diagnostic::Findings;
use crate::toml_reader::Log;

/// A report has at most so many rows.
pub const MOST_ROWS: usize = 20_000;

/// Reads a report on a set; the form is told by its first bytes.
///
/// A size class that is given stands for one that the report leaves open. All findings come back, as an error when
/// the report cannot be used.
pub fn read_report(
    file: &str,
    bytes: &[u8],
    of: NamedSet<'_>,
    size: Option<SizeClass>,
) -> Result<(IndicatorReport, Findings), Findings> {
    let log = Log::new(file);
    let mut text = "";
    let raw = if bytes.starts_with(b"PK") {
        xlsx::raw(bytes, &log)
    } else if let Some(read) = as_text(bytes, &log) {
        text = read;
        if text.trim_start().starts_with('{') { json::raw(text, &log) } else { csv::raw(text, &log) }
    } else {
        None
    };
    let report = raw.and_then(|raw| whole(&raw, of, size, &log));
    let findings = log.into_findings(text);
    match report {
        Some(report) if !findings.has_errors() => Ok((report, findings)),
        _ => Err(findings),
    }
}

fn as_text<'a>(bytes: &'a [u8], log: &Log) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    if text.is_none() {
        let hint = "save it as CSV in UTF-8, as XLSX or as JSON".to_owned();
        log.error(None, "not-utf-8", "the file is neither a workbook nor UTF-8 text".to_owned(), Some(hint));
    }
    text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Logs that there are more rows than a report has.
fn too_many_rows(log: &Log) {
    let hint = "a report has one row for each figure; remove the others".to_owned();
    log.error(None, "report-too-large", format!("the file has more than {MOST_ROWS} rows"), Some(hint));
}

/// Which column each place of a heading row is; every column must be there once, and no other.
fn columns(headings: &[Cell], log: &Log) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut is_sound = true;
    for heading in headings {
        match Column::named(&heading.text) {
            Some(column) if columns.contains(&column) => {
                heading.refuse(log, "report-column", "the column is there twice", "keep one of them");
                is_sound = false;
            }
            Some(column) => columns.push(column),
            None => {
                let message = format!("`{}` is not a column of a report", heading.text);
                heading.refuse(log, "report-column", &message, "begin with the row of headings of the template");
                is_sound = false;
            }
        }
    }
    let missing: Vec<_> = Column::ALL.iter().filter(|column| !columns.contains(column)).map(|it| it.id()).collect();
    if is_sound && !missing.is_empty() {
        let message = format!("the columns `{}` are missing", missing.join("`, `"));
        log.error(None, "report-column", message, Some("begin with the row of headings of the template".to_owned()));
        is_sound = false;
    }
    is_sound.then_some(columns)
}
