//! Chapters, commitments and measures of a compiled code.

use adhere_domain::codes::code::{Chapter, Commitment, Exemption, Extent, Measure, Variant};
use adhere_domain::codes::condition::Condition;
use adhere_domain::codes::deadline::Deadline;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::ElementId;
use schemars::JsonSchema;
use serde::Serialize;

/// A chapter.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ChapterWire {
    /// Its id.
    id: String,
    /// Its title.
    title: String,
    /// Its commitments.
    commitments: Vec<CommitmentWire>,
}

/// A commitment.
#[derive(Debug, Serialize, JsonSchema)]
struct CommitmentWire {
    /// Its id.
    id: String,
    /// Its title.
    title: String,
    /// Ids of the objectives that it serves.
    objectives: Vec<String>,
    /// Whom its measures bind: `gpai`, `systemic-risk`, `provider` or `deployer`.
    binds: &'static str,
    /// Element ids of its legal basis.
    covers: Vec<String>,
    /// Why it has no indicators, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    no_kpi: Option<String>,
    /// Its text or a summary of it.
    text: String,
    /// Its measures.
    measures: Vec<MeasureWire>,
}

/// A measure.
#[derive(Debug, Serialize, JsonSchema)]
struct MeasureWire {
    /// Its id.
    id: String,
    /// Its title.
    title: String,
    /// Element ids of what it covers.
    covers: Vec<String>,
    /// When it binds, beyond whom its commitment binds.
    #[serde(skip_serializing_if = "Option::is_none")]
    applies: Option<ConditionWire>,
    /// When it does not bind.
    exemptions: Vec<ExemptionWire>,
    /// What it asks of smaller providers instead.
    variants: Vec<VariantWire>,
    /// What falls due when.
    deadlines: Vec<DeadlineWire>,
    /// To whom the provider reports.
    reports_to: Vec<String>,
    /// Its text or a summary of it.
    text: String,
}

/// A condition.
#[derive(Debug, Serialize, JsonSchema)]
struct ConditionWire {
    /// The expression in canonical form.
    expression: String,
    /// Worked examples: what is given, `->`, and the outcome.
    examples: Vec<String>,
    /// What the code says of it.
    note: String,
}

/// A ground on which a measure does not bind.
#[derive(Debug, Serialize, JsonSchema)]
struct ExemptionWire {
    /// `open-source`, `similarly-safe` or `inferior-to-open-weight`.
    ground: &'static str,
    /// Whether the measure does not bind at all.
    whole: bool,
    /// The names of the measure's deadlines that it lifts, where the measure binds in part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lifts: Vec<String>,
    /// What the code says of it.
    note: String,
}

/// What a measure asks of certain size classes.
#[derive(Debug, Serialize, JsonSchema)]
struct VariantWire {
    /// `micro`, `small`, `medium`, `smc` or `large`.
    sizes: Vec<&'static str>,
    /// What changes.
    note: String,
}

/// A period that a measure sets.
#[derive(Debug, Serialize, JsonSchema)]
struct DeadlineWire {
    /// Its name within the measure.
    name: String,
    /// `within`, `before`, `every`, `by`, `keep` or `unstated`.
    timing: &'static str,
    /// How many units of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u16>,
    /// `days`, `business-days`, `weeks`, `months` or `years`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    /// The event it runs from.
    event: &'static str,
    /// Exceptions and details.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

fn ids(ids: &[PartId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn elements(elements: &[ElementId]) -> Vec<String> {
    elements.iter().map(ToString::to_string).collect()
}

impl From<&Chapter> for ChapterWire {
    fn from(chapter: &Chapter) -> Self {
        let commitments = chapter.commitments.iter().map(CommitmentWire::from).collect();
        Self { id: chapter.id.to_string(), title: chapter.title.clone(), commitments }
    }
}

impl From<&Commitment> for CommitmentWire {
    fn from(commitment: &Commitment) -> Self {
        Self {
            id: commitment.id.to_string(),
            title: commitment.title.clone(),
            objectives: ids(&commitment.objectives),
            binds: commitment.binds.id(),
            covers: elements(&commitment.covers),
            no_kpi: commitment.no_indicators.clone(),
            text: commitment.summary.clone(),
            measures: commitment.measures.iter().map(MeasureWire::from).collect(),
        }
    }
}

impl From<&Measure> for MeasureWire {
    fn from(measure: &Measure) -> Self {
        Self {
            id: measure.id.to_string(),
            title: measure.title.clone(),
            covers: elements(&measure.covers),
            applies: measure.condition.as_ref().map(ConditionWire::from),
            exemptions: measure.exemptions.iter().map(ExemptionWire::from).collect(),
            variants: measure.variants.iter().map(VariantWire::from).collect(),
            deadlines: measure.deadlines.iter().map(DeadlineWire::from).collect(),
            reports_to: measure.reports_to.clone(),
            text: measure.summary.clone(),
        }
    }
}

impl From<&Condition> for ConditionWire {
    fn from(condition: &Condition) -> Self {
        Self {
            expression: condition.expression().to_string(),
            examples: condition.examples().to_vec(),
            note: condition.note().to_owned(),
        }
    }
}

impl From<&Exemption> for ExemptionWire {
    fn from(exemption: &Exemption) -> Self {
        let whole = exemption.extent == Extent::Whole;
        let lifts = exemption.lifts.clone();
        Self { ground: exemption.ground.id(), whole, lifts, note: exemption.note.clone() }
    }
}

impl From<&Variant> for VariantWire {
    fn from(variant: &Variant) -> Self {
        Self { sizes: variant.sizes.iter().map(|size| size.id()).collect(), note: variant.note.clone() }
    }
}

impl From<&Deadline> for DeadlineWire {
    fn from(deadline: &Deadline) -> Self {
        let length = deadline.timing.length();
        Self {
            name: deadline.name.clone(),
            timing: deadline.timing.id(),
            count: length.map(|length| length.count),
            unit: length.map(|length| length.unit.id()),
            event: deadline.event.id(),
            note: deadline.note.clone(),
        }
    }
}
