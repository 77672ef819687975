//! The keys of an instance: rotated without a gap, and encrypted where a passphrase is given.

use std::fs;

use adhere_store::backup::Keys;
use adhere_store::event::{KeyPurpose, RotationReason};
use adhere_store::home::{Home, Passphrase};
use adhere_store::{OpenError, Store, StoreError};

use crate::fixtures::{Instance, append, now, on_each_engine};

#[test]
fn a_rotated_key_signs_from_the_next_change_on() {
    on_each_engine(|instance| {
        append(&instance.open(), 3).unwrap();
        let old = instance.open();
        let rotated = instance.open().rotate_key(KeyPurpose::Log, RotationReason::Planned, "jo", now()).unwrap();
        assert!(matches!(append(&old, 1), Err(StoreError::OldKey)), "who has the old key signs nothing more");
        let store = instance.open();
        assert_eq!(store.keys().log.public().to_string(), rotated.new);
        append(&store, 3).unwrap();
        let audit = store.audit().unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
        store.rotate_key(KeyPurpose::Witness, RotationReason::Compromised, "jo", now()).unwrap();
        append(&instance.open(), 1).unwrap();
    });
}

#[test]
fn a_rotation_that_a_crash_cut_short_is_finished_or_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(folder.path());
    let store = instance.open();
    let keys = store.home().keys();
    let before = fs::read(keys.join("log.key")).unwrap();
    let rotated = store.rotate_key(KeyPurpose::Log, RotationReason::Planned, "jo", now()).unwrap();
    // As if the crash had come after the journal recorded it and before the files were renamed.
    fs::rename(keys.join("log.key"), keys.join("log.key.next")).unwrap();
    fs::write(keys.join("log.key"), &before).unwrap();
    fs::set_permissions(keys.join("log.key"), fs::metadata(keys.join("log.key.next")).unwrap().permissions()).unwrap();
    let store = instance.open();
    assert_eq!(store.keys().log.public().to_string(), rotated.new);
    append(&store, 1).unwrap();
    // As if it had come before the journal recorded it: a key that nobody has seen.
    let other = tempfile::tempdir().unwrap();
    let stray = Instance::in_folder(other.path()).open().home().keys().join("log.key");
    fs::copy(stray, keys.join("log.key.next")).unwrap();
    let store = instance.open();
    assert_eq!(store.keys().log.public().to_string(), rotated.new);
    assert!(!keys.join("log.key.next").exists());
    assert!(store.audit().unwrap().is_clean());
}

#[test]
fn a_backup_with_rotated_keys_is_restored() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    append(&instance.open(), 300).unwrap();
    instance.open().rotate_key(KeyPurpose::Log, RotationReason::Planned, "jo", now()).unwrap();
    append(&instance.open(), 3).unwrap();
    let backup = folder.path().join("backup");
    let head = instance.open().backup(&backup, Keys::Included, &mut |_, _| {}).unwrap();
    let home = Home::from_backup(&folder.path().join("restored"), &backup, None).unwrap();
    home.take_keys(&backup.join("keys")).unwrap();
    assert_eq!(Store::restore(home, &backup, &mut |_, _| {}).unwrap(), head);
}

#[test]
fn encrypted_keys_need_their_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(folder.path());
    let key = instance.open().keys().log.public().to_string();
    let open = |passphrase: Option<&str>| {
        let passphrase = passphrase.map(|text| Passphrase(text.to_owned()));
        Store::open(instance.make().with_passphrase(passphrase), now())
    };
    assert!(matches!(open(None).unwrap().seal_keys(), Err(OpenError::NoPassphrase)));
    assert_eq!(open(Some("correct horse")).unwrap().seal_keys().unwrap(), 3);
    let text = fs::read_to_string(folder.path().join("keys/log.key")).unwrap();
    assert!(text.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "{text}");
    assert!(matches!(open(None), Err(OpenError::Sealed { .. })));
    assert!(matches!(open(Some("wrong")), Err(OpenError::Seal { .. })));
    let store = open(Some("correct horse")).unwrap();
    assert_eq!(store.keys().log.public().to_string(), key);
    assert_eq!(store.seal_keys().unwrap(), 0);
    append(&store, 1).unwrap();
}

#[test]
fn a_key_of_another_instance_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let own = Instance::in_folder(&folder.path().join("own"));
    let other = Instance::named(&folder.path().join("other"), "example.org/other");
    let (own_key, other_key) = (own.open().home().keys().join("log.key"), other.open().home().keys().join("log.key"));
    fs::copy(other_key, own_key).unwrap();
    assert!(matches!(Store::open(own.make(), now()), Err(OpenError::KeyOfAnother { .. })));
}
