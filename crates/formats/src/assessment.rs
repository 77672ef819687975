//! The assessment as JSON, with a published schema (`docs/reference/assessment.schema.json`).
//!
//! Ids and values only, no prose: words are for people, and the same inputs give the same bytes.

mod due;
mod duty;
mod measure;
mod reason;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use adhere_domain::adherence::assessment::{Assessor, ModelAssessment};
use adhere_domain::law::euro::Euro;
use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::rules::caution::Caution;
use schemars::{JsonSchema, schema_for};
use serde::{Serialize, Serializer};

use self::due::{DueWire, EventWire};
use self::duty::{DutyWire, FineWire, WayWire};
use self::measure::{AdherenceWire, MeasureWire};
use self::reason::VerdictWire;

/// The name of this form and its version.
const FORMAT: &str = "adhere-assessment/1";

/// Where a provider stands, as JSON.
#[derive(Serialize, JsonSchema)]
struct AssessmentWire<'a> {
    /// The name of this form and its version.
    format: &'static str,
    /// The day whose law is applied.
    as_of: String,
    /// The day whose knowledge of the law is used.
    known_at: String,
    /// The reading chosen for each question that the text leaves open.
    readings: BTreeMap<&'static str, &'static str>,
    /// The provider.
    provider: ProviderWire<'a>,
    /// Its models, in order of id.
    #[schemars(with = "Vec<ModelWire>")]
    models: Streamed<'a>,
}

/// The provider, as JSON.
#[derive(Serialize, JsonSchema)]
struct ProviderWire<'a> {
    /// Its name.
    name: &'a str,
    /// Where it is established (ISO 3166-1 alpha-2), if known.
    country: Option<String>,
    /// Its size class under Recommendations 2003/361/EC and (EU) 2025/1099, if known.
    size: Option<&'static str>,
    /// Total worldwide annual turnover in the preceding financial year, in euro, if known.
    worldwide_turnover: Option<String>,
}

/// One model, as JSON.
#[derive(Serialize, JsonSchema)]
struct ModelWire {
    /// Its id: the name of its file.
    id: String,
    /// Its name.
    name: String,
    /// Its version.
    version: Option<String>,
    /// Art. 3(63): is it a general-purpose AI model?
    general_purpose: VerdictWire,
    /// Art. 3(3): is this undertaking its provider?
    provider: VerdictWire,
    /// Art. 51(1)(a): does it have high-impact capabilities?
    high_impact: VerdictWire,
    /// Art. 51: does it present systemic risk?
    systemic_risk: VerdictWire,
    /// Arts 53(2), 54(6): is the open-source exception open?
    open_source_exception: VerdictWire,
    /// The obligations of Arts 52 to 55, in the order of the law.
    duties: Vec<DutyWire>,
    /// The ways to show compliance.
    ways: Vec<WayWire>,
    /// Art. 101.
    fine: FineWire,
    /// What must be said about figures of training compute.
    cautions: Vec<CautionWire>,
    /// Estimates of training compute, where there are inputs for them.
    estimates: EstimatesWire,
    /// The adherence in force to a code of practice under Art. 56.
    adherence: Option<AdherenceWire>,
    /// The measures of that code.
    measures: Vec<MeasureWire>,
    /// What is due, overdue first.
    due: Vec<DueWire>,
    /// The events on record, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventWire>,
    /// The keys of the facts that would settle what is open.
    missing: Vec<&'static str>,
}

/// Training compute, as JSON: decimal strings of whole operations.
#[derive(Serialize, JsonSchema)]
struct EstimatesWire {
    /// As reported.
    reported: Option<String>,
    /// By hardware and time.
    by_hardware: Option<String>,
    /// By parameters and tokens.
    by_architecture: Option<String>,
}

/// A warning about a figure, as JSON.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum CautionWire {
    /// The two estimates differ by more than 30 %.
    EstimatesDiffer {
        /// By hardware.
        hardware: String,
        /// By architecture.
        architecture: String,
    },
    /// The reported figure and an estimate differ by more than 30 %.
    ReportDiffers {
        /// As reported.
        reported: String,
        /// As estimated.
        estimated: String,
    },
    /// A figure and a threshold differ by no more than 30 % of the larger.
    NearThreshold {
        /// The figure.
        figure: String,
        /// The threshold.
        threshold: String,
    },
    /// What Art. 53(1) asks of whoever modified another's model is limited to the modification (recital 109).
    LimitedToModification,
}

