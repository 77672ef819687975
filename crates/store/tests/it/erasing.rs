//! After an erasure nothing of what was erased is in the files of the database: not in rows that were moved, not in pages
//! that are free, not in the log.

use std::collections::BTreeSet;
use std::fs;

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::CommitFault;
use adhere_store::event::Event;
use adhere_store::{Store, StoreError};
use tempfile::TempDir;

use crate::fixtures::{Instance, now};

/// Words that are in what is erased and nowhere else.
const SECRET: &str = "a secret of the trade that nobody guesses";

fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

/// A revision of the statement of a number; every seventh statement has the secret. Lengths differ, so that pages split.
fn stated(number: usize, revision: u32) -> Event {
    let words = if number.is_multiple_of(7) { SECRET } else { "Weights are kept in a vault." };
    let filling = "x".repeat(number * 31 % 900);
    let content = Content {
        state: ImplementationState::Planned,
        text: NonEmptyText::parse(&format!("{words} {filling}")),
        owner: None,
        due: None,
    };
    let author = Id::parse("ada").unwrap();
    let on = "2026-03-01".parse().unwrap();
    let measure = part(&format!("M{}", number * 7919 % 1000));
    let provider = Id::parse("acme").unwrap();
    let subject = Subject { provider, code: part("gpai"), version: part("1"), measure, model: None };
    Event::Statement(StatementRecorded {
        subject,
        revision: Revision { number: revision, content, author, on, carried_from: None },
    })
}

/// An instance whose rows were moved about; and the entries that have the secret.
fn filled(folder: &TempDir) -> (Store, BTreeSet<u64>) {
    let store = Instance::in_folder(folder.path()).open();
    let mut secret = BTreeSet::new();
    for revision in 1..=3 {
        for first in (0..400).step_by(40) {
            let numbers = first..first + 40;
            let recorded = store.change(now(), "ada", |change| {
                numbers.clone().map(|number| Ok((number, change.record(stated(number, revision))?))).collect()
            });
            let recorded: Vec<(usize, u64)> = recorded.map_err(|error: StoreError| error).unwrap().outcome;
            secret.extend(recorded.into_iter().filter(|(number, _)| number.is_multiple_of(7)).map(|(_, id)| id));
        }
        // The rows of tables that follow are deleted, and made elsewhere.
        store.rebuild().unwrap();
    }
    (store, secret)
}

fn erase(store: &Store, entries: BTreeSet<u64>) -> Result<(), StoreError> {
    let reason = NonEmptyText::parse("it was asked for").unwrap();
    store.change(now(), "ada", |change| change.erase("example.eu/log", entries, reason)).map(|_| ())
}

/// How often the secret is in the files of the database.
fn found(folder: &TempDir) -> usize {
    let files = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("adhere.sqlite"));
    let count = |bytes: Vec<u8>| bytes.windows(SECRET.len()).filter(|window| *window == SECRET.as_bytes()).count();
    files.map(|file| count(fs::read(file).unwrap())).sum()
}

#[test]
fn nothing_of_what_was_erased_is_in_the_files_of_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let (store, secret) = filled(&folder);
    assert!(found(&folder) > 2 * secret.len(), "rows were moved, and left what they held behind");
    erase(&store, secret.clone()).unwrap();
    // The store is still open: nothing was left to whoever closes it.
    assert_eq!(found(&folder), 0);
    let audit = store.audit().unwrap();
    assert_eq!((audit.erased, audit.is_clean()), (u64::try_from(secret.len()).unwrap(), true), "{:?}", audit.findings);
}

#[test]
fn rows_that_are_deleted_without_erasing_leave_something_behind() {
    let folder = tempfile::tempdir().unwrap();
    drop(filled(&folder));
    let connection = rusqlite::Connection::open(folder.path().join("adhere.sqlite")).unwrap();
    connection.execute_batch("delete from opening; delete from statement").unwrap();
    assert!(found(&folder) > 0, "the search finds what is between the rows");
}

#[test]
fn an_erasure_that_was_cut_off_after_it_was_saved_is_ended_by_the_next_who_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (store, secret) = filled(&folder);
    store.db().faults().set(CommitFault::FailedButSaved);
    erase(&store, secret).unwrap_err();
    drop(store);
    assert!(found(&folder) > 0, "the file was not written anew");
    let store = Instance::in_folder(folder.path()).open();
    assert_eq!(found(&folder), 0);
    assert!(store.audit().unwrap().is_clean());
}

#[test]
fn whoever_reads_while_something_is_erased_is_told_of_and_the_bytes_go_later() {
    let folder = tempfile::tempdir().unwrap();
    let (store, secret) = filled(&folder);
    let reader = rusqlite::Connection::open(folder.path().join("adhere.sqlite")).unwrap();
    reader.execute_batch("begin; select count(*) from opening").unwrap();
    let told = erase(&store, secret).unwrap_err();
    assert!(told.to_string().contains("may still be in the file"), "{told}");
    reader.execute_batch("commit").unwrap();
    drop((reader, store));
    let store = Instance::in_folder(folder.path()).open();
    assert_eq!(found(&folder), 0);
    assert!(store.audit().unwrap().is_clean());
}
