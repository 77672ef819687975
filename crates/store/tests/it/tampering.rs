//! Whoever changes rows by hand is found out.

use std::path::Path;

use adhere_store::Store;
use adhere_store::audit::Finding;
use rusqlite::Connection;

use crate::fixtures::{Instance, append};

fn filled(folder: &Path) -> Store {
    let store = Instance::in_folder(folder).open();
    (0..3).for_each(|_| assert!(append(&store, 100).is_ok()));
    store
}

/// What an audit finds after statements were run behind adhere's back.
fn after(sql: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    assert!(store.audit().unwrap().is_clean());
    let changed = Connection::open(folder.path().join("adhere.sqlite")).unwrap();
    changed.execute_batch(&format!("pragma foreign_keys = off; {sql}")).unwrap();
    store.audit().unwrap().findings
}

#[test]
fn changed_rows_are_found() {
    let tampered = [
        "update entry set body = (select body from entry where entry_id = 109) where entry_id = 108",
        "delete from entry where entry_id = 42",
        "delete from entry where entry_id = 300; delete from history where entry_id = 300",
        "insert into entry select 301, body from entry where entry_id = 300",
        "update entry set entry_id = 9000 + entry_id where entry_id in (5, 6); \
         update entry set entry_id = case entry_id when 9005 then 6 else 5 end where entry_id > 9000",
        "update tile set hashes = zeroblob(8192)",
        "delete from tile",
        "insert into tile values (1, 0, zeroblob(8192))",
        "delete from checkpoint",
        "delete from checkpoint where size = 301",
        "delete from checkpoint where size = 201",
        "delete from checkpoint where size = 1",
        "update checkpoint set root = zeroblob(32) where size = 201",
        "update checkpoint set note = substr(note, 1, 99) || 'x' || substr(note, 101) where size = 101",
        "update checkpoint set size = 302 where size = 301",
        "update history set actor = 'nobody' where entry_id = 7",
        "delete from history where entry_id = 7",
        "insert into opening select entry_id, zeroblob(32), body from entry where entry_id = 3",
        "delete from entry where entry_id > 250; delete from history where entry_id > 250; \
         delete from checkpoint where size > 251",
    ];
    for sql in tampered {
        let findings = after(sql);
        assert!(!findings.is_empty(), "not found: {sql}");
    }
}
