//! What showed a statement on a past day: what was attached, withdrawn and approved by its end, and nothing later.

use adhere_actions::AsOf;
use adhere_actions::approve::{Approve, approve, show_statement};
use adhere_actions::evidence::{add_evidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::evidence::archive::EvidenceWithdrawal;
use adhere_store::StoreError;
use adhere_store::projection::{evidence, statement};
use jiff::civil::{Date, date};

use crate::world::{World, at, attach, content, file, first, id, on_each_engine, on_measure, text};

const STATED: Date = date(2026, 3, 1);
const ATTACHED: Date = date(2026, 3, 3);
const APPROVED: Date = date(2026, 3, 5);
const CHANGED: Date = date(2026, 3, 7);
const WITHDRAWN: Date = date(2026, 3, 9);

/// A statement that is stated, shown by a report, approved, and changed with other evidence in the place of the report.
fn live(world: &World) {
    let on = |day| world.on(day, "ada");
    world.state("A", content(State::Implemented, "done"), 0).unwrap();
    add_evidence(&on(ATTACHED), file("report"), &mut "Ten tests passed.".as_bytes()).unwrap();
    let whole = attach_evidence(&on(ATTACHED), attach("A", "report", None)).unwrap().outcome;
    let seen = show_statement(&world.store, &on_measure("A"), AsOf::today(APPROVED)).unwrap();
    let command = Approve { statement: on_measure("A"), revision: 1, fingerprint: seen.fingerprint.unwrap() };
    approve(&world.on(APPROVED, "ben"), command).unwrap();
    let (code, subject, content) = (first(), on_measure("A"), content(State::Partial, "not quite"));
    let command = RecordStatement { code: &code, subject, content, after: 1, carried_from: None };
    record_statement(&on(CHANGED), command).unwrap();
    add_evidence(&on(CHANGED), file("more"), &mut "More.".as_bytes()).unwrap();
    attach_evidence(&on(CHANGED), attach("A", "more", None)).unwrap();
    detach_evidence(&on(CHANGED), &whole).unwrap();
    let withdrawal = EvidenceWithdrawal { item: id("report"), from: STATED, reason: text("wrong from the first") };
    withdraw_evidence(&on(WITHDRAWN), withdrawal).unwrap();
}

/// What is told of the end of a day, by the statement itself and by the lists.
fn told(world: &World, day: Date) -> String {
    let ends = at(day);
    let shown = show_statement(&world.store, &on_measure("A"), AsOf { day, ends: Some(ends) }).unwrap();
    let state = shown.statements.latest(&on_measure("A")).map_or("nothing", |latest| latest.content.state.id());
    let exhibits: Vec<&str> = shown.exhibits.iter().map(|exhibit| exhibit.item.as_str()).collect();
    let approved =
        shown.approval.map_or("not approved".to_owned(), |_| format!("approved, {} flags", shown.flags.len()));
    let listed = world.store.read(|tx| {
        let wanted = statement::Wanted { known_before: Some(ends), ..statement::Wanted::default() };
        let attached: Vec<u64> = statement::list(tx, &wanted, day, 9)?.iter().map(|stated| stated.attached).collect();
        let name = "statement/acme/gpai/1/A";
        let wanted =
            evidence::Wanted { statement: Some(name), known_before: Some(ends), ..evidence::Wanted::default() };
        let of_statement: Vec<String> =
            evidence::list(tx, &wanted, 9)?.into_iter().map(|kept| kept.record.item.id.to_string()).collect();
        let wanted = evidence::Wanted { known_before: Some(ends), ..evidence::Wanted::default() };
        let all: Vec<String> = evidence::list(tx, &wanted, 9)?
            .into_iter()
            .map(|kept| format!("{} x{} {}", kept.record.item.id, kept.attached, kept.record.withdrawn.is_some()))
            .collect();
        let one = evidence::item(tx, &id("report"), Some(ends))?.map(|kept| kept.record.withdrawn.is_some());
        let attached_now: Vec<String> =
            evidence::attached(tx, None, None, Some(ends))?.into_iter().map(|it| it.evidence.to_string()).collect();
        Ok::<_, StoreError>(format!("{attached:?} {of_statement:?} {attached_now:?} {all:?} {one:?}"))
    });
    format!("{state} {exhibits:?} {approved}; {}", listed.unwrap())
}

#[test]
fn every_past_day_is_told_as_it_was_known_at_its_end_also_after_a_rebuild() {
    on_each_engine(|world| {
        live(world);
        // Days end at noon here: what is recorded at noon of a day belongs to the next.
        let days = [STATED, ATTACHED, APPROVED, CHANGED, WITHDRAWN, date(2026, 3, 10)];
        let all = || days.map(|day| told(world, day));
        let before = all();
        assert_eq!(
            before,
            [
                "nothing [] not approved; [0] [] [] [] None",
                "implemented [] not approved; [0] [] [] [] None",
                r#"implemented ["report"] not approved; [1] ["report"] ["report"] ["report x1 false"] Some(false)"#,
                r#"implemented ["report"] approved, 0 flags; [1] ["report"] ["report"] ["report x1 false"] Some(false)"#,
                r#"partial ["more"] approved, 4 flags; [1] ["more"] ["more"] ["more x1 false", "report x0 false"] Some(false)"#,
                r#"partial ["more"] approved, 5 flags; [1] ["more"] ["more"] ["more x1 false", "report x0 true"] Some(true)"#,
            ]
        );
        world.store.rebuild().unwrap();
        assert_eq!(all(), before);
    });
}
