//! Reports on indicators: what is filled in comes back as it was, and every slip is told at its cell.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use adhere_domain::codes::indicator::IndicatorSet;
use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::digest::Digest;
use adhere_domain::law::size::SizeClass;
use adhere_formats::digest::digest;
use adhere_formats::indicator_report::column::{Column, HeadLine};
use adhere_formats::indicator_report::json::json;
use adhere_formats::indicator_report::template::csv::write_csv;
use adhere_formats::indicator_report::template::json_schema::json_schema;
use adhere_formats::indicator_report::template::xlsx::xlsx;
use adhere_formats::indicator_report::template::{TemplateOrder, TemplateWords};
use adhere_formats::indicator_report::{IndicatorReport, NamedSet, read_report};
use adhere_formats::indicators::indicators;
use calamine::{Reader, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{Formula, Workbook};

use crate::reference::{assert_text, gpai, told};

/// A set with one indicator of each kind, and variants for small providers.
const SET: &str = include_str!("indicator_reports.kpis.toml");

static PARSED: LazyLock<IndicatorSet> =
    LazyLock::new(|| indicators(("kpis.toml", SET), &gpai()).unwrap_or_else(|found| panic!("{}", told(&found))).0);

fn of() -> NamedSet<'static> {
    NamedSet { set: &PARSED, digest: digest(SET.as_bytes()) }
}

fn words() -> TemplateWords {
    let many = |word: &str, count: usize| (1..=count).map(|number| format!("{word} {number}")).collect();
    TemplateWords {
        head: many("head", 6),
        columns: many("column", 13),
        qualities: many("quality", 5),
        instructions: many("instruction", 2),
        indicator_headings: many("heading", 8),
        value_hint: "hint".to_owned(),
        refused: "refused".to_owned(),
    }
}

fn order(size: Option<SizeClass>, period: &str) -> TemplateOrder<'static> {
    TemplateOrder { set: of(), period: ReportingPeriod::parse(period).unwrap(), size }
}

