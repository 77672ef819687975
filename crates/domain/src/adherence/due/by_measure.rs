//! What a measure makes due: upon events, again and again, and to be kept.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{DueContext, DueItem, DueStatus, DueWhat, item};
use crate::adherence::record::{Done, Event};
use crate::codes::code::Measure;
use crate::codes::deadline::{Deadline, EventKind, Timing};
use crate::codes::id::PartId;
use crate::law::facts::Placement;
use crate::law::period::{Length, Rules};
use crate::law::readings::CodeDays;

/// An event on its day.
#[derive(Clone, Copy, Debug)]
struct Occurrence<'a> {
    on: Date,
    /// When what fell due upon it was done.
    done: Option<Date>,
    incident: Option<&'a PartId>,
}

impl<'a> Occurrence<'a> {
    const fn of(event: &'a Event) -> Self {
        Self { on: event.on, done: event.done, incident: event.incident.as_ref() }
    }
}

impl<'a, 'd> DueContext<'a, 'd> {
    pub(super) fn due_by_measure(self, measure: &'a Measure, deadline: &'a Deadline, items: &mut Vec<DueItem<'a>>) {
        if let Timing::Every(length) = deadline.timing {
            self.due_again(measure, deadline, length, items);
            return;
        }
        for event in self.events(deadline.event) {
            let Some((on, unknown_years)) = self.last_day(deadline, event.on) else { continue };
            let status = match deadline.timing {
                Timing::Keep(_) if self.law.as_of <= on => DueStatus::Keep,
                // What no longer has to be kept is nobody's concern.
                Timing::Keep(_) => continue,
                _ => self.status(on, event.done.or_else(|| self.done_for(measure, deadline, event))),
            };
            let what = item(DueWhat::Measure(measure, deadline), on, status);
            items.push(DueItem { event_on: Some(event.on), incident: event.incident, unknown_years, ..what });
        }
    }

    /// What recurs is due once more after the last time, whether that was the event, what renews it, or the doing;
    /// for each incident by itself.
    fn due_again(self, measure: &'a Measure, deadline: &'a Deadline, length: Length, items: &mut Vec<DueItem<'a>>) {
        let incidents: BTreeSet<Option<&PartId>> = self.events(deadline.event).map(|event| event.incident).collect();
        for incident in incidents.into_iter().filter(|incident| !self.has_ended(deadline.event, *incident)) {
            let of_incident = |kind| self.events(kind).filter(move |event| event.incident == incident);
            let Some(begun) = of_incident(deadline.event).map(|event| event.done.unwrap_or(event.on)).max() else {
                continue;
            };
            let renewed = deadline.event.renewed_by().into_iter().flat_map(of_incident).map(|event| event.on);
            let done = self.done(measure, deadline, incident).map(|done| done.on);
            let last = renewed.chain(done).chain([begun]).filter(|on| *on <= self.law.as_of).max();
            let Some(last) = last else { continue };
            let towards_ai_office = deadline.event.is_towards_ai_office();
            let after = self.after(length, last, towards_ai_office, self.code_rules());
            let Some((on, unknown_years)) = after else { continue };
            let what = item(DueWhat::Measure(measure, deadline), on, self.status(on, None));
            items.push(DueItem { event_on: Some(last), incident, unknown_years, ..what });
        }
    }

    fn last_day(self, deadline: &Deadline, event_on: Date) -> Option<(Date, BTreeSet<i16>)> {
        let towards_ai_office = deadline.event.is_towards_ai_office();
        match deadline.timing {
            Timing::Within(length) => self.after(length, event_on, towards_ai_office, self.code_rules()),
            // Retention is not an act to be done on the last day: nothing moves it.
            Timing::Keep(length) => self.after(length, event_on, towards_ai_office, Rules::Calendar),
            Timing::By => Some((event_on, BTreeSet::new())),
            Timing::Before(length) => {
                let mut working = self.working_days(towards_ai_office);
                let on = length.before(event_on, &mut working)?;
                Some((on, working.unknown_years().clone()))
            }
            // Without a number there is no last day.
            Timing::Every(_) | Timing::Unstated => None,
        }
    }

    const fn code_rules(self) -> Rules {
        match self.law.readings.code_days {
            CodeDays::Regulation => Rules::Regulation,
            CodeDays::Calendar => Rules::Calendar,
        }
    }

    /// The days of an event, each with the day on which what fell due upon it was done.
    fn events(self, kind: EventKind) -> impl Iterator<Item = Occurrence<'a>> + use<'a, 'd> {
        let facts = &self.model.facts;
        let by_fact = match kind {
            EventKind::Placing => facts.placement.and_then(Placement::date),
            EventKind::ConditionKnown => facts.classification.condition_known_on,
            EventKind::SystemicRiskNotification => facts.classification.notified_on,
            _ => None,
        };
        // What has not happened by the day runs nothing; a placing that is planned does.
        let as_of = self.law.as_of;
        let recorded = self.model.events.iter().filter(move |event| event.kind == kind && event.on <= as_of);
        let by_fact = by_fact.map(|on| Occurrence { on, done: None, incident: None });
        by_fact.into_iter().chain(recorded.map(Occurrence::of))
    }

    /// Whether what recurs has come to its end: an incident that is named is resolved by its name, and of the others
    /// as many are resolved as were reported.
    fn has_ended(self, kind: EventKind, incident: Option<&PartId>) -> bool {
        let count = |kind| self.events(kind).filter(|event| event.incident == incident).count();
        let resolved = || count(EventKind::IncidentResolved);
        kind == EventKind::IncidentInitialReport
            && if incident.is_some() { resolved() > 0 } else { count(kind) <= resolved() }
    }

    /// When it was done: for any incident, or for this one.
    fn done<'s>(
        self,
        measure: &'s Measure,
        deadline: &'s Deadline,
        incident: Option<&'s PartId>,
    ) -> impl Iterator<Item = &'a Done> + use<'a, 'd, 's> {
        let for_incident = move |done: &&Done| done.incident.is_none() || done.incident.as_ref() == incident;
        let done = self.model.done.iter();
        done.filter(|done| done.measure == measure.id && done.deadline == deadline.name).filter(for_incident)
    }

    /// When a deadline was met for one event: what is asked upon an event is done after it, the first time counts.
    fn done_for(self, measure: &Measure, deadline: &Deadline, event: Occurrence<'_>) -> Option<Date> {
        let upon = matches!(deadline.timing, Timing::Within(_));
        let done = self.done(measure, deadline, event.incident).map(|done| done.on);
        done.filter(|on| !upon || event.on <= *on).min()
    }
}
