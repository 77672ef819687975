//! The template of a report, with its words.

use std::io::Write;

use adhere_domain::codes::indicator::value::Quality;
use adhere_formats::indicator_report::NamedSet;
use adhere_formats::indicator_report::column::{Column, HeadLine};
use adhere_formats::indicator_report::template::csv::write_csv;
use adhere_formats::indicator_report::template::json_schema::json_schema;
use adhere_formats::indicator_report::template::xlsx::xlsx;
use adhere_formats::indicator_report::template::{TemplateOrder, TemplateWords};

use super::arguments::{TemplateArguments, TemplateFormat};
use super::set::SetFile;
use crate::cli::CommandError;
use crate::output::write_to;
use crate::words::Words;

/// How to fill the template, in order.
const INSTRUCTIONS: [&str; 7] = [
    "kpi-instruction-head",
    "kpi-instruction-rows",
    "kpi-instruction-values",
    "kpi-instruction-not-available",
    "kpi-instruction-open-rows",
    "kpi-instruction-formulas",
    "kpi-instruction-validate",
];

const HEADINGS: [&str; 8] = [
    "kpi-heading-indicator",
    "kpi-heading-title",
    "kpi-heading-method",
    "kpi-heading-numerator",
    "kpi-heading-denominator",
    "kpi-heading-not-available",
    "kpi-heading-target",
    "kpi-heading-note",
];

/// Writes the template.
pub(super) fn template(arguments: &TemplateArguments, file: &SetFile, words: &Words) -> Result<(), CommandError> {
    let set = file.read()?;
    let named = NamedSet { set: &set, digest: file.digest() };
    let order = TemplateOrder { set: named, period: arguments.period, size: arguments.size };
    let words = template_words(words);
    let bytes = match arguments.format {
        TemplateFormat::Csv => {
            let mut bytes = Vec::new();
            write_csv(&order, &words, &mut bytes).map_err(anyhow::Error::from)?;
            bytes
        }
        TemplateFormat::Xlsx => xlsx(&order, &words).map_err(anyhow::Error::from)?,
        TemplateFormat::JsonSchema => json_schema(&order).into_bytes(),
    };
    Ok(write_to(arguments.output.as_deref(), |out: &mut dyn Write| Ok(out.write_all(&bytes)?))?)
}

fn template_words(words: &Words) -> TemplateWords {
    let texts = |keys: &[&str]| keys.iter().map(|key| words.text(key)).collect();
    TemplateWords {
        head: HeadLine::ALL.iter().map(|line| words.text(&format!("kpi-head-{}", line.key()))).collect(),
        columns: Column::ALL.iter().map(|column| words.text(&format!("kpi-column-{}", column.id()))).collect(),
        qualities: Quality::ALL.iter().map(|(_, name)| words.text(&format!("kpi-quality-{name}"))).collect(),
        instructions: texts(&INSTRUCTIONS),
        indicator_headings: texts(&HEADINGS),
        value_hint: words.text("kpi-cell-hint"),
        refused: words.text("kpi-cell-refused"),
    }
}
