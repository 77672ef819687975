//! The coverage proof, ready to print: rows of a table, and a picture.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::coverage::{Coverage, CoverageRow, coverage};
use adhere_domain::law::corpus::Corpus;
use askama::Template;

use crate::words::Words;

/// What of the law a code covers, ready to print.
pub(crate) struct CoverageView {
    pub(crate) summary: String,
    pub(crate) rows: Vec<RowView>,
    /// The matrix as SVG.
    pub(crate) picture: String,
}

/// A row of the matrix, ready to print.
pub(crate) struct RowView {
    pub(crate) element: String,
    pub(crate) cite: String,
    pub(crate) kind: String,
    pub(crate) status: &'static str,
    pub(crate) status_text: String,
    /// The ids of the measures that cover it.
    pub(crate) measures: Vec<String>,
    pub(crate) reason: String,
    /// One for each measure: whether it covers.
    cells: Vec<bool>,
}

/// A column of the matrix, ready to print.
struct ColumnView {
    id: String,
    title: String,
}

#[derive(Template)]
#[template(path = "coverage.svg", escape = "html")]
struct Picture<'a> {
    words: &'a Words,
    title: &'a str,
    summary: &'a str,
    rows: &'a [RowView],
    columns: Vec<ColumnView>,
    width: usize,
    height: usize,
}

/// Measures of the picture, in its own units.
const LEFT: usize = 190;
const RIGHT: usize = 40;
const TOP: usize = 70;
const CELL: usize = 18;

/// What of the law a code covers.
pub(crate) fn coverage_view(code: &Code, corpus: &Corpus, words: &Words) -> Result<CoverageView, askama::Error> {
    let rows: Vec<RowView> = coverage(code).iter().map(|row| row_view(code, row, corpus, words)).collect();
    let summary = summary(&rows, words);
    let picture = picture(code, &rows, &summary, words)?;
    Ok(CoverageView { summary, rows, picture })
}

fn picture(code: &Code, rows: &[RowView], summary: &str, words: &Words) -> Result<String, askama::Error> {
    let column = |(_, _, measure): (_, _, &adhere_domain::codes::code::Measure)| ColumnView {
        id: measure.id.to_string(),
        title: measure.title.clone(),
    };
    let columns: Vec<ColumnView> = code.measures().map(column).collect();
    let (width, height) = (LEFT + columns.len() * CELL + RIGHT, TOP + rows.len() * CELL + 40);
    Picture { words, title: &code.title, summary, rows, columns, width, height }.render()
}

fn row_view(code: &Code, row: &CoverageRow<'_>, corpus: &Corpus, words: &Words) -> RowView {
    let (measures, reason) = match &row.status {
        Coverage::Covered(measures) => (measures.iter().map(|measure| measure.id.to_string()).collect(), String::new()),
        Coverage::LeftOut(reason) => (Vec::new(), (*reason).to_owned()),
        Coverage::Missing | Coverage::NotAsked => (Vec::new(), String::new()),
    };
    let kind = row.requirement.kind;
    let status = row.status.id();
    RowView {
        element: row.requirement.element.to_owned(),
        cite: corpus.cite(row.requirement.element).to_owned(),
        kind: words.text(&format!("requirement-{}", kind.id())),
        status,
        status_text: words.text(&format!("coverage-{status}")),
        measures,
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
