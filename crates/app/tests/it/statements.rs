//! Statements, evidence and approvals by command, in a fresh instance on SQLite.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ended, adhere};

const STATEMENT: &str = "acme/gpai/2025-07-10/S.M9.3";
const REPORT: &str = "Tests ran in März. Ten tests failed. Ten tests passed.";

/// An instance with the Code of Practice, Ada, who writes, and Ben, who approves.
struct Instance {
    folder: TempDir,
}

impl Instance {
    fn begin() -> Self {
        let instance = Self { folder: tempfile::tempdir().unwrap() };
        let role = |person| ["party", "role", "grant", person, "acme"];
        instance.run("adhere", &["party", "person", "register", "ada", "--name", "Ada"], Some("init"));
        instance.well("adhere", &["party", "person", "register", "ben", "--name", "Ben"]);
        instance.well("adhere", &["party", "organisation", "register", "acme", "--name", "A", "--kind", "provider"]);
        instance.well("adhere", &[role("ada").as_slice(), &["editor", "--from", "2026-01-01"]].concat());
        instance.well("adhere", &[role("ben").as_slice(), &["approver", "--from", "2026-01-01"]].concat());
        instance.well("adhere", &["code", "publish", "gpai"]);
        fs::write(instance.path("report.txt"), REPORT).unwrap();
        instance
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn store(&self) -> String {
        self.path("store").display().to_string()
    }

    /// Runs a command of someone, after making the instance if that is asked for.
    fn run(&self, actor: &str, arguments: &[&str], init: Option<&str>) -> Ended {
        let store = self.store();
        if let Some(init) = init {
            adhere(&["store", init, "--store", &store, "--name", "example.eu/log"]).well();
        }
        adhere(&[arguments, &["--store", &store, "--as", actor]].concat())
    }

    fn well(&self, actor: &str, arguments: &[&str]) -> String {
        self.run(actor, arguments, None).well()
    }

    /// Asks something, which nobody needs to be named for.
    fn ask(&self, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.store()]].concat())
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let out = self.ask(&[arguments, &["--format", "json"]].concat()).well();
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    }

    fn state(&self, state: &str, after: &str) -> Ended {
        let said = ["--state", state, "--text", "as its report says", "--after", after];
        self.run("ada", &[["statement", "record", "acme", "gpai", "S.M9.3"].as_slice(), &said].concat(), None)
    }

    fn add(&self) -> String {
        let file = self.path("report.txt").display().to_string();
        let said = ["--title", "Report", "--media-type", "text/plain", "--speaks-for", "2026-01-01"];
        self.well("ada", &[["evidence", "add", "report", &file].as_slice(), &said].concat())
    }
}

#[test]
fn a_statement_is_recorded_shown_with_its_evidence_and_approved() {
    let instance = Instance::begin();
    instance.state("partial", "0").well();
    assert!(instance.add().contains("sha256 "));
    let quote = ["evidence", "attach", "report", STATEMENT, "--quote", "Ten tests failed"];
    instance.well("ada", &quote);
    let shown = instance.json(&["statement", "show", STATEMENT]);
    assert_eq!(shown["revision"]["state"], "partial");
    assert_eq!(shown["evidence"][0]["quotation"], "Ten tests failed");
    let fingerprint = shown["fingerprint"].as_str().unwrap();
    let give = ["approval", "give", STATEMENT, "--revision", "1", "--fingerprint", fingerprint];
    instance.well("ben", &give);
    assert_eq!(instance.json(&["approval", "list"])["by"], "ben");
    instance.state("implemented", "1").well();
    let shown = instance.ask(&["statement", "show", STATEMENT]).well();
    assert!(shown.contains("since then: implemented instead of partial"), "{shown}");
    assert_eq!(instance.ask(&["statement", "history", STATEMENT]).well().matches("revision ").count(), 2);
    assert_eq!(instance.json(&["statement", "list", "--measure", "S.M9.3"])["revision"]["number"], 2);
    instance.ask(&["store", "audit"]).well();
}

