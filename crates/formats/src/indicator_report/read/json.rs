//! A report as JSON: the form that adhere writes, with texts for figures, since a JSON number need not be exact.

use serde_json::{Map, Value};

use super::super::cell::Cell;
use super::super::column::{Column, HeadLine};
use super::super::json::{FORMAT, row_keys};
use super::super::raw::{RawReport, RawRow};
use super::{MOST_ROWS, too_many_rows};
use crate::toml_reader::Log;

pub(super) fn raw(text: &str, log: &Log) -> Option<RawReport> {
    let root: Value = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => {
            let message = format!("line {}, column {}: this is not JSON", error.line(), error.column());
            log.error(None, "report-json", message, Some("mend the place named".to_owned()));
            return None;
        }
    };
    let root = root.as_object()?;
    if root.get("format").and_then(Value::as_str) != Some(FORMAT) {
        let message = format!("/format: this is not a report in the form `{FORMAT}`");
        log.error(None, "report-json", message, Some("see `adhere kpi template --format json-schema`".to_owned()));
        return None;
    }
    let mut report = RawReport::default();
    for line in HeadLine::ALL {
        report.head.insert(line, cell(root, line.key(), "", log));
    }
    let known: Vec<&str> = HeadLine::ALL.map(HeadLine::key).into_iter().chain(["format", "values"]).collect();
    unknown(root, &known, "", log);
    let Some(values) = root.get("values").and_then(Value::as_array) else {
        let hint = "add `\"values\": [ … ]`".to_owned();
        log.error(None, "report-json", "/values: this is not a list".to_owned(), Some(hint));
        return None;
    };
    if values.len() > MOST_ROWS {
        too_many_rows(log);
        return None;
    }
    for (index, value) in values.iter().enumerate() {
        let place = format!("/values/{index}");
        match value.as_object() {
            Some(object) => report.rows.push(row(object, &place, log)),
            None => log.error(None, "report-json", format!("{place}: this is not an object"), None),
        }
    }
    Some(report)
}

fn row(object: &Map<String, Value>, place: &str, log: &Log) -> RawRow {
    let known: Vec<&str> = row_keys().map(Column::id).collect();
    unknown(object, &known, place, log);
    RawRow { cells: row_keys().map(|column| (column, cell(object, column.id(), place, log))).collect() }
}

fn unknown(object: &Map<String, Value>, known: &[&str], place: &str, log: &Log) {
    for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
        // The key may be anything; only what can be printed on one line is.
        let key: String = key.chars().filter(|letter| !letter.is_control()).take(80).collect();
        let hint = format!("one of `{}`", known.join("`, `"));
        log.error(None, "report-column", format!("{place}/{key}: there is no such key"), Some(hint));
    }
}

fn cell(object: &Map<String, Value>, key: &str, place: &str, log: &Log) -> Cell {
    let mut cell = Cell { text: String::new(), place: format!("{place}/{key}"), span: None };
    match object.get(key) {
        None | Some(Value::Null) => {}
        Some(Value::String(text)) => text.trim().clone_into(&mut cell.text),
        Some(Value::Bool(value)) => (if *value { "yes" } else { "no" }).clone_into(&mut cell.text),
        Some(Value::Number(number)) if number.is_i64() || number.is_u64() => cell.text = number.to_string(),
        Some(Value::Number(_)) => {
            cell.refuse(log, "report-figure", "the number is not exact", "write it in quotes, such as \"12.5\"");
        }
        Some(Value::Array(_) | Value::Object(_)) => {
            cell.refuse(log, "report-json", "this is not one value", "write a text in quotes");
        }
    }
    cell
}
