//! What is due, as people read it.

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::due::{DueItem, DueStatus, DueWhat};
use adhere_domain::adherence::record::Event;
use adhere_domain::codes::deadline::{Deadline, Timing};
use adhere_domain::law::period::Unit;
use adhere_domain::law::readings::ReadingId;

use super::Context;

/// A due item, ready to print.
pub(crate) struct DueView {
    pub(crate) status: &'static str,
    pub(crate) status_text: String,
    pub(crate) on: String,
    pub(crate) what: String,
    pub(crate) cite: String,
    pub(crate) details: String,
    /// Whether a holiday table was missing.
    pub(crate) may_lie_later: bool,
}

/// Everything that is due, overdue first.
pub(super) fn due_views(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<DueView> {
    model.due.iter().map(|item| due_view(report, item)).collect()
}

/// An event on record, ready to print.
pub(crate) struct EventView {
    pub(crate) on: String,
    pub(crate) what: String,
    pub(crate) details: String,
}

/// The events on record, in the order of the file.
pub(super) fn event_views(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<EventView> {
    let words = report.words;
    let view = |event: &Event| {
        let incident = event.incident.as_ref();
        let incident = incident.map(|it| words.with("due-incident", &[("incident", it.to_string().into())]));
        let done = event.done.map(|done| words.with("due-done-on", &[("date", done.to_string().into())]));
        let details = [incident, done, event.note.clone()].into_iter().flatten().collect::<Vec<_>>();
        let what = words.text(&format!("event-{}", event.kind.id()));
        EventView { on: event.on.to_string(), what, details: details.join("; ") }
    };
    model.model.events.iter().map(view).collect()
}

/// A due item in words.
pub(super) fn due_view(report: &Context<'_>, item: &DueItem<'_>) -> DueView {
    let status = item.status.id();
    DueView {
        status,
        status_text: report.words.text(&format!("due-status-{status}")),
        on: item.on.to_string(),
        what: what(report, item),
        cite: cite(report, item),
        details: details(report, item),
        may_lie_later: !item.unknown_years.is_empty(),
    }
}

fn what(report: &Context<'_>, item: &DueItem<'_>) -> String {
    let words = report.words;
    match item.what {
        DueWhat::Comply(obligation) => words.with("due-comply", &[("obligation", words.obligation(obligation).into())]),
        DueWhat::Notify => words.text("due-notify"),
        DueWhat::AppointRepresentative => words.text("due-appoint-representative"),
        DueWhat::AskReassessment => words.text("due-ask-reassessment"),
        DueWhat::Measure(measure, deadline) => {
            format!("{}: {}", measure.title, deadline.name.replace('-', " "))
        }
        DueWhat::Promise(measure) => words.with("due-promise", &[("measure", measure.title.clone().into())]),
    }
}

fn cite(report: &Context<'_>, item: &DueItem<'_>) -> String {
    match item.what {
        DueWhat::Measure(measure, _) | DueWhat::Promise(measure) => measure.id.to_string(),
        _ => item.what.provision().map_or_else(String::new, |id| report.data.corpus.cite(id).to_owned()),
    }
}

fn details(report: &Context<'_>, item: &DueItem<'_>) -> String {
    let words = report.words;
    let mut parts = Vec::new();
    if let DueWhat::Measure(_, deadline) = item.what {
        parts.push(timing(report, deadline, item));
    } else if let Some(event_on) = item.event_on {
        parts.push(words.with("due-event", &[("date", event_on.to_string().into())]));
    }
    if let Some(incident) = item.incident {
        parts.push(words.with("due-incident", &[("incident", incident.to_string().into())]));
    }
    if let DueStatus::MissedBeforeEnd(until) = item.status {
        parts.push(words.with("due-adherence-ended", &[("date", until.to_string().into())]));
    }
    if let Some(relief) = lifted_by(report, item) {
        parts.push(relief);
    }
    if let Some(reading) = counted_by(report, item) {
        parts.push(reading);
    }
    if let DueStatus::Done(on) | DueStatus::DoneLate(on) = item.status {
        parts.push(words.with("due-done-on", &[("date", on.to_string().into())]));
    }
    if let DueWhat::Measure(_, Deadline { note: Some(note), .. }) = item.what {
        parts.push(note.clone());
    }
    if !item.unknown_years.is_empty() {
        let years: Vec<String> = item.unknown_years.iter().map(ToString::to_string).collect();
        parts.push(words.with("due-holidays-unknown", &[("years", years.join(", ").into())]));
    }
    parts.join("; ")
}

/// The relief that lifts it, with what the code says of it.
fn lifted_by(report: &Context<'_>, item: &DueItem<'_>) -> Option<String> {
    let (DueStatus::Lifted(ground), DueWhat::Measure(measure, deadline)) = (item.status, item.what) else {
        return None;
    };
    let relief = measure.lifting(deadline).find(|relief| relief.ground == ground)?;
    let words = report.words;
    let name = words.text(&format!("ground-{}", ground.id()));
    Some(words.with("due-lifted", &[("ground", name.into()), ("note", relief.note.clone().into())]))
}

/// Which reading counted the days that a code does not define.
fn counted_by(report: &Context<'_>, item: &DueItem<'_>) -> Option<String> {
    let DueWhat::Measure(_, Deadline { timing: Timing::Within(length) | Timing::Every(length), .. }) = item.what else {
        return None;
    };
    let chosen = report.assessor.law.readings.chosen(ReadingId::CodeDays);
    let values = [("question", ReadingId::CodeDays.id().into()), ("reading", chosen.into())];
    (length.unit != Unit::WorkingDays).then(|| report.words.with("due-counted", &values))
}

fn timing(report: &Context<'_>, deadline: &Deadline, item: &DueItem<'_>) -> String {
    let words = report.words;
    let length = deadline.timing.length().map_or_else(String::new, |length| {
        words.with(&format!("unit-{}", length.unit.id()), &[("count", i64::from(length.count).into())])
    });
    let event = words.text(&format!("event-{}", deadline.event.id()));
    let on = item.event_on.map_or_else(String::new, |date| date.to_string());
    let key = match deadline.timing {
        Timing::Within(_) => "timing-within",
        Timing::Before(_) => "timing-before",
        Timing::Every(_) => "timing-every",
        Timing::By => "timing-by",
        Timing::Keep(_) => "timing-keep",
        Timing::Unstated => "timing-unstated",
    };
    words.with(key, &[("length", length.into()), ("event", event.into()), ("date", on.into())])
}
