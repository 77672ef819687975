//! The clocks of a case: what is due when by the deadlines of its code, as of a moment.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::case::Case;
use super::counting::Counting;
use super::matter::Matter;
use super::step::StepKind;
use crate::codes::code::{Code, Measure};
use crate::codes::deadline::{Deadline, Timing};
use crate::law::period::{Length, Rules};

/// A deadline as it runs in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock<'a> {
    /// The measure that sets it.
    pub measure: &'a Measure,
    /// The deadline.
    pub deadline: &'a Deadline,
    /// The step that meets it; none where something is kept.
    pub step: Option<StepKind>,
    /// The day from which it runs.
    pub runs_from: Date,
    /// The last day.
    pub due: Due,
    /// Where it stands.
    pub status: ClockStatus,
    /// The years for which no holiday table was to be had, so that the last day may lie later.
    pub unknown_years: BTreeSet<i16>,
}

/// The last day of a clock, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The code's period ends on the day.
    ByCode(Date),
    /// The request itself sets the day (Art. 91(4)).
    ByRequest(Date),
    /// The code gives no number, and nothing else does.
    Unstated,
}

/// Where a clock stands; the order is the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockStatus {
    /// The last day has passed, and nothing on record says that it was done.
    Overdue,
    /// It is to be done; the last day, if there is one, is today or ahead.
    Running,
    /// It is kept until the last day.
    Keep,
    /// It was done late, on that day.
    DoneLate(Date),
    /// It was done in time, on that day.
    Done(Date),
    /// What came later took its place after its last day, and it was never done.
    Missed,
    /// The case was closed before its last day, and it was not done.
    Stopped(Date),
}

impl Due {
    /// The last day, if there is one.
    pub const fn on(self) -> Option<Date> {
        match self {
            Self::ByCode(on) | Self::ByRequest(on) => Some(on),
            Self::Unstated => None,
        }
    }
}

impl ClockStatus {
    /// The status's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Running => "running",
            Self::Keep => "keep",
            Self::DoneLate(_) => "done-late",
            Self::Done(_) => "done",
            Self::Missed => "missed",
            Self::Stopped(_) => "stopped",
        }
    }

    /// Whether something is still to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::Running)
    }
}

/// What clocks are computed from.
struct Ticking<'a, 'c> {
    case: &'c Case,
    counting: &'c Counting<'c>,
    /// Until when is looked.
    until: Timestamp,
    today: Date,
    clocks: Vec<Clock<'a>>,
}

/// The clocks of a case as of a moment, the most urgent first. `code` is the version that the case names.
pub fn clocks<'a>(case: &Case, code: &'a Code, counting: &Counting<'_>, as_of: Timestamp) -> Vec<Clock<'a>> {
    let mut ticking = Ticking { case, counting, until: as_of, today: counting.day(as_of), clocks: Vec::new() };
    for (_, _, measure) in code.measures() {
        for deadline in &measure.deadlines {
            ticking.deadline(measure, deadline);
        }
    }
    let mut clocks = ticking.clocks;
    clocks.sort_by_key(|clock| (clock.status, clock.due.on().is_none(), clock.due.on()));
    clocks
}

