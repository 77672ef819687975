//! What is due when, by the law and by the measures that bind; overdue first.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::record::{Done, Event, ModelRecord};
use super::standing::MeasureStanding;
use crate::codes::code::Measure;
use crate::codes::deadline::{Deadline, EventKind, Timing};
use crate::codes::id::PartId;
use crate::law::calendar::{CalendarId, Calendars, WorkingDays};
use crate::law::decision::{Decision, DutyStatus};
use crate::law::facts::{Placement, Provider};
use crate::law::obligation::Obligation;
use crate::law::parameters::Law;
use crate::law::period::{Length, Rules, Unit};
use crate::law::readings::CodeDays;
use crate::law::rules::duty::Duty;
use crate::law::truth::Truth;

/// Something that is, was or will be due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem<'a> {
    /// What.
    pub what: DueWhat<'a>,
    /// The last day for it; for retention the last day of keeping, for a right the first day of it.
    pub on: Date,
    /// Where it stands.
    pub status: DueStatus,
    /// The day of the event it runs from, if it runs from one.
    pub event_on: Option<Date>,
    /// The serious incident it is about, if the record names one.
    pub incident: Option<&'a PartId>,
    /// The years for which no holiday table was to be had, so that the last day may lie later.
    pub unknown_years: BTreeSet<i16>,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWhat<'a> {
    /// To comply with an obligation whose day comes (Arts 111(3), 113).
    Comply(Obligation),
    /// To notify the Commission within two weeks (Art. 52(1)).
    Notify,
    /// To appoint an authorised representative before placing on the market (Art. 54(1)).
    AppointRepresentative,
    /// To ask for reassessment of a designation, six months after it at the earliest (Art. 52(5)).
    AskReassessment,
    /// What a measure asks.
    Measure(&'a Measure, &'a Deadline),
    /// What a statement promises for a measure.
    Promise(&'a Measure),
}

impl DueWhat<'_> {
    /// The kind's name in data and messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Comply(_) => "comply",
            Self::Notify => "notify",
            Self::AppointRepresentative => "appoint-representative",
            Self::AskReassessment => "ask-reassessment",
            Self::Measure(..) => "measure",
            Self::Promise(_) => "promise",
        }
    }

    /// Element id of the provision that asks for it, where the law does.
    pub const fn provision(&self) -> Option<&'static str> {
        match self {
            Self::Comply(obligation) => Some(obligation.element()),
            Self::Notify => Some("art_52__para_1"),
            Self::AppointRepresentative => Some("art_54__para_1"),
            Self::AskReassessment => Some("art_52__para_5"),
            Self::Measure(..) | Self::Promise(_) => None,
        }
    }
}

/// Where a due item stands; the order is the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueStatus {
    /// The last day has passed, and nothing on record says that it was done.
    Overdue,
    /// The last day is today or ahead.
    Due,
    /// A right that may be used from the day on.
    Earliest,
    /// To be kept until the day.
    Keep,
    /// It was done in time.
    Done(Date),
    /// It was done late.
    DoneLate(Date),
    /// The last day lay before the adherence began.
    BeforeAdherence,
    /// It was missed under an adherence that has ended since, on that day.
    MissedBeforeEnd(Date),
}

impl DueItem<'_> {
    /// Whether another is the same thing for the same event.
    pub(super) fn is_same_as(&self, other: &DueItem<'_>) -> bool {
        let about = |item: &DueItem<'_>| match item.what {
            DueWhat::Measure(measure, deadline) => Some((measure.id.clone(), deadline.name.clone())),
            _ => None,
        };
        about(self).is_some()
            && about(self) == about(other)
            && (self.on, self.event_on, self.incident) == (other.on, other.event_on, other.incident)
    }
}

impl DueStatus {
    /// The status's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Earliest => "earliest",
            Self::Keep => "keep",
            Self::Done(_) => "done",
            Self::DoneLate(_) => "done-late",
            Self::BeforeAdherence => "before-adherence",
            Self::MissedBeforeEnd(_) => "missed-before-end",
        }
    }
}

/// What due items are computed from.
#[derive(Clone, Copy, Debug)]
pub(super) struct DueContext<'a, 'd> {
    pub(super) provider: &'a Provider,
    pub(super) model: &'a ModelRecord,
    pub(super) decision: &'d Decision,
    pub(super) law: &'d Law,
    pub(super) calendars: &'a Calendars,
    /// Since when the adherence holds, if there is one.
    pub(super) adheres_since: Option<Date>,
}

/// Everything that is due, overdue first, then by date.
pub(super) fn due_items<'a>(ctx: DueContext<'a, '_>, measures: &[MeasureStanding<'a>]) -> Vec<DueItem<'a>> {
    let mut items = Vec::new();
    ctx.due_by_law(&mut items);
    items.extend(due_by_measures(ctx, measures));
    for standing in measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes) {
        if let Some(due) = standing.statement.and_then(|statement| statement.due).filter(|_| standing.gap.is_some()) {
            let status = if due < ctx.law.as_of { DueStatus::Overdue } else { DueStatus::Due };
            items.push(item(DueWhat::Promise(standing.measure), due, status));
        }
    }
    sort(&mut items);
    items
}

