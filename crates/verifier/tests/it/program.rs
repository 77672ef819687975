//! What it prints, and with which exit code.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use adhere_journal::key::{AuthorSecret, KeyName, LogSecret, WitnessSecret};
use serde_json::Value;

/// When the golden package was on its way.
const THEN: &str = "2026-09-21T14:13:25Z";

fn golden(name: &str) -> PathBuf {
    adhere_testing::repository().join("crates/journal/tests/golden").join(name)
}

/// The exit code, the output and the errors.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_adhere-verify"));
    let output = command.args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn path(name: &str) -> String {
    golden(name).to_str().unwrap().to_owned()
}

fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

/// The policy and the key under which the golden package counts.
fn package_grounds() -> (tempfile::TempDir, String, String) {
    let log = LogSecret::from_seed(name("example-provider/log"), [20; 32]).public();
    let witness = WitnessSecret::from_seed(name("example-office/witness"), [21; 32]).public();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy");
    fs::write(&file, format!("log {log}\nwitness office {witness}\nquorum office\n")).unwrap();
    let author = AuthorSecret::from_seed(name("author"), [1; 32]).public();
    let file = file.to_str().unwrap().to_owned();
    (folder, file, format!("example-provider={author}"))
}

#[test]
fn it_says_what_is_proven_and_what_is_not() {
    let files = [path("entry.json"), path("entry.tlog-proof")];
    let (code, output, errors) = run(&[&files[0], &files[1], "--policy", &path("policy")]);
    assert_eq!((code, errors.as_str()), (0, ""), "{output}");
    for expected in [
        "entry.json: entry of a log",
        "person/ada did statement.recorded to statement/271",
        "The witness office.example/witness saw this state of the log",
        "Not proven:",
        "That what is said is true.",
    ] {
        assert!(output.contains(expected), "{expected}: {output}");
    }
}

#[test]
fn checkpoints_and_the_proof_between_them_are_looked_at_together() {
    let files = [path("checkpoint.old"), path("checkpoint"), path("add-checkpoint")];
    // No witness has seen the older one, so that it proves nothing where the policy asks for one.
    let look = |option: &str, value: &str| {
        let (code, output, _) = run(&[&files[0], &files[1], &files[2], option, value, "--format", "json"]);
        (code, serde_json::from_str::<Value>(&output).unwrap())
    };
    let (code, output) = look("--policy", &path("policy"));
    assert_eq!((code, &output["files"][2]["refusal"]["code"]), (1, &"no-beginning".into()), "{output:#}");
    let policy = fs::read_to_string(golden("policy")).unwrap();
    let key = policy.lines().next().unwrap().trim_start_matches("log ").to_owned();
    let (code, output) = look("--key", &key);
    assert_eq!(code, 0, "{output:#}");
    assert_eq!(output["files"][2]["proven"][0]["fact"], "continues", "{output:#}");
}

#[test]
fn a_package_is_judged_as_of_the_time_given() {
    let (_folder, policy, author) = package_grounds();
    let package = path("declaration.adhere-package");
    let arguments = [&package, "--policy", &policy, "--author", &author, "--as-of", THEN];
    let (code, output, errors) = run(&arguments);
    assert_eq!((code, errors.as_str()), (0, ""), "{output}");
    assert!(output.contains("example-provider signed it with the key"), "{output}");
    let (code, output, _) =
        run(&[&package, "--policy", &policy, "--author", &author, "--as-of", "2027-01-01T00:00:00Z"]);
    assert_eq!(code, 1);
    assert!(output.contains("Proves nothing (expired)"), "{output}");
    let (code, output, _) = run(&[&package, "--policy", &policy, "--as-of", THEN]);
    assert_eq!(code, 1);
    assert!(output.contains("Proves nothing (unknown-key)"), "{output}");
}

#[test]
fn a_timestamp_proves_by_when_the_checkpoint_was_there() {
    let files = [path("checkpoint.tsr"), path("checkpoint")];
    let authority = path("authority.crt");
    let (code, output, errors) = run(&[&files[0], &files[1], "--policy", &path("policy"), "--authority", &authority]);
    assert_eq!((code, errors.as_str()), (0, ""), "{output}");
    for expected in
        ["checkpoint.tsr: timestamp of an authority", "by the clock of CN=tsa.example", "its certificate not revoked"]
    {
        assert!(output.contains(expected), "{expected}: {output}");
    }
    let (code, output, _) = run(&[&files[0], &files[1], "--policy", &path("policy")]);
    assert_eq!(code, 1);
    assert!(output.contains("Proves nothing (untrusted-authority)"), "{output}");
    let (code, _, errors) = run(&[&files[0], "--authority", &path("policy")]);
    assert_eq!(code, 2);
    assert!(errors.contains("is not a certificate in PEM or DER"), "{errors}");
}

#[test]
fn an_altered_file_proves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let altered = folder.path().join("entry.json");
    fs::write(&altered, fs::read_to_string(golden("entry.json")).unwrap().replace("done", "open")).unwrap();
    let altered = altered.to_str().unwrap();
    let (code, output, _) = run(&[altered, &path("entry.tlog-proof"), "--policy", &path("policy")]);
    assert_eq!(code, 1);
    assert!(output.contains("Proves nothing (no-receipt)") && output.contains("Proves nothing (no-entry)"), "{output}");
}

#[test]
fn a_command_that_cannot_be_used_looks_at_nothing() {
    let (code, output, errors) = run(&[&path("entry.json")]);
    assert_eq!((code, output.as_str()), (2, ""));
    assert!(errors.contains("nobody is to be believed"), "{errors}");
    let (code, _, errors) = run(&["no such file", "--policy", &path("policy")]);
    assert_eq!(code, 2);
    assert!(errors.contains("`no such file` cannot be read"), "{errors}");
    let (code, _, errors) = run(&[&path("entry.json"), "--policy", &path("entry.json")]);
    assert_eq!(code, 2);
    assert!(errors.contains("the policy cannot be used"), "{errors}");
    assert_eq!(run(&[]).0, 2);
}

#[test]
fn names_in_files_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x\u{1b}[2J\nproven");
    fs::write(&file, "anything").unwrap();
    let (_, output, _) = run(&[file.to_str().unwrap(), "--policy", &path("policy")]);
    assert!(!output.contains('\u{1b}'));
    assert_eq!(output.lines().count(), 2, "{output}");
}
