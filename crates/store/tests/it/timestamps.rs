//! Timestamps by an authority of OpenSSL, kept with both faults of a commit.

use std::fs;
use std::path::Path;
use std::process::Command;

use adhere_journal::note::Note;
use adhere_journal::timestamp::TimestampRequest;
use adhere_journal::timestamp::authority::Authority;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::stamping::StampError;
use adhere_store::{Store, StoreError};
use adhere_testing::TIMESTAMP_AUTHORITY;

use crate::fixtures::{append, now, on_each_engine};

fn openssl(place: &Path, arguments: &str) {
    let ended = Command::new("openssl").args(arguments.split(' ')).current_dir(place).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// An authority in a folder.
fn authority(place: &Path) -> Authority {
    fs::write(place.join("openssl.cnf"), TIMESTAMP_AUTHORITY).unwrap();
    fs::write(place.join("serial"), "01\n").unwrap();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout authority.key";
    let own = "-config openssl.cnf -extensions certificate -subj /CN=tsa.example -out authority.crt";
    openssl(place, &format!("req -x509 {key} {own}"));
    Authority::parse(&fs::read(place.join("authority.crt")).unwrap()).unwrap()
}

/// The latest checkpoint, and what the authority in a folder answers for it.
fn stamped(store: &Store, place: &Path) -> (Note, Vec<u8>) {
    let note = store.latest_checkpoint().unwrap().unwrap();
    let note = Note::parse(note.to_string().as_bytes()).unwrap();
    fs::write(place.join("query"), TimestampRequest::of_note(&note, 7).to_bytes().unwrap()).unwrap();
    openssl(place, "ts -reply -config openssl.cnf -queryfile query -out answer");
    (note, fs::read(place.join("answer")).unwrap())
}

#[test]
fn a_timestamp_that_was_not_kept_is_kept_by_the_next_attempt_and_kept_once() {
    let folder = tempfile::tempdir().unwrap();
    let authority = authority(folder.path());
    on_each_engine(|instance| {
        let store = instance.open();
        for (number, fault) in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved].into_iter().enumerate() {
            append(&store, 3).unwrap();
            let (note, answer) = stamped(&store, folder.path());
            let before = store.head().unwrap().unwrap().size;
            store.db().faults().set(fault);
            let failed = store.keep_timestamp((now(), "ada"), &note, &answer, &authority).unwrap_err();
            let is_unknown = matches!(failed, StampError::Store(StoreError::Db(DbError::CommitUnknown(_))));
            assert!(is_unknown && !store.db().faults().is_pending(), "{failed}");
            let was_saved = fault == CommitFault::FailedButSaved;
            assert_eq!(store.head().unwrap().unwrap().size, before + u64::from(was_saved));
            let kept = store.keep_timestamp((now(), "ada"), &note, &answer, &authority).unwrap();
            assert_eq!(kept.entries.is_empty(), was_saved);
            assert_eq!(store.stamped_checkpoints().unwrap().len(), number + 1);
            assert_eq!(store.head().unwrap().unwrap().size, before + 1);
        }
    });
}
