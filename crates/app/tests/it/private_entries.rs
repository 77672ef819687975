//! Private entries by command: opened to somebody who verifies with files alone, and erased for ever.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::command::{Ended, adhere, program};

/// An instance with Ada, whose name is in the database and nowhere else, and a statement of hers.
struct Instance {
    folder: TempDir,
}

/// What must be nowhere once it is erased.
const NAME: &str = "Ada of the long and telling name";
const WORDS: &str = "a secret of the trade that nobody guesses";

impl Instance {
    fn begin() -> Self {
        let instance = Self { folder: tempfile::tempdir().unwrap() };
        adhere(&["store", "init", "--store", &instance.path("store"), "--name", "example.eu/log"]).well();
        instance.well(&["party", "person", "register", "ada", "--name", NAME]);
        instance.well(&["party", "organisation", "register", "acme", "--name", "A", "--kind", "provider"]);
        instance.well(&["party", "role", "grant", "ada", "acme", "editor", "--from", "2026-01-01"]);
        instance.well(&["code", "publish", "gpai"]);
        for after in ["0", "1"] {
            let state = ["--state", "partial", "--text", WORDS, "--owner", after, "--after", after];
            instance.well(&[["statement", "record", "acme", "gpai", "S.M9.3"].as_slice(), &state].concat());
        }
        instance
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.path("store"), "--as", "ada"]].concat())
    }

    fn well(&self, arguments: &[&str]) -> String {
        self.run(arguments).well()
    }

    fn ask(&self, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.path("store")]].concat())
    }

    /// The latest entry of a kind.
    fn entry(&self, kind: &str) -> String {
        let line = self.ask(&["journal", "list", "--kind", kind]).well();
        line.split_whitespace().next().unwrap().to_owned()
    }

    fn log_key(&self) -> String {
        let status = self.ask(&["store", "status"]).well();
        status.split_whitespace().find(|word| word.starts_with("example.eu/log+")).unwrap().to_owned()
    }

    fn erase(&self, entry: &str) -> Ended {
        self.run(&["journal", "erase", entry, "--reason", "it was asked for", "--yes"])
    }

    /// Whether words are in any file of the database.
    fn keeps(&self, words: &str) -> bool {
        let files = PathBuf::from(self.path("store")).read_dir().unwrap().map(|entry| entry.unwrap().path());
        files
            .filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("adhere.sqlite"))
            .any(|file| fs::read(file).unwrap().windows(words.len()).any(|window| window == words.as_bytes()))
    }

    fn is_clean(&self) -> String {
        self.ask(&["store", "rebuild"]).well();
        self.ask(&["store", "audit"]).well()
    }
}

#[test]
fn an_entry_is_opened_to_somebody_with_files_alone() {
    let instance = Instance::begin();
    let entry = instance.entry("statement.recorded");
    let [opening, receipt] = ["opening", "receipt"].map(|name| instance.path(name));
    instance.ask(&["journal", "open", &entry, "--output", &opening]).well();
    instance.ask(&["journal", "receipt", &entry, "--output", &receipt]).well();
    let verified = adhere(&["verify", &opening, &receipt, "--key", &instance.log_key()]).well();
    for expected in [
        "ada did statement.recorded to statement/acme/gpai/2025-07-10/S.M9.3",
        &format!("It is what the log example.eu/log committed to at place {entry}"),
        "That what is said is true.",
        "That nothing else was recorded on the matter",
    ] {
        assert!(verified.contains(expected), "{expected}: {verified}");
    }
    // Somebody else's program finds the same digest in the log's own entry.
    let record = instance.path("record");
    instance.ask(&["journal", "entry", &entry, "--output", &record]).well();
    let check = "import base64, hashlib, json, sys\n\
        opening, record = (json.load(open(path)) for path in sys.argv[1:])\n\
        raw = lambda text: base64.urlsafe_b64decode(text + '=')\n\
        salted = raw(opening['salt']) + opening['entry'].encode()\n\
        assert hashlib.sha256(salted).digest() == raw(record['commitment'])\n\
        assert json.loads(opening['entry'])['at'] == record['at']\n";
    let python = Command::new("python3").args(["-c", check, &opening, &record]).output().unwrap();
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));

    let public = instance.entry("organisation.registered");
    assert!(instance.ask(&["journal", "open", &public]).refused(5).contains("is public"));
    let other = instance.path("other");
    instance.ask(&["journal", "receipt", &public, "--output", &other]).well();
    let unproven = adhere(&["verify", &opening, &other, "--key", &instance.log_key()]);
    assert_eq!((unproven.code, unproven.out.contains("no-commitment")), (Some(1), true), "{}", unproven.out);
}

