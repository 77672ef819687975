//! One model as people read it.

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::record::{ModelRecord, Scope, Undertaking};
use adhere_domain::law::reasons::Verdict;
use adhere_domain::law::rules::caution::Caution;
use adhere_domain::law::truth::Truth;

use super::Context;
use super::due::{DueView, EventView, due_views, event_views};
use super::duties::{DutyView, FineView, WayView, duty_views, fine_view, way_views};
use super::measures::{MeasureView, measure_views};
use super::reasons::{ReasonLine, Wording};
use crate::words::cite_all;

/// One model, ready to print.
pub(crate) struct ModelView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) classification: String,
    pub(crate) questions: Vec<QuestionView>,
    pub(crate) estimates: Vec<String>,
    pub(crate) cautions: Vec<String>,
    pub(crate) duties: Vec<DutyView>,
    pub(crate) ways: Vec<WayView>,
    pub(crate) adherence: AdherenceView,
    pub(crate) measures: Vec<MeasureView>,
    pub(crate) due: Vec<DueView>,
    pub(crate) events: Vec<EventView>,
    pub(crate) fine: FineView,
    pub(crate) missing: Vec<MissingView>,
    pub(crate) origins: Vec<OriginView>,
}

/// A question of classification with its reasons.
pub(crate) struct QuestionView {
    pub(crate) truth: &'static str,
    pub(crate) lines: Vec<ReasonLine>,
}

/// The adherence in force, or that there is none.
pub(crate) struct AdherenceView {
    pub(crate) text: String,
    pub(crate) lost: String,
    pub(crate) lines: Vec<ReasonLine>,
}

/// A fact that would settle what is open.
pub(crate) struct MissingView {
    pub(crate) key: &'static str,
    pub(crate) name: String,
}

/// Where a fact comes from.
pub(crate) struct OriginView {
    pub(crate) key: String,
    pub(crate) text: String,
}

/// Puts a model into words.
pub(crate) fn model_view(report: &Context<'_>, assessment: &ModelAssessment<'_>) -> ModelView {
    let wording = wording(report, assessment);
    let decision = &assessment.decision;
    let questions = [
        decision.general_purpose,
        decision.provider,
        decision.high_impact,
        decision.systemic_risk,
        decision.open_source,
    ];
    let question =
        |verdict: Verdict| QuestionView { truth: verdict.truth.id(), lines: wording.lines(&decision.reasons, verdict) };
    ModelView {
        id: assessment.id.to_string(),
        title: title(assessment.model),
        classification: classification(report, assessment),
        questions: questions.into_iter().map(question).collect(),
        estimates: estimates(report, assessment.model),
        cautions: decision.cautions.iter().map(|caution| caution_text(report, *caution)).collect(),
        duties: duty_views(report, assessment, wording),
        ways: way_views(report, assessment, wording),
        adherence: adherence_view(report, assessment, wording),
        measures: measure_views(report, assessment, wording),
        due: due_views(report, assessment),
        events: event_views(report, assessment),
        fine: fine_view(report, assessment, wording),
        missing: missing_views(report, assessment),
        origins: origin_views(assessment.model),
    }
}

/// What reasons about this model are put into words with.
pub(super) fn wording<'a>(report: &Context<'a>, assessment: &ModelAssessment<'a>) -> Wording<'a> {
    Wording {
        words: report.words,
        data: report.data,
        law: report.assessor.law,
        provider: &report.assessor.undertaking.facts,
        model: &assessment.model.facts,
        origins: [&assessment.model.origins, &report.assessor.undertaking.origins],
    }
}

/// Name and version; the version only where the name does not say it.
pub(super) fn title(model: &ModelRecord) -> String {
    match &model.version {
        Some(version) if !model.name.contains(version.as_str()) => format!("{} ({version})", model.name),
        _ => model.name.clone(),
    }
}

/// What the model is, in a phrase.
pub(super) fn classification(report: &Context<'_>, assessment: &ModelAssessment<'_>) -> String {
    let decision = &assessment.decision;
    let key = match (decision.general_purpose.truth, decision.provider.truth, decision.systemic_risk.truth) {
        (Truth::No, _, _) => "class-not-general-purpose",
        (Truth::NeedsFact | Truth::NeedsJudgment, _, _) => "class-open",
        (Truth::Yes, Truth::No, _) => "class-not-provider",
        (Truth::Yes, _, Truth::Yes) => "class-systemic-risk",
        (Truth::Yes, _, Truth::No) => "class-general-purpose",
        (Truth::Yes, _, Truth::NeedsFact | Truth::NeedsJudgment) => "class-systemic-risk-open",
    };
    report.words.text(key)
}

