//! Any sequence of commands: no step before its case, clocks in order, and overdue exactly where a day passed undone.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{Strategy, prop, prop_oneof};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::case::Cases;
use super::clock::{ClockStatus, clocks};
use super::event::CaseChange;
use super::fixtures::{at, calendars, code, complaint, counting, event, id, incident, opening, text, zone};
use super::matter::{Harm, Matter};
use super::step::{Step, StepKind};
use crate::recorded::Recorded;

const HOURS: i64 = 24 * 120;

fn moment(hours: i64) -> Timestamp {
    at("2026-03-02T09:00") + SignedDuration::from_hours(hours)
}

/// Commands, each with the hour at which it is given and the hour that it is about.
fn commands() -> impl Strategy<Value = Vec<(i64, i64, CaseChange)>> {
    let matter = prop::sample::select(vec![
        incident(&[Harm::Death]),
        incident(&[Harm::CriticalInfrastructure, Harm::Death]),
        Matter::DownstreamRequest,
        complaint(),
    ]);
    let kinds: Vec<StepKind> = StepKind::ALL.into_iter().map(|(kind, _)| kind).collect();
    let step = |kind| CaseChange::StepDone(Step { kind, at: moment(0), note: None });
    let change = prop_oneof![
        2 => matter.prop_map(|matter| opening(matter, "2026-03-02T09:00")),
        8 => prop::sample::select(kinds).prop_map(step),
        1 => prop::sample::select(vec!["a", "b"]).prop_map(|reason| CaseChange::Closed(text(reason))),
        1 => prop::sample::select(vec!["a", "b"]).prop_map(|reason| CaseChange::Reopened(text(reason))),
    ];
    let mut commands = prop::collection::vec((0..HOURS, 0..HOURS, change), 1..30).boxed();
    commands = commands
        .prop_map(|mut commands| {
            commands.sort_by_key(|(now, ..)| *now);
            commands
        })
        .boxed();
    commands
}

/// The cases after all commands that are not refused.
fn after(commands: Vec<(i64, i64, CaseChange)>) -> Cases {
    let code = code();
    commands.into_iter().fold(Cases::default(), |cases, (now, about, change)| {
        let change = match change {
            CaseChange::StepDone(step) => CaseChange::StepDone(Step { at: moment(about), ..step }),
            CaseChange::Opened(mut opening) => {
                opening.aware_at = moment(about);
                CaseChange::Opened(opening)
            }
            other => other,
        };
        match cases.decide(event("a", change), Some(&code), moment(now)) {
            Ok(Some(event)) => cases.apply(Recorded { at: moment(now), event }).unwrap(),
            Ok(None) | Err(_) => cases,
        }
    })
}

proptest! {
    #[test]
    fn steps_lie_between_awareness_and_recording(commands in commands()) {
        let cases = after(commands);
        for case in cases.all() {
            for step in &case.steps {
                prop_assert!(case.opening.aware_at <= step.at && step.at <= moment(HOURS));
                prop_assert!(step.kind.is_of(case.opening.matter.kind()));
                let first = step.kind.follows();
                prop_assert!(first.is_none_or(|first| case.done(first).is_some_and(|at| at <= step.at)));
                let times = case.steps.iter().filter(|other| other.kind == step.kind).count();
                prop_assert!(times == 1 || step.kind.recurs());
            }
            // Closed and opened again in turns, the first of them closed.
            prop_assert!(case.turns.iter().enumerate().all(|(place, turn)| turn.is_open == (place % 2 == 1)));
        }
    }

    #[test]
    fn overdue_is_what_has_passed_and_was_not_done(commands in commands(), hour in 0..HOURS * 2) {
        let (cases, code, calendars, zone) = (after(commands), code(), calendars(), zone());
        let (counting, as_of) = (counting(&calendars, &zone), moment(hour));
        let Some(case) = cases.get(&id("a")) else { return Ok(()) };
        let is_open = case.closed_at().is_none_or(|closed| as_of < closed);
        for clock in clocks(case, &code, &counting, as_of) {
            let has_passed = clock.due.on().is_some_and(|on| on < counting.day(as_of));
            let is_done = matches!(clock.status, ClockStatus::Done(_) | ClockStatus::DoneLate(_));
            let is_lapsed = matches!(clock.status, ClockStatus::Missed | ClockStatus::Keep);
            let is_overdue = clock.status == ClockStatus::Overdue;
            prop_assert_eq!(is_overdue, is_open && has_passed && !is_done && !is_lapsed);
            // The day of the event is not counted: no period ends on it.
            prop_assert!(clock.due.on().is_none_or(|on| clock.runs_from < on));
            prop_assert!(clock.runs_from <= counting.day(as_of), "nothing runs from what has not happened");
        }
    }

    #[test]
    fn later_awareness_makes_nothing_due_sooner(first in 0..HOURS, later in 0..HOURS) {
        let (code, calendars, zone) = (code(), calendars(), zone());
        let due = |hour: i64| {
            let cases = after(vec![(HOURS, hour, opening(incident(&[Harm::CriticalInfrastructure]), "2026-03-02T09:00"))]);
            let case = cases.get(&id("a")).unwrap().clone();
            clocks(&case, &code, &counting(&calendars, &zone), moment(HOURS)).first().unwrap().due.on().unwrap()
        };
        prop_assert!(due(first.min(later)) <= due(first.max(later)));
    }

    #[test]
    fn what_was_known_of_the_past_does_not_change(commands in commands(), hour in 0..HOURS) {
        // Steps done after a moment have no bearing on the clocks as of it.
        let (cases, code, calendars, zone) = (after(commands), code(), calendars(), zone());
        let (counting, as_of) = (counting(&calendars, &zone), moment(hour));
        let Some(case) = cases.get(&id("a")) else { return Ok(()) };
        let mut earlier = case.clone();
        earlier.steps.retain(|step| step.at <= as_of);
        prop_assert_eq!(clocks(case, &code, &counting, as_of), clocks(&earlier, &code, &counting, as_of));
    }
}
