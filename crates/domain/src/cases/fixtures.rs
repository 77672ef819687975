//! A small code with deadlines for cases, and cases under it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::CaseId;
use super::case::Cases;
use super::complaint::Complaint;
use super::counting::Counting;
use super::event::{CaseChange, CaseEvent, Opening};
use super::matter::{Harm, Matter};
use super::refusal::CaseRefusal;
use super::step::{Step, StepKind};
use crate::adherence::fixtures;
use crate::codes::code::Code;
use crate::codes::deadline::{Deadline, EventKind, Timing};
use crate::codes::id::PartId;
use crate::id::Id;
use crate::law::calendar::Calendars;
use crate::law::period::{Length, Unit};
use crate::law::readings::Readings;
use crate::recorded::Recorded;
use crate::text::NonEmptyText;

pub(super) fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

pub(super) fn id(id: &str) -> CaseId {
    Id::parse(id).unwrap()
}

/// A moment in Brussels in winter, such as `2026-03-02T09:00`.
pub(super) fn at(text: &str) -> Timestamp {
    format!("{text}:00+01:00").parse().unwrap()
}

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn deadline(name: &str, timing: Timing, event: EventKind) -> Deadline {
    Deadline { name: name.to_owned(), timing, event, note: None }
}

/// A code with a deadline of each kind that cases have.
pub(super) fn code() -> Code {
    let mut code = fixtures::code();
    let length = |count, unit| Length { count, unit };
    code.chapters[2].commitments[0].measures[0].deadlines = vec![
        deadline("first", Timing::Within(length(2, Unit::Days)), EventKind::IncidentCriticalInfrastructure),
        deadline("first-death", Timing::Within(length(10, Unit::Days)), EventKind::IncidentDeath),
        deadline("again", Timing::Every(length(4, Unit::Weeks)), EventKind::IncidentInitialReport),
        deadline("last", Timing::Within(length(60, Unit::Days)), EventKind::IncidentResolved),
        deadline("documents", Timing::Keep(length(5, Unit::Years)), EventKind::IncidentDocumented),
    ];
    code.chapters[0].commitments[0].measures[0].deadlines = vec![
        deadline("answer", Timing::Within(length(14, Unit::Days)), EventKind::DownstreamRequest),
        deadline("office", Timing::Unstated, EventKind::AiOfficeRequest),
    ];
    code.chapters[1].commitments[0].measures[0].deadlines =
        vec![deadline("complaint", Timing::Unstated, EventKind::Complaint)];
    code
}

pub(super) fn calendars() -> Calendars {
    fixtures::calendars()
}

/// Brussels in winter.
pub(super) fn zone() -> TimeZone {
    TimeZone::fixed(Offset::constant(1))
}

pub(super) fn counting<'a>(calendars: &'a Calendars, zone: &'a TimeZone) -> Counting<'a> {
    Counting { readings: Readings::FIRST, calendars, country: None, zone }
}

pub(super) fn incident(harms: &[Harm]) -> Matter {
    Matter::SeriousIncident(harms.iter().copied().collect::<BTreeSet<_>>())
}

pub(super) fn complaint() -> Matter {
    let complaint = Complaint::new(text("Ada"), text("ada@example.eu"), text("A book"), text("It was copied."));
    Matter::Complaint(complaint.unwrap())
}

pub(super) fn opening(matter: Matter, aware: &str) -> CaseChange {
    CaseChange::Opened(Box::new(Opening {
        code: PartId::parse("gpai").unwrap(),
        version: PartId::parse("1").unwrap(),
        model: None,
        title: text("Something"),
        matter,
        aware_at: at(aware),
        reference: None,
    }))
}

pub(super) fn step(kind: StepKind, when: &str) -> CaseChange {
    CaseChange::StepDone(Step { kind, at: at(when), note: None })
}

pub(super) fn event(case: &str, change: CaseChange) -> CaseEvent {
    CaseEvent { provider: Id::parse("acme").unwrap(), id: id(case), change }
}

/// The cases after a command at a moment, if it is not refused.
pub(super) fn after(cases: &Cases, case: &str, change: CaseChange, now: &str) -> Result<Cases, CaseRefusal> {
    let decided = cases.decide(event(case, change), Some(&code()), at(now))?;
    let apply = |event| cases.clone().apply(Recorded { at: at(now), event }).unwrap();
    Ok(decided.map_or_else(|| cases.clone(), apply))
}

/// The case `a` after commands, each at its moment.
pub(super) fn told(changes: &[(&str, CaseChange)]) -> Cases {
    changes.iter().fold(Cases::default(), |cases, (now, change)| after(&cases, "a", change.clone(), now).unwrap())
}
