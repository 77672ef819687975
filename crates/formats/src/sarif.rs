//! Findings as SARIF 2.1.0, for code hosts and editors.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, MultiformatMessageString, PhysicalLocation, Region, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Run, Sarif, Tool, ToolComponent,
};

use crate::findings::LinePlace;

/// What a path has beside letters and digits and need not be encoded.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// One result, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's stable id.
    pub rule: String,
    /// How grave it is.
    pub level: Level,
    /// What was found, and what to do.
    pub message: String,
    /// The file it is about.
    pub file: String,
    /// Where it begins and ends, where it is about a place.
    pub place: Option<(LinePlace, LinePlace)>,
}

/// What code hosts show of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description<'a> {
    /// One line.
    pub summary: &'a str,
    /// Everything, in Markdown.
    pub page: &'a str,
}

/// SARIF's levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A serious problem.
    Error,
    /// A problem.
    Warning,
    /// Something to know.
    Note,
}

/// A run with its results as SARIF; rules that are described bring their pages.
pub fn sarif<'a>(
    version: &str,
    findings: &[Finding],
    describe: impl Fn(&str) -> Option<Description<'a>>,
) -> Result<String, serde_json::Error> {
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let rules = ids.iter().map(|id| descriptor(id, describe(id))).collect::<Vec<_>>();
    let driver = ToolComponent::builder().name("adhere").version(version.to_owned()).rules(rules).build();
    let results = findings.iter().map(result).collect::<Vec<_>>();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .results(results)
        .column_kind(serde_json::json!("unicodeCodePoints"))
        .build();
    let sarif = Sarif::builder()
        .schema("https://json.schemastore.org/sarif-2.1.0.json")
        .version(serde_json::json!("2.1.0"))
        .runs(vec![run])
        .build();
    serde_json::to_string_pretty(&sarif)
}

/// The path as a relative URI reference (RFC 3986).
fn uri(path: &str) -> String {
    utf8_percent_encode(&path.replace('\\', "/"), PATH).to_string()
}

fn descriptor(id: &str, description: Option<Description<'_>>) -> ReportingDescriptor {
    let message = |text: &str| MultiformatMessageString::builder().text(text.to_owned()).build();
    let builder = ReportingDescriptor::builder().id(id);
    match description {
        None => builder.short_description(message(&id.replace(['-', '/'], " "))).build(),
        Some(Description { summary, page }) => {
            let help = MultiformatMessageString::builder().text(page.to_owned()).markdown(page.to_owned()).build();
            builder.short_description(message(summary)).help(help).build()
        }
    }
}

/// Columns count characters, as the run says.
fn region((start, end): (LinePlace, LinePlace)) -> Option<Region> {
    let number = |count: usize| i64::try_from(count).ok();
    let region = Region::builder().start_line(number(start.line)?).start_column(number(start.column)?);
    Some(region.end_line(number(end.line)?).end_column(number(end.column)?).build())
}

fn result(finding: &Finding) -> SarifResult {
    let artifact = ArtifactLocation::builder().uri(uri(&finding.file)).build();
    let physical = PhysicalLocation::builder().artifact_location(artifact);
    let physical = match finding.place.and_then(region) {
        Some(region) => physical.region(region).build(),
        None => physical.build(),
    };
    let level = match finding.level {
        Level::Error => ResultLevel::Error,
        Level::Warning => ResultLevel::Warning,
        Level::Note => ResultLevel::Note,
    };
    SarifResult::builder()
        .rule_id(finding.rule.clone())
        .level(level)
        .message(Message::builder().text(finding.message.clone()).build())
        .locations(vec![Location::builder().physical_location(physical).build()])
        .build()
}
