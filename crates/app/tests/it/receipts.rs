//! Receipts: anyone can replay an assessment and see whether the outcome is the same.

use std::fs;
use std::io::Write;
use std::path::Path;

use adhere_formats::digest::Sha256Writer;
use serde_json::Value;
use tempfile::TempDir;

use crate::command::{EXAMPLES, Ended, adhere, argument, assess, copy_of};

/// Assesses a folder with a receipt beside it.
fn with_receipt(folder: &TempDir, options: &[&str]) -> std::path::PathBuf {
    let receipt = folder.path().join("receipt.json");
    assess(argument(folder.path()), &[["--receipt", argument(&receipt)].as_slice(), options].concat()).well();
    receipt
}

fn replay(receipt: &Path, folder: &TempDir) -> Ended {
    adhere(&["replay", argument(receipt), argument(folder.path())])
}

fn append(path: &Path, text: &str) {
    let old = fs::read_to_string(path).unwrap();
    fs::write(path, old + text).unwrap();
}

/// A receipt with one of its values replaced.
fn altered(receipt: &Path, key: &str, value: Value) {
    let mut json: Value = serde_json::from_str(&fs::read_to_string(receipt).unwrap()).unwrap();
    json[key] = value;
    fs::write(receipt, json.to_string()).unwrap();
}

#[test]
fn a_replay_of_the_same_facts_is_the_same() {
    for name in EXAMPLES {
        let folder = copy_of(name);
        let receipt = with_receipt(&folder, &[]);
        assert!(replay(&receipt, &folder).well().contains("The same"), "{name}");
    }
}

#[test]
fn a_receipt_covers_all_models_whatever_was_printed() {
    let folder = copy_of("openai");
    let all = fs::read(with_receipt(&folder, &[])).unwrap();
    let one = fs::read(with_receipt(&folder, &["--model", "gpt-5", "--format", "html"])).unwrap();
    assert_eq!(all, one);
}

#[test]
fn the_digest_of_the_assessment_is_that_of_the_json_report() {
    let folder = copy_of("apertus");
    let receipt: Value = serde_json::from_str(&fs::read_to_string(with_receipt(&folder, &[])).unwrap()).unwrap();
    let json = assess(argument(folder.path()), &["--format", "json"]).well();
    let mut digest = Sha256Writer::default();
    digest.write_all(json.trim_end().as_bytes()).unwrap();
    assert_eq!(receipt["assessment"], digest.digest().to_string());
}

#[test]
fn readings_and_days_are_replayed_from_the_receipt() {
    let folder = copy_of("meta");
    let receipt = folder.path().join("receipt.json");
    let arguments = ["assess", argument(folder.path()), "--as-of", "2026-07-26", "--known-at", "2026-07-20"];
    let options = ["--reading", "pending-rebuttal=suspends", "--receipt", argument(&receipt)];
    adhere(&[arguments.as_slice(), &options].concat()).well();
    replay(&receipt, &folder).well();
    let json: Value = serde_json::from_str(&fs::read_to_string(&receipt).unwrap()).unwrap();
    assert_eq!([&json["as_of"], &json["known_at"]], ["2026-07-26", "2026-07-20"]);
    assert_eq!(json["readings"]["pending-rebuttal"], "suspends");
}

#[test]
fn a_changed_fact_shows_in_the_facts_and_the_assessment() {
    let folder = copy_of("meta");
    let receipt = with_receipt(&folder, &[]);
    let model = folder.path().join("models/muse-spark.toml");
    let old = fs::read_to_string(&model).unwrap();
    fs::write(&model, old.replacen("[model]\n", "[model]\ntraining-compute = \"5e25\"\n", 1)).unwrap();
    let ended = replay(&receipt, &folder);
    assert_eq!((ended.code, ended.out.as_str()), (Some(6), "Different: facts, assessment\n"), "{}", ended.err);
}

#[test]
fn a_changed_comment_shows_in_the_facts_alone() {
    let folder = copy_of("meta");
    let receipt = with_receipt(&folder, &[]);
    append(&folder.path().join("adhere.toml"), "# a comment\n");
    let ended = replay(&receipt, &folder);
    assert_eq!((ended.code, ended.out.as_str()), (Some(6), "Different: facts\n"), "{}", ended.err);
}

#[test]
fn a_model_more_or_less_shows_in_the_facts_and_the_assessment() {
    let folder = copy_of("meta");
    let receipt = with_receipt(&folder, &[]);
    let models = folder.path().join("models");
    fs::rename(models.join("muse-spark.toml"), models.join("muse.toml")).unwrap();
    assert_eq!(replay(&receipt, &folder).out, "Different: facts, assessment\n");
    fs::remove_file(models.join("muse.toml")).unwrap();
    assert_eq!(replay(&receipt, &folder).out, "Different: facts, assessment\n");
}

#[test]
fn an_altered_receipt_shows_what_was_altered() {
    for (key, value, told) in [
        ("law", "00".into(), "Different: law\n"),
        ("engine", "adhere 0.0.0".into(), "Different: engine\n"),
        ("assessment", "00".into(), "Different: assessment\n"),
        ("codes", serde_json::json!({}), "Different: codes\n"),
        ("as_of", "2026-07-01".into(), "Different: assessment\n"),
    ] {
        let folder = copy_of("meta");
        let receipt = with_receipt(&folder, &[]);
        altered(&receipt, key, value);
        let ended = replay(&receipt, &folder);
        assert_eq!((ended.code, ended.out.as_str()), (Some(6), told), "{key}: {}", ended.err);
    }
}

#[test]
fn a_receipt_that_makes_no_sense_is_refused() {
    for (key, value, code) in [
        ("format", Value::from("adhere-receipt/99"), 3),
        ("as_of", "someday".into(), 5),
        ("readings", serde_json::json!({}), 5),
        ("readings", serde_json::json!({ "pending-rebuttal": "maybe" }), 5),
        ("extra", 1.into(), 3),
    ] {
        let folder = copy_of("meta");
        let receipt = with_receipt(&folder, &[]);
        altered(&receipt, key, value);
        assert!(!replay(&receipt, &folder).refused(code).is_empty(), "{key}");
    }
}
