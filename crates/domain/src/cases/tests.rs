use super::bound::measure_for;
use super::case::Cases;
use super::clock::{ClockStatus, Due, clocks};
use super::complaint::{Complaint, LONGEST_TEXT, is_address};
use super::event::CaseChange;
use super::fixtures::{
    after, at, calendars, code, complaint, counting, day, event, id, incident, opening, step, text, told, zone,
};
use super::matter::{CaseKind, Harm, Matter};
use super::step::StepKind;
use crate::adherence::record::Scope;
use crate::codes::id::PartId;
use crate::law::country::Country;

/// The clocks of the case `a` at a moment: the deadline, the last day and where it stands.
fn ticking(cases: &Cases, now: &str) -> Vec<(String, Due, ClockStatus)> {
    let (calendars, zone, code) = (calendars(), zone(), code());
    let found = clocks(cases.get(&id("a")).unwrap(), &code, &counting(&calendars, &zone), at(now));
    found.into_iter().map(|clock| (clock.deadline.name.clone(), clock.due, clock.status)).collect()
}

fn by_code(text: &str) -> Due {
    Due::ByCode(day(text))
}

#[test]
fn each_harm_has_its_own_period_and_the_shortest_comes_first() {
    let cases = told(&[(
        "2026-03-02T10:00",
        opening(incident(&[Harm::Death, Harm::CriticalInfrastructure]), "2026-03-02T09:00"),
    )]);
    // Two days after a Monday is Wednesday; ten days after it is Thursday of the next week.
    let expected = [
        ("first".to_owned(), by_code("2026-03-04"), ClockStatus::Running),
        ("first-death".to_owned(), by_code("2026-03-12"), ClockStatus::Running),
    ];
    assert_eq!(ticking(&cases, "2026-03-04T23:59"), expected);
    let late = ticking(&cases, "2026-03-05T00:00");
    assert_eq!(late.first().unwrap().2, ClockStatus::Overdue);
    assert_eq!(late.last().unwrap().2, ClockStatus::Running);
}

#[test]
fn the_day_on_which_it_became_known_is_that_of_the_zone() {
    // Half past midnight in Brussels is still the day before at Greenwich.
    let cases = told(&[("2026-03-03T10:00", opening(incident(&[Harm::CriticalInfrastructure]), "2026-03-03T00:30"))]);
    assert_eq!(
        ticking(&cases, "2026-03-03T10:00"),
        [("first".to_owned(), by_code("2026-03-05"), ClockStatus::Running)]
    );
}

#[test]
fn a_last_day_that_is_a_holiday_is_moved_to_the_next_working_day() {
    // Two days after Wednesday 1 April 2026 is Good Friday; Easter Monday follows.
    let cases = told(&[("2026-04-01T10:00", opening(incident(&[Harm::CriticalInfrastructure]), "2026-04-01T09:00"))]);
    assert_eq!(
        ticking(&cases, "2026-04-01T10:00"),
        [("first".to_owned(), by_code("2026-04-07"), ClockStatus::Running)]
    );
}

#[test]
fn intermediate_reports_recur_until_the_incident_is_resolved() {
    let mut story = vec![
        ("2026-03-02T10:00", opening(incident(&[Harm::CriticalInfrastructure]), "2026-03-02T09:00")),
        ("2026-03-04T10:00", step(StepKind::InitialReport, "2026-03-04T09:00")),
        ("2026-03-20T10:00", step(StepKind::IntermediateReport, "2026-03-20T09:00")),
    ];
    let expected = [
        ("again".to_owned(), by_code("2026-04-17"), ClockStatus::Running),
        ("first".to_owned(), by_code("2026-03-04"), ClockStatus::Done(day("2026-03-04"))),
        ("again".to_owned(), by_code("2026-04-01"), ClockStatus::Done(day("2026-03-20"))),
    ];
    assert_eq!(ticking(&told(&story), "2026-03-21T10:00"), expected);
    story.push(("2026-04-10T10:00", step(StepKind::Resolved, "2026-04-10T09:00")));
    let resolved = ticking(&told(&story), "2026-04-10T11:00");
    let open: Vec<_> = resolved.iter().filter(|(.., status)| status.is_open()).collect();
    // Sixty days after 10 April 2026 is 9 June, a Tuesday.
    assert_eq!(open, [&("last".to_owned(), by_code("2026-06-09"), ClockStatus::Running)]);
    // As of a moment before, it was not resolved.
    assert!(ticking(&told(&story), "2026-04-09T11:00").iter().all(|(name, ..)| name != "last"));
    story.pop();
    story.push(("2026-05-10T10:00", step(StepKind::Resolved, "2026-05-10T09:00")));
    let missed = ticking(&told(&story), "2026-05-10T11:00");
    assert!(missed.contains(&("again".to_owned(), by_code("2026-04-17"), ClockStatus::Missed)), "{missed:?}");
}

