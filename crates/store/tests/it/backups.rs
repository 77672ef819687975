//! Backups: whole or not there, held against the signed checkpoint, and never a way to a second history.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adhere_store::backup::{BackupError, Keys};
use adhere_store::event::{Event, InstanceEvent};
use adhere_store::home::Home;
use adhere_store::{Store, StoreError};
use adhere_testing::PostgresDatabase;

use crate::fixtures::{Instance, append, now, on_each_engine, private};

fn filled(instance: &Instance) -> Store {
    let store = instance.open();
    append(&store, 600).unwrap();
    let changed = store.change(now(), "test", |change| change.record(private("jo")).map(|_| ()));
    changed.map_err(|error: StoreError| error).unwrap();
    store
}

/// An instance with the keys of a backup and an empty database.
fn empty(folder: &Path, backup: &Path) -> Home {
    let home = Instance::in_folder(folder).make();
    fs::create_dir_all(home.keys()).unwrap();
    for key in ["log.key", "witness.key", "author.key"] {
        fs::copy(backup.join("keys").join(key), home.keys().join(key)).unwrap();
    }
    home
}

#[test]
fn a_backup_of_each_engine_is_restored_to_the_same_journal_and_tables() {
    on_each_engine(|instance| {
        let store = filled(instance);
        let folder = tempfile::tempdir().unwrap();
        let backup = folder.path().join("backup");
        let head = store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
        let mut seen = Vec::new();
        let restored = empty(&folder.path().join("restored"), &backup);
        assert_eq!(Store::restore(restored, &backup, &mut |done, all| seen.push((done, all))).unwrap(), head);
        assert_eq!(seen.last(), Some(&(602, 602)));
        let again = Instance::in_folder(&folder.path().join("restored")).open();
        let (first, second) = (store.audit().unwrap(), again.audit().unwrap());
        assert!(second.is_clean(), "{:?}", second.findings);
        assert_eq!(second, first);
    });
}

#[test]
fn nothing_is_signed_with_a_restored_journal_until_it_is_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&Instance::in_folder(&folder.path().join("first")));
    let backup = folder.path().join("backup");
    store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
    let own = folder.path().join("second");
    Store::restore(empty(&own, &backup), &backup, &mut |_, _| {}).unwrap();
    let restored = Instance::in_folder(&own).open();
    assert!(matches!(append(&restored, 1), Err(StoreError::Restored)));
    restored.confirm_latest().unwrap();
    assert_eq!(append(&restored, 1).unwrap(), 603);
    assert!(restored.audit().unwrap().is_clean());
}

type Alteration = fn(&mut Vec<u8>);

#[test]
fn an_altered_backup_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&Instance::in_folder(&folder.path().join("first")));
    let altered: [(&str, Alteration); 7] = [
        ("tile/entries/000", |bytes| bytes[60] ^= 1),
        ("tile/entries/002.p/90", |bytes| bytes.truncate(100)),
        ("checkpoint", |bytes| bytes[20] ^= 1),
        ("checkpoints.jsonl", |bytes| bytes.clear()),
        ("checkpoints.jsonl", |bytes| bytes[30] ^= 1),
        ("openings.jsonl", |bytes| bytes[30] ^= 1),
        ("cosignatures.jsonl", |bytes| bytes.extend(b"{}")),
    ];
    for (number, (name, alter)) in altered.into_iter().enumerate() {
        let backup = folder.path().join(format!("backup-{number}"));
        store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
        let file = backup.join(name);
        let mut bytes = fs::read(&file).unwrap();
        alter(&mut bytes);
        fs::write(&file, bytes).unwrap();
        let own = folder.path().join(format!("restored-{number}"));
        let home = empty(&own, &backup);
        match Store::restore(home.clone(), &backup, &mut |_, _| {}) {
            Err(_) => {}
            // An opening that was altered is text of the right form: what it should open tells.
            Ok(_) => panic!("`{name}` was altered, and the backup restored"),
        }
        fs::remove_file(home.keys().join("witnessed.json")).unwrap();
        assert_eq!(Instance::in_folder(&own).open().head().unwrap().unwrap().size, 1, "nothing of `{name}` was kept");
    }
}

