//! How commands name statements, and how answers from the instance are printed.

use adhere_domain::adherence::statements::Subject;
use adhere_store::event::subject;
use clap::ValueEnum;

use super::acting::{parse_id, parse_part};
use crate::words::Words;

/// How answers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people.
    Text,
    /// For machines: one object for each line.
    Json,
}

/// Reads how statements are named: `PROVIDER/CODE/VERSION/MEASURE`, and `/MODEL` where it is for one.
pub(crate) fn parse_statement(text: &str) -> Result<Subject, String> {
    let parts: Vec<&str> = text.strip_prefix("statement/").unwrap_or(text).split('/').collect();
    let (provider, code, version, measure, model) = match *parts.as_slice() {
        [provider, code, version, measure] => (provider, code, version, measure, None),
        [provider, code, version, measure, model] => (provider, code, version, measure, Some(model)),
        _ => return Err("a statement is named `PROVIDER/CODE/VERSION/MEASURE`, and `/MODEL` if for one".to_owned()),
    };
    Ok(Subject {
        provider: parse_id(provider)?,
        code: parse_part(code)?,
        version: parse_part(version)?,
        measure: parse_part(measure)?,
        model: model.map(parse_part).transpose()?,
    })
}

/// How commands name a statement: its subject without the word before it.
pub(crate) fn name(statement: &Subject) -> String {
    short(&subject::statement(statement))
}

/// The name of a statement that the journal names.
pub(crate) fn short(named: &str) -> String {
    named.strip_prefix("statement/").unwrap_or(named).to_owned()
}

/// The lines of a page of answers from the journal; for people, with what to ask for next, or that there is nothing.
pub(crate) fn page(
    mut lines: Vec<String>,
    last: Option<u64>,
    limit: u64,
    format: AnswerFormat,
    nothing: &str,
) -> anyhow::Result<Vec<String>> {
    if format == AnswerFormat::Text {
        let words = Words::english()?;
        match last {
            None => lines.push(words.text(nothing)),
            Some(last) if lines.len() as u64 == limit => {
                lines.push(words.with("journal-more", &[("before", last.into())]));
            }
            Some(_) => {}
        }
    }
    Ok(lines)
}
