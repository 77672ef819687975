//! Invitations to adhere by command, in a fresh instance on SQLite.

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ended, adhere};

/// An instance of the office, which has published the Code and invites; Acme is a provider, and Ada its editor.
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

    fn send(&self, more: &[&str]) -> Ended {
        let send = ["invitation", "send", "--code", "gpai", "--version", "2025-07-10"];
        self.act("adhere", &[&send, more].concat())
    }

    fn ask(&self, arguments: &[&str]) -> String {
        adhere(&[&["invitation"], arguments, &["--store", &self.store()]].concat()).well()
    }

    fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let text = self.ask(&[arguments, &["--format", "json"]].concat());
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[test]
fn an_invitation_is_sent_listed_declined_and_withdrawn() {
    let instance = Instance::begin();
    assert!(instance.ask(&["list"]).contains("Nobody was invited yet."));
    let to_acme = ["--organisation", "acme", "--words", "Join us.", "--until", "2999-12-31"];
    assert!(instance.send(&[&to_acme[..], &["--dry-run"]].concat()).well().contains("Nothing is recorded yet."));
    assert!(instance.json(&["list"]).is_empty());
    let said = instance.send(&to_acme).well();
    assert!(said.contains("/invited?key="), "{said}");
    instance.send(&["--organisation", "acme"]).refused(1);
    instance.send(&["--name", "Modellers SA"]).well();
    instance.send(&["--name", "modellers sa"]).refused(1);
    instance.send(&["--organisation", "acme", "--name", "Modellers SA"]).refused(2);
    let listed = instance.json(&["list"]);
    assert_eq!((&listed[0]["name"], &listed[1]["organisation"]), (&"Modellers SA".into(), &"acme".into()));
    let ids: Vec<&str> = listed.iter().map(|it| it["id"].as_str().unwrap()).collect();
    let again = instance.act("adhere", &["invitation", "again", ids[1]]).well();
    assert!(again.contains(ids[1]) && again.contains("/invited?key="), "{again}");
    instance.act("ada", &["invitation", "decline", "acme", ids[1], "--reason", "Not now."]).well();
    instance.act("ada", &["invitation", "decline", "acme", ids[0]]).refused(1);
    instance.act("adhere", &["invitation", "withdraw", ids[0], "--reason", "A mistake."]).well();
    assert_eq!(instance.json(&["list", "--state", "declined"])[0]["reason"], "Not now.");
    assert_eq!(instance.json(&["list", "--organisation", "acme"]).len(), 1);
    assert!(instance.json(&["list", "--as-of", "2026-01-01"]).is_empty());
    let shown = instance.ask(&["show", ids[0]]);
    assert!(shown.contains("withdrawn  gpai@2025-07-10  Modellers SA") && shown.contains("A mistake."), "{shown}");
    assert_eq!(instance.json(&["show", ids[1]])[0]["state"], "declined");
    adhere(&["invitation", "show", "none", "--store", &instance.store()]).refused(5);
    adhere(&["store", "audit", "--store", &instance.store()]).well();
}
