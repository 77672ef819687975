use jiff::civil::{Date, date};

use super::DueStatus;
use crate::adherence::assessment::Assessor;
use crate::adherence::fixtures::{adherence, calendars, code, model, only, part, provider};
use crate::adherence::record::{Done, Event, ImplementationState, ModelRecord, Scope, Statement, Undertaking};
use crate::codes::code::{Code, Exemption, Extent, Ground};
use crate::codes::deadline::{EventKind, Timing};
use crate::law::country::Country;
use crate::law::facts::{Model, Placement};
use crate::law::fixtures::law;
use crate::law::parameters::Law;
use crate::law::period::{Length, Unit};
use crate::law::readings::ReadingId;

/// Name, day and status of everything due.
fn due(record: ModelRecord, law: &Law) -> Vec<(String, Date, DueStatus)> {
    due_of(record, law, |_| {})
}

fn due_of(record: ModelRecord, law: &Law, change: impl FnOnce(&mut Undertaking)) -> Vec<(String, Date, DueStatus)> {
    due_under(code(), record, law, change)
}

fn due_under(
    code: Code,
    record: ModelRecord,
    law: &Law,
    change: impl FnOnce(&mut Undertaking),
) -> Vec<(String, Date, DueStatus)> {
    let mut undertaking = Undertaking {
        facts: provider(),
        adherences: vec![adherence(Scope::Full)],
        models: only("m", record),
        ..Undertaking::default()
    };
    change(&mut undertaking);
    let (codes, calendars) = ([code], calendars());
    let assessor = Assessor::new(&undertaking, &codes, law, &calendars);
    let assessment = assessor.models().next().unwrap();
    let name = |item: &super::DueItem<'_>| match item.what {
        super::DueWhat::Measure(_, deadline) => deadline.name.clone(),
        what => what.id().to_owned(),
    };
    assessment.due.iter().map(|item| (name(item), item.on, item.status)).collect()
}

fn systemic() -> ModelRecord {
    ModelRecord { facts: model("10^26", false), ..ModelRecord::default() }
}

fn event(kind: EventKind, on: Date, done: Option<Date>) -> Event {
    Event { kind, on, done, incident: None, note: None }
}

fn find(items: &[(String, Date, DueStatus)], name: &str) -> Option<(Date, DueStatus)> {
    items.iter().find(|(known, _, _)| known == name).map(|(_, on, status)| (*on, *status))
}

#[test]
fn what_runs_from_placing_is_due_with_it() {
    let items = due(systemic(), &law());
    assert_eq!(find(&items, "before"), Some((date(2025, 8, 18), DueStatus::Overdue)));
    assert_eq!(find(&items, "at-placing"), Some((date(2025, 9, 1), DueStatus::Overdue)));
    assert_eq!(find(&items, "documentation"), Some((date(2035, 9, 1), DueStatus::Keep)));
    assert_eq!(find(&items, "report"), None);
    assert_eq!(find(&items, "again"), None);
}

#[test]
fn overdue_comes_first_and_what_is_done_last() {
    let done = Done { measure: part("S.M1"), deadline: "before".to_owned(), on: date(2025, 8, 18), incident: None };
    let late = Done { measure: part("S.M1"), deadline: "at-placing".to_owned(), on: date(2025, 9, 2), incident: None };
    let asked = event(EventKind::FrameworkConfirmed, date(2026, 1, 5), None);
    let record = ModelRecord { done: vec![done, late], events: vec![asked], ..systemic() };
    let items = due(record, &law());
    let names: Vec<&str> = items.iter().map(|(name, _, _)| name.as_str()).collect();
    assert_eq!(names, ["report", "documentation", "at-placing", "before"]);
    assert_eq!(find(&items, "before"), Some((date(2025, 8, 18), DueStatus::Done(date(2025, 8, 18)))));
    assert_eq!(find(&items, "at-placing"), Some((date(2025, 9, 1), DueStatus::DoneLate(date(2025, 9, 2)))));
}

