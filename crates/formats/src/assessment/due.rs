//! What is due, as JSON.

use adhere_domain::adherence::due::{DueItem, DueStatus, DueWhat};
use adhere_domain::adherence::record::Event;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that is, was or will be due.
#[derive(Serialize, JsonSchema)]
pub(super) struct DueWire {
    /// What: `comply`, `notify`, `appoint-representative`, `ask-reassessment`, `measure` or `promise`.
    what: &'static str,
    /// Element id of the provision, where the law asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    provision: Option<&'static str>,
    /// The measure, where a code asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    /// The deadline's name within the measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    /// `overdue`, `due`, `earliest`, `keep`, `lifted` (by a relief of the measure), `done`, `done-late`,
    /// `before-adherence` or `missed-before-end` (missed under an adherence that has ended since).
    status: &'static str,
    /// The last day for it; for retention the last day of keeping, for a right the first day of it, and for what
    /// is lifted the day it would have been.
    on: String,
    /// The day of the event it runs from.
    #[serde(skip_serializing_if = "Option::is_none")]
    event_on: Option<String>,
    /// The serious incident it is about, if the record names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<String>,
    /// The first day without the adherence under which it was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    adherence_until: Option<String>,
    /// The ground of the relief that lifts it: `open-source`, `similarly-safe` or `inferior-to-open-weight`.
    #[serde(skip_serializing_if = "Option::is_none")]
    lifted_by: Option<&'static str>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<String>,
    /// The years for which no holiday table was to be had, so that the last day may lie later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    holidays_unknown: Vec<i16>,
}

/// Something on record that happened.
#[derive(Serialize, JsonSchema)]
pub(super) struct EventWire {
    /// What happened.
    kind: &'static str,
    /// When.
    on: String,
    /// When what fell due upon it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<String>,
    /// The serious incident it is about, if the record names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<String>,
    /// What the record remarks.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

pub(super) fn event(event: &Event) -> EventWire {
    EventWire {
        kind: event.kind.id(),
        on: event.on.to_string(),
        done: event.done.map(|date| date.to_string()),
        incident: event.incident.as_ref().map(ToString::to_string),
        note: event.note.clone(),
    }
}

pub(super) fn due(item: &DueItem<'_>) -> DueWire {
    let (measure, deadline) = match item.what {
        DueWhat::Measure(measure, deadline) => (Some(measure.id.to_string()), Some(deadline.name.clone())),
        DueWhat::Promise(measure) => (Some(measure.id.to_string()), None),
        _ => (None, None),
    };
    let done_on = match item.status {
        DueStatus::Done(on) | DueStatus::DoneLate(on) => Some(on.to_string()),
        _ => None,
    };
    DueWire {
        what: item.what.id(),
        provision: item.what.provision(),
        measure,
        deadline,
        status: item.status.id(),
        on: item.on.to_string(),
        event_on: item.event_on.map(|date| date.to_string()),
        incident: item.incident.map(ToString::to_string),
        adherence_until: match item.status {
            DueStatus::MissedBeforeEnd(until) => Some(until.to_string()),
            _ => None,
        },
        lifted_by: match item.status {
            DueStatus::Lifted(ground) => Some(ground.id()),
            _ => None,
        },
        done_on,
        holidays_unknown: item.unknown_years.iter().copied().collect(),
    }
}
