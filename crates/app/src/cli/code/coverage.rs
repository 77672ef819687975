//! The coverage proof as text, JSON, picture and page.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::coverage::{Coverage, CoverageRow, coverage, gaps};
use adhere_domain::law::corpus::Corpus;
use adhere_formats::coverage::coverage_json;
use anyhow::Result;
use askama::Template;

use crate::cli::arguments::CoverageFormat;
use crate::report::full::STYLE;
use crate::words::Words;

/// A row of the matrix, ready to print.
struct RowView {
    cite: String,
    kind: String,
    status: &'static str,
    status_text: String,
    by: String,
    reason: String,
    /// One for each measure: whether it covers.
    cells: Vec<bool>,
}

/// A column of the matrix, ready to print.
struct ColumnView {
    id: String,
    title: String,
}

#[derive(Template)]
#[template(path = "coverage.txt")]
struct TextReport<'a> {
    words: &'a Words,
    title: &'a str,
    rows: Vec<RowView>,
    summary: String,
}

#[derive(Template)]
#[template(path = "coverage.svg", escape = "html")]
struct Picture<'a> {
    words: &'a Words,
    title: &'a str,
    summary: String,
    rows: Vec<RowView>,
    columns: Vec<ColumnView>,
    width: usize,
    height: usize,
}

#[derive(Template)]
#[template(path = "coverage.html")]
struct Page<'a> {
    words: &'a Words,
    title: &'a str,
    summary: String,
    rows: Vec<RowView>,
    picture: String,
    style: &'static str,
}

/// Measures of the picture, in its own units.
const LEFT: usize = 190;
const RIGHT: usize = 40;
const TOP: usize = 70;
const CELL: usize = 18;

/// Whether something that the law asks for is neither covered nor openly left out.
pub(super) fn has_gaps(code: &Code) -> bool {
    gaps(&coverage(code)).next().is_some()
}

/// The proof in one of its forms.
pub(super) fn report(code: &Code, format: CoverageFormat, corpus: &Corpus, words: &Words) -> Result<String> {
    let rows = rows(code, corpus, words);
    let summary = summary(&rows, words);
    let title = code.title.as_str();
    Ok(match format {
        CoverageFormat::Text => TextReport { words, title, rows, summary }.render()?,
        CoverageFormat::Json => format!("{}\n", serde_json::to_string_pretty(&coverage_json(code))?),
        CoverageFormat::Svg => picture(code, rows, summary, words)?,
        CoverageFormat::Html => {
            let picture = picture(code, self::rows(code, corpus, words), summary.clone(), words)?;
            Page { words, title, summary, rows, picture, style: STYLE }.render()?
        }
    })
}

fn picture(code: &Code, rows: Vec<RowView>, summary: String, words: &Words) -> Result<String> {
    let column = |(_, _, measure): (_, _, &adhere_domain::codes::code::Measure)| ColumnView {
        id: measure.id.to_string(),
        title: measure.title.clone(),
    };
    let columns: Vec<ColumnView> = code.measures().map(column).collect();
    let (width, height) = (LEFT + columns.len() * CELL + RIGHT, TOP + rows.len() * CELL + 40);
    Ok(Picture { words, title: &code.title, summary, rows, columns, width, height }.render()?)
}

fn rows(code: &Code, corpus: &Corpus, words: &Words) -> Vec<RowView> {
    coverage(code).iter().map(|row| row_view(code, row, corpus, words)).collect()
}

fn row_view(code: &Code, row: &CoverageRow<'_>, corpus: &Corpus, words: &Words) -> RowView {
    let (by, reason) = match &row.status {
        Coverage::Covered(measures) => {
            (measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>().join(" "), String::new())
        }
        Coverage::LeftOut(reason) => (String::new(), (*reason).to_owned()),
        Coverage::Missing | Coverage::NotAsked => (String::new(), String::new()),
    };
    let kind = row.requirement.kind;
    let status = row.status.id();
    RowView {
        cite: corpus.cite(row.requirement.element).to_owned(),
        kind: words.text(&format!("requirement-{}", kind.id())),
        status,
        status_text: words.text(&format!("coverage-{status}")),
        by,
        reason,
        cells: code.measures().map(|(_, _, measure)| row.status.is_by(measure)).collect(),
    }
}

fn summary(rows: &[RowView], words: &Words) -> String {
    let of = |status: &str| {
        let cites = rows.iter().filter(|row| row.status == status).map(|row| row.cite.as_str());
        let cites = cites.collect::<Vec<_>>().join(", ");
        if cites.is_empty() { "—".to_owned() } else { cites }
    };
    let values = [("left-out", of("left-out").into()), ("missing", of("missing").into())];
    words.with("coverage-summary", &values)
}