#[test]
fn periods_towards_the_ai_office_skip_the_institutions_holidays() {
    // Five business days from Thursday 2 April 2026, over Good Friday and Easter Monday.
    let record =
        ModelRecord { events: vec![event(EventKind::FrameworkConfirmed, date(2026, 4, 2), None)], ..systemic() };
    assert_eq!(find(&due(record, &law()), "report"), Some((date(2026, 4, 13), DueStatus::Overdue)));
}

#[test]
fn undefined_days_follow_the_chosen_reading() {
    // Two days from Thursday 2 April 2026 end on Saturday.
    let incident = event(EventKind::IncidentCriticalInfrastructure, date(2026, 4, 2), None);
    let record = ModelRecord { events: vec![incident], ..systemic() };
    let mut law = law();
    assert_eq!(find(&due(record.clone(), &law), "incident").map(|(on, _)| on), Some(date(2026, 4, 8)));
    law.readings = law.readings.choose(ReadingId::CodeDays, "calendar").unwrap();
    assert_eq!(find(&due(record, &law), "incident").map(|(on, _)| on), Some(date(2026, 4, 4)));
}

#[test]
fn what_recurs_is_due_after_the_last_time() {
    let assessed = event(EventKind::FrameworkAssessed, date(2025, 12, 1), None);
    let again = event(EventKind::FrameworkAssessed, date(2025, 12, 10), None);
    let record = ModelRecord { events: vec![again, assessed], ..systemic() };
    assert_eq!(find(&due(record.clone(), &law()), "again"), Some((date(2026, 12, 10), DueStatus::Due)));
    let done = Done { measure: part("S.M1"), deadline: "again".to_owned(), on: date(2026, 3, 10), incident: None };
    let record = ModelRecord { done: vec![done], ..record };
    assert_eq!(find(&due(record, &law()), "again"), Some((date(2027, 3, 10), DueStatus::Due)));
    let ahead = event(EventKind::FrameworkAssessed, date(2026, 12, 24), None);
    let record = ModelRecord { events: vec![ahead], ..systemic() };
    assert_eq!(find(&due(record, &law()), "again"), None);
}

#[test]
fn what_lay_before_the_adherence_is_not_overdue() {
    let items = due_of(systemic(), &law(), |undertaking| {
        undertaking.adherences =
            vec![crate::adherence::record::Adherence { since: date(2025, 9, 1), ..adherence(Scope::Full) }];
    });
    assert_eq!(find(&items, "before"), Some((date(2025, 8, 18), DueStatus::BeforeAdherence)));
    assert_eq!(find(&items, "at-placing").map(|(_, status)| status), Some(DueStatus::Overdue));
}

#[test]
fn the_commission_is_notified_within_two_weeks() {
    // Art. 52(1).
    let mut record = systemic();
    record.facts.classification.condition_known_on = Some(date(2026, 11, 9));
    assert_eq!(find(&due(record.clone(), &law()), "notify"), Some((date(2026, 11, 23), DueStatus::Due)));
    record.facts.classification.notified_on = Some(date(2026, 11, 20));
    assert_eq!(
        find(&due(record.clone(), &law()), "notify"),
        Some((date(2026, 11, 23), DueStatus::Done(date(2026, 11, 20))))
    );
    // Art. 111(3): not before 2 August 2027 for a model placed before 2 August 2025.
    record.facts.placement = Some(Placement::On(date(2025, 8, 1)));
    record.facts.classification.notified_on = None;
    let items = due(record, &law());
    assert_eq!(find(&items, "notify"), Some((date(2027, 8, 2), DueStatus::Due)));
    assert_eq!(find(&items, "comply"), Some((date(2027, 8, 2), DueStatus::Due)));
}

#[test]
fn a_third_country_provider_appoints_a_representative_before_placing() {
    // Art. 54(1).
    let items = |appointed| {
        due_of(systemic(), &law(), |undertaking| {
            undertaking.facts.country = Country::parse("US");
            undertaking.facts.representative = appointed;
        })
    };
    assert_eq!(find(&items(Some(false)), "appoint-representative"), Some((date(2025, 9, 1), DueStatus::Overdue)));
    // Where it is not known, nothing is said to be overdue.
    assert_eq!(find(&items(None), "appoint-representative"), None);
    assert_eq!(find(&items(Some(true)), "appoint-representative"), None);
    assert_eq!(find(&due(systemic(), &law()), "appoint-representative"), None);
}

