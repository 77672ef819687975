//! Every write with both faults of a commit: it failed and was not saved; it failed and was saved.

use adhere_actions::approve::{Approve, approve, show_statement};
use adhere_actions::carry_over::{CarryOver, carry_over};
use adhere_actions::evidence::{add_evidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_actions::library::{shelve, take_in};
use adhere_actions::{ActionError, AsOf};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::evidence::archive::{Attachment, EvidenceWithdrawal};
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::projection::{approval, evidence, statement};

use crate::world::{
    TODAY, World, attach, content, file, first, id, on_each_engine, on_measure, refused_by, second, shelved, text,
};

/// A write, and the rule that refuses it when it is done already; a write without one changes nothing then.
type Write = (fn(&World) -> Result<usize, ActionError>, Option<&'static str>);

/// Every write of these actions, in an order in which each can be done.
const WRITES: [Write; 9] = [
    (|world| world.state("A", content(State::Partial, "words"), 0).map(|it| it.entries.len()), None),
    (
        |world| {
            let bytes = &mut "Ten tests passed.".as_bytes();
            add_evidence(&world.by("ada"), file("report"), bytes).map(|it| it.entries.len())
        },
        None,
    ),
    (|world| attach_evidence(&world.by("ada"), attach("A", "report", None)).map(|it| it.entries.len()), None),
    (
        |world| {
            let passage = Passage::new("Ten tests", "", "", None).map(Pointer::Quotation);
            attach_evidence(&world.by("ada"), attach("A", "report", passage)).map(|it| it.entries.len())
        },
        None,
    ),
    (approves, None),
    (
        |world| {
            let (old, (new, _), provider) = (first(), second(), id("acme"));
            let command = CarryOver { provider: &provider, old: &old, new: &new };
            carry_over(&world.by("ada"), command).map(|it| it.entries.len())
        },
        None,
    ),
    (
        |world| {
            let whole = Attachment { subject: on_measure("A"), item: id("report"), passage: None };
            detach_evidence(&world.by("ada"), &whole).map(|it| it.entries.len())
        },
        Some("evidence-attached"),
    ),
    (shelves, None),
    (
        |world| {
            let withdrawal = EvidenceWithdrawal { item: id("report"), from: TODAY, reason: text("superseded") };
            withdraw_evidence(&world.by("ada"), withdrawal).map(|it| it.entries.len())
        },
        None,
    ),
];

fn shelves(world: &World) -> Result<usize, ActionError> {
    let context = world.by("ada");
    let kept = take_in(&context, &id("acme"), &mut "A policy.".as_bytes())?;
    shelve(&context, &id("acme"), vec![shelved("policy", kept)]).map(|it| it.entries.len())
}

fn approves(world: &World) -> Result<usize, ActionError> {
    let shown = show_statement(&world.store, &on_measure("A"), AsOf::today(TODAY))?;
    let command = Approve { statement: on_measure("A"), revision: 1, fingerprint: shown.fingerprint.unwrap() };
    approve(&world.by("ben"), command).map(|it| it.entries.len())
}

/// What there is in the end: rows that say nothing of when they were recorded.
fn state(world: &World) -> String {
    let state = world.store.read(|tx| {
        let statements = statement::list(tx, &statement::Wanted::default(), TODAY, 100)?;
        let items = evidence::list(tx, &evidence::Wanted::default(), 100)?;
        let attached = evidence::attached(tx, None, None, None)?;
        let approvals = approval::list(tx, &approval::Wanted::default(), TODAY, 100)?;
        Ok::<_, StoreError>(format!("{statements:#?}{items:#?}{attached:#?}{approvals:#?}"))
    });
    state.unwrap()
}

fn prepared(world: &World) {
    let (code, follows) = second();
    world.publish(&code, Some(&follows));
}

#[test]
fn a_write_that_failed_can_be_done_again_and_is_done_once() {
    on_each_engine(|world| {
        prepared(world);
        for (number, (write, refusal)) in WRITES.into_iter().enumerate() {
            let before = world.size();
            world.store.db().faults().set(CommitFault::FailedNotSaved);
            let failed = write(world).unwrap_err();
            assert!(matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
            assert_eq!(world.size(), before, "write {number} was not saved");
            assert!(write(world).unwrap() > 0, "write {number} is done");
            check_repeated(world, number, write, refusal);
        }
    });
}

#[test]
fn a_write_that_was_saved_though_it_failed_is_not_done_twice() {
    on_each_engine(|world| {
        prepared(world);
        for (number, (write, refusal)) in WRITES.into_iter().enumerate() {
            let before = world.size();
            world.store.db().faults().set(CommitFault::FailedButSaved);
            let failed = write(world).unwrap_err();
            assert!(matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
            assert!(world.size() > before, "write {number} was saved");
            check_repeated(world, number, write, refusal);
        }
    });
}

/// Once more, what is done already changes nothing.
fn check_repeated(
    world: &World,
    number: usize,
    write: fn(&World) -> Result<usize, ActionError>,
    refusal: Option<&str>,
) {
    let (before, was) = (world.size(), state(world));
    match refusal {
        None => assert_eq!(write(world).unwrap(), 0, "write {number}"),
        Some(rule) => assert_eq!(refused_by(write(world)), rule, "write {number}"),
    }
    assert_eq!((world.size(), state(world)), (before, was), "write {number}");
    assert!(!world.store.db().faults().is_pending());
    world.audit();
}