#[test]
fn what_is_erased_is_nowhere_and_its_commitment_stays() {
    let instance = Instance::begin();
    let entry = instance.entry("statement.recorded");
    let earlier = instance.path("record");
    instance.ask(&["journal", "entry", &entry, "--output", &earlier]).well();
    assert!(instance.keeps(WORDS) && instance.keeps(NAME));
    let erased = instance.erase(&entry).well();
    assert!(erased.starts_with("Erased 2 entries on statement/acme/gpai/2025-07-10/S.M9.3;"), "{erased}");
    assert!(!instance.keeps(WORDS), "all revisions are gone");
    assert!(instance.is_clean().contains("Erased private entries: 2"));
    assert!(instance.ask(&["journal", "open", &entry]).refused(5).contains("was erased"));
    assert!(instance.ask(&["journal", "show", &entry]).well().contains("commitment"));
    let record = instance.path("still");
    instance.ask(&["journal", "entry", &entry, "--output", &record]).well();
    assert_eq!(fs::read(earlier).unwrap(), fs::read(record).unwrap());
    let said = instance.ask(&["journal", "show", &instance.entry("instance.erased")]).well();
    assert!(said.contains("it was asked for") && said.contains("\"actor\": \"ada\""), "{said}");
    assert!(!said.contains("S.M9.3"), "who, when, why, and not what: {said}");
    assert!(instance.erase(&entry).refused(5).contains("was erased before"));
    // The statement can be begun anew.
    let state = ["--state", "partial", "--text", "other words", "--after", "0"];
    instance.well(&[["statement", "record", "acme", "gpai", "S.M9.3"].as_slice(), &state].concat());
    let listed = instance.ask(&["statement", "list"]).well();
    assert!(listed.contains("S.M9.3"), "{listed}");
    // Others find her by her id; her name is gone.
    instance.erase(&instance.entry("person.registered")).well();
    assert!(!instance.keeps(NAME));
    assert!(instance.is_clean().contains("Erased private entries: 3"));
}

#[test]
fn nothing_is_erased_that_would_bring_back_what_had_ended() {
    let instance = Instance::begin();
    instance.well(&["party", "role", "revoke", "ada", "acme", "editor", "--from", "2026-02-01"]);
    for kind in ["role.revoked", "role.granted"] {
        let refused = instance.erase(&instance.entry(kind)).refused(5);
        assert!(refused.contains("what it ended would hold again"), "{refused}");
    }
    let refused = instance.erase(&instance.entry("code.published")).refused(5);
    assert!(refused.contains("is public"), "{refused}");
    assert!(instance.erase("9999").refused(5).contains("there is no entry 9999"));
    assert!(instance.is_clean().contains("Everything is as it was signed."));
}

#[test]
fn whoever_does_not_confirm_erases_nothing() {
    let instance = Instance::begin();
    let entry = instance.entry("statement.recorded");
    for (answer, code) in [("no\n", 5), ("", 5), ("erase\n", 0)] {
        let store = instance.path("store");
        let arguments = ["journal", "erase", &entry, "--reason", "why", "--store", &store, "--as", "ada"];
        let mut command = program(&arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(answer.as_bytes()).unwrap();
        let ended = child.wait_with_output().unwrap();
        let shown = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(code), "{shown}");
        assert_eq!(shown.matches("statement.recorded").count(), 2, "{shown}");
        assert_eq!(instance.keeps(WORDS), code != 0);
    }
}
