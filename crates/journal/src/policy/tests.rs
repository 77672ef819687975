use std::fmt::Write as _;

use jiff::Timestamp;

use super::{EndorsementError, Policy, PolicyError};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::hash::Hash;
use crate::key::{KeyName, LogSecret, WitnessSecret};

fn log(seed: u8) -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [seed; 32])
}

fn witness(seed: u8) -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new(&format!("witness.example/{seed}")).unwrap(), [seed; 32])
}

/// The policy of the specification's example: two of three, and any of three.
fn example() -> String {
    let mut text = format!("# Whom to believe\nlog {}\n\n", log(100).public());
    for (name, seeds) in [("X", 1..=3), ("Y", 4..=6)] {
        for (number, seed) in (1..).zip(seeds) {
            writeln!(text, "witness {name}{number} {}", witness(seed).public()).unwrap();
        }
    }
    text + "group X-witnesses 2 X1 X2 X3\n\tgroup  Y-witnesses any Y1 Y2 Y3 \n\
        group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"
}

fn cosigned(log: &LogSecret, witnesses: &[u8]) -> SignedCheckpoint {
    let checkpoint = Checkpoint { origin: log.name().clone(), size: 5, root: Hash([7; 32]) };
    let checkpoint = SignedCheckpoint::sign(checkpoint, log).unwrap();
    let cosign = |seed: &u8| witness(*seed).cosign(&checkpoint, Timestamp::UNIX_EPOCH).unwrap();
    witnesses.iter().map(cosign).fold(checkpoint.clone(), SignedCheckpoint::with)
}

fn check(policy: &str, witnesses: &[u8], believed: bool) {
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    let endorsed = policy.endorse(cosigned(&log(100), witnesses).note().clone());
    assert_eq!(endorsed.is_ok(), believed, "{witnesses:?}");
}

fn check_refused(policy: &str, message: &str) {
    assert_eq!(Policy::parse(policy.as_bytes()).unwrap_err().to_string(), message);
}

#[test]
fn a_quorum_of_groups_is_counted() {
    for (witnesses, believed) in [
        (vec![1, 2, 4], true),
        (vec![6, 3, 1], true),
        (vec![1, 2, 3, 4, 5, 6], true),
        (vec![1, 2, 3], false),
        (vec![1, 4, 5, 6], false),
        (vec![1, 1, 4], false),
        (vec![1, 7, 4], false),
        (vec![], false),
    ] {
        check(&example(), &witnesses, believed);
    }
}

#[test]
fn the_names_of_witnesses_and_their_times_are_told() {
    let policy = Policy::parse(example().as_bytes()).unwrap();
    let endorsed = policy.endorse(cosigned(&log(100), &[2, 1, 5]).note().clone()).unwrap();
    let names: Vec<&str> = endorsed.cosignatures.iter().map(|cosignature| cosignature.witness.as_str()).collect();
    assert_eq!(names, ["witness.example/1", "witness.example/2", "witness.example/5"]);
    let error = policy.endorse(cosigned(&log(100), &[2]).note().clone()).unwrap_err();
    assert_eq!(error.to_string(), "the quorum of witnesses is not met; of those in the policy, X2 cosigned");
}

#[test]
fn only_a_log_of_the_policy_is_believed() {
    let policy = Policy::parse(example().as_bytes()).unwrap();
    let error = policy.endorse(cosigned(&log(101), &[1, 2, 4]).note().clone()).unwrap_err();
    assert!(matches!(error, EndorsementError::Checkpoint(_)));
    let without = Policy::parse(b"quorum none\n").unwrap();
    assert!(without.endorse(cosigned(&log(100), &[]).note().clone()).is_err());
}

#[test]
fn no_witness_is_asked_for_when_the_policy_says_so() {
    let policy = format!("log {} https://provider.example/log/\nquorum none", log(100).public());
    check(&policy, &[], true);
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    assert!(!policy.asks_for_witnesses());
    assert_eq!(policy.logs()[0].url.as_deref(), Some("https://provider.example/log/"));
    check(
        &format!("{example}witness Z {} https://z.example/", witness(9).public(), example = example()),
        &[1, 2, 4],
        true,
    );
}

#[test]
fn a_wrong_cosignature_of_a_witness_of_the_policy_is_an_error_even_beyond_the_quorum() {
    let mut wrong = witness(3).cosign(&cosigned(&log(100), &[]), Timestamp::UNIX_EPOCH).unwrap();
    wrong.bytes[7] ^= 1;
    let note = cosigned(&log(100), &[1, 2, 4]).with(wrong).note().clone();
    let error = Policy::parse(example().as_bytes()).unwrap().endorse(note).unwrap_err();
    assert_eq!(error.to_string(), "the signature of `witness.example/3` on the note is wrong");
}

#[test]
fn what_is_not_a_policy_is_refused_with_its_line() {
    let (log, first, second) = (log(100).public(), witness(1).public(), witness(2).public());
    let both = format!("witness A {first}\nwitness B {second}\n");
    check_refused("", "the policy has no `quorum` line; write `quorum none` when no witness is asked for");
    check_refused("quorum none\nquorum none\n", "line 2 of the policy: there is a `quorum` line already");
    check_refused("quorum A\n", "line 1 of the policy: no line before this one defines `A`");
    check_refused("quorum none\r\n", "line 1 of the policy: there is a control character");
    let taken = format!("{both}group A 1 B\n");
    check_refused(&taken, "line 3 of the policy: the name `A` is taken");
    check_refused(&format!("witness none {first}\n"), "line 1 of the policy: the name `none` is taken");
    check_refused(&format!("{both}group C 1 none\n"), "line 3 of the policy: no line before this one defines `none`");
    check_refused(&format!("{both}group C 1 C\n"), "line 3 of the policy: no line before this one defines `C`");
    check_refused(
        &format!("{both}group C 1 A A\n"),
        "line 3 of the policy: `A` is a member of a group already, and would count twice",
    );
    for threshold in ["0", "3", "01", "some", "-1", "1.0"] {
        let message = format!(
            "line 3 of the policy: `{threshold}` is neither `all`, `any` nor a number from 1 to 2, the number of members"
        );
        check_refused(&format!("{both}group C {threshold} A B\n"), &message);
    }
    let twice = format!("log {log}\nlog {log}\n");
    check_refused(&twice, "line 2 of the policy: the key of `provider.example/log` is listed already");
    check_refused(
        &format!("witness A {first}\nwitness B {first}\n"),
        "line 2 of the policy: the key of `witness.example/1` is listed already",
    );
    let message = "line 1 of the policy: the key of `witness.example/1` is of another type: the keys of logs, of witnesses and of authors are not the same";
    check_refused(&format!("log {first}\n"), message);
    for line in ["group C all", "group C", "quorum", "witness A", "log", "quorum A B", "trust A"] {
        let form = "is none of `log KEY [URL]`, `witness NAME KEY [URL]`, `group NAME N|all|any NAME…`, `quorum NAME`";
        check_refused(line, &format!("line 1 of the policy: `{line}` {form}"));
    }
    assert_eq!(Policy::parse(b"\xff"), Err(PolicyError::Text));
}
