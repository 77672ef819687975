//! Witnesses: a log that goes back or forks is refused and kept as evidence, and an older copy signs nothing.

use std::fs;

use adhere_journal::note::Signature;
use adhere_journal::witness::Decision;
use adhere_store::audit::Finding;
use adhere_store::event::{Event, InstanceEvent};
use adhere_store::witnessing::WitnessError;
use adhere_store::{Store, StoreError};

use crate::fixtures::{Instance, append, now, on_each_engine, public};

/// Lets one instance cosign the latest checkpoint of another.
fn witness(log: &Store, witness: &Store) -> Decision {
    let known = [log.keys().log.public()];
    let key = witness.keys().witness.public();
    let request = log.request_to(&key).unwrap().unwrap();
    let decision = witness.cosign(&request, &known, now()).unwrap();
    if let Decision::Cosigned { latest, signature } = &decision {
        log.keep_cosignature(&key, latest.checkpoint().size, signature.clone()).unwrap();
    }
    decision
}

#[test]
fn a_journal_that_grows_is_cosigned_and_its_receipts_say_so() {
    on_each_engine(|instance| {
        let folder = tempfile::tempdir().unwrap();
        let (log, other) = (instance.open(), Instance::named(folder.path(), "example.org/other").open());
        for _ in 0..3 {
            append(&log, 300).unwrap();
            assert!(matches!(witness(&log, &other), Decision::Cosigned { .. }));
        }
        assert!(log.request_to(&other.keys().witness.public()).unwrap().is_none(), "nothing new to ask for");
        append(&log, 1).unwrap();
        let receipt = log.receipt(17).unwrap();
        assert_eq!(receipt.note.signatures().len(), 2, "the receipt is under the checkpoint that was cosigned");
        let own = log.receipt(901).unwrap();
        assert_eq!(own.note.signatures().len(), 1, "what came after has the latest");
        assert!(matches!(log.receipt(902), Err(StoreError::Beyond { size: 902, asked: 902 })));
    });
}

#[test]
fn an_older_copy_of_the_database_signs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let own = Instance::in_folder(&folder.path().join("own"));
    let other = Instance::named(&folder.path().join("other"), "example.org/other").open();
    append(&own.open(), 10).unwrap();
    let (file, copy) = (own.folder.join("adhere.sqlite"), folder.path().join("copy"));
    fs::copy(&file, &copy).unwrap();
    let log = own.open();
    append(&log, 5).unwrap();
    witness(&log, &other);
    drop(log);
    for name in ["adhere.sqlite", "adhere.sqlite-wal", "adhere.sqlite-shm"] {
        let _ = fs::remove_file(own.folder.join(name));
    }
    fs::copy(&copy, &file).unwrap();
    let back = own.open();
    assert_eq!(back.head().unwrap().unwrap().size, 11);
    let refused = append(&back, 1).unwrap_err();
    assert!(matches!(refused, StoreError::RolledBack { size: 11, seen: 16, .. }), "{refused}");
    // Not even when it has grown as far: the root is another.
    assert!(matches!(append(&back, 5), Err(StoreError::RolledBack { .. })));
}

#[test]
fn a_witness_that_says_it_has_seen_more_stops_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let own = Instance::in_folder(&folder.path().join("own")).open();
    let other = Instance::named(&folder.path().join("other"), "example.org/other").open();
    let key = other.keys().witness.public();
    own.seen_by(&key, 1).unwrap();
    assert!(matches!(own.seen_by(&key, 7), Err(StoreError::RolledBack { seen: 7, .. })));
    assert!(matches!(append(&own, 1), Err(StoreError::RolledBack { seen: 7, .. })));
}

#[test]
fn a_witness_whose_memory_was_put_back_cosigns_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let log = Instance::in_folder(&folder.path().join("own")).open();
    let watching = Instance::named(&folder.path().join("other"), "example.org/other");
    let other = watching.open();
    assert!(matches!(witness(&log, &other), Decision::Cosigned { .. }));
    let behind = rusqlite::Connection::open(watching.folder.join("adhere.sqlite")).unwrap();
    let before: String = behind.query_row("select note from watched", [], |row| row.get(0)).unwrap();
    append(&log, 5).unwrap();
    assert!(matches!(witness(&log, &other), Decision::Cosigned { .. }));
    append(&log, 1).unwrap();
    for forgetting in ["delete from watched", "insert into watched values ('example.eu/log', 1, $1)"] {
        behind.execute(forgetting, rusqlite::params_from_iter(forgetting.contains('$').then_some(&before))).unwrap();
        let request = log.request_to(&other.keys().witness.public()).unwrap().unwrap();
        let refused = watching.open().cosign(&request, &[log.keys().log.public()], now()).unwrap_err();
        assert!(matches!(refused, WitnessError::Store(StoreError::Forgotten { seen: 6, .. })), "{refused}");
        let audit = watching.open().audit().unwrap();
        assert_eq!(audit.findings, [Finding::Forgotten { origin: "example.eu/log".to_owned(), seen: 6 }]);
    }
}

#[test]
fn a_fork_is_refused_and_kept_as_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let own = Instance::in_folder(&folder.path().join("own"));
    let log = own.open();
    append(&log, 10).unwrap();
    drop(log);
    let twin = folder.path().join("twin");
    copy_folder(&own.folder, &twin);
    let twin = Instance::in_folder(&twin).open();
    let log = own.open();
    append(&log, 2).unwrap();
    let other = Instance::named(&folder.path().join("other"), "example.org/other").open();
    assert!(matches!(witness(&log, &other), Decision::Cosigned { .. }));
    let changed = twin.change("2026-03-02T00:00:00Z".parse().unwrap(), "test", |change| {
        (0..2).try_for_each(|_| change.record(public("another")).map(|_| ()))
    });
    changed.map_err(|error: StoreError| error).unwrap();
    let known = [log.keys().log.public()];
    let request = twin.request_from(11).unwrap().unwrap();
    let decision = other.cosign(&request, &known, now()).unwrap();
    assert!(matches!(decision, Decision::Fork { .. }), "{decision:?}");
    let last = other.head().unwrap().unwrap().size - 1;
    let kept = other.read(|tx| adhere_store::reading::entry(tx, last)).unwrap().unwrap();
    let Event::Instance(InstanceEvent::WitnessConflict { origin, known, presented }) = kept.event else {
        panic!("{:?}", kept.event)
    };
    assert_eq!(origin, "example.eu/log");
    assert_ne!(known, Some(presented));
    assert!(other.audit().unwrap().is_clean());
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copy = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, &copy).unwrap();
        }
    }
}

#[test]
fn a_cosignature_of_another_checkpoint_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let log = Instance::in_folder(&folder.path().join("own")).open();
    let other = Instance::named(&folder.path().join("other"), "example.org/other").open();
    let key = other.keys().witness.public();
    let first = log.request_to(&key).unwrap().unwrap();
    let Decision::Cosigned { signature, .. } = other.cosign(&first, &[log.keys().log.public()], now()).unwrap() else {
        panic!("not cosigned")
    };
    append(&log, 1).unwrap();
    assert!(matches!(log.keep_cosignature(&key, 2, signature.clone()), Err(WitnessError::Note(_))));
    assert!(matches!(log.keep_cosignature(&key, 9, signature.clone()), Err(WitnessError::NoCheckpoint(9))));
    let foreign = Signature { name: other.keys().log.public().name().clone(), ..signature.clone() };
    assert!(matches!(log.keep_cosignature(&key, 1, foreign), Err(WitnessError::NotACosignature { .. })));
    log.keep_cosignature(&key, 1, signature).unwrap();
}
