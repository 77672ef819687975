//! The ledger of recorded verdicts: each is replayed with its own days, and comes out the same.
//!
//! When the law's data, a code, an example or a rule changes on purpose, read which verdicts differ and record them
//! anew with `RECORD_VERDICTS=1 cargo test -p adhere --test it replay_ledger`.

use std::path::PathBuf;

use crate::command::{adhere, argument, example};

/// Provider, day of the law, day of knowledge: before the guidelines, around 27 July 2026, around 2 August 2027, and today.
const VERDICTS: [(&str, &str, &str); 10] = [
    ("apertus", "2026-11-22", "2026-11-22"),
    ("meta", "2026-11-22", "2026-11-22"),
    ("meta", "2027-08-01", "2026-11-22"),
    ("meta", "2027-08-02", "2026-11-22"),
    ("openai", "2025-08-15", "2025-07-17"),
    ("openai", "2026-07-26", "2026-11-22"),
    ("openai", "2026-07-27", "2026-11-22"),
    ("openai", "2026-08-15", "2026-07-23"),
    ("openai", "2026-08-15", "2026-07-24"),
    ("openai", "2026-11-22", "2026-11-22"),
];

fn ledger() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/replay")
}

#[test]
fn every_recorded_verdict_comes_out_the_same_on_replay() {
    for (provider, as_of, known_at) in VERDICTS {
        let receipt = ledger().join(format!("{provider}.{as_of}.known-{known_at}.json"));
        let folder = example(provider);
        if std::env::var_os("RECORD_VERDICTS").is_some() {
            let days = ["--as-of", as_of, "--known-at", known_at, "--receipt", argument(&receipt)];
            adhere(&[["assess", folder.as_str()].as_slice(), &days].concat()).well();
        }
        let replay = adhere(&["replay", argument(&receipt), &folder]);
        assert_eq!(replay.code, Some(0), "{}: {}{}", receipt.display(), replay.out, replay.err);
    }
}
