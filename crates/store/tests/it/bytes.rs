//! The bytes of evidence with the journal that names them: audited, swept, backed up and restored.

use std::fs;
use std::path::PathBuf;

use adhere_domain::evidence::archive::EvidenceEvent;
use adhere_domain::evidence::item::{Confidentiality, Item, MediaType};
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use adhere_store::audit::Finding;
use adhere_store::backup::{BackupError, Keys};
use adhere_store::blob::Collected;
use adhere_store::event::Event;
use adhere_store::home::{Home, Settings};
use adhere_store::{Store, StoreError};
use adhere_testing::ObjectStorage;
use jiff::Timestamp;

use crate::fixtures::{Instance, now, on_each_engine};

/// Keeps bytes and records that they are evidence.
pub(crate) fn add(store: &Store, id: &str, bytes: &[u8]) -> Item {
    let kept = store.blobs().keep(&mut &*bytes).unwrap();
    let item = Item {
        id: Id::parse(id).unwrap(),
        digest: kept.digest,
        size: kept.size,
        media_type: MediaType::parse("text/plain").unwrap(),
        title: NonEmptyText::parse(id).unwrap(),
        speaks_for: "2026-01-01".parse().unwrap(),
        expires: None,
        confidentiality: Confidentiality::Confidential,
    };
    let event = Event::Evidence(EvidenceEvent::Added(item.clone()));
    let changed = store.change(now(), "test", |change| change.record(event).map(|_| ()));
    changed.map_err(|error: StoreError| error).unwrap();
    item
}

/// Where the bytes of an item are, in the folder of an instance or of a backup.
pub(crate) fn path(item: &Item) -> PathBuf {
    let digest = item.digest.to_string();
    let (first, rest) = digest.split_at(2);
    PathBuf::from("blobs/sha256").join(first).join(rest)
}

fn read(store: &Store, item: &Item) -> Vec<u8> {
    let mut bytes = Vec::new();
    store.blobs().read(&item.digest, &mut bytes).unwrap();
    bytes
}

/// A moment after everything that a test does.
fn later() -> Timestamp {
    "2099-01-01T00:00:00Z".parse().unwrap()
}

#[test]
fn bytes_that_were_changed_cut_or_lost_are_found() {
    on_each_engine(|instance| {
        let store = instance.open();
        let item = add(&store, "report", b"Ten tests passed.");
        let (owner, digest, file) = (format!("evidence/{}", item.id), item.digest, instance.folder.join(path(&item)));
        assert_eq!(store.audit().unwrap().blobs, 1);
        let wrong = [Finding::BytesWrong { owner: owner.clone(), digest }];
        for altered in ["Ten tests failed.", "Ten tests", "Ten tests passed. ", ""] {
            fs::write(&file, altered).unwrap();
            assert_eq!(store.audit().unwrap().findings, wrong, "{altered:?}");
        }
        fs::remove_file(&file).unwrap();
        assert_eq!(store.audit().unwrap().findings, [Finding::BytesMissing { owner, digest }]);
        store.blobs().keep(&mut "Ten tests passed.".as_bytes()).unwrap();
        let stray = instance.folder.join("blobs/sha256/stray");
        fs::write(&stray, "what is this").unwrap();
        assert!(matches!(store.audit().unwrap().findings.as_slice(), [Finding::BytesStray(_)]));
        fs::remove_file(stray).unwrap();
    });
}

#[test]
fn bytes_that_no_entry_names_are_swept_after_a_while_and_others_never() {
    on_each_engine(|instance| {
        let store = instance.open();
        let item = add(&store, "report", b"Ten tests passed.");
        store.blobs().keep(&mut "left over".as_bytes()).unwrap();
        let an_hour_ago = "2020-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(store.sweep(an_hour_ago).unwrap(), Collected::default(), "it may be on its way into an entry");
        let swept = store.sweep(later()).unwrap();
        assert_eq!((swept.blobs, swept.bytes), (1, 9));
        assert_eq!(store.sweep(later()).unwrap(), Collected::default());
        assert_eq!(read(&store, &item), b"Ten tests passed.");
    });
}

#[test]
fn a_sweep_asks_the_entries_and_not_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let store = Instance::in_folder(folder.path()).open();
    let item = add(&store, "report", b"Ten tests passed.");
    let changed = rusqlite::Connection::open(folder.path().join("adhere.sqlite")).unwrap();
    changed.execute_batch("delete from evidence_item; delete from mention").unwrap();
    assert_eq!(store.sweep(later()).unwrap(), Collected::default());
    assert_eq!(read(&store, &item), b"Ten tests passed.");
}

