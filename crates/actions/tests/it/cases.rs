//! Cases: kept by those who may, told by their clocks, lodged from outside, and erased whole.

use adhere_actions::access::beginning::{Begin, begin};
use adhere_actions::access::feeds::issue_feed;
use adhere_actions::access::inviting::Invite;
use adhere_actions::access::tokens::bearer;
use adhere_actions::access::{AccessError, Secret};
use adhere_actions::cases::complaints::{
    LodgeComplaint, complaint_of, complaints_under, lodge_complaint, new_reference,
};
use adhere_actions::cases::{RecordCase, cases_of, new_case_id, open_cases, record_case, show_case};
use adhere_actions::erase::{erasable, erase};
use adhere_actions::{ActionError, Authority, Context, party};
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::RegisterCommand;
use adhere_domain::cases::clock::{ClockStatus, Due, clocks};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::counting::Counting;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{CaseKind, Harm, Matter};
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::code::Code;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_domain::parties::role::{Grant, Role};
use adhere_formats::code_source::{CodeFiles, code};
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::projection::case::Wanted;
use jiff::tz::TimeZone;

use crate::fixtures::{World, day, declaration, id, on_each_engine, part, shipped_files, text};

/// The Code of Practice as it is published.
fn gpai(world: &World) -> Code {
    let files = shipped_files("gpai");
    let (manifest, others) = files.split_first().unwrap();
    let named = others.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    code(&CodeFiles { manifest: (&manifest.0, &manifest.1), named }, &world.law.corpus).unwrap().code
}

fn opening(matter: Matter) -> CaseChange {
    CaseChange::Opened(Box::new(Opening {
        code: part("gpai"),
        version: part("2025-07-10"),
        model: None,
        title: text("An outage"),
        matter,
        aware_at: "2026-03-02T08:00:00Z".parse().unwrap(),
        reference: None,
    }))
}

fn incident() -> CaseChange {
    opening(Matter::SeriousIncident([Harm::Cybersecurity].into()))
}

fn reported() -> CaseChange {
    let at = "2026-03-03T08:00:00Z".parse().unwrap();
    CaseChange::StepDone(Step { kind: StepKind::InitialReport, at, note: Some(text("By mail")) })
}

fn write(context: &Context<'_>, code: Option<&Code>, case: &str, change: CaseChange) -> Result<usize, ActionError> {
    let event = CaseEvent { provider: id("maker"), id: id(case), change };
    record_case(context, RecordCase { event, code }).map(|changed| changed.entries.len())
}

fn rule(outcome: Result<usize, ActionError>) -> &'static str {
    match outcome.unwrap_err() {
        ActionError::Refused(refusal) => refusal.rule().id,
        other => panic!("{other}"),
    }
}

