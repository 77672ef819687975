//! The compiled code: canonical JSON whose digest names a version of a code.
//!
//! Canonical means RFC 8785: keys in order, no white space. There are no numbers but small whole ones. What happened to a
//! version afterwards (events) and how it relates to earlier ones (lineage) are no part of what it says.

mod part;

use adhere_domain::codes::code::{Code, LeftOut, Objective, OwnIndicators};
use schemars::JsonSchema;
use serde::Serialize;

use self::part::ChapterWire;
use crate::digest::digest;
use adhere_domain::digest::Digest;

/// The name of this form and its version.
const FORMAT: &str = "adhere-code/1";

/// A version of a code.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CodeWire {
    /// The name of this form and its version.
    format: &'static str,
    /// The code's id, the same for all versions.
    id: String,
    /// Its published title.
    title: String,
    /// The version.
    version: String,
    /// The day this version was published.
    published: String,
    /// Its legal profile: `aia-56`, `aia-50-7` or `aia-95`.
    profile: &'static str,
    /// Where it was read.
    source: String,
    /// What the text of its parts is: `full` or `summary`.
    text: &'static str,
    /// The language that it is written in, as a tag of BCP 47, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// What it is meant to achieve.
    objectives: Vec<ObjectiveWire>,
    /// Its chapters.
    chapters: Vec<ChapterWire>,
    /// What it openly leaves out.
    left_out: Vec<LeftOutWire>,
    /// Its own set of indicators.
    #[serde(skip_serializing_if = "Option::is_none")]
    kpis: Option<IndicatorsWire>,
    /// Why it has no indicators, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    no_kpi: Option<String>,
}

/// An objective.
#[derive(Debug, Serialize, JsonSchema)]
struct ObjectiveWire {
    /// Its id.
    id: String,
    /// What is to be achieved.
    text: String,
}

/// Something that is openly left out.
#[derive(Debug, Serialize, JsonSchema)]
struct LeftOutWire {
    /// Element id of the provision.
    provision: String,
    /// Why.
    reason: String,
}

/// The set of indicators that is part of a code.
#[derive(Debug, Serialize, JsonSchema)]
struct IndicatorsWire {
    /// The set's id.
    id: String,
    /// Its version.
    version: String,
    /// The SHA-256 of its file, in hexadecimal.
    sha256: String,
}

/// The compiled code as a wire form.
pub fn compiled(code: &Code) -> CodeWire {
    let objective =
        |objective: &Objective| ObjectiveWire { id: objective.id.to_string(), text: objective.text.clone() };
    let left_out =
        |left_out: &LeftOut| LeftOutWire { provision: left_out.provision.to_string(), reason: left_out.reason.clone() };
    CodeWire {
        format: FORMAT,
        id: code.id.to_string(),
        title: code.title.clone(),
        version: code.version.to_string(),
        published: code.published.to_string(),
        profile: code.profile.id(),
        source: code.source.clone(),
        text: code.text.id(),
        language: code.language.clone(),
        objectives: code.objectives.iter().map(objective).collect(),
        chapters: code.chapters.iter().map(ChapterWire::from).collect(),
        left_out: code.left_out.iter().map(left_out).collect(),
        kpis: code.indicators.as_ref().map(own_indicators),
        no_kpi: code.no_indicators.clone(),
    }
}

fn own_indicators(own: &OwnIndicators) -> IndicatorsWire {
    IndicatorsWire { id: own.id.to_string(), version: own.version.to_string(), sha256: own.sha256.clone() }
}

/// The compiled code as canonical bytes.
pub fn compiled_bytes(code: &Code) -> Vec<u8> {
    // A value's maps are ordered by key, and its keys are ASCII, so that their order is the one of RFC 8785.
    let value = serde_json::to_value(compiled(code)).unwrap_or_default();
    value.to_string().into_bytes()
}

/// The digest that names this version of the code.
pub fn compiled_digest(code: &Code) -> Digest {
    digest(&compiled_bytes(code))
}

/// The JSON Schema of a compiled code.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(CodeWire).as_value())
}
