//! What is due, as a calendar.

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::due::{DueItem, DueStatus, DueWhat};
use adhere_formats::icalendar::{Entry, calendar as print};

use super::due::due_view;
use super::model::title;
use super::{Context, Outcome};

/// Open and overdue items and rights of all models as iCalendar.
pub(crate) fn calendar(report: &Context<'_>) -> (String, Outcome) {
    let mut outcome = Outcome::default();
    let mut all = Vec::new();
    for model in report.assessor.models() {
        outcome.count(&model, report.assessor);
        all.extend(entries(report, &model).into_iter().map(|(_, entry)| entry));
    }
    let name = report.words.with("calendar-name", &[("provider", report.assessor.undertaking.name.clone().into())]);
    (print(&name, &all, report.assessor.law), outcome)
}

/// Open and overdue items and rights of a model, each with where it stands.
pub(crate) fn entries(report: &Context<'_>, model: &ModelAssessment<'_>) -> Vec<(DueStatus, Entry)> {
    let open = |status| matches!(status, DueStatus::Overdue | DueStatus::Due | DueStatus::Earliest);
    let entry = |item: &DueItem<'_>| {
        let view = due_view(report, item);
        let event = item.event_on.map_or_else(String::new, |on| format!("-{on}"));
        let deadline = match item.what {
            DueWhat::Measure(_, deadline) => deadline.name.as_str(),
            _ => item.what.id(),
        };
        let key = format!("{}-{}-{deadline}{event}", model.id, view.cite).replace([' ', '(', ')'], "");
        let parts = [view.cite, view.details].into_iter().filter(|part| !part.is_empty());
        let description = parts.collect::<Vec<_>>().join(": ");
        let summary = format!("{}: {}", title(model.model), view.what);
        (item.status, Entry { key, on: item.on, summary, description })
    };
    model.due.iter().filter(|item| open(item.status)).map(entry).collect()
}
