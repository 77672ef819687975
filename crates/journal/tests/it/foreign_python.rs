//! A Python implementation of tiled logs reads what the journal writes, and a Python witness judges as ours does.

use std::fs;
use std::process::Command;

use adhere_journal::checkpoint::SignedCheckpoint;
use adhere_journal::cosignature::cosignature_of;
use adhere_journal::key::WitnessKey;
use adhere_journal::note::Note;
use adhere_journal::witness::{AddCheckpoint, Decision, decide};
use adhere_testing::repository;

use crate::foreign_go::{run, tool};
use crate::golden_log::folder;
use crate::log::{Folder, entry, log, now, witness};

fn python(arguments: &[&str]) -> Result<String, String> {
    let program = repository().join("tests/foreign/journal.py");
    run(Command::new(tool("aics/bin/python")).arg(program).args(arguments))
}

#[test]
fn python_believes_checkpoint_cosignature_tiles_entries_and_growth() {
    let path = |path: &str| folder().join(path).to_str().unwrap().to_owned();
    let [policy, tiles, old, request] = ["policy", "", "checkpoint.old", "add-checkpoint"].map(path);
    assert_eq!(python(&["log", &policy, &tiles, &old, &request]), Ok(String::new()));
    assert!(python(&["log", &policy, &tiles, &path("checkpoint"), &request]).is_err());
}

/// A log, the same until its sixth entry and then another, and what each asks of a witness in turn.
fn requests() -> Vec<(&'static str, String)> {
    let honest = Folder::new(&(0..20).map(entry).collect::<Vec<_>>());
    let forked = Folder::new(&(0..6).chain(100..114).map(entry).collect::<Vec<_>>());
    let edge = |size: u64| Folder::new(&(0..size).map(entry).collect::<Vec<_>>());
    vec![
        ("first", honest.request(0, 8).to_string()),
        ("grown", honest.request(8, 12).to_string()),
        ("stale", honest.request(8, 14).to_string()),
        ("unaware", honest.request(0, 14).to_string()),
        ("rolled back", honest.request(5, 9).to_string()),
        ("forked", forked.request(12, 15).to_string()),
        ("forked earlier", forked.request(4, 12).to_string()),
        (
            "made up",
            honest.request(12, 15).to_string().replacen("old 12\n", &format!("old 12\n{}\n", "A".repeat(43) + "="), 1),
        ),
        ("shrunk", edge(7).request(7, 7).to_string().replacen("old 7", "old 12", 1)),
        ("no number", honest.request(12, 15).to_string().replacen("old 12", "old 012", 1)),
        ("unsigned", honest.request(12, 15).to_string().replacen("\n15\n", "\n16\n", 1)),
        ("grown again", honest.request(12, 20).to_string()),
    ]
}

#[test]
fn a_foreign_witness_judges_as_ours_does_and_cosigns_what_we_believe() {
    let place = tempfile::tempdir().unwrap();
    let mut arguments = vec!["witness".to_owned(), log().public().to_string()];
    for (number, (_, body)) in requests().iter().enumerate() {
        let path = place.path().join(number.to_string());
        fs::write(&path, body).unwrap();
        arguments.push(path.to_str().unwrap().to_owned());
    }
    let printed = python(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    let (key, answers) = printed.split_once('\n').unwrap();
    let key: WitnessKey = key.parse().unwrap();
    let mut latest: Option<SignedCheckpoint> = None;
    for ((what, body), answer) in requests().iter().zip(answers.lines()) {
        let (status, answer) = answer.split_once(' ').unwrap();
        let decision = AddCheckpoint::parse(body.as_bytes())
            .map(|request| decide(&request, &[log().public()], latest.as_ref(), &witness(), now()).unwrap());
        let ours = decision.as_ref().map_or(400, Decision::status);
        assert_eq!(ours.to_string(), status, "{what}: {decision:?} and {answer}");
        match decision {
            Ok(Decision::Cosigned { latest: new, .. }) => {
                let note = Note::parse(format!("{}{answer}\n", new.note()).as_bytes()).unwrap();
                assert!(cosignature_of(&key, &note).unwrap().is_some(), "{what}");
                latest = Some(*new);
            }
            Ok(Decision::Conflict { size }) => assert_eq!(answer, size.to_string(), "{what}"),
            _ => {}
        }
    }
    assert_eq!(answers.lines().count(), requests().len());
    assert_eq!(latest.unwrap().checkpoint().size, 20);
}