fn lodging<'c>(codes: &'c [&'c Code], reference: &Secret) -> LodgeComplaint<'c> {
    let complaint = Complaint::new(text("Eve"), text("eve@example.eu"), text("A song"), text("It was copied."));
    LodgeComplaint {
        provider: id("maker"),
        codes,
        title: text("A song"),
        complaint: complaint.unwrap(),
        reference: reference.clone(),
        place: "192.0.2.7",
    }
}

fn adhere(world: &World, scope: Scope) {
    world.record_models("2026-01-06", &[]);
    world.register("2026-02-01", RegisterCommand::Declare(declaration(scope, "2026-02-01"))).unwrap();
}

#[test]
fn the_clocks_of_a_case_run_by_the_code_as_it_is_published() {
    on_each_engine(|world| {
        let (code, context) = (gpai(world), world.on("2026-03-03"));
        write(&context, Some(&code), "c1", incident()).unwrap();
        write(&context, None, "c1", reported()).unwrap();
        let shown = show_case(&context, &id("maker"), &id("c1"), None).unwrap().unwrap();
        let kinds: Vec<_> = shown.history.iter().map(|line| (line.actor.as_str(), line.event.kind())).collect();
        assert_eq!(kinds, [("ada", "case.opened"), ("ada", "case.step-done")]);
        let (readings, calendars, zone) = (world.law.readings, &world.law.calendars, TimeZone::UTC);
        let counting = Counting { readings, calendars, country: None, zone: &zone };
        let clocks = clocks(&shown.case, &code, &counting, context.now);
        let told: Vec<_> = clocks.iter().map(|it| (it.deadline.name.as_str(), it.due, it.status)).collect();
        // Five days after 2 March 2026, a Monday, is a Saturday; four weeks after 3 March is 31 March.
        let again = Due::ByCode(day("2026-03-31"));
        let first = Due::ByCode(day("2026-03-09"));
        let expected = [
            ("intermediate-report", again, ClockStatus::Running),
            ("initial-report-cybersecurity", first, ClockStatus::Done(day("2026-03-03"))),
        ];
        assert_eq!(told, expected);
        // As it was known before anything was recorded.
        let before = Some("2026-03-01T00:00:00Z".parse().unwrap());
        assert_eq!(show_case(&context, &id("maker"), &id("c1"), before).unwrap(), None);
        assert_eq!(show_case(&context, &id("other"), &id("c1"), None).unwrap(), None, "it is another's");
        assert_eq!(open_cases(&context, &id("maker"), None).unwrap().len(), 1);
        assert_ne!(new_case_id().unwrap(), new_case_id().unwrap());
    });
}

#[test]
fn only_those_keep_cases_who_may_and_those_read_who_see_the_work() {
    on_each_engine(|world| {
        let code = gpai(world);
        let role = |role| {
            let (person, organisation, from) = (id("ben"), id("maker"), day("2026-01-01"));
            PartyCommand::Grant(Grant { person, organisation, role, from, until: None, source: None })
        };
        let ben = Context { actor: "ben", authority: Authority::Roles, ..world.on("2026-03-03") };
        let entries = || world.store.head().unwrap().unwrap().size;
        assert_eq!(rule(write(&ben, Some(&code), "c1", incident())), "party-permitted");
        party::record(&world.on("2026-03-03"), role(Role::Viewer)).unwrap();
        let before = entries();
        assert_eq!(rule(write(&ben, Some(&code), "c1", incident())), "party-permitted");
        assert_eq!(entries(), before);
        assert_eq!(open_cases(&ben, &id("maker"), None).unwrap().len(), 0);
        party::record(&world.on("2026-03-03"), role(Role::Editor)).unwrap();
        write(&ben, Some(&code), "c1", incident()).unwrap();
        let stranger = Context { actor: "eve", ..ben };
        assert!(matches!(open_cases(&stranger, &id("maker"), None), Err(ActionError::Refused(_))));
    });
}

#[test]
fn what_the_rules_do_not_allow_is_refused_and_records_nothing() {
    on_each_engine(|world| {
        let (code, context) = (gpai(world), world.on("2026-03-03"));
        let before = world.store.head().unwrap();
        let mut altered = code.clone();
        altered.title.push('!');
        assert_eq!(rule(write(&context, Some(&altered), "c1", incident())), "case-grounded");
        assert_eq!(rule(write(&context, None, "c1", incident())), "case-grounded");
        assert_eq!(rule(write(&context, None, "c1", reported())), "case-known");
        assert_eq!(rule(write(&world.on("2026-03-01"), Some(&code), "c1", incident())), "case-dated");
        assert_eq!(world.store.head().unwrap(), before);
    });
}

#[test]
fn a_complaint_is_lodged_once_and_asked_about_with_its_reference_alone() {
    on_each_engine(|world| {
        let code = gpai(world);
        let (codes, reference) = ([&code], new_reference().unwrap());
        let nobody = Context { actor: "adhere", authority: Authority::Roles, ..world.on("2026-03-03") };
        let lodge = |context: &Context<'_>, reference: &Secret| {
            let written = |_: &Secret| ("Received".to_owned(), "We have it.".to_owned());
            lodge_complaint(context, lodging(&codes, reference), Some(&written)).map(|it| it.entries.len())
        };
        assert_eq!(rule(lodge(&nobody, &reference)), "case-adheres");
        adhere(world, Scope::Chapters([part("T")].into()));
        assert_eq!(complaints_under(&nobody, &id("maker"), &codes).unwrap(), None);
        assert_eq!(rule(lodge(&nobody, &reference)), "case-adheres", "the chapter is not adhered to");
    });
    on_each_engine(|world| {
        let code = gpai(world);
        let (codes, reference) = ([&code], new_reference().unwrap());
        adhere(world, Scope::Full);
        let nobody = Context { actor: "adhere", authority: Authority::Roles, ..world.on("2026-03-03") };
        let later = Context { now: nobody.now + jiff::SignedDuration::from_mins(1), ..nobody };
        let under = complaints_under(&nobody, &id("maker"), &codes).unwrap();
        assert_eq!(under, Some((part("gpai"), part("2025-07-10"))));
        let written = |_: &Secret| ("Received".to_owned(), "We have it.".to_owned());
        let lodge = |context: &Context<'_>, reference: &Secret| {
            lodge_complaint(context, lodging(&codes, reference), Some(&written)).map(|it| it.entries.len())
        };
        assert_eq!(lodge(&nobody, &reference).unwrap(), 1);
        assert_eq!(lodge(&later, &reference).unwrap(), 0, "sent twice");
        let case = complaint_of(&nobody, &reference).unwrap().unwrap();
        assert!(matches!(&case.opening.matter, Matter::Complaint(it) if it.text().as_str() == "It was copied."));
        assert_eq!(complaint_of(&nobody, &new_reference().unwrap()).unwrap(), None);
        // Nobody reads in the journal what lets the complainant ask.
        let kept = world.store.read(|tx| adhere_store::reading::all(tx, adhere_store::event::Area::Case)).unwrap();
        assert!(!format!("{kept:?}").contains(&reference.text()));
        // So many from one place, and no more; three letters to one address.
        for _ in 0..9 {
            lodge(&later, &new_reference().unwrap()).unwrap();
        }
        let refused = lodge(&later, &new_reference().unwrap()).unwrap_err();
        assert!(matches!(refused, ActionError::Access(AccessError::TooOften)), "{refused}");
        let letters = world.store.read(|tx| Ok::<_, StoreError>(adhere_store::mail::counts(tx)?)).unwrap();
        assert_eq!(letters.waiting, 3);
        let next = Context { now: later.now + jiff::SignedDuration::from_hours(2), ..later };
        assert_eq!(lodge(&next, &new_reference().unwrap()).unwrap(), 1);
    });
}

