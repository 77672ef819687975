//! Obligations, ways to comply and fines as people read them.

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::law::decision::DutyStatus;
use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::rules::duty::Duty;
use adhere_domain::law::rules::fine::Ceiling;
use adhere_domain::law::rules::pathway::{Pathway, PathwayState};
use adhere_domain::law::truth::Truth;

use super::Context;
use super::reasons::{ReasonLine, Wording};
use crate::words::cite_all;

/// An obligation, ready to print.
pub(crate) struct DutyView {
    pub(crate) cite: String,
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) status_text: String,
    pub(crate) dates: String,
    pub(crate) lines: Vec<ReasonLine>,
}

/// A way to comply, ready to print.
pub(crate) struct WayView {
    pub(crate) name: String,
    pub(crate) state: &'static str,
    pub(crate) state_text: String,
    pub(crate) worth: String,
    pub(crate) covers: String,
    pub(crate) lines: Vec<ReasonLine>,
}

/// What fine could follow, ready to print.
pub(crate) struct FineView {
    pub(crate) text: String,
    pub(crate) factors: Vec<String>,
    pub(crate) lines: Vec<ReasonLine>,
}

/// All obligations, in the order of the law.
pub(super) fn duty_views(report: &Context<'_>, model: &ModelAssessment<'_>, wording: Wording<'_>) -> Vec<DutyView> {
    let view = |duty: &Duty| {
        let status = duty.status(report.assessor.law);
        DutyView {
            cite: report.data.corpus.cite(duty.obligation.element()).to_owned(),
            name: report.words.obligation(duty.obligation),
            status: status.id(),
            status_text: report.words.text(&format!("duty-status-{}", status.id())),
            dates: duty_dates(report, duty, status),
            lines: wording.lines(&model.decision.reasons, duty.binds),
        }
    };
    model.decision.duties.iter().map(view).collect()
}

fn duty_dates(report: &Context<'_>, duty: &Duty, status: DutyStatus) -> String {
    if status == DutyStatus::DoesNotBind {
        return String::new();
    }
    match (duty.from, duty.enforceable_from) {
        (Some(from), Some(enforceable)) => report
            .words
            .with("duty-dates", &[("from", from.to_string().into()), ("enforceable", enforceable.to_string().into())]),
        _ if duty.obligation == Obligation::SystemicRiskNotification => report.words.text("duty-dates-condition"),
        _ => report.words.text("duty-dates-placing"),
    }
}

/// All ways, in the order of the law.
pub(super) fn way_views(report: &Context<'_>, model: &ModelAssessment<'_>, wording: Wording<'_>) -> Vec<WayView> {
    let view = |way: &Pathway| {
        let state = way.state();
        let covers =
            if state == PathwayState::Closed { String::new() } else { cite_all(way.covers, &report.data.corpus) };
        WayView {
            name: report.words.text(&format!("way-{}", way.kind.id())),
            state: state.id(),
            state_text: report.words.text(&format!("way-state-{}", state.id())),
            worth: report.words.text(&format!("worth-{}", way.kind.worth().id())),
            covers,
            lines: wording.lines(&model.decision.reasons, way.open),
        }
    };
    model.decision.pathways.iter().map(view).collect()
}

/// The fine, with what the law has the Commission take into account (Art. 101(1), second subparagraph).
pub(super) fn fine_view(report: &Context<'_>, model: &ModelAssessment<'_>, wording: Wording<'_>) -> FineView {
    let commitments =
        if model.adherence.is_some() { "fine-factor-code-commitments" } else { "fine-factor-no-code-commitments" };
    let keys = [
        "fine-factor-fault",
        "fine-factor-grounds",
        "fine-factor-nature",
        "fine-factor-art-93",
        commitments,
        "fine-factor-no-sme-ceiling",
    ];
    FineView {
        text: fine_text(report, model),
        factors: keys.iter().map(|key| report.words.text(key)).collect(),
        lines: wording.lines(&model.decision.reasons, model.decision.fine.possible),
    }
}

/// The fine in a sentence.
pub(super) fn fine_text(report: &Context<'_>, model: &ModelAssessment<'_>) -> String {
    let fine = &model.decision.fine;
    let (key, amount) = match fine.ceiling {
        Ceiling::ShareOfTurnover(amount) => ("ceiling-share-of-turnover", amount),
        Ceiling::FixedAmount(amount) => ("ceiling-fixed-amount", amount),
        Ceiling::AtLeast(amount) => ("ceiling-at-least", amount),
    };
    let percent = report.assessor.law.fine_percent.to_string();
    let ceiling = report.words.with(key, &[("amount", amount.to_string().into()), ("percent", percent.into())]);
    let from = fine.from.map_or_else(|| "—".to_owned(), |date| date.to_string());
    let key = match (fine.possible.truth, fine.from) {
        (Truth::Yes, _) => "fine-possible",
        (Truth::No, Some(from)) if report.assessor.law.as_of < from => "fine-ahead",
        (Truth::No, _) => "fine-not-possible",
        (Truth::NeedsFact | Truth::NeedsJudgment, _) => "fine-open",
    };
    report.words.with(key, &[("ceiling", ceiling.into()), ("from", from.into())])
}