#[test]
fn reassessment_may_be_asked_six_months_after_the_designation() {
    // Art. 52(5).
    let mut record = ModelRecord { facts: model("10^24", false), ..ModelRecord::default() };
    record.facts.classification.designated_on = Some(date(2026, 8, 31));
    assert_eq!(find(&due(record.clone(), &law()), "ask-reassessment"), Some((date(2027, 2, 28), DueStatus::Earliest)));
    record.facts.classification.designation_ended_on = Some(date(2026, 9, 30));
    assert_eq!(find(&due(record, &law()), "ask-reassessment"), None);
}

#[test]
fn a_promise_is_due_while_the_gap_is_open() {
    let statement = |state, due| Statement {
        measure: part("C.M1"),
        state,
        text: None,
        owner: None,
        due: Some(due),
        evidence: Vec::new(),
    };
    let with = |state, due_on| {
        let record = ModelRecord { statements: vec![statement(state, due_on)], ..systemic() };
        find(&due(record, &law()), "promise")
    };
    let (yesterday, today) = (date(2026, 11, 21), date(2026, 11, 22));
    assert_eq!(with(ImplementationState::Planned, yesterday), Some((yesterday, DueStatus::Overdue)));
    assert_eq!(with(ImplementationState::Planned, today), Some((today, DueStatus::Due)));
}

#[test]
fn nothing_of_a_code_is_due_where_its_measures_do_not_bind() {
    let facts = Model { placement: Some(Placement::On(date(2025, 9, 1))), ..model("10^24", false) };
    assert_eq!(due(ModelRecord { facts, ..ModelRecord::default() }, &law()), []);
}

#[test]
fn doing_settles_only_what_was_asked_before_it() {
    let asked = |on| event(EventKind::FrameworkConfirmed, on, None);
    let done = Done { measure: part("S.M1"), deadline: "report".to_owned(), on: date(2026, 3, 5), incident: None };
    let record =
        ModelRecord { events: vec![asked(date(2026, 3, 2)), asked(date(2026, 9, 1))], done: vec![done], ..systemic() };
    let reports: Vec<DueStatus> =
        due(record, &law()).into_iter().filter(|(name, _, _)| name == "report").map(|(_, _, status)| status).collect();
    assert_eq!(reports, [DueStatus::Overdue, DueStatus::Done(date(2026, 3, 5))]);
}

#[test]
fn an_event_that_has_not_happened_by_the_day_runs_nothing() {
    let record =
        ModelRecord { events: vec![event(EventKind::FrameworkConfirmed, date(2026, 11, 23), None)], ..systemic() };
    assert_eq!(find(&due(record, &law()), "report"), None);
}

fn about(incident: &str, kind: EventKind, on: Date) -> Event {
    Event { incident: Some(part(incident)), ..event(kind, on, None) }
}

/// The code with reports every four weeks after the initial report on a serious incident.
fn reports_due(events: Vec<Event>, done: Vec<Done>) -> Vec<(Option<String>, Date)> {
    let mut code = code();
    let deadlines = &mut code.chapters[2].commitments[0].measures[0].deadlines;
    deadlines.retain(|deadline| deadline.name == "again");
    deadlines[0].event = EventKind::IncidentInitialReport;
    deadlines[0].timing = Timing::Every(Length { count: 4, unit: Unit::Weeks });
    let record = ModelRecord { events, done, ..systemic() };
    let adherences = vec![adherence(Scope::Full)];
    let undertaking =
        Undertaking { facts: provider(), adherences, models: only("m", record), ..Undertaking::default() };
    let (codes, calendars, law) = ([code], calendars(), law().choose_plain_days());
    let assessment = Assessor::new(&undertaking, &codes, &law, &calendars).models().next().unwrap();
    let of_measure = assessment.due.iter().filter(|item| matches!(item.what, super::DueWhat::Measure(..)));
    let mut reports: Vec<_> = of_measure.map(|item| (item.incident.map(ToString::to_string), item.on)).collect();
    reports.sort();
    reports
}