/// A list that is written while it is computed, so that ten thousand models need the room of one.
struct Streamed<'a>(RefCell<Box<dyn Iterator<Item = ModelWire> + 'a>>);

impl Serialize for Streamed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&mut *self.0.borrow_mut())
    }
}

/// Writes the assessment of all models as indented JSON, one model at a time.
pub fn write_json(assessor: &Assessor<'_>, out: impl io::Write) -> Result<(), serde_json::Error> {
    let undertaking = assessor.undertaking;
    let law = assessor.law;
    let facts = &undertaking.facts;
    let provider = ProviderWire {
        name: &undertaking.name,
        country: facts.country.map(|country| country.to_string()),
        size: assessor.size.map(adhere_domain::law::size::SizeClass::id),
        worldwide_turnover: facts.worldwide_turnover.map(Euro::plain),
    };
    let models = assessor.models().map(|model| model_wire(&model, assessor));
    let wire = AssessmentWire {
        format: FORMAT,
        as_of: law.as_of.to_string(),
        known_at: law.known_at.to_string(),
        readings: ReadingId::ALL.into_iter().map(|id| (id.id(), law.readings.chosen(id))).collect(),
        provider,
        models: Streamed(RefCell::new(Box::new(models))),
    };
    serde_json::to_writer_pretty(out, &wire)
}

/// The JSON Schema of what [`write_json`] writes.
pub fn schema() -> String {
    format!("{:#}\n", schema_for!(AssessmentWire<'static>).as_value())
}

fn model_wire(model: &ModelAssessment<'_>, assessor: &Assessor<'_>) -> ModelWire {
    let decision = &model.decision;
    let verdict = |verdict| reason::verdict(&decision.reasons, verdict);
    let training = &model.model.facts.training;
    let digits = |compute: adhere_domain::law::compute::Compute| compute.operations().to_string();
    ModelWire {
        id: model.id.to_string(),
        name: model.model.name.clone(),
        version: model.model.version.clone(),
        general_purpose: verdict(decision.general_purpose),
        provider: verdict(decision.provider),
        high_impact: verdict(decision.high_impact),
        systemic_risk: verdict(decision.systemic_risk),
        open_source_exception: verdict(decision.open_source),
        duties: decision.duties.iter().map(|duty| duty::duty(duty, &decision.reasons, assessor.law)).collect(),
        ways: decision.pathways.iter().map(|way| duty::way(way, &decision.reasons)).collect(),
        fine: duty::fine(&decision.fine, &decision.reasons),
        cautions: decision.cautions.iter().map(|caution| caution_wire(*caution)).collect(),
        estimates: EstimatesWire {
            reported: training.reported.map(digits),
            by_hardware: training.by_hardware().map(digits),
            by_architecture: training.by_architecture().map(digits),
        },
        adherence: model.adherence.as_ref().map(|(adherence, scope)| measure::adherence(adherence, scope)),
        measures: model.measures.iter().map(measure::measure).collect(),
        due: model.due.iter().map(due::due).collect(),
        events: model.model.events.iter().map(due::event).collect(),
        missing: model.missing.iter().map(|fact| fact.key()).collect(),
    }
}

fn caution_wire(caution: Caution) -> CautionWire {
    let digits = |compute: adhere_domain::law::compute::Compute| compute.operations().to_string();
    match caution {
        Caution::EstimatesDiffer { hardware, architecture } => {
            CautionWire::EstimatesDiffer { hardware: digits(hardware), architecture: digits(architecture) }
        }
        Caution::ReportDiffers { reported, estimated } => {
            CautionWire::ReportDiffers { reported: digits(reported), estimated: digits(estimated) }
        }
        Caution::NearThreshold { figure, threshold } => {
            CautionWire::NearThreshold { figure: digits(figure), threshold: digits(threshold) }
        }
        Caution::LimitedToModification => CautionWire::LimitedToModification,
    }
}
