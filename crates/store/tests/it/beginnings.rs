//! First openings and restores with both faults of a commit: what failed is done by the next attempt, and done once.

use adhere_store::Store;
use adhere_store::StoreError;
use adhere_store::backup::{BackupError, Keys};
use adhere_store::db::{CommitFault, DbError};
use adhere_testing::PostgresDatabase;

use crate::fixtures::{Instance, append, now, private};

/// Runs a test with each fault on a fresh place for an instance of each engine.
fn with_each_fault(test: impl Fn(&Instance, CommitFault)) {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        let (folder, database) = (tempfile::tempdir().unwrap(), PostgresDatabase::create());
        let on_sqlite = Instance::in_folder(&folder.path().join("sqlite"));
        let on_postgres =
            Instance { server: Some(database.url()), ..Instance::in_folder(&folder.path().join("postgres")) };
        for instance in [on_sqlite, on_postgres] {
            test(&instance, fault);
            let audit = instance.open().audit().unwrap();
            assert!(audit.is_clean(), "{fault:?}: {:?}", audit.findings);
        }
    }
}

#[test]
fn a_first_opening_that_failed_is_done_by_the_next_and_the_journal_begins_once() {
    with_each_fault(|instance, fault| {
        let store = Store::open_as_it_is(instance.make()).unwrap();
        store.db().faults().set(fault);
        let failed = store.begin(now()).unwrap_err();
        assert!(matches!(failed, StoreError::Db(DbError::CommitUnknown(_))), "{failed}");
        assert!(!store.db().faults().is_pending(), "the fault came about");
        let size = store.head().unwrap().map(|head| head.size);
        assert_eq!(size, (fault == CommitFault::FailedButSaved).then_some(1));
        store.begin(now()).unwrap();
        let next = instance.open();
        assert_eq!(next.head().unwrap().unwrap().size, 1);
        assert_eq!(append(&next, 2).unwrap(), 3);
    });
}

#[test]
fn a_restore_that_failed_is_done_again_and_signs_nothing_until_it_is_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let source = Instance::in_folder(&folder.path().join("first")).open();
    append(&source, 300).unwrap();
    let changed = source.change(now(), "test", |change| change.record(private("jo")).map(|_| ()));
    changed.map_err(|error: StoreError| error).unwrap();
    source.blobs().keep(&mut "named by nothing".as_bytes()).unwrap();
    let backup = folder.path().join("backup");
    let head = source.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
    with_each_fault(|instance, fault| {
        let home = instance.make();
        home.take_keys(&backup.join("keys")).unwrap();
        let store = Store::open_as_it_is(home.clone()).unwrap();
        store.db().faults().set(fault);
        let failed = store.refill(&backup, &mut |_, _| {}).unwrap_err();
        assert!(matches!(failed, BackupError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
        assert!(!store.db().faults().is_pending(), "the fault came about");
        let again = Store::restore(home, &backup, &mut |_, _| {});
        match fault {
            CommitFault::FailedNotSaved => assert_eq!(again.unwrap(), head),
            CommitFault::FailedButSaved => {
                assert!(matches!(again, Err(BackupError::NotEmpty(size)) if size == head.size), "{again:?}");
            }
        }
        let restored = instance.open();
        assert_eq!(restored.head().unwrap(), Some(head.clone()));
        assert!(matches!(append(&restored, 1), Err(StoreError::Restored)));
        restored.confirm_latest().unwrap();
        assert_eq!(append(&restored, 1).unwrap(), head.size + 1);
    });
}
