//! Every write of the store with both faults of a commit: it failed and was not saved; it failed and was saved. After
//! each, all is sound, and doing it again comes to the same end.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adhere_journal::witness::Decision;
use adhere_store::Store;
use adhere_store::backup::BackupError;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::event::{KeyPurpose, RotationReason};
use adhere_store::witnessing::WitnessError;
use adhere_store::{OpenError, StoreError};
use adhere_testing::{PostgresDatabase, repository};

use crate::fixtures::{Instance, append, now, on_each_engine};

/// An instance, and another that is its witness and that it witnesses.
struct Pair<'i> {
    own: &'i Instance,
    other: Store,
}

/// A write: done with a store that may have a fault waiting, and what there is to see of it afterwards.
struct Write {
    name: &'static str,
    /// Whether the fault came about, which is the only way in which it may fail.
    run: fn(&Pair<'_>, Store) -> Result<(), StoreError>,
    seen: fn(&Pair<'_>) -> String,
}

const WRITES: [Write; 6] = [
    Write { name: "change", run: |_, store| append(&store, 3).map(|_| ()), seen: |pair| size(&pair.own.open()) },
    Write { name: "rebuild", run: |_, store| store.rebuild().map(|_| ()), seen: |pair| size(&pair.own.open()) },
    Write {
        name: "sweep",
        run: |_, store| {
            store.blobs().keep(&mut "left over".as_bytes()).unwrap();
            store.sweep("2099-01-01T00:00:00Z".parse().unwrap()).map(|_| ())
        },
        seen: |pair| pair.own.open().audit().unwrap().blobs.to_string(),
    },
    Write {
        name: "rotate_key",
        run: |_, store| {
            let rotated = store.rotate_key(KeyPurpose::Log, RotationReason::Planned, "jo", now());
            rotated.map(|_| ()).map_err(|error| match error {
                OpenError::Store(error) => error,
                other => panic!("{other}"),
            })
        },
        seen: |pair| pair.own.open().keys().log.public().to_string(),
    },
    Write {
        name: "cosign",
        run: |pair, store| {
            let request = pair.other.request_from(0).unwrap().unwrap();
            match store.cosign(&request, &[pair.other.keys().log.public()], now()) {
                Ok(decision) => {
                    // What was saved though it failed is known: the log is told to go on from there.
                    assert!(matches!(decision, Decision::Cosigned { .. } | Decision::Conflict { .. }), "{decision:?}");
                    Ok(())
                }
                Err(WitnessError::Store(error)) => Err(error),
                Err(other) => panic!("{other}"),
            }
        },
        seen: |pair| size(&pair.own.open()),
    },
    Write {
        name: "keep_cosignature",
        run: |pair, store| {
            let key = pair.other.keys().witness.public();
            let request = store.request_from(0).unwrap().unwrap();
            let decision = pair.other.cosign(&request, &[store.keys().log.public()], now()).unwrap();
            let Decision::Cosigned { latest, signature } = decision else { return Ok(()) };
            match store.keep_cosignature(&key, latest.checkpoint().size, signature) {
                Ok(_) => Ok(()),
                Err(WitnessError::Store(error)) => Err(error),
                Err(other) => panic!("{other}"),
            }
        },
        seen: |pair| size(&pair.own.open()),
    },
];

fn size(store: &Store) -> String {
    store.head().unwrap().unwrap().size.to_string()
}

fn check(instance: &Instance, write: &Write, fault: CommitFault) {
    let folder = tempfile::tempdir().unwrap();
    // Nobody has met it before.
    let name = format!("example.org/{}-{fault:?}", write.name);
    let other = Instance::named(folder.path(), name.leak()).open();
    append(&other, 2).unwrap();
    let pair = Pair { own: instance, other };
    let before = (write.seen)(&pair);
    let store = instance.open();
    store.db().faults().set(fault);
    let failed = (write.run)(&pair, store).unwrap_err();
    assert!(matches!(failed, StoreError::Db(DbError::CommitUnknown(_))), "{}: {failed}", write.name);
    let after = (write.seen)(&pair);
    if fault == CommitFault::FailedNotSaved {
        assert_eq!(after, before, "{}: nothing was saved", write.name);
    }
    let audit = instance.open().audit().unwrap();
    assert!(audit.is_clean(), "{} after {fault:?}: {:?}", write.name, audit.findings);
    (write.run)(&pair, instance.open()).unwrap();
    append(&instance.open(), 1).unwrap();
    let audit = instance.open().audit().unwrap();
    assert!(audit.is_clean(), "{} again after {fault:?}: {:?}", write.name, audit.findings);
}

#[test]
fn a_write_that_failed_leaves_all_sound_and_is_done_again() {
    on_each_engine(|instance| {
        append(&instance.open(), 5).unwrap();
        for write in &WRITES {
            for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
                check(instance, write, fault);
            }
        }
    });
}

#[test]
fn a_move_that_failed_at_its_end_is_finished_by_the_next() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        let (folder, database) = (tempfile::tempdir().unwrap(), PostgresDatabase::create());
        let instance = Instance::in_folder(folder.path());
        append(&instance.open(), 300).unwrap();
        let store = instance.open();
        let head = store.head().unwrap().unwrap();
        store.db().faults().set(fault);
        let failed = store.migrate(&database.url(), &mut |_, _| {}).unwrap_err();
        assert!(matches!(failed, BackupError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
        // Where the file does not know that it was left it is still the one that counts, and else nothing is recorded.
        let left = append(&instance.open(), 1);
        match fault {
            CommitFault::FailedNotSaved => {
                assert_eq!(left.unwrap(), head.size + 1);
                let refused = instance.open().migrate(&database.url(), &mut |_, _| {}).unwrap_err();
                assert!(matches!(refused, BackupError::NotEmpty(301)), "{refused}");
                let another = PostgresDatabase::create();
                assert_eq!(instance.open().migrate(&another.url(), &mut |_, _| {}).unwrap().size, head.size + 1);
                assert!(instance.open().audit().unwrap().is_clean());
            }
            CommitFault::FailedButSaved => {
                assert!(matches!(left, Err(StoreError::Moved)), "{left:?}");
                assert_eq!(instance.open().migrate(&database.url(), &mut |_, _| {}).unwrap(), head);
                assert!(instance.open().audit().unwrap().is_clean());
            }
        }
    }
}

/// The files of the store in which something is written to a database.
fn writing(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| {
        if path.is_dir() {
            return writing(&path);
        }
        let text = fs::read_to_string(&path).unwrap();
        let writes = ["db().write(", "db.write(", "target.write(", "self.change("];
        let is_writing = writes.iter().any(|write| text.contains(write)) && !path.ends_with("tests.rs");
        is_writing.then(|| path.file_name().unwrap().to_str().unwrap().to_owned()).into_iter().collect()
    });
    files.collect()
}

#[test]
fn every_place_that_writes_is_among_those_that_are_made_to_fail() {
    let known = [
        // `migrate` above, and `restore` among the beginnings.
        "backup.rs",
        // `sweep`.
        "kept_bytes.rs",
        // The tables themselves: `scripts/faults` kills it.
        "migrations.rs",
        // `rotate_key`.
        "rotation.rs",
        // `keep_timestamp`, among the timestamps.
        "stamping.rs",
        // `change` and `rebuild`; the first opening is among the beginnings, and what lets people in among the actions.
        "store.rs",
        // `cosign` and `keep_cosignature`.
        "witnessing.rs",
    ];
    assert_eq!(writing(&repository().join("crates/store/src")), known.map(str::to_owned).into());
}