impl Law {
    fn choose_plain_days(self) -> Self {
        Self { readings: self.readings.choose(ReadingId::CodeDays, "calendar").unwrap(), ..self }
    }
}

#[test]
fn each_named_incident_is_reported_until_it_is_resolved() {
    let (report, resolved) = (EventKind::IncidentInitialReport, EventKind::IncidentResolved);
    let first = about("A", report, date(2026, 9, 1));
    let second = about("B", report, date(2026, 9, 15));
    let both = vec![first.clone(), second.clone()];
    let (after_first, after_second) = (date(2026, 9, 29), date(2026, 10, 13));
    let (a, b) = (Some("A".to_owned()), Some("B".to_owned()));
    assert_eq!(reports_due(both.clone(), Vec::new()), [(a.clone(), after_first), (b.clone(), after_second)]);
    // The resolution of one ends its own reports alone, however often it is recorded.
    let closed = about("B", resolved, date(2026, 10, 1));
    let events = [both.clone(), vec![closed.clone(), closed]].concat();
    assert_eq!(reports_due(events, Vec::new()), [(a.clone(), after_first)]);
    // A resolution without a name ends none that has one.
    let unnamed = event(resolved, date(2026, 10, 1), None);
    assert_eq!(reports_due([both.clone(), vec![unnamed.clone()]].concat(), Vec::new()).len(), 2);
    // Those without a name are counted, apart from the named.
    let nameless = event(report, date(2026, 9, 20), None);
    assert_eq!(reports_due(vec![nameless.clone(), first.clone()], Vec::new()).len(), 2);
    assert_eq!(reports_due(vec![nameless, first, unnamed], Vec::new()), [(a.clone(), after_first)]);
    // What was done for one renews that one; what was done for none in particular renews all.
    let done = |incident: Option<&str>| Done {
        measure: part("S.M1"),
        deadline: "again".to_owned(),
        on: date(2026, 10, 20),
        incident: incident.map(part),
    };
    let renewed = date(2026, 11, 17);
    assert_eq!(reports_due(both.clone(), vec![done(Some("A"))]), [(a.clone(), renewed), (b.clone(), after_second)]);
    assert_eq!(reports_due(both, vec![done(None)]), [(a, renewed), (b, renewed)]);
}

#[test]
fn what_was_done_for_one_incident_was_not_done_for_another() {
    let kind = EventKind::IncidentCriticalInfrastructure;
    let events = vec![about("A", kind, date(2026, 3, 2)), about("B", kind, date(2026, 3, 2))];
    let done = Done {
        measure: part("S.M1"),
        deadline: "incident".to_owned(),
        on: date(2026, 3, 3),
        incident: Some(part("B")),
    };
    let items = due(ModelRecord { events, done: vec![done], ..systemic() }, &law());
    let statuses: Vec<_> = items.iter().filter(|(name, _, _)| name == "incident").map(|item| item.2).collect();
    assert_eq!(statuses, [DueStatus::Overdue, DueStatus::Done(date(2026, 3, 3))]);
}

/// The measure S.M1 with one relief that lifts its deadlines of these names.
fn relieved(record: ModelRecord, ground: Ground, lifts: &[&str]) -> Vec<(String, Date, DueStatus)> {
    let mut code = code();
    let measure = &mut code.chapters[2].commitments[0].measures[0];
    let lifts = lifts.iter().map(|name| (*name).to_owned()).collect();
    measure.exemptions = vec![Exemption { ground, extent: Extent::Part, lifts, note: String::new() }];
    due_under(code, record, &law(), |_| {})
}

fn claiming_similar_safety(record: ModelRecord) -> ModelRecord {
    let facts = Model { similarly_safe: Some(true), ..record.facts };
    ModelRecord { facts, ..record }
}

