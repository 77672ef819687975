//! Cases by command, in a fresh instance on SQLite.

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ended, adhere};

/// An instance of Acme, which has published the Code, and of which Ada is an editor.
struct Instance {
    folder: TempDir,
}

impl Instance {
    fn begin() -> Self {
        let instance = Self { folder: tempfile::tempdir().unwrap() };
        adhere(&["store", "init", "--name", "example.eu/log", "--store", &instance.store()]).well();
        for arguments in [
            ["party", "person", "register", "ada", "--name", "Ada"].as_slice(),
            &["party", "organisation", "register", "acme", "--name", "Acme", "--kind", "provider"],
            &["party", "role", "grant", "ada", "acme", "editor", "--from", "2026-01-01"],
            &["code", "publish", "gpai"],
        ] {
            instance.act("adhere", arguments).well();
        }
        instance
    }

    fn store(&self) -> String {
        self.folder.path().join("store").display().to_string()
    }

    fn act(&self, actor: &str, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.store(), "--as", actor]].concat())
    }

    fn ask(&self, arguments: &[&str]) -> String {
        adhere(&[&["case"], arguments, &["--store", &self.store()]].concat()).well()
    }

    fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let text = self.ask(&[arguments, &["--format", "json"]].concat());
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn open(&self, id: &str, more: &[&str]) -> Ended {
        let open = ["case", "open", "acme", id, "--title", "Weights left", "--code", "gpai@2025-07-10"];
        self.act("ada", &[&open, ["--aware-at", "2026-03-02T08:00:00Z"].as_slice(), more].concat())
    }
}

#[test]
fn a_case_is_opened_listed_shown_worked_on_and_closed() {
    let instance = Instance::begin();
    assert!(instance.ask(&["list", "acme"]).contains("No case"));
    instance.open("leak", &["--kind", "serious-incident", "--harm", "cybersecurity"]).well();
    instance.open("asked", &["--kind", "ai-office-request", "--until", "2026-12-01"]).well();
    // The same again is there already; without a harm it is no serious incident.
    assert!(
        instance.open("asked", &["--kind", "ai-office-request", "--until", "2026-12-01"]).well().contains("othing")
    );
    instance.open("other", &["--kind", "serious-incident"]).refused(1);
    instance.open("other", &["--kind", "complaint", "--name", "Eve"]).refused(5);
    let listed = instance.json(&["list", "acme"]);
    let ids: Vec<&Value> = listed.iter().map(|case| &case["id"]).collect();
    assert_eq!(ids, ["asked", "leak"]);
    assert_eq!((&listed[1]["next"]["due"], &listed[1]["next"]["status"]), (&"2026-03-09".into(), &"overdue".into()));
    assert!(instance.ask(&["list", "acme", "--kind", "serious-incident"]).contains("2026-03-09  overdue"));
    let step = ["case", "step", "acme", "leak", "initial-report", "--at", "2026-03-05T08:00:00Z", "--note", "By mail."];
    instance.act("ada", &step).well();
    instance.act("ada", &["case", "note", "acme", "leak", "The keys were changed."]).well();
    instance.act("ada", &["case", "close", "acme", "leak", "--reason", "It was resolved."]).well();
    let again = ["case", "step", "acme", "leak", "resolved", "--at", "2026-03-06T08:00:00Z"];
    instance.act("ada", &again).refused(1);
    let shown = &instance.json(&["show", "acme", "leak"])[0];
    assert_eq!((&shown["is_open"], &shown["history"][1]["text"]), (&false.into(), &"By mail.".into()));
    let text = instance.ask(&["show", "acme", "leak"]);
    assert!(text.contains("case.closed") && text.contains("It was resolved."), "{text}");
    assert_eq!(instance.json(&["list", "acme", "--state", "closed"]).len(), 1);
    // Before anything was recorded, there was nothing.
    assert!(instance.json(&["list", "acme", "--as-of", "2026-03-03"]).is_empty());
    instance.act("ada", &["case", "reopen", "acme", "leak", "--reason", "It happened again."]).well();
    assert_eq!(instance.json(&["list", "acme", "--state", "open"]).len(), 2);
    instance.act("ben", &["case", "close", "acme", "nothing", "--reason", "None."]).refused(1);
    adhere(&["store", "audit", "--store", &instance.store()]).well();
}