#[test]
fn cases_are_read_page_by_page_as_they_were_recorded() {
    on_each_engine(|world| {
        let code = gpai(world);
        let context = world.on("2026-03-03");
        for case in ["c1", "c2", "c3"] {
            write(&context, Some(&code), case, incident()).unwrap();
        }
        write(&context, None, "c1", reported()).unwrap();
        write(&context, None, "c1", CaseChange::Noted(text("Eve called."))).unwrap();
        let later = world.on("2026-03-05");
        write(&later, None, "c2", CaseChange::Closed(text("It was none."))).unwrap();
        let ids = |wanted: &Wanted, limit| -> Vec<String> {
            let found = cases_of(&later, &id("maker"), wanted, limit).unwrap();
            found.iter().map(|kept| kept.case.id.to_string()).collect()
        };
        assert_eq!(ids(&Wanted::default(), 2), ["c3", "c2"]);
        let all = cases_of(&later, &id("maker"), &Wanted::default(), 9).unwrap();
        assert_eq!(ids(&Wanted { before: Some(all[1].entry_id), ..Wanted::default() }, 9), ["c1"]);
        let state = |is_open| Wanted { is_open: Some(is_open), ..Wanted::default() };
        assert_eq!((ids(&state(true), 9), ids(&state(false), 9)), (vec!["c3".into(), "c1".into()], vec!["c2".into()]));
        // The day before, it was open still.
        let before = Wanted { known_before: Some("2026-03-04T12:00:00Z".parse().unwrap()), ..state(true) };
        assert_eq!(ids(&before, 9), ["c3", "c2", "c1"]);
        assert!(ids(&Wanted { kind: Some(CaseKind::Complaint), ..Wanted::default() }, 9).is_empty());
        // Each is what the journal says of it.
        for kept in all {
            let shown = show_case(&later, &id("maker"), &kept.case.id, None).unwrap().unwrap();
            assert_eq!(shown.case, kept.case);
        }
    });
}