#[test]
fn an_older_copy_of_the_journal_sweeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Instance::in_folder(&folder.path().join("own")).open();
    let backup = folder.path().join("backup");
    store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
    let restored = Instance::in_folder(&folder.path().join("restored"));
    restored.make().take_keys(&backup.join("keys")).unwrap();
    Store::restore(restored.make(), &backup, &mut |_, _| {}).unwrap();
    let restored = restored.open();
    restored.blobs().keep(&mut "named by an entry that the backup does not have".as_bytes()).unwrap();
    assert!(matches!(restored.sweep(later()), Err(StoreError::Restored)));
    restored.confirm_latest().unwrap();
    assert_eq!(restored.sweep(later()).unwrap().blobs, 1);
}

#[test]
fn a_backup_has_the_bytes_that_entries_name_and_a_restored_instance_too() {
    on_each_engine(|instance| {
        let store = instance.open();
        let items = [add(&store, "report", b"Ten tests passed."), add(&store, "empty", b"")];
        store.blobs().keep(&mut "left over".as_bytes()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let backup = folder.path().join("backup");
        store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
        let restored = Instance::in_folder(&folder.path().join("restored"));
        restored.make().take_keys(&backup.join("keys")).unwrap();
        Store::restore(restored.make(), &backup, &mut |_, _| {}).unwrap();
        let restored = restored.open();
        for item in &items {
            assert_eq!(read(&restored, item), read(&store, item));
        }
        let audit = restored.audit().unwrap();
        assert_eq!((audit.blobs, audit.findings), (2, Vec::new()));
        assert_eq!(fs::read_dir(backup.join("blobs/sha256")).unwrap().count(), 2, "what no entry names is left out");
    });
}

#[test]
fn a_backup_whose_bytes_were_altered_restores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Instance::in_folder(&folder.path().join("own")).open();
    let item = add(&store, "report", b"Ten tests passed.");
    let alterations: [fn(&PathBuf); 3] = [
        |file| fs::write(file, "Ten tests failed.").unwrap(),
        |file| fs::write(file, "Ten").unwrap(),
        |file| fs::remove_file(file).unwrap(),
    ];
    for (number, alter) in alterations.into_iter().enumerate() {
        let backup = folder.path().join(format!("backup-{number}"));
        store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
        alter(&backup.join(path(&item)));
        let restored = Instance::in_folder(&folder.path().join(format!("restored-{number}")));
        restored.make().take_keys(&backup.join("keys")).unwrap();
        let refused = Store::restore(restored.make(), &backup, &mut |_, _| {}).unwrap_err();
        assert!(matches!(refused, BackupError::BytesWrong { .. } | BackupError::BytesMissing { .. }), "{refused}");
        fs::remove_file(restored.folder.join("keys/witnessed.json")).unwrap();
        assert_eq!(restored.open().head().unwrap().unwrap().size, 1, "nothing was kept");
    }
}

#[test]
fn an_instance_that_lacks_bytes_says_so_instead_of_backing_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Instance::in_folder(&folder.path().join("own")).open();
    let item = add(&store, "report", b"Ten tests passed.");
    fs::remove_file(folder.path().join("own").join(path(&item))).unwrap();
    let backup = folder.path().join("backup");
    let refused = store.backup(&backup, Keys::LeftOut, &mut |_, _| {}).unwrap_err();
    assert!(matches!(refused, BackupError::BytesMissing { .. }), "{refused}");
    assert!(!backup.exists());
}

#[test]
fn bytes_in_a_bucket_are_audited_swept_and_backed_up_alike() {
    let (storage, folder) = (ObjectStorage::create(), tempfile::tempdir().unwrap());
    let settings = |name: &str| {
        let text = format!(
            "origin = \"example.eu/log\"\n[evidence]\nendpoint = \"http://{}\"\nbucket = \"{}\"\nprefix = \"{}/{name}\"\n\
             access-key-id = \"{}\"\nsecret-access-key = \"{}\"\n",
            storage.host, storage.bucket, storage.prefix, storage.access_key_id, storage.secret_access_key
        );
        let own = folder.path().join(name);
        let home = Home::make(&own, Settings::named("example.eu/log").unwrap()).unwrap();
        fs::write(own.join("instance.toml"), text).unwrap();
        Home::open(home.folder()).unwrap()
    };
    let store = Store::open(settings("own"), now()).unwrap();
    let item = add(&store, "report", b"Ten tests passed.");
    store.blobs().keep(&mut "left over".as_bytes()).unwrap();
    assert_eq!(store.sweep(later()).unwrap().blobs, 1);
    assert!(store.audit().unwrap().is_clean());
    let backup = folder.path().join("backup");
    store.backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
    assert!(!fs::read_to_string(backup.join("instance.toml")).unwrap().contains(&storage.secret_access_key));
    let home = settings("restored");
    home.take_keys(&backup.join("keys")).unwrap();
    Store::restore(home.clone(), &backup, &mut |_, _| {}).unwrap();
    let restored = Store::open(home, now()).unwrap();
    assert_eq!(read(&restored, &item), b"Ten tests passed.");
    assert!(restored.audit().unwrap().is_clean());
}
