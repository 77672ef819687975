//! A set of indicators as a file: `kpis.toml` beside the manifest of a code.
//!
//! `docs/reference/indicators.md` describes every key. What is checked is in the domain; the places are found here.

mod faults;
mod formula;
mod indicator;
mod record;

use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::indicator::IndicatorSet;
use adhere_domain::codes::indicator::check::check;
use adhere_domain::codes::indicator::formula::{RecordType, vocabulary};

use self::faults::Places;
use crate::code_source::manifest::{format_version, part_id};
use crate::diagnostic::Findings;
use crate::toml_reader::{Log, Section, read};

/// The name of the file of a set, beside the manifest of its code.
pub const INDICATORS_FILE: &str = "kpis.toml";

/// Parses a set of indicators and checks it against the code it is for.
///
/// All findings come back, as an error when the set cannot be used.
pub fn indicators((file, text): (&str, &str), code: &Code) -> Result<(IndicatorSet, Findings), Findings> {
    let (set, findings) = read(file, text, |root, log| set(root, code, log));
    match set {
        Some(set) => Ok((set, findings)),
        None => Err(findings),
    }
}

fn set(root: &Section<'_>, code: &Code, log: &Log) -> Option<IndicatorSet> {
    format_version(root);
    let (records, indicators, without) = (root.sections("record"), root.sections("kpi"), root.sections("without"));
    let places = Places::new(root, &records, &indicators, &without);
    let record_types: Vec<RecordType> = records.iter().filter_map(|section| record::record(section, log)).collect();
    let vocabulary = vocabulary(&record_types);
    let read = places.indicators().filter_map(|section| indicator::indicator(section, &vocabulary, log));
    let set = IndicatorSet {
        indicators: read.collect(),
        records: record_types,
        without: without.iter().filter_map(without_one).collect(),
        id: part_id(root, "id")?,
        version: part_id(root, "version")?,
        title: root.required_line("title")?.to_owned(),
        code: code_of(root)?,
        source: root.required_text("source")?.to_owned(),
    };
    // Numbers of parts are places in the file only while every part was read.
    let is_whole = set.records.len() == records.len()
        && set.indicators.len() == indicators.len()
        && set.without.len() == without.len();
    if is_whole {
        for fault in check(&set, code) {
            places.tell(&fault, log);
        }
    }
    Some(set)
}

fn code_of(root: &Section<'_>) -> Option<(PartId, PartId)> {
    let text = root.required_text("code")?;
    let parts = text.split_once('@').and_then(|(id, version)| Some((PartId::parse(id)?, PartId::parse(version)?)));
    if parts.is_none() {
        root.refuse("code", format!("`{text}` does not name a version of a code"), "write `gpai@2025-07-10`");
    }
    parts
}

fn without_one(section: &Section<'_>) -> Option<(PartId, String)> {
    let part = part_id(section, "part");
    let reason = section.required_text("reason").map(str::to_owned);
    section.refuse_unknown();
    Some((part?, reason?))
}
