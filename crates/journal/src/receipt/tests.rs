use std::convert::Infallible;

use jiff::Timestamp;

use super::{Receipt, ReceiptError};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::hash::Hash;
use crate::key::{KeyName, LogSecret, WitnessSecret};
use crate::policy::Policy;
use crate::proof::tests::{leaves, naive_root, tile_of};
use crate::proof::{ProofError, prove_inclusion};

fn log() -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [1; 32])
}

fn witness() -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new("office.example/witness").unwrap(), [2; 32])
}

fn policy() -> Policy {
    let text = format!("log {}\nwitness office {}\nquorum office\n", log().public(), witness().public());
    Policy::parse(text.as_bytes()).unwrap()
}

fn entry(index: u64) -> [u8; 8] {
    index.to_be_bytes()
}

fn receipt(index: u64, size: u64) -> Receipt {
    let leaves = leaves(size);
    let path = prove_inclusion(index, size, |id| Ok::<_, Infallible>(tile_of(&leaves, id))).unwrap();
    let checkpoint = Checkpoint { origin: log().name().clone(), size, root: naive_root(&leaves) };
    let signed = SignedCheckpoint::sign(checkpoint, &log()).unwrap();
    let cosignature = witness().cosign(&signed, Timestamp::from_second(1_800_000_000).unwrap()).unwrap();
    Receipt { extra: None, index, path, note: signed.with(cosignature).note().clone() }
}

fn check_refused(text: &str, message: &str) {
    assert_eq!(Receipt::parse(text.as_bytes()).unwrap_err().to_string(), message, "{text}");
}

#[test]
fn a_receipt_shows_where_an_entry_is_and_who_has_seen_it() {
    for (index, size) in [(0, 1), (0, 2), (299, 300), (255, 300), (4, 300)] {
        let receipt = receipt(index, size);
        assert_eq!(Receipt::parse(receipt.to_string().as_bytes()).as_ref(), Ok(&receipt));
        let recorded = receipt.verify(&entry(index), &policy()).unwrap();
        assert_eq!((recorded.index, recorded.endorsed.checkpoint.checkpoint().size), (index, size));
        assert_eq!(recorded.endorsed.cosignatures[0].witness, *witness().name());
    }
}

#[test]
fn a_receipt_fits_into_two_kilobytes_in_a_log_of_a_thousand_million_entries() {
    let mut receipt = receipt(4, 300);
    receipt.path = vec![Hash([9; 32]); 30];
    assert!(receipt.to_string().len() <= 2048, "{}", receipt.to_string().len());
}

#[test]
fn another_entry_or_place_is_refused() {
    let good = receipt(4, 300);
    let message = "the entry is not at place 4 of the log";
    assert_eq!(good.verify(&entry(5), &policy()).unwrap_err().to_string(), message);
    for index in [3, 5, 0] {
        let moved = Receipt { index, ..good.clone() };
        assert_eq!(moved.verify(&entry(4), &policy()), Err(ReceiptError::Proof { index, source: ProofError::Root }));
    }
    let source = ProofError::Beyond { size: 300, asked: 300 };
    let beyond = Receipt { index: 300, ..good.clone() };
    assert_eq!(beyond.verify(&entry(4), &policy()), Err(ReceiptError::Proof { index: 300, source }));
    let without = Receipt { path: vec![], ..good };
    let source = ProofError::Length { found: 0 };
    assert_eq!(without.verify(&entry(4), &policy()), Err(ReceiptError::Proof { index: 4, source }));
}

#[test]
fn a_receipt_without_its_witness_does_not_meet_the_policy() {
    let text = receipt(4, 300).to_string();
    let without: String = text.split_inclusive('\n').filter(|line| !line.contains("office")).collect();
    let error = Receipt::parse(without.as_bytes()).unwrap().verify(&entry(4), &policy()).unwrap_err();
    assert_eq!(error.to_string(), "the quorum of witnesses is not met; of those in the policy, none cosigned");
}

#[test]
fn extra_data_travels_with_it() {
    for extra in [vec![], b"anything".to_vec()] {
        let with = Receipt { extra: Some(extra), ..receipt(4, 300) };
        assert_eq!(Receipt::parse(with.to_string().as_bytes()), Ok(with.clone()));
        assert!(with.verify(&entry(4), &policy()).is_ok());
    }
}

#[test]
fn another_spelling_is_refused_with_its_line() {
    let text = receipt(4, 300).to_string();
    check_refused("", "line 1 of the receipt is not followed by a path, an empty line and a note");
    check_refused(&text.replacen("@v1", "@v2", 1), "line 1 of the receipt is not `c2sp.org/tlog-proof@v1`");
    for index in ["", "04", "+4", "-1", "18446744073709551616"] {
        let changed = text.replacen("index 4", &format!("index {index}"), 1);
        check_refused(&changed, "line 2 of the receipt is not `index` and a number in decimal digits");
    }
    let changed = text.replacen("index 4\n", "extra A\nindex 4\n", 1);
    check_refused(&changed, "line 2 of the receipt is not `extra` and Base64");
    let changed = text.replacen("index 4\n", "extra AAAA\n", 1);
    check_refused(&changed, "line 3 of the receipt is not `index` and a number in decimal digits");
    check_refused(&text.replacen("index 4\n", "index 4\nAAAA\n", 1), "line 3 of the receipt is not a hash in Base64");
    check_refused(
        &text.replace('\n', "\r\n"),
        "line 1 of the receipt is not followed by a path, an empty line and a note",
    );
}