#[test]
fn a_backup_never_replaces_anything() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&Instance::in_folder(&folder.path().join("first")));
    let backup = folder.path().join("backup");
    store.backup(&backup, Keys::LeftOut, &mut |_, _| {}).unwrap();
    assert!(!backup.join("keys").exists());
    let again = store.backup(&backup, Keys::LeftOut, &mut |_, _| {});
    assert!(matches!(again, Err(BackupError::AlreadyThere(_))));
    let into_itself = Store::restore(store.home().clone(), &backup, &mut |_, _| {});
    assert!(matches!(into_itself, Err(BackupError::NotEmpty(602))));
}

#[test]
fn what_a_crash_left_of_a_backup_is_not_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&Instance::in_folder(&folder.path().join("first")));
    let partial = folder.path().join("backup.partial");
    fs::create_dir_all(partial.join("tile")).unwrap();
    fs::write(partial.join("tile/left"), "over").unwrap();
    let backup = folder.path().join("backup");
    store.backup(&backup, Keys::LeftOut, &mut |_, _| {}).unwrap();
    assert!(!partial.exists() && !backup.join("tile/left").exists());
}

#[test]
fn an_instance_moves_to_a_server_with_the_same_head() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    let store = filled(&instance);
    let head = store.head().unwrap().unwrap();
    let left = instance.open();
    let database = PostgresDatabase::create();
    assert_eq!(store.migrate(&database.url(), &mut |_, _| {}).unwrap(), head);
    assert!(matches!(append(&left, 1), Err(StoreError::Moved)), "whoever still has the file open records nothing");
    let moved = instance.open();
    assert_eq!(moved.db().engine(), "PostgreSQL");
    assert_eq!(moved.head().unwrap(), Some(head));
    assert_eq!(append(&moved, 1).unwrap(), 603);
    assert!(moved.audit().unwrap().is_clean());
    assert!(matches!(moved.migrate(&database.url(), &mut |_, _| {}), Err(BackupError::OnAServer)));
}

#[test]
fn a_move_that_crashed_before_the_settings_were_written_is_finished_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    let store = filled(&instance);
    let settings = fs::read(instance.folder.join("instance.toml")).unwrap();
    let (database, other) = (PostgresDatabase::create(), PostgresDatabase::create());
    let head = store.migrate(&database.url(), &mut |_, _| {}).unwrap();
    fs::write(instance.folder.join("instance.toml"), settings).unwrap();
    let elsewhere = instance.open().migrate(&other.url(), &mut |_, _| {});
    assert!(matches!(elsewhere, Err(BackupError::MovedElsewhere)), "{elsewhere:?}");
    assert_eq!(instance.open().migrate(&database.url(), &mut |_, _| {}).unwrap(), head);
    assert_eq!(instance.open().db().engine(), "PostgreSQL");
}

#[test]
fn the_first_entry_is_not_made_twice() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    let store = instance.open();
    let first = store.read(|tx| adhere_store::reading::entry(tx, 0)).unwrap().unwrap();
    assert!(matches!(first.event, Event::Instance(InstanceEvent::Created { .. })));
    assert_eq!(instance.open().head().unwrap().unwrap().size, 1);
}

#[test]
fn a_move_writes_nothing_beside_the_two_databases() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    let store = filled(&instance);
    let names = || {
        let entries = fs::read_dir(&instance.folder).unwrap().map(|entry| entry.unwrap().file_name());
        entries.collect::<BTreeSet<_>>()
    };
    let (before, mut seen) = (names(), 0);
    let database = PostgresDatabase::create();
    let moved = store.migrate(&database.url(), &mut |_, _| {
        seen += 1;
        assert_eq!(names(), before, "what is private is in no other file, wherever a crash comes");
    });
    assert_eq!((moved.unwrap().size, seen), (602, 602));
    let audit = instance.open().audit().unwrap();
    assert_eq!((audit.erased, audit.findings), (0, Vec::new()));
}

#[test]
fn a_journal_that_was_altered_is_not_moved() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    let store = filled(&instance);
    let changed = rusqlite::Connection::open(instance.folder.join("adhere.sqlite")).unwrap();
    changed
        .execute_batch("update entry set body = (select body from entry where entry_id = 9) where entry_id = 8")
        .unwrap();
    let database = PostgresDatabase::create();
    let refused = store.migrate(&database.url(), &mut |_, _| {});
    assert!(matches!(refused, Err(BackupError::Unsound(_))), "{refused:?}");
    let there = Instance { server: Some(database.url()), ..Instance::in_folder(&folder.path().join("there")) };
    assert_eq!(there.open().head().unwrap().unwrap().size, 1, "nothing was moved");
    assert_eq!(instance.open().db().engine(), "SQLite");
}
