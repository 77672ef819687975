//! Instances by command: made, shown, audited, backed up, restored, witnessed and served.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use tempfile::TempDir;

use crate::command::{Ended, adhere, program};

/// Runs a command on the instance in a folder.
fn on(store: &Path, arguments: &[&str]) -> Ended {
    adhere(&[arguments, &["--store", store.to_str().unwrap()]].concat())
}

/// A folder with two instances, each of which knows the other as a log and as a witness.
fn two() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["own", "other"] {
        on(&folder.path().join(name), &["store", "init", "--name", &format!("example.eu/{name}")]).well();
    }
    folder
}

fn log_key(store: &Path) -> String {
    let status = on(store, &["store", "status"]).well();
    let line = status.lines().find(|line| line.starts_with("Its log signs with ")).unwrap();
    line.trim_start_matches("Its log signs with ").to_owned()
}

fn witness_key(store: &Path) -> String {
    on(store, &["witness", "key"]).well().trim_end().to_owned()
}

fn policy(store: &Path, other: &Path, url: &str) {
    let text = format!("log {}\nwitness other {} {url}\nquorum other\n", log_key(other), witness_key(other));
    fs::write(store.join("policy"), text).unwrap();
}

#[test]
fn an_instance_is_made_once_shown_and_audited() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let missing = on(&own, &["store", "status"]).refused(5);
    assert!(missing.contains("`adhere store init` makes one"), "{missing}");
    on(&own, &["store", "init", "--name", "example.eu/own"]).well();
    let again = on(&own, &["store", "init"]).refused(5);
    assert!(again.contains("nothing was changed"), "{again}");
    assert!(on(&own, &["store", "status"]).well().contains("Entries: 1 (0 of them private)"));
    assert!(on(&own, &["store", "audit"]).well().contains("Everything is as it was signed."));
    assert_eq!(on(&own, &["store", "rebuild"]).well(), "Rebuilt from one entry.\n");
    let named = adhere(&["store", "init", "--name", "two words", "--store", folder.path().join("x").to_str().unwrap()]);
    assert!(named.refused(5).contains("without blanks"));
}

#[test]
fn an_altered_database_is_found_by_audit() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    on(&own, &["store", "init"]).well();
    let file = own.join("adhere.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes
        .windows(8)
        .position(|window| window == b"\"v\":1}\"0")
        .or_else(|| bytes.windows(16).position(|window| window == b"instance.created"));
    bytes[at.unwrap()] ^= 1;
    fs::write(&file, bytes).unwrap();
    let found = on(&own, &["store", "audit"]);
    assert_ne!(found.code, Some(0), "{}", found.out);
}

#[test]
fn what_was_recorded_is_listed_shown_and_proven_by_files() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    on(&own, &["store", "init", "--name", "example.eu/own"]).well();
    let key = log_key(&own);
    on(&own, &["store", "rotate-key", "witness"]).well();
    let list = on(&own, &["journal", "list"]).well();
    assert!(list.contains("instance.key-rotated") && list.contains("instance.created"), "{list}");
    let one = on(&own, &["journal", "list", "--limit", "1"]).well();
    assert!(one.ends_with("More: --before 1\n"), "{one}");
    assert_eq!(
        on(&own, &["journal", "list", "--kind", "adherence"]).well(),
        "Nothing was recorded that is asked for.\n"
    );
    assert!(on(&own, &["journal", "show", "0"]).well().contains("\"kind\": \"instance.created\""));
    assert!(on(&own, &["journal", "show", "9"]).refused(5).contains("no entry 9"));
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    on(&own, &["journal", "entry", "1", "--output", &file("entry")]).well();
    on(&own, &["journal", "receipt", "1", "--output", &file("receipt")]).well();
    on(&own, &["journal", "checkpoint", "--size", "1", "--output", &file("old")]).well();
    on(&own, &["journal", "growth", "1", "--output", &file("growth")]).well();
    assert!(on(&own, &["journal", "growth", "2"]).refused(5).contains("no more than 2 entries"));
    adhere(&["verify", &file("entry"), &file("receipt"), "--key", &key]).well();
    adhere(&["verify", &file("old"), &file("growth"), "--key", &key]).well();
    let mut altered = fs::read(file("entry")).unwrap();
    altered[20] ^= 1;
    fs::write(file("entry"), altered).unwrap();
    let refused = adhere(&["verify", &file("entry"), &file("receipt"), "--key", &key]);
    assert_eq!(refused.code, Some(1), "{}{}", refused.out, refused.err);
}