fn estimates(report: &Context<'_>, model: &ModelRecord) -> Vec<String> {
    let training = &model.facts.training;
    let figures = [
        ("estimate-reported", training.reported),
        ("estimate-hardware", training.by_hardware()),
        ("estimate-architecture", training.by_architecture()),
    ];
    let line = |(key, figure): (&str, Option<adhere_domain::law::compute::Compute>)| {
        Some(report.words.with(key, &[("figure", figure?.to_string().into())]))
    };
    figures.into_iter().filter_map(line).collect()
}

/// A warning about a figure, in words.
pub(super) fn caution_text(report: &Context<'_>, caution: Caution) -> String {
    let with = |key, a: (&'static str, String), b: (&'static str, String)| {
        report.words.with(key, &[(a.0, a.1.into()), (b.0, b.1.into())])
    };
    match caution {
        Caution::EstimatesDiffer { hardware, architecture } => with(
            "caution-estimates-differ",
            ("hardware", hardware.to_string()),
            ("architecture", architecture.to_string()),
        ),
        Caution::ReportDiffers { reported, estimated } => {
            with("caution-report-differs", ("reported", reported.to_string()), ("estimated", estimated.to_string()))
        }
        Caution::NearThreshold { figure, threshold } => {
            with("caution-near-threshold", ("figure", figure.to_string()), ("threshold", threshold.to_string()))
        }
        Caution::LimitedToModification => report.words.text("caution-limited-to-modification"),
    }
}

fn adherence_view(report: &Context<'_>, assessment: &ModelAssessment<'_>, wording: Wording<'_>) -> AdherenceView {
    let (lost, lines) = match &assessment.adherence {
        Some((_, scope)) => (cite_all(scope.lost, &report.data.corpus), wording.lines(&scope.reasons, scope.allowed)),
        None => (String::new(), Vec::new()),
    };
    AdherenceView { text: adherence_text(report, assessment), lost, lines }
}

/// The adherence in a sentence.
pub(super) fn adherence_text(report: &Context<'_>, assessment: &ModelAssessment<'_>) -> String {
    let words = report.words;
    let Some((adherence, scope)) = &assessment.adherence else {
        return words.text("adherence-none");
    };
    let declared = match &adherence.scope {
        Scope::Full => words.text("scope-full"),
        Scope::Article53 => words.text("scope-art-53"),
        Scope::Chapters(chapters) => {
            let ids: Vec<String> = chapters.iter().map(ToString::to_string).collect();
            words.with("scope-chapters", &[("chapters", ids.join(", ").into())])
        }
    };
    let allowed = words.text(&format!("scope-allowed-{}", scope.allowed.truth.id()));
    words.with(
        "adherence-declared",
        &[
            ("code", adherence.code.to_string().into()),
            ("version", adherence.version.to_string().into()),
            ("scope", declared.into()),
            ("since", adherence.since.to_string().into()),
            ("allowed", allowed.into()),
        ],
    )
}

fn missing_views(report: &Context<'_>, assessment: &ModelAssessment<'_>) -> Vec<MissingView> {
    let view = |fact: &adhere_domain::law::facts::FactId| MissingView {
        key: fact.key(),
        name: report.words.text(&format!("fact-{}", fact.key().replace('.', "-"))),
    };
    assessment.missing.iter().map(view).collect()
}

fn origin_views(model: &ModelRecord) -> Vec<OriginView> {
    origins(&model.origins)
}

/// Where the provider's own facts come from.
pub(super) fn provider_origins(undertaking: &Undertaking) -> Vec<OriginView> {
    origins(&undertaking.origins)
}

fn origins(origins: &std::collections::BTreeMap<String, adhere_domain::adherence::record::Origin>) -> Vec<OriginView> {
    let view = |(key, origin): (&String, &adhere_domain::adherence::record::Origin)| {
        let parts = [origin.source.as_deref(), origin.note.as_deref()].into_iter().flatten();
        OriginView { key: key.clone(), text: parts.collect::<Vec<_>>().join("; ") }
    };
    origins.iter().map(view).collect()
}
