//! The assessment on one screen.

use std::collections::BTreeSet;
use std::io::Write;

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::law::decision::DutyStatus;
use adhere_domain::law::obligation::Obligations;
use adhere_domain::law::rules::pathway::PathwayState;
use adhere_domain::law::truth::Truth;
use anyhow::Result;

use super::due::{DueView, due_view};
use super::duties::fine_text;
use super::full::Head;
use super::measures::gap_text;
use super::model::{adherence_text, caution_text, classification, title, wording};
use super::reasons::ReasonLine;
use super::{Context, Outcome};
use crate::words::cite_all;

/// So many models are shown in a block each; more of them get a line each.
const BLOCKS: usize = 3;
/// So many lines are shown of models beyond that.
const LINES: usize = 20;
/// So many due items and gaps are shown of a model.
const ITEMS: usize = 4;

/// So wide a screen is.
const WIDTH: usize = 100;
/// So far the names of rows indent what stands in them.
const INDENT: usize = 13;

/// Prints every model in a block while they fit on a screen, and as lines with totals beyond.
pub(crate) fn write_summary(report: &Context<'_>, out: &mut dyn Write) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    Head::new(report).write_summary(out)?;
    let count = report.assessor.undertaking.models.len();
    if count == 0 {
        writeln!(out, "\n{}", report.words.text("no-models"))?;
    }
    for (index, model) in report.assessor.models().enumerate() {
        outcome.count(&model, report.assessor);
        if count <= BLOCKS {
            write!(out, "\n{}", block(report, &model))?;
        } else if index < LINES {
            writeln!(out, "{}", line(report, &model))?;
        }
    }
    if count > LINES {
        writeln!(out, "{}", report.words.with("more-models", &[("count", (count - LINES).into())]))?;
    }
    if count > BLOCKS {
        writeln!(out, "\n{}", totals(report, outcome))?;
    }
    writeln!(out, "\n{}", report.words.text("summary-foot"))?;
    Ok(outcome)
}

fn line(report: &Context<'_>, model: &ModelAssessment<'_>) -> String {
    let mut one = Outcome::default();
    one.count(model, report.assessor);
    let title = title(model.model);
    format!("{title:32} {} — {}", classification(report, model), totals(report, one))
}

fn totals(report: &Context<'_>, outcome: Outcome) -> String {
    let values = [
        ("models", outcome.models.into()),
        ("overdue", outcome.overdue.into()),
        ("gaps", outcome.gaps.into()),
        ("open", outcome.open.into()),
    ];
    report.words.with("totals", &values)
}

fn block(report: &Context<'_>, model: &ModelAssessment<'_>) -> String {
    let words = report.words;
    let mut text = format!("{} — {}\n", title(model.model), classification(report, model));
    let mut row = |key: &str, lines: Vec<String>| {
        let mut name = words.text(key);
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let first = format!("  {name:<width$}", width = INDENT - 2);
            let rest = " ".repeat(INDENT + 2);
            let options = textwrap::Options::new(WIDTH)
                .word_splitter(textwrap::WordSplitter::NoHyphenation)
                .initial_indent(&first)
                .subsequent_indent(&rest);
            // A citation stays on one line.
            let line = line.replace("Art. ", "Art.\u{a0}");
            text.push_str(&textwrap::fill(&line, options).replace('\u{a0}', " "));
            text.push('\n');
            name.clear();
        }
    };
    row("row-because", because(report, model));
    row("row-duties", duties(report, model));
    row("row-ways", ways(report, model));
    row("row-adherence", adherence(report, model));
    row("row-measures", measures(report, model));
    row("row-due", due(report, model));
    row("row-fine", vec![fine_text(report, model)]);
    row("row-note", model.decision.cautions.iter().map(|caution| caution_text(report, *caution)).collect());
    row("row-missing", vec![model.missing.iter().map(|fact| fact.key()).collect::<Vec<_>>().join(", ")]);
    text
}

/// What decided whether it presents systemic risk, or else whether it is a general-purpose AI model.
fn because(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    let decision = &model.decision;
    let wording = wording(report, model);
    let (general_purpose, provider) = (decision.general_purpose, decision.provider);
    let (question, told) = match (general_purpose.truth, provider.truth) {
        // That it is a general-purpose AI model goes without saying once it presents systemic risk.
        (Truth::Yes, Truth::Yes) => (decision.systemic_risk, Some(general_purpose)),
        (Truth::Yes, _) => (provider, None),
        _ => (general_purpose, None),
    };
    let lines = wording.decisive(&decision.reasons, question, told);
    lines.into_iter().take(ITEMS).map(|line| because_line(&line)).collect()
}