#[test]
fn what_is_documented_is_kept_and_not_overdue() {
    let cases = told(&[
        ("2026-03-02T10:00", opening(incident(&[Harm::Death]), "2026-03-02T09:00")),
        ("2026-03-03T10:00", step(StepKind::Documented, "2026-03-03T09:00")),
    ]);
    let kept = ("documents".to_owned(), by_code("2031-03-03"), ClockStatus::Keep);
    assert!(ticking(&cases, "2026-03-04T10:00").contains(&kept), "{:?}", ticking(&cases, "2026-03-04T10:00"));
    assert!(ticking(&cases, "2031-03-04T10:00").iter().all(|(name, ..)| name != "documents"));
}

#[test]
fn without_a_number_no_day_is_shown_and_nothing_is_overdue() {
    let cases = told(&[("2026-03-02T10:00", opening(complaint(), "2026-03-02T09:00"))]);
    let unstated = [("complaint".to_owned(), Due::Unstated, ClockStatus::Running)];
    assert_eq!(ticking(&cases, "2036-03-02T10:00"), unstated);
    let request = |until| opening(Matter::AiOfficeRequest(until), "2026-03-02T09:00");
    let cases = told(&[("2026-03-02T10:00", request(None))]);
    assert_eq!(ticking(&cases, "2026-03-02T10:00"), [("office".to_owned(), Due::Unstated, ClockStatus::Running)]);
    // The period that the request sets (Art. 91(4)) is not the code's.
    let cases = told(&[("2026-03-02T10:00", request(Some(day("2026-03-10"))))]);
    let due = Due::ByRequest(day("2026-03-10"));
    assert_eq!(ticking(&cases, "2026-03-10T10:00"), [("office".to_owned(), due, ClockStatus::Running)]);
    assert_eq!(ticking(&cases, "2026-03-11T10:00"), [("office".to_owned(), due, ClockStatus::Overdue)]);
}

#[test]
fn holidays_are_those_of_the_place_where_action_is_taken() {
    // Fourteen days after 23 March 2026 is Easter Monday, of which only the institutions' table is known here.
    let cases = told(&[("2026-03-23T10:00", opening(Matter::DownstreamRequest, "2026-03-23T09:00"))]);
    assert_eq!(
        ticking(&cases, "2026-03-23T10:00"),
        [("answer".to_owned(), by_code("2026-04-06"), ClockStatus::Running)]
    );
    let (calendars, zone, code) = (calendars(), zone(), code());
    let own = super::counting::Counting { country: Country::parse("DE"), ..counting(&calendars, &zone) };
    let found = clocks(cases.get(&id("a")).unwrap(), &code, &own, at("2026-03-23T10:00"));
    assert_eq!(found.first().unwrap().unknown_years, [2026].into());
}

#[test]
fn closing_stops_what_runs_and_says_what_was_missed() {
    let opened = ("2026-03-02T10:00", opening(incident(&[Harm::CriticalInfrastructure]), "2026-03-02T09:00"));
    let closed = |now| (now, CaseChange::Closed(text("No harm came of it.")));
    let early = told(&[opened.clone(), closed("2026-03-04T10:00")]);
    assert_eq!(ticking(&early, "2026-09-01T10:00")[0].2, ClockStatus::Stopped(day("2026-03-04")));
    let late = told(&[opened, closed("2026-03-06T10:00")]);
    assert_eq!(ticking(&late, "2026-09-01T10:00")[0].2, ClockStatus::Missed);
    assert_eq!(ticking(&late, "2026-03-05T10:00")[0].2, ClockStatus::Overdue, "it was not closed yet");
    let again = after(&late, "a", CaseChange::Reopened(text("It did.")), "2026-03-07T10:00").unwrap();
    assert_eq!(ticking(&again, "2026-03-07T10:00")[0].2, ClockStatus::Overdue);
}

