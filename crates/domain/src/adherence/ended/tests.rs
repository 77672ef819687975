use jiff::civil::{Date, date};

use crate::adherence::assessment::Assessor;
use crate::adherence::due::{DueStatus, DueWhat};
use crate::adherence::fixtures::{adherence, calendars, code, model, only, part, provider};
use crate::adherence::record::{Adherence, Done, ModelRecord, Scope, Undertaking};
use crate::law::fixtures::law;
use crate::law::parameters::Law;

fn systemic() -> ModelRecord {
    ModelRecord { facts: model("10^26", false), ..ModelRecord::default() }
}

fn between(since: Date, until: Option<Date>) -> Adherence {
    Adherence { since, until, ..adherence(Scope::Full) }
}

/// Name, day and status of what measures have fall due.
fn due(record: ModelRecord, adherences: Vec<Adherence>, law: &Law) -> Vec<(String, Date, DueStatus)> {
    let models = only("m", record);
    let undertaking = Undertaking { facts: provider(), adherences, models, ..Undertaking::default() };
    let (codes, calendars) = ([code()], calendars());
    let assessment = Assessor::new(&undertaking, &codes, law, &calendars).models().next().unwrap();
    let of_measure = assessment.due.iter().filter_map(|item| match item.what {
        DueWhat::Measure(_, deadline) => Some((deadline.name.clone(), item.on, item.status)),
        _ => None,
    });
    of_measure.collect()
}

const BEGIN: Date = date(2025, 8, 1);
const END: Date = date(2026, 1, 1);
const BEFORE: (Date, DueStatus) = (date(2025, 8, 18), DueStatus::MissedBeforeEnd(END));
const AT_PLACING: (Date, DueStatus) = (date(2025, 9, 1), DueStatus::MissedBeforeEnd(END));

fn named(name: &str, (on, status): (Date, DueStatus)) -> (String, Date, DueStatus) {
    (name.to_owned(), on, status)
}

#[test]
fn what_was_missed_stays_when_the_adherence_has_ended() {
    let items = due(systemic(), vec![between(BEGIN, Some(END))], &law());
    assert_eq!(items, [named("before", BEFORE), named("at-placing", AT_PLACING)]);
}

#[test]
fn until_its_last_day_it_is_overdue_and_from_the_first_day_without_it_is_marked() {
    let statuses = |as_of| {
        let items = due(systemic(), vec![between(BEGIN, Some(END))], &Law { as_of, ..law() });
        items.into_iter().map(|(_, _, status)| status).filter(|status| *status != DueStatus::Keep).collect::<Vec<_>>()
    };
    assert_eq!(statuses(date(2025, 12, 31)), [DueStatus::Overdue; 2]);
    assert_eq!(statuses(END), [DueStatus::MissedBeforeEnd(END); 2]);
}

#[test]
fn what_was_done_or_fell_due_outside_the_adherence_was_not_missed_under_it() {
    let done = Done { measure: part("S.M1"), deadline: "before".to_owned(), on: date(2026, 5, 1), incident: None };
    let record = ModelRecord { done: vec![done], ..systemic() };
    let names = |record: ModelRecord, since, until| {
        let items = due(record, vec![between(since, Some(until))], &law());
        items.into_iter().map(|(name, _, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(names(record, BEGIN, END), ["at-placing"]);
    assert_eq!(names(systemic(), date(2025, 8, 18), date(2025, 9, 1)), ["before"]);
    assert_eq!(names(systemic(), date(2025, 8, 19), date(2025, 9, 2)), ["at-placing"]);
}

#[test]
fn a_new_adherence_does_not_hide_what_was_missed_under_the_old() {
    let adherences = vec![between(BEGIN, Some(END)), between(date(2026, 2, 1), None)];
    let items = due(systemic(), adherences, &law());
    let past: Vec<_> = items.into_iter().filter(|(_, _, status)| *status != DueStatus::Keep).collect();
    assert_eq!(past, [named("before", BEFORE), named("at-placing", AT_PLACING)]);
}

#[test]
fn an_ended_adherence_for_other_models_or_to_a_code_unknown_misses_nothing() {
    let ended = between(BEGIN, Some(END));
    let other = Adherence { models: Some([part("another")].into()), ..ended.clone() };
    let unknown = Adherence { code: part("unknown"), ..ended };
    assert_eq!(due(systemic(), vec![other, unknown], &law()), []);
}