fn because_line(line: &ReasonLine) -> String {
    let rests_on = [line.cites.as_str(), line.note.as_str()];
    let rests_on: Vec<&str> = rests_on.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({})", line.text, rests_on.join("; "))
}

fn duties(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    let law = report.assessor.law;
    let duties = &model.decision.duties;
    let of = |status: DutyStatus| -> Obligations {
        duties.iter().filter(|duty| duty.status(law) == status).map(|duty| duty.obligation).collect()
    };
    let line = |status: DutyStatus| {
        let cites = cite_all(of(status), &report.data.corpus);
        let dates: BTreeSet<_> =
            duties.iter().filter(|duty| duty.status(law) == status).filter_map(|duty| duty.from).collect();
        let from = match (dates.first(), dates.len()) {
            (None, _) => report.words.text("from-placing"),
            (Some(date), 1) => date.to_string(),
            (Some(date), _) => report.words.with("from-first", &[("date", date.to_string().into())]),
        };
        let values = [("cites", cites.clone().into()), ("from", from.into())];
        if cites.is_empty() { String::new() } else { report.words.with(&format!("duties-{}", status.id()), &values) }
    };
    [DutyStatus::Binds, DutyStatus::Ahead, DutyStatus::Open, DutyStatus::DoesNotBind].map(line).to_vec()
}

fn ways(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    let words = report.words;
    let line = |way: &adhere_domain::law::rules::pathway::Pathway| {
        let name = words.text(&format!("way-{}", way.kind.id()));
        let state = words.text(&format!("way-state-{}", way.state().id()));
        let worth = words.text(&format!("worth-{}", way.kind.worth().id()));
        format!("{name}: {state} — {worth}, {}", cite_all(way.covers, &report.data.corpus))
    };
    model.decision.pathways.iter().filter(|way| way.state() != PathwayState::Closed).map(line).collect()
}

fn adherence(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    let lost = model.adherence.as_ref().map(|(_, scope)| cite_all(scope.lost, &report.data.corpus));
    let lost = lost.filter(|lost| !lost.is_empty());
    let lost = lost.map(|lost| report.words.with("adherence-lost", &[("cites", lost.into())]));
    vec![adherence_text(report, model), lost.unwrap_or_default()]
}

fn measures(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    if model.measures.is_empty() {
        return Vec::new();
    }
    let words = report.words;
    let bind = model.measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes).count();
    let open = model.measures.iter().filter(|standing| !standing.binding.binds.truth.is_decided()).count();
    let without_gap =
        model.measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes && standing.gap.is_none());
    let values = [
        ("bind", bind.into()),
        ("open", open.into()),
        ("of", model.measures.len().into()),
        ("without-gap", without_gap.count().into()),
    ];
    let mut lines = vec![words.with("measures-count", &values)];
    let mut gaps: Vec<(adhere_domain::adherence::standing::Gap, Vec<&str>)> = Vec::new();
    for standing in &model.measures {
        let Some(gap) = standing.gap else { continue };
        match gaps.iter_mut().find(|(known, _)| *known == gap) {
            Some((_, ids)) => ids.push(standing.measure.id.as_str()),
            None => gaps.push((gap, vec![standing.measure.id.as_str()])),
        }
    }
    gaps.sort_by_key(|(gap, _)| *gap);
    lines.extend(gaps.iter().take(ITEMS).map(|(gap, ids)| {
        let shown = ids.iter().take(8).copied().collect::<Vec<_>>().join(" ");
        let more =
            if ids.len() > 8 { words.with("and-more", &[("count", (ids.len() - 8).into())]) } else { String::new() };
        format!("{}: {shown}{more}", gap_text(report, *gap))
    }));
    lines
}

fn due(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<String> {
    let open = |status: DueStatus| matches!(status, DueStatus::Overdue | DueStatus::Due | DueStatus::Earliest);
    let items: Vec<DueView> =
        model.due.iter().filter(|item| open(item.status)).map(|item| due_view(report, item)).collect();
    if items.is_empty() {
        return vec![report.words.text("nothing-due")];
    }
    let caveat = report.words.text("or-later");
    let line = |item: &DueView| {
        let or_later = if item.may_lie_later { caveat.as_str() } else { "" };
        format!("{} {}{or_later}  {} ({})", item.status_text, item.on, item.what, item.cite)
    };
    let mut lines: Vec<String> = items.iter().take(ITEMS).map(line).collect();
    if items.len() > ITEMS {
        lines.push(report.words.with("and-more-due", &[("count", (items.len() - ITEMS).into())]));
    }
    lines
}
