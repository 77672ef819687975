//! Findings about files as JSON, for editors and pipelines that do not read SARIF.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Findings, Severity};

/// The name of this form and its version.
const FORMAT: &str = "adhere-findings/1";

/// Where the lines of a text begin.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct LinePlace {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

/// What was found in files.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingsWire<'a> {
    /// The name of this form and its version.
    format: &'static str,
    /// The findings, in the order of the files.
    findings: Vec<FindingWire<'a>>,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingWire<'a> {
    /// The rule's stable id.
    rule: &'a str,
    /// `error` or `warning`.
    severity: &'static str,
    /// The file.
    file: &'a str,
    /// Where it begins, if it is about a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<LinePlace>,
    /// Where it ends: the place after its last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<LinePlace>,
    /// What is wrong.
    message: &'a str,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    /// Element id of the provision that the rule rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    provision: Option<&'a str>,
}

impl<'a> LineIndex<'a> {
    /// The index of a text.
    pub fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { text, starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    /// The line and column of a byte.
    pub fn place(&self, byte: usize) -> LinePlace {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or_default();
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        LinePlace { line, column }
    }
}

/// The findings as JSON.
pub fn findings_json(findings: &Findings) -> Result<String, serde_json::Error> {
    let lines: BTreeMap<&str, LineIndex<'_>> =
        findings.texts.iter().map(|(file, text)| (file.as_str(), LineIndex::new(text))).collect();
    let findings = findings.diagnostics.iter().map(|found| wire(found, lines.get(found.file.as_str()))).collect();
    serde_json::to_string_pretty(&FindingsWire { format: FORMAT, findings })
}

fn wire<'a>(found: &'a Diagnostic, lines: Option<&LineIndex<'_>>) -> FindingWire<'a> {
    let span = lines.zip(found.span.as_ref());
    FindingWire {
        rule: found.rule,
        severity: match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: &found.file,
        start: span.map(|(lines, span)| lines.place(span.start)),
        end: span.map(|(lines, span)| lines.place(span.end)),
        message: &found.message,
        hint: found.hint.as_deref(),
        provision: found.basis.as_ref().map(|basis| basis.provision),
    }
}

/// The JSON Schema of what [`findings_json`] gives.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(FindingsWire<'_>).as_value())
}
