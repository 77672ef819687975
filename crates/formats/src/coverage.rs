//! The coverage proof as JSON.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::coverage::{Coverage, coverage};
use schemars::JsonSchema;
use serde::Serialize;

/// The name of this form and its version.
const FORMAT: &str = "adhere-coverage/1";

/// What the law asks a code to cover against what its measures cover.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoverageWire {
    /// The name of this form and its version.
    format: &'static str,
    /// The code's id.
    code: String,
    /// Its version.
    version: String,
    /// Its legal profile.
    profile: &'static str,
    /// One row for each requirement, in the order of the law.
    requirements: Vec<RowWire>,
}

/// One requirement.
#[derive(Debug, Serialize, JsonSchema)]
struct RowWire {
    /// Element id of the provision.
    provision: &'static str,
    /// `obligation`, `issue`, `beyond`, `voluntary` or `topic`.
    kind: &'static str,
    /// `covered`, `left-out`, `missing` or `not-asked`.
    status: &'static str,
    /// Ids of the measures that cover it.
    measures: Vec<String>,
    /// Why it is openly left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// The coverage of a code, as JSON.
pub fn coverage_json(code: &Code) -> CoverageWire {
    let row = |row: adhere_domain::codes::coverage::CoverageRow<'_>| {
        let (measures, reason) = match &row.status {
            Coverage::Covered(measures) => (measures.iter().map(|measure| measure.id.to_string()).collect(), None),
            Coverage::LeftOut(reason) => (Vec::new(), Some((*reason).to_owned())),
            Coverage::Missing | Coverage::NotAsked => (Vec::new(), None),
        };
        RowWire {
            provision: row.requirement.element,
            kind: row.requirement.kind.id(),
            status: row.status.id(),
            measures,
            reason,
        }
    };
    CoverageWire {
        format: FORMAT,
        code: code.id.to_string(),
        version: code.version.to_string(),
        profile: code.profile.id(),
        requirements: coverage(code).into_iter().map(row).collect(),
    }
}

/// The JSON Schema of what [`coverage_json`] gives.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(CoverageWire).as_value())
}
