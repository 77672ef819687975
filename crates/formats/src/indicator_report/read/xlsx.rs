//! A report as a workbook. Formulas are not computed, links and macros are refused, and sizes are bounded.

mod bounds;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxFormulaMetadata};
use rust_xlsxwriter::utility::row_col_to_cell;

use super::super::cell::Cell;
use super::super::column::{Column, HeadLine};
use super::super::raw::{RawReport, RawRow};
use super::super::template::xlsx::{REPORT_SHEET, VALUES_SHEET};
use super::{MOST_ROWS, columns, too_many_rows};
use crate::toml_reader::Log;

/// Cells further to the right are no part of a report.
const MOST_COLUMNS: u32 = 64;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;
/// Texts by row and column, counted from 0.
type Sheet = BTreeMap<u32, BTreeMap<u32, String>>;

pub(super) fn raw(bytes: &[u8], log: &Log) -> Option<RawReport> {
    let bytes = bounds::unpacked(bytes, log)?;
    let mut workbook: Workbook<'_> = match Xlsx::new(Cursor::new(bytes.as_slice())) {
        Ok(workbook) => workbook,
        Err(_) => return unreadable(log),
    };
    let head = sheet(&mut workbook, REPORT_SHEET, log)?;
    let values = sheet(&mut workbook, VALUES_SHEET, log)?;
    let headings = values.get(&0).map(|row| row.iter().map(|(column, text)| cell(VALUES_SHEET, 0, *column, text)));
    let headings: Vec<Cell> = headings.into_iter().flatten().collect();
    let columns = columns(&headings, log)?;
    // Headings may leave columns out between them.
    let at: Vec<u32> = values.get(&0).map(|row| row.keys().copied().collect()).unwrap_or_default();
    let rows = values.iter().filter(|(row, texts)| **row > 0 && texts.values().any(|text| !text.is_empty()));
    let row = |(row, texts): (&u32, &BTreeMap<u32, String>)| {
        let text = |column: u32| texts.get(&column).map_or("", String::as_str);
        let cells =
            columns.iter().zip(&at).map(|(name, column)| (*name, cell(VALUES_SHEET, *row, *column, text(*column))));
        RawRow { cells: cells.filter(|(name, _)| *name != Column::RequiredFor).collect() }
    };
    Some(RawReport { head: head_lines(&head), rows: rows.map(row).collect() })
}

fn head_lines(sheet: &Sheet) -> BTreeMap<HeadLine, Cell> {
    let line = |(row, texts): (&u32, &BTreeMap<u32, String>)| {
        let line = HeadLine::named(texts.get(&0)?)?;
        Some((line, cell(REPORT_SHEET, *row, 2, texts.get(&2).map_or("", String::as_str))))
    };
    sheet.iter().filter_map(line).collect()
}

fn cell(sheet: &str, row: u32, column: u32, text: &str) -> Cell {
    let place = format!("{sheet}!{}", row_col_to_cell(row, u16::try_from(column).unwrap_or(u16::MAX)));
    Cell { text: text.trim().to_owned(), place, span: None }
}

fn sheet(workbook: &mut Workbook<'_>, name: &str, log: &Log) -> Option<Sheet> {
    if !workbook.sheet_names().iter().any(|known| known == name) {
        let hint = "fill in the workbook that `adhere kpi template` writes".to_owned();
        log.error(None, "report-workbook", format!("the workbook has no sheet `{name}`"), Some(hint));
        return None;
    }
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { return unreadable(log) };
    let mut sheet = Sheet::new();
    loop {
        let Ok(record) = cells.next_cell_with_formula_metadata() else { return unreadable(log) };
        let Some(record) = record else { return Some(sheet) };
        let (row, column) = record.pos;
        let text = match &record.formula {
            Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => {
                format!("={formula}")
            }
            Some(_) => "=".to_owned(),
            None => text(&record.value),
        };
        if text.is_empty() {
            continue;
        }
        if usize::try_from(row).is_ok_and(|row| row > MOST_ROWS) {
            too_many_rows(log);
            return None;
        }
        if column >= MOST_COLUMNS {
            let place = cell(name, row, column, "");
            place.refuse(
                log,
                "report-column",
                "the cell is outside the template",
                "remove what stands beside the rows",
            );
            return None;
        }
        sheet.entry(row).or_default().insert(column, text);
    }
}

/// What a cell says; the shortest digits that stand for a number are those that were typed.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(time) => match time.to_ymd_hms_milli() {
            (year, month, day, 0, 0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
            _ => "a time of day".to_owned(),
        },
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn unreadable<T>(log: &Log) -> Option<T> {
    let hint = "open it in a spreadsheet program and save it as XLSX again".to_owned();
    log.error(None, "report-workbook", "the workbook cannot be read".to_owned(), Some(hint));
    None
}
