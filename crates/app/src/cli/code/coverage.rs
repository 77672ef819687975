//! The coverage proof as text, JSON, picture and page.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::coverage::{coverage, gaps};
use adhere_domain::law::corpus::Corpus;
use adhere_formats::coverage::coverage_json;
use anyhow::Result;
use askama::Template;

use super::arguments::CoverageFormat;
use crate::report::coverage::{CoverageView, coverage_view};
use crate::report::full::STYLE;
use crate::words::Words;

#[derive(Template)]
#[template(path = "coverage.txt")]
struct TextReport<'a> {
    words: &'a Words,
    title: &'a str,
    view: CoverageView,
}

#[derive(Template)]
#[template(path = "coverage.html")]
struct Page<'a> {
    words: &'a Words,
    title: &'a str,
    view: CoverageView,
    style: &'static str,
}

/// Whether something that the law asks for is neither covered nor openly left out.
pub(super) fn has_gaps(code: &Code) -> bool {
    gaps(&coverage(code)).next().is_some()
}

/// The proof in one of its forms.
pub(super) fn report(code: &Code, format: CoverageFormat, corpus: &Corpus, words: &Words) -> Result<String> {
    let view = coverage_view(code, corpus, words)?;
    let title = code.title.as_str();
    Ok(match format {
        CoverageFormat::Text => TextReport { words, title, view }.render()?,
        CoverageFormat::Json => format!("{}\n", serde_json::to_string_pretty(&coverage_json(code))?),
        CoverageFormat::Svg => view.picture,
        CoverageFormat::Html => Page { words, title, view, style: STYLE }.render()?,
    })
}