fn csv_template(size: Option<SizeClass>, period: &str) -> String {
    let mut bytes = Vec::new();
    write_csv(&order(size, period), &words(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

type Table = Vec<Vec<String>>;

fn table(text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn csv_of(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in table {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn at(column: Column) -> usize {
    Column::ALL.iter().position(|known| *known == column).unwrap()
}

/// Fills every row of a template: figures for figures, and for every third row a reason why there is none.
fn fill(table: &mut Table, size: SizeClass) {
    let mut open = BTreeMap::new();
    for (index, row) in table.iter_mut().enumerate().skip(1) {
        let id = row[at(Column::Indicator)].clone();
        match id.as_str() {
            "report.size" => row[at(Column::Value)] = size.id().to_owned(),
            "report.provider" => row[at(Column::Value)] = "Example, \"the\" provider; s.r.o.".to_owned(),
            _ if id.starts_with("report.") => {}
            _ => fill_row(row, &id, index, open.entry(id.clone()).or_insert(0_usize)),
        }
    }
}

fn fill_row(row: &mut [String], id: &str, index: usize, open: &mut usize) {
    let mut set = |column: Column, text: &str| row[at(column)] = text.to_owned();
    let kind = &PARSED.indicator(id).unwrap().kind;
    if id == "event" {
        *open += 1;
        set(Column::Period, &format!("2026-0{open}-03"));
    }
    if id == "share" && row_is_open(row) {
        *open += 1;
        row[at(Column::Entry)] = format!("model-{open}");
    }
    let mut set = |column: Column, text: &str| row[at(column)] = text.to_owned();
    if index.is_multiple_of(3) {
        set(Column::NotAvailable, "Nothing was counted, ünd that is why.");
        return;
    }
    let value = match kind {
        ValueKind::Share => "66.7",
        ValueKind::Count => "12",
        ValueKind::Number { .. } => "-1.25",
        ValueKind::Days => "12.5",
        ValueKind::YesNo => "yes",
        ValueKind::Choice(_) => "part",
        ValueKind::Text => "Two lines\nof plain text.",
    };
    set(Column::Value, value);
    if matches!(kind, ValueKind::Share) {
        set(Column::Numerator, "2");
        set(Column::Denominator, "3");
    }
    set(Column::Quality, if index.is_multiple_of(2) { "measured" } else { "sampled" });
    if index % 2 == 1 {
        set(Column::MethodNote, "A sample of ten.");
    }
}

fn row_is_open(row: &[String]) -> bool {
    row[at(Column::Breakdown)] == "model" && row[at(Column::Entry)].is_empty()
}

fn read(bytes: &[u8]) -> IndicatorReport {
    let read = read_report("report", bytes, of(), None);
    read.map_or_else(|found| panic!("{}", told(&found)), |(report, _)| report)
}

fn filled(size: SizeClass) -> Table {
    let mut filled = table(&csv_template(Some(size), "2026"));
    fill(&mut filled, size);
    filled
}

/// Writes the same cells into a workbook, figures as numbers and days as dates, as people type them.
fn workbook_of(table: &Table) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let (head, rows): (Table, Table) =
        table[1..].iter().cloned().partition(|row| row[at(Column::Indicator)].starts_with("report."));
    let sheet = workbook.add_worksheet().set_name("Report").unwrap();
    for (number, row) in (0..).zip(&head) {
        sheet.write_string(number, 0, &row[at(Column::Indicator)]).unwrap();
        sheet.write_string(number, 2, &row[at(Column::Value)]).unwrap();
    }
    let sheet = workbook.add_worksheet().set_name("Values").unwrap();
    for (number, heading) in (0..).zip(&table[0]) {
        sheet.write_string(0, number, heading).unwrap();
    }
    let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    for (number, row) in (1..).zip(&rows) {
        for (column, text) in (0..).zip(row) {
            if let Some(formula) = text.strip_prefix('=') {
                sheet.write_formula(number, column, Formula::new(formula)).unwrap();
            } else if text.len() == 10 && text.starts_with("2026-0") {
                let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(text).unwrap();
                sheet.write_datetime_with_format(number, column, &day, &date).unwrap();
            } else if let Ok(figure) = text.parse::<f64>() {
                sheet.write_number(number, column, figure).unwrap();
            } else if !text.is_empty() {
                sheet.write_string(number, column, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn what_is_filled_in_comes_back_in_every_form_and_size() {
    for size in SizeClass::ALL {
        let filled = filled(size);
        let from_csv = read(csv_of(&filled).as_bytes());
        assert!(from_csv.observations.len() > 10, "{size:?}: {}", from_csv.observations.len());
        assert_eq!((from_csv.size, from_csv.provider.as_str()), (size, "Example, \"the\" provider; s.r.o."));
        assert_eq!(read(&workbook_of(&filled)), from_csv, "{size:?} as a workbook");
        let written = json(&from_csv, of()).unwrap();
        assert_eq!(read(written.as_bytes()), from_csv, "{size:?} as JSON");
        let semicolons = csv_of(&filled).replace("sampled", "measured");
        assert_eq!(read(semicolons.as_bytes()).observations.len(), from_csv.observations.len());
    }
}

#[test]
fn a_template_for_all_sizes_serves_each_of_them() {
    let template = table(&csv_template(None, "2026"));
    for size in SizeClass::ALL {
        let mut filled = template.clone();
        fill(&mut filled, size);
        assert_eq!(read(csv_of(&filled).as_bytes()).size, size);
    }
}

#[test]
fn spreadsheets_may_separate_by_semicolons_and_tabs() {
    let filled = filled(SizeClass::Large);
    for separator in [b';', b'\t'] {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        for row in &filled {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        assert_eq!(read(&text), read(csv_of(&filled).as_bytes()));
    }
}

#[test]
fn the_template_as_csv() {
    let template = csv_template(Some(SizeClass::Medium), "2026");
    assert!(template.starts_with('\u{feff}') && template.ends_with("\r\n"));
    assert_eq!(template, csv_template(Some(SizeClass::Medium), "2026"), "the same order, the same bytes");
    assert_text("indicator_template_csv", &template.replace(['\r', '\u{feff}'], ""));
}

#[test]
fn the_template_as_json_schema() {
    assert_text("indicator_template_json_schema", &json_schema(&order(Some(SizeClass::Micro), "2026")));
}

#[test]
fn the_template_as_workbook_has_the_rows_of_the_csv() {
    let bytes = xlsx(&order(Some(SizeClass::Large), "2026"), &words()).unwrap();
    assert_eq!(
        bytes,
        xlsx(&order(Some(SizeClass::Large), "2026"), &words()).unwrap(),
        "the same order, the same bytes"
    );
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(workbook.sheet_names(), ["Instructions", "Report", "Values", "Indicators", "Lists"]);
    let values = workbook.worksheet_range("Values").unwrap();
    let rows: Table = values.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    // CSV alone guards a text that looks like a formula by an apostrophe.
    let expected: Table = table(&csv_template(Some(SizeClass::Large), "2026").replace("\"'=A", "\"=A"));
    let expected: Table =
        expected.into_iter().filter(|row| !row[at(Column::Indicator)].starts_with("report.")).collect();
    assert_eq!(rows, expected);
}

#[test]
fn an_empty_template_lacks_what_the_class_must_report() {
    let bytes = xlsx(&order(Some(SizeClass::Micro), "2026"), &words()).unwrap();
    let findings = read_report("report.xlsx", &bytes, of(), None).unwrap_err();
    let rules: Vec<_> = findings.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(rules[0], "report-provider", "{}", told(&findings));
    assert!(rules[1..].iter().all(|rule| *rule == "report-value-missing"), "{}", told(&findings));
    assert!(findings.diagnostics[1].message.starts_with("Values!H2: "), "{}", told(&findings));
}

/// Changes one cell of a full report, and expects one finding, with its cell named in each form.
fn expect(indicator: &str, changes: &[(Column, &str)], rule: &str, at_column: Column) {
    let mut table = filled(SizeClass::Large);
    let mut rows = table.iter_mut().enumerate();
    let (index, row) = rows.find(|(_, row)| row[at(Column::Indicator)] == indicator).unwrap();
    for column in Column::ALL.into_iter().filter(|column| column.is_input()) {
        row[at(column)].clear();
    }
    for (column, text) in changes {
        row[at(*column)] = (*text).to_owned();
    }
    // Every reason has an umlaut and no line break stands before the row, so that lines can be counted.
    let before = table[..index].iter().flatten().filter(|text| text.contains('\n')).count();
    let csv_place = format!("line {}, column `{}`: ", index + 1 + before, at_column.id());
    let csv = csv_of(&table);
    expect_one(csv.as_bytes(), rule, &csv_place);
    let letter = char::from(b'A' + u8::try_from(at(at_column)).unwrap());
    expect_one(&workbook_of(&table), rule, &format!("Values!{letter}{}: ", index - 6 + 1));
}

fn expect_one(bytes: &[u8], rule: &str, place: &str) {
    let findings = read_report("report", bytes, of(), None).expect_err(rule);
    let found = &findings.diagnostics[..];
    assert_eq!(found.len(), 1, "{rule}: {}", told(&findings));
    assert_eq!(found[0].rule, rule, "{}", told(&findings));
    assert!(found[0].message.starts_with(place), "{place} in {}", told(&findings));
    assert!(found[0].hint.is_some());
}

const OK: (Column, &str) = (Column::Quality, "measured");

#[test]
fn values_that_do_not_fit_are_told_at_their_cell() {
    use Column::{Denominator, MethodNote, NotAvailable, Numerator, Quality, Value};
    for (indicator, changes, rule, column) in [
        ("count", [(Value, "twelve"), OK].as_slice(), "report-figure", Value),
        ("count", &[(Value, "1,5"), OK], "report-figure", Value),
        ("count", &[(Value, "1.5"), OK], "report-range", Value),
        ("count", &[(Value, "-1"), OK], "report-range", Value),
        ("number", &[(Value, "-7"), OK], "report-range", Value),
        ("days", &[(Value, "-0.5"), OK], "report-range", Value),
        ("share", &[(Value, "101"), (Numerator, "1"), (Denominator, "1"), OK], "report-range", Value),
        ("share", &[(Value, "50"), OK], "report-ratio", Numerator),
        ("count", &[(Value, "5"), (Numerator, "1"), (Denominator, "2"), OK], "report-ratio", Numerator),
        ("share", &[(Value, "50"), (Numerator, "1"), (Denominator, "3"), OK], "report-share", Value),
        ("share", &[(Value, "50"), (Numerator, "1"), (Denominator, "0"), OK], "report-share", Value),
        ("share", &[(Value, "50"), (Numerator, "one"), (Denominator, "2"), OK], "report-figure", Numerator),
        ("yes-no", &[(Value, "maybe"), OK], "report-value", Value),
        ("choice", &[(Value, "whole"), OK], "report-value", Value),
        ("count", &[(Value, "5"), (Quality, "guessed")], "report-quality", Quality),
        ("count", &[(Value, "5")], "report-quality", Quality),
        ("count", &[(Value, "5"), (Quality, "estimated")], "report-method-note", MethodNote),
        ("count", &[], "report-value-missing", Value),
        ("count", &[(Value, "5"), OK, (NotAvailable, "why")], "report-value-and-reason", NotAvailable),
        ("count", &[(NotAvailable, "why"), OK], "report-value-and-reason", Quality),
        ("count", &[(Value, "=1+1"), OK], "report-formula", Value),
        ("text", &[(Value, "=cmd|' /C calc'!A0"), OK], "report-formula", Value),
        ("count", &[(NotAvailable, "=HYPERLINK(\"x\")")], "report-formula", NotAvailable),
        ("text", &[(Value, "tricky \u{202e}txet"), OK], "report-text", Value),
        ("count", &[(Value, "5"), OK, (Column::Unit, "shoes")], "report-unit", Column::Unit),
        ("event", &[(Value, "5"), OK, (Column::Period, "2025-12-31")], "report-period", Column::Period),
    ] {
        expect(indicator, changes, rule, column);
    }
}

#[test]
fn rows_that_do_not_fit_are_told() {
    let change = |change: &dyn Fn(&mut Table)| {
        let mut table = filled(SizeClass::Large);
        change(&mut table);
        let findings = read_report("report", csv_of(&table).as_bytes(), of(), None).unwrap_err();
        findings.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>().join(" ")
    };
    let row = |table: &Table, id: &str| table.iter().position(|row| row[at(Column::Indicator)] == id).unwrap();
    assert_eq!(change(&|table| drop(table.remove(row(table, "count")))), "report-row-missing");
    let twice = change(&|table| {
        let again = table[row(table, "count")].clone();
        table.push(again);
    });
    assert_eq!(twice, "report-row-twice");
    let unknown = change(&|table| {
        let mut other = table[row(table, "text")].clone();
        other[at(Column::Indicator)] = "other".to_owned();
        table.push(other);
    });
    assert_eq!(unknown, "report-unknown-indicator");
    let breakdown = |column, text: &'static str| {
        change(&move |table: &mut Table| {
            let at_row = table.iter().position(|row| row[at(Column::Entry)] == "cbrn").unwrap();
            table[at_row][at(column)] = text.to_owned();
        })
    };
    assert_eq!(breakdown(Column::Entry, "sharks"), "report-breakdown report-row-missing");
    assert_eq!(breakdown(Column::Entry, ""), "report-breakdown report-row-missing");
    assert_eq!(breakdown(Column::Breakdown, "colour"), "report-breakdown report-row-missing");
    let period = change(&|table| {
        let at_row = row(table, "count");
        table[at_row][at(Column::Period)] = "2025-H2".to_owned();
    });
    assert_eq!(period, "report-period report-row-missing");
}

#[test]
fn reports_on_something_else_are_refused() {
    for (line, text, rule) in [
        (HeadLine::Code, "gpai@2024", "report-other-set"),
        (HeadLine::Set, "test-kpis@0", "report-other-set"),
        (HeadLine::Digest, "00", "report-other-set"),
        (HeadLine::Period, "last year", "report-period"),
        (HeadLine::Size, "tiny", "report-size"),
        (HeadLine::Provider, "", "report-provider"),
        (HeadLine::Provider, "=A1", "report-formula"),
    ] {
        let mut table = filled(SizeClass::Micro);
        let row = table.iter_mut().find(|row| row[at(Column::Indicator)] == line.id()).unwrap();
        row[at(Column::Value)] = text.to_owned();
        let findings = read_report("report", csv_of(&table).as_bytes(), of(), None).unwrap_err();
        assert_eq!(findings.diagnostics.len(), 1, "{}", told(&findings));
        assert_eq!(findings.diagnostics[0].rule, rule, "{}", told(&findings));
    }
    let full = csv_of(&filled(SizeClass::Micro));
    let other_size = read_report("report", full.as_bytes(), of(), Some(SizeClass::Large)).unwrap_err();
    assert_eq!(other_size.diagnostics[0].rule, "report-size");
    let open = full.replacen(",micro,", ",,", 1);
    let open = read_report("report", open.as_bytes(), of(), Some(SizeClass::Micro));
    assert!(open.is_ok(), "{}", told(&open.unwrap_err()));
}

#[test]
fn files_that_are_no_reports_are_refused() {
    let other_digest: Digest = digest(b"other");
    assert_ne!(other_digest, of().digest);
    let bomb = zip_with("xl/worksheets/sheet1.xml", &vec![b' '; 70 * 1024 * 1024]);
    let macros = zip_with("xl/vbaProject.bin", b"x");
    let links = zip_with("xl/externalLinks/externalLink1.xml", b"<x/>");
    let headings = Column::ALL.map(Column::id).join(",");
    let long = format!("{headings}\n{}", "a,b,c,d,e,f,g,h,i,j,k,l,m\n".repeat(20_001));
    for (bytes, rule) in [
        (b"".as_slice(), "report-column"),
        (b"\xff\xfe\x00", "not-utf-8"),
        (b"a,b,c\n", "report-column"),
        (b"PK\x03\x04", "report-workbook"),
        (b"{", "report-json"),
        (b"{}", "report-json"),
        (b"{\"format\": \"adhere-indicators/1\"}", "report-json"),
        (&bomb, "report-workbook"),
        (&macros, "report-workbook"),
        (&links, "report-workbook"),
        (long.as_bytes(), "report-too-large"),
        (format!("{headings}\n1,2,3\n").as_bytes(), "report-row-length"),
    ] {
        let findings = read_report("report", bytes, of(), None).unwrap_err();
        assert!(!findings.diagnostics.is_empty());
        assert!(findings.diagnostics.iter().any(|found| found.rule == rule), "{rule}: {}", told(&findings));
    }
}

fn zip_with(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, content).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A workbook of these parts, in place of the same parts of another.
fn rezipped(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        zip.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &change(&name, content)).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let bytes = workbook_of(&filled(SizeClass::Micro));
    let far = |reference: &str| {
        rezipped(&bytes, |name, content| {
            let text = String::from_utf8(content).unwrap();
            let cell = format!("<row r=\"1048576\"><c r=\"{reference}\" t=\"str\"><v>x</v></c></row></sheetData>");
            if name.contains("sheet2") { text.replace("</sheetData>", &cell) } else { text }.into_bytes()
        })
    };
    for (reference, rule) in [("A1048576", "report-too-large"), ("XFD7", "report-column")] {
        let findings = read_report("report", &far(reference), of(), None).unwrap_err();
        assert_eq!(findings.diagnostics[0].rule, rule, "{}", told(&findings));
    }
}

#[test]
fn a_workbook_that_states_too_many_texts_is_refused() {
    for count in ["18446744073709551615", "1000001", "99999999999999999999999999"] {
        let bytes = rezipped(&WORKBOOK, |name, content| {
            let text = String::from_utf8(content).unwrap();
            if !name.contains("sharedStrings") {
                return text.into_bytes();
            }
            let (before, after) = text.split_once("uniqueCount=\"").unwrap();
            let (_, after) = after.split_once('"').unwrap();
            format!("{before}uniqueCount=\"{count}\"{after}").into_bytes()
        });
        let findings = read_report("report", &bytes, of(), None).unwrap_err();
        assert_eq!(findings.diagnostics[0].rule, "report-workbook", "{}", told(&findings));
    }
}

static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| workbook_of(&filled(SizeClass::Micro)));
static CSV: LazyLock<String> = LazyLock::new(|| csv_of(&filled(SizeClass::Micro)));
static JSON: LazyLock<String> = LazyLock::new(|| json(&read(CSV.as_bytes()), of()).unwrap());

/// Whatever comes in, there is a report or there are findings, which point into the text.
fn answers(bytes: &[u8]) {
    if let Err(findings) = read_report("report", bytes, of(), None) {
        assert!(findings.has_errors());
        for found in &findings.diagnostics {
            let text = findings.text(&found.file).unwrap_or_default();
            assert!(found.span.as_ref().is_none_or(|span| text.get(span.clone()).is_some()), "{found:?}");
        }
    }
}

const PIECES: [&str; 24] = [
    "\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\t",
    "'",
    "=",
    "{",
    "}",
    "[",
    "]",
    "null",
    "1e999",
    "-",
    "é",
    "\u{feff}",
    "\0",
    "99999999999999999999999999999999",
    "4294967295",
    "<c r=\"A4294967295\">",
    "<f>",
    "</row>",
    "<row r=\"4294967295\">",
];

fn spliced(text: &str, at: usize, cut: usize, piece: &str) -> String {
    let mut start = at.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (start + cut).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    format!("{}{piece}{}", text.get(..start).unwrap(), text.get(end..).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400), prefix in 0_usize..4) {
        let prefix: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"{\"format\": \"adhere-indicators/1\"", b"indicator,"][prefix];
        answers(&[prefix, &bytes].concat());
    }

    #[test]
    fn damaged_texts_are_answered(at in 0_usize..8000, cut in 0_usize..40, piece in 0..PIECES.len()) {
        answers(spliced(&CSV, at % CSV.len(), cut, PIECES[piece]).as_bytes());
        answers(spliced(&JSON, at % JSON.len(), cut, PIECES[piece]).as_bytes());
    }

    #[test]
    fn damaged_workbooks_are_answered(part in 0_usize..12, at in 0_usize..20000, cut in 0_usize..30, piece in 0..PIECES.len()) {
        let counter = std::cell::Cell::new(0);
        answers(&rezipped(&WORKBOOK, |_, content| {
            counter.set(counter.get() + 1);
            let Ok(text) = String::from_utf8(content.clone()) else { return content };
            if counter.get() - 1 == part { spliced(&text, at % text.len().max(1), cut, PIECES[piece]).into_bytes() } else { content }
        }));
        let mut bytes = WORKBOOK.clone();
        let at = at % bytes.len();
        bytes[at] ^= 1 << (cut % 8);
        answers(&bytes);
    }
}