impl<'a> Ticking<'a, '_> {
    fn deadline(&mut self, measure: &'a Measure, deadline: &'a Deadline) {
        let Some(from) = self.begins(deadline) else { return };
        let step = StepKind::meeting(deadline.event, deadline.timing);
        match (deadline.timing, step) {
            (Timing::Every(length), Some(step)) => self.again(measure, deadline, length, step, from),
            (Timing::Within(length), Some(step)) => self.once(measure, deadline, Some(length), step, from),
            (Timing::By | Timing::Unstated, Some(step)) => self.once(measure, deadline, None, step, from),
            (Timing::Keep(length), _) => self.kept(measure, deadline, length, from),
            _ => {}
        }
    }

    /// When the event of a deadline happened in the case, if it did by the moment asked about.
    fn begins(&self, deadline: &Deadline) -> Option<Timestamp> {
        let opening = &self.case.opening;
        let at_opening = opening.matter.events().contains(&deadline.event).then_some(opening.aware_at);
        let by_step = || {
            let mut kinds = StepKind::ALL.into_iter().map(|(kind, _)| kind);
            kinds.find(|kind| kind.event() == Some(deadline.event)).and_then(|kind| self.case.done(kind))
        };
        at_opening.or_else(by_step).filter(|at| *at <= self.until)
    }

    fn once(
        &mut self,
        measure: &'a Measure,
        deadline: &'a Deadline,
        length: Option<Length>,
        step: StepKind,
        from: Timestamp,
    ) {
        let runs_from = self.counting.day(from);
        let asked = match self.case.opening.matter {
            Matter::AiOfficeRequest(asked) => asked,
            _ => None,
        };
        let counted =
            length.map(|length| self.counting.last_day(length, deadline.event, runs_from, self.counting.rules()));
        let (due, unknown_years) = match (counted, deadline.timing, asked) {
            (Some(Some((on, years))), ..) => (Due::ByCode(on), years),
            // A last day beyond the calendar is none.
            (Some(None), ..) => return,
            (None, Timing::By, _) => (Due::ByCode(runs_from), BTreeSet::new()),
            (None, _, Some(on)) => (Due::ByRequest(on), BTreeSet::new()),
            (None, ..) => (Due::Unstated, BTreeSet::new()),
        };
        let done = self.case.done(step).filter(|at| *at <= self.until).map(|at| self.counting.day(at));
        let status = self.status(due.on(), done);
        self.clocks.push(Clock { measure, deadline, step: Some(step), runs_from, due, status, unknown_years });
    }

    /// What recurs is due once more after each time it was done, until the incident is resolved.
    fn again(&mut self, measure: &'a Measure, deadline: &'a Deadline, length: Length, step: StepKind, from: Timestamp) {
        let mut times: Vec<Date> = self.times(step);
        times.sort_unstable();
        let resolved = self.case.done(StepKind::Resolved).filter(|at| *at <= self.until);
        let resolved = resolved.map(|at| self.counting.day(at));
        let mut runs_from = self.counting.day(from);
        for done in times.into_iter().map(Some).chain([None]) {
            let last = self.counting.last_day(length, deadline.event, runs_from, self.counting.rules());
            let Some((on, unknown_years)) = last else { return };
            let status = match (done, resolved) {
                (None, Some(resolved)) if resolved <= on => return,
                (None, Some(_)) => ClockStatus::Missed,
                (done, _) => self.status(Some(on), done),
            };
            let due = Due::ByCode(on);
            self.clocks.push(Clock { measure, deadline, step: Some(step), runs_from, due, status, unknown_years });
            runs_from = done.unwrap_or(runs_from);
        }
    }

    /// Retention is not an act to be done on the last day: nothing moves it, and what need not be kept is no concern.
    fn kept(&mut self, measure: &'a Measure, deadline: &'a Deadline, length: Length, from: Timestamp) {
        let runs_from = self.counting.day(from);
        let last = self.counting.last_day(length, deadline.event, runs_from, Rules::Calendar);
        let Some((on, unknown_years)) = last.filter(|(on, _)| self.today <= *on) else { return };
        let (due, status) = (Due::ByCode(on), ClockStatus::Keep);
        self.clocks.push(Clock { measure, deadline, step: None, runs_from, due, status, unknown_years });
    }

    /// The days on which a step was done by the moment asked about.
    fn times(&self, kind: StepKind) -> Vec<Date> {
        let done = self.case.steps.iter().filter(|step| step.kind == kind && step.at <= self.until);
        done.map(|step| self.counting.day(step.at)).collect()
    }

    fn status(&self, due: Option<Date>, done: Option<Date>) -> ClockStatus {
        let closed = self.case.closed_at().filter(|at| *at <= self.until).map(|at| self.counting.day(at));
        match (done, due, closed) {
            (Some(done), Some(due), _) if due < done => ClockStatus::DoneLate(done),
            (Some(done), ..) => ClockStatus::Done(done),
            (None, Some(due), Some(closed)) if due < closed => ClockStatus::Missed,
            (None, _, Some(closed)) => ClockStatus::Stopped(closed),
            (None, Some(due), None) if due < self.today => ClockStatus::Overdue,
            (None, _, None) => ClockStatus::Running,
        }
    }
}