#[test]
fn a_backup_is_restored_and_goes_on_when_it_is_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let (own, restored) = (folder.path().join("own"), folder.path().join("restored"));
    on(&own, &["store", "init"]).well();
    let backup = folder.path().join("backup");
    let backup = backup.to_str().unwrap();
    on(&own, &["store", "backup", backup]).well();
    assert!(on(&own, &["store", "backup", backup]).refused(5).contains("is there already"));
    assert!(on(&restored, &["store", "restore", backup]).refused(5).contains("`--keys`"));
    let keys = own.join("keys");
    on(&restored, &["store", "restore", backup, "--keys", keys.to_str().unwrap()]).well();
    let refused = on(&restored, &["store", "rotate-key", "log"]).refused(5);
    assert!(refused.contains("restored from a backup"), "{refused}");
    on(&restored, &["store", "confirm", "--nothing-came-after"]).well();
    on(&restored, &["store", "rotate-key", "log"]).well();
    assert!(on(&restored, &["store", "audit"]).well().contains("Everything is as it was signed."));
}

#[test]
fn encrypted_keys_open_with_their_passphrase_alone() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    on(&own, &["store", "init"]).well();
    assert!(on(&own, &["store", "encrypt-keys"]).refused(5).contains("ADHERE_PASSPHRASE_FILE"));
    let file = folder.path().join("passphrase");
    fs::write(&file, "correct horse\n").unwrap();
    let run = |arguments: &[&str]| {
        let arguments = [arguments, &["--store", own.to_str().unwrap()]].concat();
        let output = program(&arguments).env("ADHERE_PASSPHRASE_FILE", &file).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(run(&["store", "encrypt-keys"]), (Some(0), "Keys encrypted now: 3\n".to_owned()));
    assert!(on(&own, &["store", "status"]).refused(5).contains("is encrypted"));
    assert_eq!(run(&["store", "status"]).0, Some(0));
}

#[test]
fn a_witness_cosigns_by_files_and_refuses_what_it_does_not_know() {
    let folder = two();
    let (own, other) = (folder.path().join("own"), folder.path().join("other"));
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let none = on(&own, &["witness", "request", "other"]).refused(5);
    assert!(none.contains("policy"), "{none}");
    policy(&own, &other, "");
    on(&own, &["witness", "request", "other", "--output", &file("request")]).well();
    fs::write(other.join("policy"), format!("witness own {}\nquorum none\n", witness_key(&own))).unwrap();
    let unknown = on(&other, &["witness", "answer", &file("request")]);
    assert_eq!((unknown.code, unknown.out.contains("not among the logs")), (Some(1), true), "{}", unknown.out);
    policy(&other, &own, "");
    on(&other, &["witness", "answer", &file("request"), "--output", &file("cosignature")]).well();
    let kept = on(&own, &["witness", "keep", "other", &file("cosignature")]).well();
    assert!(kept.contains("has cosigned the checkpoint for one entry"), "{kept}");
    assert!(on(&own, &["witness", "request", "other"]).well().contains("already"));
    assert!(on(&own, &["journal", "checkpoint"]).well().contains("— example.eu/other/witness "));
}

/// A server that is stopped when the test ends.
struct Server(Child, String);

impl Server {
    fn start(store: &Path) -> Self {
        let store = store.to_str().unwrap();
        let mut command = program(&["serve", "--listen", "127.0.0.1:0", "--store", store]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim_end().trim_start_matches("Listening on ").to_owned();
        Self(child, url)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn witnesses_are_asked_over_http() {
    let folder = two();
    let (own, other) = (folder.path().join("own"), folder.path().join("other"));
    policy(&other, &own, "");
    let server = Server::start(&other);
    policy(&own, &other, &server.1);
    let asked = on(&own, &["witness", "ask"]).well();
    assert!(asked.contains("has cosigned the checkpoint for one entry"), "{asked}");
    on(&own, &["store", "rotate-key", "witness"]).well();
    let asked = on(&own, &["witness", "ask"]).well();
    assert!(asked.contains("has cosigned the checkpoint for 2 entries"), "{asked}");
    assert!(on(&own, &["witness", "ask"]).well().contains("already"));
    drop(server);
    on(&own, &["store", "rotate-key", "witness"]).well();
    let failed = on(&own, &["witness", "ask"]);
    assert_eq!((failed.code, failed.out.contains("could not be asked")), (Some(5), true), "{}", failed.out);
}