/// In the order of urgency.
pub(super) fn sort(items: &mut [DueItem<'_>]) {
    items.sort_by_key(|item| (rank(item.status), item.on));
}

/// What measures that bind have fall due, without what the law or a statement does.
pub(super) fn due_by_measures<'a>(ctx: DueContext<'a, '_>, measures: &[MeasureStanding<'a>]) -> Vec<DueItem<'a>> {
    let mut items = Vec::new();
    for standing in measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes) {
        for deadline in &standing.measure.deadlines {
            ctx.due_by_measure(standing.measure, deadline, &mut items);
        }
    }
    items
}

/// What is done or past comes after what is not, whatever the day of doing.
const fn rank(status: DueStatus) -> u8 {
    match status {
        DueStatus::Overdue => 0,
        DueStatus::Due => 1,
        DueStatus::Earliest => 2,
        DueStatus::Keep => 3,
        DueStatus::DoneLate(_) => 4,
        DueStatus::Done(_) => 5,
        DueStatus::MissedBeforeEnd(_) => 6,
        DueStatus::BeforeAdherence => 7,
    }
}

const fn item(what: DueWhat<'_>, on: Date, status: DueStatus) -> DueItem<'_> {
    DueItem { what, on, status, event_on: None, incident: None, unknown_years: BTreeSet::new() }
}

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
    fn due_by_law(self, items: &mut Vec<DueItem<'a>>) {
        for duty in self.decision.duties.iter().filter(|duty| duty.status(self.law) == DutyStatus::Ahead) {
            if let Some(on) = duty.from {
                items.push(item(DueWhat::Comply(duty.obligation), on, DueStatus::Due));
            }
        }
        self.due_notification(items);
        self.due_representative(items);
        self.due_reassessment(items);
    }

    /// Art. 52(1): without delay and in any event within two weeks; for models placed before 2 August 2025
    /// not before the day of Art. 111(3).
    fn due_notification(self, items: &mut Vec<DueItem<'a>>) {
        let classification = self.model.facts.classification;
        let duty = self.duty(Obligation::SystemicRiskNotification);
        let known_on = classification.condition_known_on;
        let (Some(duty), Some(known_on)) = (duty.filter(|duty| duty.addressed == Truth::Yes), known_on) else { return };
        let two_weeks = Length { count: 2, unit: Unit::Weeks };
        let Some(mut due) = self.after(two_weeks, known_on, true, Rules::Regulation) else { return };
        if let Some(from) = duty.from {
            due.0 = due.0.max(from);
        }
        let status = self.status(due.0, classification.notified_on);
        items.push(DueItem { event_on: Some(known_on), unknown_years: due.1, ..item(DueWhat::Notify, due.0, status) });
    }

    /// Art. 54(1): prior to placing on the market.
    fn due_representative(self, items: &mut Vec<DueItem<'a>>) {
        let duty = self.duty(Obligation::AuthorisedRepresentative);
        let Some(duty) = duty.filter(|duty| duty.addressed == Truth::Yes) else { return };
        let Some(on) = duty.from else { return };
        // Whether one is appointed may not be known: then nothing is said to be overdue, and the fact is asked for.
        let is_open = match self.provider.representative {
            Some(appointed) => !appointed,
            None => self.law.as_of <= on,
        };
        if is_open {
            items.push(item(DueWhat::AppointRepresentative, on, self.status(on, None)));
        }
    }

    /// Art. 52(5): at the earliest six months after the designation decision.
    fn due_reassessment(self, items: &mut Vec<DueItem<'a>>) {
        let classification = self.model.facts.classification;
        let designated_on = classification.designated_on.filter(|_| classification.designation_ended_on.is_none());
        let Some(designated_on) = designated_on else { return };
        let six_months = Length { count: 6, unit: Unit::Months };
        if let Some((on, _)) = self.after(six_months, designated_on, true, Rules::Calendar) {
            let what = item(DueWhat::AskReassessment, on, DueStatus::Earliest);
            items.push(DueItem { event_on: Some(designated_on), ..what });
        }
    }

    fn due_by_measure(self, measure: &'a Measure, deadline: &'a Deadline, items: &mut Vec<DueItem<'a>>) {
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
            Timing::Every(_) => None,
        }
    }

    fn after(
        self,
        length: Length,
        event: Date,
        towards_ai_office: bool,
        rules: Rules,
    ) -> Option<(Date, BTreeSet<i16>)> {
        let mut working = self.working_days(towards_ai_office);
        let on = length.after(event, self.law.readings.period_start, rules, &mut working)?;
        Some((on, working.unknown_years().clone()))
    }

    /// Art. 2(1) of Regulation 1182/71: the holidays of the institution or Member State in which action is to be taken.
    fn working_days(self, towards_ai_office: bool) -> WorkingDays<'a> {
        let own = self.provider.country.filter(|country| country.is_member_state());
        let own = own.map(|country| CalendarId::named(&country.to_string()));
        let calendar = if towards_ai_office { Some(CalendarId::institutions()) } else { own };
        WorkingDays::of(self.calendars, calendar)
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

    fn duty(self, obligation: Obligation) -> Option<&'d Duty> {
        self.decision.duties.iter().find(|duty| duty.obligation == obligation)
    }

    fn status(self, due: Date, done: Option<Date>) -> DueStatus {
        match done.filter(|on| *on <= self.law.as_of) {
            Some(on) if on <= due => DueStatus::Done(on),
            Some(on) => DueStatus::DoneLate(on),
            None if self.law.as_of <= due => DueStatus::Due,
            None if self.adheres_since.is_some_and(|since| due < since) => DueStatus::BeforeAdherence,
            None => DueStatus::Overdue,
        }
    }
}

#[cfg(test)]
mod tests;