#[test]
fn a_refusal_shows_the_rule_and_whose_it_is_and_changes_nothing() {
    let instance = Instance::begin();
    instance.state("partial", "0").well();
    let refused = instance.state("implemented", "0").refused(1);
    assert!(refused.contains("[statement-latest]") && refused.contains("adhere's own"), "{refused}");
    let shown = instance.json(&["statement", "show", STATEMENT]);
    let fingerprint = shown["fingerprint"].as_str().unwrap();
    let give = ["approval", "give", STATEMENT, "--revision", "1", "--fingerprint", fingerprint];
    assert!(instance.run("ada", &give, None).refused(1).contains("[approval-by-approver]"));
    instance.add();
    let quote = ["evidence", "attach", "report", STATEMENT, "--quote", "Nine tests failed"];
    assert!(instance.run("ada", &quote, None).refused(1).contains("[evidence-passage]"));
    let nothing = instance.ask(&["statement", "show", "acme/gpai/2025-07-10/S.M9.1"]).refused(5);
    assert!(nothing.contains("adhere statement list"), "{nothing}");
}

#[test]
fn evidence_is_listed_got_checked_detached_and_withdrawn() {
    let instance = Instance::begin();
    instance.state("partial", "0").well();
    instance.add();
    instance.well("ada", &["evidence", "attach", "report", STATEMENT, "--quote", "Ten tests failed"]);
    assert_eq!(instance.ask(&["evidence", "get", "report"]).well(), REPORT);
    assert_eq!(instance.json(&["evidence", "list", "--attached-to", STATEMENT])["evidence"], "report");
    instance.ask(&["evidence", "check"]).well();
    let later = instance.path("later.txt");
    let against = |text: &str| {
        fs::write(&later, text).unwrap();
        let ended = instance.ask(&["evidence", "check", "--id", "report", "--against", later.to_str().unwrap()]);
        assert_eq!(ended.code, Some(1), "{}", ended.out);
        ended.out
    };
    assert!(against("Once more: Ten tests failed.").contains("stands elsewhere"));
    assert!(against("All tests passed.").contains("is gone"));
    let entry = instance.json(&["evidence", "show", "report"])["attachments"][0]["entry"].to_string();
    instance.well("ada", &["evidence", "withdraw", "report", "--from", "2026-02-01", "--reason", "superseded"]);
    let silent = instance.ask(&["evidence", "check"]);
    assert_eq!(silent.code, Some(1));
    assert!(silent.out.contains("was withdrawn with effect from 2026-02-01"), "{}", silent.out);
    // On that day nobody knew of the withdrawal, and nothing was attached.
    instance.ask(&["evidence", "check", "--as-of", "2026-02-02"]).well();
    instance.well("ada", &["evidence", "detach", &entry]);
    instance.ask(&["evidence", "check"]).well();
}

#[test]
fn a_past_day_is_told_as_it_was() {
    let instance = Instance::begin();
    instance.state("partial", "0").well();
    instance.add();
    instance.well("ada", &["evidence", "attach", "report", STATEMENT]);
    // Its own day, as the program has it: the clock of the test may be in another zone.
    let shown = instance.json(&["statement", "show", STATEMENT]);
    let today = shown["revision"]["on"].as_str().unwrap();
    let before = ["--as-of", "2026-01-01"];
    assert_eq!(instance.json(&["statement", "show", STATEMENT, "--as-of", today]), shown);
    assert_eq!(
        instance.json(&["evidence", "show", "report", "--as-of", today])["attachments"][0]["statement"],
        STATEMENT
    );
    assert_eq!(instance.json(&["evidence", "list", "--as-of", today])["attached"], 1);
    let none = |arguments: &[&str]| instance.ask(&[arguments, &before].concat());
    assert_eq!(none(&["evidence", "list"]).well(), "There is no such evidence.\n");
    assert!(none(&["evidence", "show", "report"]).refused(5).contains("by the end of 2026-01-01"));
    assert!(none(&["statement", "show", STATEMENT]).refused(5).contains("by the end of 2026-01-01"));
    assert_eq!(none(&["statement", "list"]).well(), instance.ask(&["statement", "list", "--measure", "X"]).well());
}

#[test]
fn lost_bytes_are_found_and_bytes_that_nothing_names_are_swept() {
    let instance = Instance::begin();
    instance.add();
    let swept = instance.ask(&["store", "sweep", "--hours", "0"]).well();
    assert!(swept.contains("files 0"), "{swept}");
    fs::remove_dir_all(instance.path("store/blobs/sha256")).unwrap();
    fs::create_dir(instance.path("store/blobs/sha256")).unwrap();
    let audit = instance.ask(&["store", "audit"]);
    assert_eq!(audit.code, Some(1));
    assert!(audit.out.contains("the bytes of `evidence/report` are missing"), "{}", audit.out);
}
