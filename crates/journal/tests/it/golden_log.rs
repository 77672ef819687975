//! The golden files: what is written today is what was written when they were, and no byte of them can change.

use std::fs;
use std::path::PathBuf;

use adhere_journal::audit::audit;
use adhere_journal::checkpoint::SignedCheckpoint;
use adhere_journal::note::Note;
use adhere_journal::policy::Policy;
use adhere_journal::private::Record;
use adhere_journal::receipt::Receipt;
use adhere_journal::witness::{AddCheckpoint, decide};
use adhere_testing::repository;

use crate::log::{Folder, SIZE, golden, log, now, policy, witness};

pub(crate) fn folder() -> PathBuf {
    repository().join("crates/journal/tests/golden")
}

fn committed() -> Folder {
    let read = |path: &String| (path.clone(), fs::read(folder().join(path)).unwrap_or_default());
    Folder(golden().0.keys().map(read).collect())
}

fn file(path: &str) -> Vec<u8> {
    fs::read(folder().join(path)).unwrap()
}

/// Flips each bit of each byte and names the places where the change is not noticed.
fn unnoticed(bytes: &[u8], is_noticed: impl Fn(&[u8]) -> bool) -> Vec<(usize, u8)> {
    let mut changed = bytes.to_vec();
    let mut places = Vec::new();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            if !is_noticed(&changed) {
                places.push((at, bit));
            }
            changed[at] ^= 1 << bit;
        }
    }
    places
}

fn believed() -> Policy {
    Policy::parse(&file("policy")).unwrap()
}

#[test]
fn the_golden_files_are_what_is_written_today() {
    for (path, bytes) in golden().0 {
        if std::env::var_os("RECORD_GOLDEN").is_some() {
            let path = folder().join(&path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &bytes).unwrap();
        }
        assert!(committed().0.get(&path) == Some(&bytes), "`{path}` differs; RECORD_GOLDEN=1 writes it anew");
    }
}

#[test]
fn a_flipped_bit_of_a_receipt_is_noticed() {
    let entry = file("entry.json");
    let is_noticed =
        |bytes: &[u8]| Receipt::parse(bytes).is_ok_and(|receipt| receipt.verify(&entry, &believed()).is_ok());
    assert!(is_noticed(&file("entry.tlog-proof")));
    assert_eq!(unnoticed(&file("entry.tlog-proof"), |bytes| !is_noticed(bytes)), []);
}

#[test]
fn a_flipped_bit_of_an_entry_is_noticed() {
    let receipt = Receipt::parse(&file("entry.tlog-proof")).unwrap();
    let entry = file("entry.json");
    assert!(Record::parse(&entry).is_ok() && receipt.verify(&entry, &believed()).is_ok());
    assert_eq!(unnoticed(&entry, |entry| receipt.verify(entry, &believed()).is_err()), []);
}

#[test]
fn a_flipped_bit_of_a_checkpoint_is_noticed() {
    let endorsed = |bytes: &[u8]| Note::parse(bytes).is_ok_and(|note| believed().endorse(note).is_ok());
    assert!(endorsed(&file("checkpoint")));
    assert_eq!(unnoticed(&file("checkpoint"), |bytes| !endorsed(bytes)), []);
}

#[test]
fn a_flipped_bit_of_a_request_is_noticed() {
    let known = [log().public()];
    let latest = SignedCheckpoint::open(&file("checkpoint.old"), &known).unwrap();
    let cosigned = |body: &[u8]| {
        let decide = |request: AddCheckpoint| decide(&request, &known, Some(&latest), &witness(), now()).unwrap();
        AddCheckpoint::parse(body).is_ok_and(|request| decide(request).status() == 200)
    };
    assert!(cosigned(&file("add-checkpoint")));
    assert_eq!(unnoticed(&file("add-checkpoint"), |bytes| !cosigned(bytes)), []);
}

#[test]
fn a_flipped_byte_of_a_tile_or_a_bundle_is_noticed() {
    let checkpoint = SignedCheckpoint::open(&file("checkpoint"), &[log().public()]).unwrap().checkpoint().clone();
    assert_eq!(checkpoint.size, SIZE);
    let mut folder = committed();
    assert_eq!(audit(&mut folder, &checkpoint, |_, bytes| drop(Record::parse(bytes).unwrap())), Ok(vec![]));
    let paths: Vec<String> = folder.0.keys().filter(|path| path.starts_with("tile/")).cloned().collect();
    assert_eq!(paths, ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/44"]);
    for path in paths {
        // Every byte that a reader would look at first and last, and one in each 97 between, for the audit is of all.
        let length = folder.0[&path].len();
        for at in (0..length).filter(|at| *at < 40 || *at + 40 >= length || at % 97 == 0) {
            folder.0.get_mut(&path).unwrap()[at] ^= 1;
            assert_ne!(audit(&mut folder, &checkpoint, |_, _| ()), Ok(vec![]), "byte {at} of {path}");
            folder.0.get_mut(&path).unwrap()[at] ^= 1;
        }
    }
}

#[test]
fn a_flipped_bit_of_a_policy_makes_it_refuse_what_it_believed() {
    // This one has neither comments nor addresses, which could change without any effect.
    let entry = file("entry.json");
    let receipt = Receipt::parse(&file("entry.tlog-proof")).unwrap();
    let believes = |bytes: &[u8]| Policy::parse(bytes).is_ok_and(|policy| receipt.verify(&entry, &policy).is_ok());
    assert!(believes(policy().as_bytes()));
    assert_eq!(unnoticed(policy().as_bytes(), |bytes| !believes(bytes)), []);
}