#[test]
fn a_relief_lifts_the_deadlines_that_it_names_and_no_others() {
    let assessed = event(EventKind::FrameworkAssessed, date(2025, 9, 10), None);
    let record = claiming_similar_safety(ModelRecord { events: vec![assessed], ..systemic() });
    let items = relieved(record, Ground::SimilarlySafe, &["again", "before", "documentation"]);
    let lifted = DueStatus::Lifted(Ground::SimilarlySafe);
    assert_eq!(find(&items, "again"), Some((date(2026, 9, 10), lifted)));
    assert_eq!(find(&items, "before"), Some((date(2025, 8, 18), lifted)));
    assert_eq!(find(&items, "documentation"), Some((date(2035, 9, 1), lifted)));
    assert_eq!(find(&items, "at-placing"), Some((date(2025, 9, 1), DueStatus::Overdue)));
    let order: Vec<_> = items.iter().map(|(_, _, status)| *status).collect();
    assert_eq!(order, [DueStatus::Overdue, lifted, lifted, lifted], "what is lifted comes after what is due");
}

#[test]
fn a_relief_that_is_not_made_out_lifts_nothing() {
    let overdue = Some((date(2025, 8, 18), DueStatus::Overdue));
    let before = |record, ground| find(&relieved(record, ground, &["before"]), "before");
    // A claim that is not made, or denied, is not made out.
    assert_eq!(before(systemic(), Ground::SimilarlySafe), overdue);
    let denied = Model { similarly_safe: Some(false), ..systemic().facts };
    assert_eq!(before(ModelRecord { facts: denied, ..systemic() }, Ground::SimilarlySafe), overdue);
    // Another claim is not this one.
    assert_eq!(before(claiming_similar_safety(systemic()), Ground::InferiorToOpenWeight), overdue);
    assert_eq!(find(&relieved(claiming_similar_safety(systemic()), Ground::SimilarlySafe, &[]), "before"), overdue);
}

#[test]
fn a_relief_whose_ground_is_open_keeps_what_is_due() {
    // Whether the weights of a small model are public is unknown, and with it whether Art. 53(2) excepts it.
    let mut code = code();
    let by_placing = code.chapters[2].commitments[0].measures[0].deadlines[4].clone();
    let measure = &mut code.chapters[1].commitments[0].measures[0];
    measure.deadlines = vec![by_placing];
    let lifts = vec!["at-placing".to_owned()];
    let (ground, extent) = (Ground::OpenSource, Extent::Part);
    measure.exemptions = vec![Exemption { ground, extent, lifts, note: String::new() }];
    let at_placing = |weights_public| {
        let mut facts = model("10^24", true);
        facts.release.weights_public = weights_public;
        let record = ModelRecord { facts, ..ModelRecord::default() };
        find(&due_under(code.clone(), record, &law(), |_| {}), "at-placing").map(|(_, status)| status)
    };
    assert_eq!(at_placing(None), Some(DueStatus::Overdue));
    assert_eq!(at_placing(Some(false)), Some(DueStatus::Overdue));
    assert_eq!(at_placing(Some(true)), Some(DueStatus::Lifted(Ground::OpenSource)));
}

#[test]
fn what_was_done_in_time_stays_done_under_a_relief_and_what_was_late_was_not_due() {
    let done = |deadline: &str, on| Done { measure: part("S.M1"), deadline: deadline.to_owned(), on, incident: None };
    let done = vec![done("before", date(2025, 8, 18)), done("at-placing", date(2025, 9, 2))];
    let record = claiming_similar_safety(ModelRecord { done, ..systemic() });
    let items = relieved(record.clone(), Ground::SimilarlySafe, &["before", "at-placing"]);
    assert_eq!(find(&items, "before"), Some((date(2025, 8, 18), DueStatus::Done(date(2025, 8, 18)))));
    assert_eq!(find(&items, "at-placing"), Some((date(2025, 9, 1), DueStatus::Lifted(Ground::SimilarlySafe))));
}