#[test]
fn a_case_is_erased_whole_and_its_reference_names_nothing_then() {
    on_each_engine(|world| {
        let code = gpai(world);
        let (codes, reference, context) = ([&code], new_reference().unwrap(), world.on("2026-03-03"));
        adhere(world, Scope::Full);
        lodge_complaint(&context, lodging(&codes, &reference), None).unwrap();
        let case = complaint_of(&context, &reference).unwrap().unwrap();
        write(&context, None, case.id.as_str(), CaseChange::Noted(text("Eve called."))).unwrap();
        let shown = show_case(&context, &id("maker"), &case.id, None).unwrap().unwrap();
        let looked_at = erasable(&context, shown.history[0].entry_id).unwrap();
        assert_eq!(looked_at.entries.len(), 2);
        erase(&context, &looked_at, text("Eve asked for it")).unwrap();
        assert_eq!(complaint_of(&context, &reference).unwrap(), None);
        assert_eq!(open_cases(&context, &id("maker"), None).unwrap().len(), 0);
    });
}

#[test]
fn a_key_of_a_feed_is_a_token_that_feeds_alone() {
    on_each_engine(|world| {
        let context = begun(world);
        let key = issue_feed(&context, &id("maker"), text("calendar")).unwrap().outcome;
        let known = bearer(&context, &key).unwrap().unwrap().token;
        assert!(known.feeds && !known.may_write);
        let stranger = Context { actor: "ben", authority: Authority::Roles, ..context };
        let refused = issue_feed(&stranger, &id("maker"), text("calendar")).unwrap_err();
        assert!(matches!(refused, ActionError::Refused(_)), "{refused}");
    });
}

/// Ada with an account.
fn begun(world: &World) -> Context<'_> {
    let context = world.on("2026-03-03");
    let kinds = [OrganisationKind::Provider].into();
    let known_as = Organisation { name: text("Maker"), kinds, country: None };
    let grant = |role| {
        let (person, organisation, from) = (id("ada"), id("maker"), day("2026-01-01"));
        Grant { person, organisation, role, from, until: None, source: None }
    };
    let roles = [Role::Administrator, Role::ProviderAdmin].map(grant).into();
    let invite = Invite { person: id("ada"), name: text("Ada"), email: "ada@example.eu".to_owned(), roles };
    let begun = Begin { organisation: id("maker"), known_as, invite };
    begin(&context, begun).unwrap();
    context
}

#[test]
fn a_write_that_failed_is_done_again_to_the_same_end() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        on_each_engine(|world| {
            let (code, context) = (gpai(world), begun(world));
            let (codes, reference) = ([&code], new_reference().unwrap());
            adhere(world, Scope::Full);
            let turns = [CaseChange::Closed(text("done")), CaseChange::Reopened(text("not done"))];
            let changes = [incident(), CaseChange::Noted(text("A note")), reported()].into_iter().chain(turns);
            let mut writes: Vec<Box<dyn Fn() -> Result<usize, ActionError>>> = Vec::new();
            for change in changes {
                let code = matches!(change, CaseChange::Opened(_)).then_some(&code);
                let context = &context;
                writes.push(Box::new(move || write(context, code, "c1", change.clone())));
            }
            writes.push(Box::new(|| {
                lodge_complaint(&context, lodging(&codes, &reference), None).map(|it| it.entries.len())
            }));
            for write in writes {
                world.store.db().faults().set(fault);
                let failed = write().unwrap_err();
                let is_unknown = matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_))));
                assert!(is_unknown, "{failed}");
                assert_eq!(write().unwrap(), usize::from(fault == CommitFault::FailedNotSaved));
                assert_eq!(write().unwrap(), 0, "once more changes nothing");
            }
            // A key that nobody was shown opens nothing that anybody has: another is made.
            world.store.db().faults().set(fault);
            issue_feed(&context, &id("maker"), text("calendar")).unwrap_err();
            let key = issue_feed(&context, &id("maker"), text("calendar")).unwrap().outcome;
            assert!(bearer(&context, &key).unwrap().is_some());
        });
    }
}
