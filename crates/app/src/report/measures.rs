//! Measures as people read them.

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::record::{Evidence, EvidencePlace};
use adhere_domain::adherence::standing::{Gap, MeasureStanding};
use adhere_domain::codes::code::{Exemption, Extent};
use adhere_domain::law::truth::Truth;

use super::Context;
use super::reasons::{ReasonLine, Wording};

/// A measure, ready to print.
pub(crate) struct MeasureView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) binds: &'static str,
    pub(crate) binds_text: String,
    pub(crate) state: String,
    pub(crate) gap: String,
    pub(crate) variant: String,
    pub(crate) reliefs: Vec<String>,
    pub(crate) statement: String,
    pub(crate) owner: String,
    pub(crate) evidence: Vec<String>,
    pub(crate) lines: Vec<ReasonLine>,
}

/// All measures, in the order of the code.
pub(super) fn measure_views(
    report: &Context<'_>,
    model: &ModelAssessment<'_>,
    wording: Wording<'_>,
) -> Vec<MeasureView> {
    model.measures.iter().map(|standing| measure_view(report, standing, wording)).collect()
}

fn measure_view(report: &Context<'_>, standing: &MeasureStanding<'_>, wording: Wording<'_>) -> MeasureView {
    let words = report.words;
    let binding = &standing.binding;
    let binds = binding.binds.truth;
    let statement = standing.statement;
    let state = statement.map_or_else(String::new, |statement| words.text(&format!("state-{}", statement.state.id())));
    let reliefs = standing.measure.exemptions.iter().filter(|exemption| exemption.extent == Extent::Part);
    MeasureView {
        id: standing.measure.id.to_string(),
        title: standing.measure.title.clone(),
        binds: binds.id(),
        binds_text: words.text(&format!("binds-{}", binds.id())),
        state,
        gap: standing.gap.map_or_else(String::new, |gap| gap_text(report, gap)),
        variant: binding.variant.map_or_else(String::new, |variant| variant.note.clone()),
        reliefs: reliefs.filter(|_| binds != Truth::No).map(|exemption| relief_text(report, exemption)).collect(),
        statement: statement.and_then(|statement| statement.text.clone()).unwrap_or_default(),
        owner: statement.and_then(|statement| statement.owner.clone()).unwrap_or_default(),
        evidence: statement.map_or_else(Vec::new, |statement| {
            statement.evidence.iter().map(|evidence| evidence_text(report, evidence)).collect()
        }),
        lines: wording.lines(&binding.reasons, binding.binds),
    }
}

/// A relief with the ground on which it may be claimed.
fn relief_text(report: &Context<'_>, exemption: &Exemption) -> String {
    let ground = exemption.ground.id();
    format!("{}: {}", report.words.text(&format!("ground-{ground}")), exemption.note)
}

/// A gap in words, with the day where it has one.
pub(super) fn gap_text(report: &Context<'_>, gap: Gap) -> String {
    let date = match gap {
        Gap::EvidenceExpired(on) => on.to_string(),
        _ => String::new(),
    };
    report.words.with(&format!("gap-{}", gap.id()), &[("date", date.into())])
}

fn evidence_text(report: &Context<'_>, evidence: &Evidence) -> String {
    let (EvidencePlace::File(place) | EvidencePlace::Url(place)) = &evidence.place;
    let mut parts = vec![match &evidence.title {
        Some(title) => format!("{title} <{place}>"),
        None => place.clone(),
    }];
    let mut dated = |key: &str, date: Option<jiff::civil::Date>| {
        if let Some(date) = date {
            parts.push(report.words.with(key, &[("date", date.to_string().into())]));
        }
    };
    dated("evidence-speaks-for", evidence.speaks_for);
    dated("evidence-expires", evidence.expires);
    parts.join(", ")
}
