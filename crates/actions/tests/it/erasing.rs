//! Erasing on both engines: what goes together, what keeps working around it, and writes that fail.

use adhere_actions::approve::{Approve, approve, show_statement};
use adhere_actions::erase::{Erasable, ErasureError, erasable, erase};
use adhere_actions::evidence::{add_evidence, attach_evidence};
use adhere_actions::{ActionError, AsOf};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_store::StoreError;
use adhere_store::db::CommitFault;
use adhere_store::projection::statement;
use adhere_store::projection::{approval, evidence};

use crate::world::{TODAY, World, attach, content, file, id, on_each_engine, on_measure, text};

fn looked_at(world: &World, entry_id: u64) -> Erasable {
    erasable(&world.by("ada"), entry_id).unwrap()
}

fn erased(world: &World, looked_at: &Erasable) -> Result<u64, ActionError> {
    erase(&world.by("ada"), looked_at, text("it was asked for")).map(|changed| changed.outcome)
}

/// How many rows there are of statements, items, attachments and approvals.
fn rows(world: &World) -> [usize; 4] {
    let rows = world.store.read(|tx| {
        Ok::<_, StoreError>([
            statement::list(tx, &statement::Wanted::default(), TODAY, 100)?.len(),
            evidence::list(tx, &evidence::Wanted::default(), 100)?.len(),
            evidence::attached(tx, None, None, None)?.len(),
            approval::list(tx, &approval::Wanted::default(), TODAY, 100)?.len(),
        ])
    });
    rows.unwrap()
}

/// Two statements with the same evidence, the first of them approved; gives the entries of the first and of the item.
fn filled(world: &World) -> (u64, u64) {
    let stated = world.state("A", content(State::Partial, "words"), 0).unwrap().entries[0];
    world.state("B", content(State::Partial, "words"), 0).unwrap();
    let added = add_evidence(&world.by("ada"), file("report"), &mut "Ten tests.".as_bytes()).unwrap().entries[0];
    for measure in ["A", "B"] {
        attach_evidence(&world.by("ada"), attach(measure, "report", None)).unwrap();
    }
    let shown = show_statement(&world.store, &on_measure("A"), AsOf::today(TODAY)).unwrap();
    let command = Approve { statement: on_measure("A"), revision: 1, fingerprint: shown.fingerprint.unwrap() };
    approve(&world.by("ben"), command).unwrap();
    (stated, added)
}

#[test]
fn a_statement_goes_with_what_shows_it_and_who_approved_it() {
    on_each_engine(|world| {
        let (stated, _) = filled(world);
        let group = looked_at(world, stated);
        assert_eq!(group.subject, "statement/acme/gpai/1/A");
        let kinds: Vec<&str> = group.entries.iter().map(|(_, kind)| kind.as_str()).collect();
        assert_eq!(kinds, ["statement.recorded", "evidence.attached", "approval.given"]);
        // Whichever of them is named, the same goes.
        assert_eq!(looked_at(world, group.entries[2].0), group);
        erased(world, &group).unwrap();
        assert_eq!(rows(world), [1, 1, 1, 0]);
        assert_eq!(world.store.audit().unwrap().erased, 3);
        let before = rows(world);
        world.store.rebuild().unwrap();
        assert_eq!(rows(world), before);
        // It can be stated anew, and shown with the same evidence.
        world.state("A", content(State::Implemented, "other words"), 0).unwrap();
        attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap();
        assert_eq!(rows(world), [2, 1, 2, 0]);
    });
}

#[test]
fn an_item_goes_from_every_statement_and_its_bytes_are_swept() {
    on_each_engine(|world| {
        let (_, added) = filled(world);
        let group = looked_at(world, added);
        assert_eq!(group.entries.len(), 3, "{group:?}");
        erased(world, &group).unwrap();
        // The approval stays: it says what was approved, and that the evidence is not there any more.
        assert_eq!(rows(world), [2, 0, 0, 1]);
        let shown = show_statement(&world.store, &on_measure("A"), AsOf::today(TODAY)).unwrap();
        assert!(format!("{shown:?}").contains("Removed"), "{shown:?}");
        assert_eq!(world.store.audit().unwrap().blobs, 0, "nothing names the bytes");
        let other = add_evidence(&world.by("ada"), file("report"), &mut "Others.".as_bytes()).unwrap();
        assert_eq!(other.outcome.id, id("report"), "the id is free");
    });
}

#[test]
fn what_changed_since_it_was_looked_at_is_not_erased() {
    on_each_engine(|world| {
        let (stated, _) = filled(world);
        let group = looked_at(world, stated);
        world.state("A", content(State::Partial, "more words"), 1).unwrap();
        let refused = erased(world, &group).unwrap_err();
        assert!(matches!(refused, ActionError::Erasure(ErasureError::Changed(_))), "{refused}");
        let stranger = erase(&world.by("nobody"), &looked_at(world, stated), text("why"));
        assert!(matches!(stranger, Err(ActionError::Refused(_))), "{stranger:?}");
        assert_eq!(world.store.audit().unwrap().erased, 0);
    });
}

#[test]
fn an_erasure_that_failed_is_done_again_to_the_same_end() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        on_each_engine(|world| {
            let (stated, _) = filled(world);
            let group = looked_at(world, stated);
            world.store.db().faults().set(fault);
            erased(world, &group).unwrap_err();
            assert!(!world.store.db().faults().is_pending(), "the fault came about");
            world.audit();
            let again = erased(world, &group);
            assert_eq!(again.is_ok(), fault == CommitFault::FailedNotSaved, "{again:?}");
            assert_eq!((rows(world), world.store.audit().unwrap().erased), ([1, 1, 1, 0], 3));
        });
    }
}
