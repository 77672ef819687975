//! What is due when, by the law and by the measures that bind; overdue first.

mod by_law;
mod by_measure;
mod lifted;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::record::ModelRecord;
use super::standing::MeasureStanding;
use crate::codes::code::{Ground, Measure};
use crate::codes::deadline::Deadline;
use crate::codes::id::PartId;
use crate::law::calendar::{CalendarId, Calendars, WorkingDays};
use crate::law::decision::Decision;
use crate::law::facts::Provider;
use crate::law::obligation::Obligation;
use crate::law::parameters::Law;
use crate::law::period::{Length, Rules};
use crate::law::truth::Truth;

/// Something that is, was or will be due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem<'a> {
    /// What.
    pub what: DueWhat<'a>,
    /// The last day for it; for retention the last day of keeping, for a right the first day of it, and for what is
    /// lifted the day it would have been.
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
    /// A relief of the measure lifts it, on this ground.
    Lifted(Ground),
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
            Self::Lifted(_) => "lifted",
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
    for item in &mut items {
        ctx.lift(item);
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
        DueStatus::Lifted(_) => 4,
        DueStatus::DoneLate(_) => 5,
        DueStatus::Done(_) => 6,
        DueStatus::MissedBeforeEnd(_) => 7,
        DueStatus::BeforeAdherence => 8,
    }
}

const fn item(what: DueWhat<'_>, on: Date, status: DueStatus) -> DueItem<'_> {
    DueItem { what, on, status, event_on: None, incident: None, unknown_years: BTreeSet::new() }
}

impl<'a> DueContext<'a, '_> {
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