#[test]
fn what_the_rules_do_not_allow_is_refused() {
    let cases = told(&[("2026-03-02T10:00", opening(incident(&[Harm::Death]), "2026-03-02T09:00"))]);
    let refused = |case: &str, change: CaseChange, now: &str| after(&cases, case, change, now).unwrap_err().rule().id;
    let now = "2026-03-20T10:00";
    assert_eq!(refused("b", step(StepKind::InitialReport, "2026-03-03T09:00"), now), "case-known");
    assert_eq!(refused("a", opening(complaint(), "2026-03-02T09:00"), now), "case-new");
    assert_eq!(refused("b", opening(incident(&[]), "2026-03-02T09:00"), now), "case-harm");
    assert_eq!(refused("b", opening(complaint(), "2026-03-21T09:00"), now), "case-dated");
    assert_eq!(refused("a", step(StepKind::Answered, "2026-03-03T09:00"), now), "case-step-fits");
    assert_eq!(refused("a", step(StepKind::InitialReport, "2026-03-02T08:59"), now), "case-dated");
    assert_eq!(refused("a", step(StepKind::InitialReport, "2026-03-20T10:01"), now), "case-dated");
    assert_eq!(refused("a", step(StepKind::IntermediateReport, "2026-03-03T09:00"), now), "case-step-follows");
    assert_eq!(refused("a", step(StepKind::FinalReport, "2026-03-03T09:00"), now), "case-step-follows");
    assert_eq!(refused("a", CaseChange::Reopened(text("why")), now), "case-open");
    let reported = after(&cases, "a", step(StepKind::InitialReport, "2026-03-03T09:00"), now).unwrap();
    let twice = after(&reported, "a", step(StepKind::InitialReport, "2026-03-04T09:00"), now);
    assert_eq!(twice.unwrap_err().rule().id, "case-step-once");
    let early = after(&reported, "a", step(StepKind::IntermediateReport, "2026-03-03T08:00"), now);
    assert_eq!(early.unwrap_err().rule().id, "case-step-follows");
    let closed = after(&cases, "a", CaseChange::Closed(text("done")), now).unwrap();
    let late = after(&closed, "a", step(StepKind::InitialReport, "2026-03-03T09:00"), now);
    assert_eq!(late.unwrap_err().rule().id, "case-open");
    let mut other = code();
    other.version = PartId::parse("2").unwrap();
    other.chapters.truncate(1);
    let change = opening(complaint(), "2026-03-02T09:00");
    for code in [None, Some(&other)] {
        let refusal = cases.decide(event("b", change.clone()), code, at(now)).unwrap_err();
        assert_eq!(refusal.rule().id, "case-grounded");
    }
}

#[test]
fn the_same_once_more_changes_nothing() {
    let story = [
        ("2026-03-02T10:00", opening(incident(&[Harm::Death]), "2026-03-02T09:00")),
        ("2026-03-03T10:00", CaseChange::Noted(text("A note"))),
        ("2026-03-03T10:00", step(StepKind::InitialReport, "2026-03-03T09:00")),
        ("2026-03-04T10:00", CaseChange::Closed(text("done"))),
    ];
    let cases = told(&story);
    for (now, change) in story {
        assert_eq!(after(&cases, "a", change, now).unwrap(), cases);
    }
    let again = after(&cases, "a", CaseChange::Reopened(text("more")), "2026-03-05T10:00").unwrap();
    assert_eq!(after(&again, "a", CaseChange::Reopened(text("more")), "2026-03-06T10:00").unwrap(), again);
}

#[test]
fn a_case_of_another_provider_is_not_there() {
    let cases = told(&[("2026-03-02T10:00", opening(complaint(), "2026-03-02T09:00"))]);
    let mut stranger = event("a", CaseChange::Noted(text("Mine now")));
    stranger.provider = crate::id::Id::parse("other").unwrap();
    let refusal = cases.decide(stranger, Some(&code()), at("2026-03-03T10:00")).unwrap_err();
    assert_eq!(refusal.rule().id, "case-known");
}

#[test]
fn a_complaint_has_bounds() {
    let made = |name: &str, email: &str, words: &str| {
        Complaint::new(text(name), text(email), text("A book"), text(words)).is_some()
    };
    assert!(made("Ada", "ada@example.eu", &"x".repeat(LONGEST_TEXT)));
    assert!(!made("Ada", "ada@example.eu", &"x".repeat(LONGEST_TEXT + 1)));
    assert!(!made("Ada\nBcc: eve@example.eu", "ada@example.eu", "words"));
    for wrong in ["ada", "@example.eu", "ada@", "a b@example.eu", "ada@example.eu,eve@example.eu", "a<b>@example.eu"] {
        assert!(!is_address(wrong), "{wrong}");
    }
}

#[test]
fn a_code_says_with_which_cases_it_deals() {
    let code = code();
    assert!(CaseKind::ALL.iter().all(|(kind, _)| kind.is_in(&code)));
    let mut bare = code;
    bare.chapters.truncate(2);
    assert!(!CaseKind::SeriousIncident.is_in(&bare));
    assert!(CaseKind::Complaint.is_in(&bare));
}

#[test]
fn a_chapter_that_is_left_out_has_nobody_deal_with_its_cases() {
    let code = code();
    let chapters = |ids: &[&str]| Scope::Chapters(ids.iter().map(|id| PartId::parse(id).unwrap()).collect());
    let dealing = |scope: &Scope| measure_for(&code, scope, CaseKind::Complaint).map(|it| it.id.to_string());
    assert_eq!(dealing(&Scope::Full), Some("C.M1".to_owned()));
    assert_eq!(dealing(&Scope::Article53), Some("C.M1".to_owned()));
    assert_eq!(dealing(&chapters(&["C"])), Some("C.M1".to_owned()));
    assert_eq!(dealing(&chapters(&["S"])), None);
}
