//! Changes: saved whole with their checkpoint, or not at all.

use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};

use crate::fixtures::{append, now, on_each_engine, public};

#[test]
fn a_journal_begins_with_its_instance_and_grows_across_tiles() {
    on_each_engine(|instance| {
        let store = instance.open();
        assert_eq!(store.head().unwrap().unwrap().size, 1);
        for count in [1, 2, 252, 1, 300, 3] {
            append(&store, count).unwrap();
            assert!(store.audit().unwrap().is_clean());
        }
        assert_eq!(store.head().unwrap().unwrap().size, 560);
    });
}

#[test]
fn a_second_opening_goes_on_where_the_first_ended() {
    on_each_engine(|instance| {
        append(&instance.open(), 300).unwrap();
        let (first, second) = (instance.open(), instance.open());
        assert_eq!(append(&first, 1).unwrap(), 302);
        assert_eq!(append(&second, 1).unwrap(), 303);
        assert_eq!(append(&first, 1).unwrap(), 304);
    });
}

#[test]
fn a_change_that_fails_records_nothing() {
    on_each_engine(|instance| {
        let store = instance.open();
        let refused = store.change(now(), "test", |change| {
            change.record(public("one"))?;
            Err::<(), _>(StoreError::Beyond { size: 0, asked: 0 })
        });
        refused.unwrap_err();
        assert_eq!(append(&store, 1).unwrap(), 2);
    });
}

#[test]
fn a_failed_commit_loses_nothing_and_forks_nothing() {
    on_each_engine(|instance| {
        let store = instance.open();
        for (fault, size) in [(CommitFault::FailedNotSaved, 2), (CommitFault::FailedButSaved, 4)] {
            store.db().faults().set(fault);
            let failed = append(&store, 1).unwrap_err();
            assert!(matches!(failed, StoreError::Db(DbError::CommitUnknown(_))), "{failed}");
            assert_eq!(append(&store, 1).unwrap(), size, "after {fault:?}");
            assert!(store.audit().unwrap().is_clean());
        }
    });
}

#[test]
fn a_clock_that_was_put_back_keeps_entries_in_order() {
    on_each_engine(|instance| {
        let store = instance.open();
        let earlier = "2025-01-01T00:00:00Z".parse().unwrap();
        let changed = store.change(earlier, "test", |change| {
            change.record(public("one"))?;
            Ok::<_, StoreError>(change.at())
        });
        assert_eq!(changed.unwrap().outcome, now());
    });
}

#[test]
fn tables_that_follow_are_rebuilt_to_the_same_content() {
    on_each_engine(|instance| {
        let store = instance.open();
        append(&store, 20).unwrap();
        let mut seen = Vec::new();
        assert_eq!(store.rebuild_watched(&mut |done, all| seen.push((done, all))).unwrap(), 21);
        assert_eq!(seen.last(), Some(&(21, 21)));
        assert!(store.audit().unwrap().is_clean());
    });
}

#[test]
fn an_audit_waits_for_nobody_who_writes_and_lets_nobody_wait() {
    on_each_engine(|instance| {
        let store = instance.open();
        append(&store, 300).unwrap();
        // Whoever holds the turn to write has it all the while: an audit that wanted it would give up.
        let audit = store.keep(|_| store.audit()).unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
        assert!(audit.rows > 0 && audit.entries > 300, "{audit:?}");
        append(&store, 1).unwrap();
        assert!(store.audit().unwrap().is_clean(), "what was filled beside the tables is gone");
    });
}
