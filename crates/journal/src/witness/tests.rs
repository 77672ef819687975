use std::convert::Infallible;

use jiff::Timestamp;

use super::{AddCheckpoint, Decision, RequestError, decide};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::cosignature::cosignature_of;
use crate::hash::Hash;
use crate::key::{KeyName, LogKey, LogSecret, WitnessSecret};
use crate::note::{Note, Signature};
use crate::proof::prove_consistency;
use crate::proof::tests::{leaves, naive_root, tile_of};

fn log(seed: u8) -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [seed; 32])
}

fn witness() -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new("office.example/witness").unwrap(), [2; 32])
}

fn known() -> Vec<LogKey> {
    vec![log(1).public()]
}

/// A history of the log: its first entries are the same in all, those from a place on are its own.
fn history(own_from: u64, size: u64) -> Vec<Hash> {
    let own =
        |index: u64| if index < own_from { leaves(index + 1)[usize::try_from(index).unwrap()] } else { Hash([9; 32]) };
    (0..size).map(own).collect()
}

fn signed(leaves: &[Hash]) -> SignedCheckpoint {
    let size = u64::try_from(leaves.len()).unwrap();
    let checkpoint = Checkpoint { origin: log(1).name().clone(), size, root: naive_root(leaves) };
    SignedCheckpoint::sign(checkpoint, &log(1)).unwrap()
}

fn request(old_size: u64, leaves: &[Hash]) -> AddCheckpoint {
    let size = u64::try_from(leaves.len()).unwrap();
    let proof = prove_consistency(old_size, size, |id| Ok::<_, Infallible>(tile_of(leaves, id))).unwrap();
    AddCheckpoint::new(old_size, proof, signed(leaves).note().clone()).unwrap()
}

fn decided(request: &AddCheckpoint, latest: Option<&SignedCheckpoint>) -> Decision {
    // What is decided is decided on what travels.
    let body = request.to_string();
    let request = AddCheckpoint::parse(body.as_bytes()).unwrap();
    assert_eq!(request.to_string(), body);
    decide(&request, &known(), latest, &witness(), Timestamp::from_second(1_800_000_000).unwrap()).unwrap()
}

fn check_cosigned(request: &AddCheckpoint, latest: Option<&SignedCheckpoint>) {
    let decision = decided(request, latest);
    assert_eq!(decision.status(), 200, "{decision:?}");
    let Decision::Cosigned { latest, signature } = &decision else { panic!("{decision:?}") };
    assert_eq!(latest.checkpoint(), request.checkpoint());
    assert_eq!(Signature::parse(decision.body().trim_end()).as_ref(), Some(signature));
    let note = Note::parse(format!("{}{}", latest.note(), decision.body()).as_bytes()).unwrap();
    assert!(cosignature_of(&witness().public(), &note).unwrap().is_some());
}

fn check_refused(request: &AddCheckpoint, latest: Option<&SignedCheckpoint>, status: u16, body: &str) {
    let decision = decided(request, latest);
    assert_eq!((decision.status(), decision.body().as_str()), (status, body), "{decision:?}");
}

const ALL: u64 = u64::MAX;

#[test]
fn a_log_that_grows_is_cosigned_at_each_step() {
    check_cosigned(&request(0, &history(ALL, 5)), None);
    check_cosigned(&request(5, &history(ALL, 300)), Some(&signed(&history(ALL, 5))));
    check_cosigned(&request(300, &history(ALL, 300)), Some(&signed(&history(ALL, 300))));
    check_cosigned(&request(0, &history(ALL, 5)), Some(&signed(&[])));
    check_cosigned(&request(0, &[]), None);
}

#[test]
fn a_stale_request_is_told_the_size() {
    let latest = signed(&history(ALL, 9));
    check_refused(&request(5, &history(ALL, 12)), Some(&latest), 409, "9\n");
    check_refused(&request(0, &history(ALL, 12)), Some(&latest), 409, "9\n");
    check_refused(&request(5, &history(ALL, 12)), None, 409, "0\n");
}

#[test]
fn a_log_that_was_rolled_back_is_refused() {
    let latest = signed(&history(ALL, 9));
    check_refused(&request(5, &history(ALL, 7)), Some(&latest), 409, "9\n");
    check_refused(&request(5, &history(5, 7)), Some(&latest), 409, "9\n");
    let shrunk = AddCheckpoint::new(9, vec![], signed(&history(ALL, 7)).note().clone());
    assert_eq!(shrunk, Err(RequestError::Shrunk { old_size: 9, size: 7 }));
}

#[test]
fn two_roots_for_one_size_are_a_fork_and_both_are_kept() {
    let latest = signed(&history(ALL, 9));
    for old_size in [9, 5, 0] {
        let forked = request(old_size, &history(5, 9));
        check_refused(&forked, Some(&latest), 409, "9\n");
        let Decision::Fork { known, presented } = decided(&forked, Some(&latest)) else { panic!("not a fork") };
        assert_eq!((&*known, presented.checkpoint()), (&latest, forked.checkpoint()));
    }
}

#[test]
fn a_larger_tree_that_does_not_contain_the_last_is_refused_and_kept() {
    let latest = signed(&history(ALL, 9));
    let forked = request(9, &history(5, 12));
    check_refused(&forked, Some(&latest), 422, "");
    let Decision::Inconsistent { known, presented } = decided(&forked, Some(&latest)) else { panic!("not refused") };
    assert_eq!((known.as_deref(), presented.checkpoint()), (Some(&latest), forked.checkpoint()));
    // A genuine checkpoint with a proof that somebody made up looks the same.
    let made_up = AddCheckpoint::new(9, vec![Hash([0; 32])], signed(&history(ALL, 12)).note().clone()).unwrap();
    check_refused(&made_up, Some(&latest), 422, "");
}

#[test]
fn a_first_checkpoint_needs_no_proof_and_has_none() {
    let superfluous = AddCheckpoint::new(0, vec![Hash([0; 32])], signed(&history(ALL, 5)).note().clone()).unwrap();
    check_refused(&superfluous, None, 422, "");
    let checkpoint = Checkpoint { origin: log(1).name().clone(), size: 0, root: Hash([0; 32]) };
    let wrong = SignedCheckpoint::sign(checkpoint, &log(1)).unwrap();
    check_refused(&AddCheckpoint::new(0, vec![], wrong.note().clone()).unwrap(), None, 422, "");
}

#[test]
fn an_unknown_log_and_an_unknown_key_are_told_apart() {
    let checkpoint = |key: &LogSecret| {
        let checkpoint = Checkpoint { origin: key.name().clone(), size: 5, root: naive_root(&history(ALL, 5)) };
        AddCheckpoint::new(0, vec![], SignedCheckpoint::sign(checkpoint, key).unwrap().note().clone()).unwrap()
    };
    let other = LogSecret::from_seed(KeyName::new("stranger.example/log").unwrap(), [1; 32]);
    check_refused(&checkpoint(&other), None, 404, "");
    check_refused(&checkpoint(&log(3)), None, 403, "");
    let body = checkpoint(&log(1)).to_string().replacen("\n5\n", "\n6\n", 1);
    check_refused(&AddCheckpoint::parse(body.as_bytes()).unwrap(), None, 403, "");
}

#[test]
fn the_state_of_another_log_does_not_count() {
    let other = LogSecret::from_seed(KeyName::new("stranger.example/log").unwrap(), [1; 32]);
    let checkpoint = Checkpoint { origin: other.name().clone(), size: 5, root: Hash([3; 32]) };
    let latest = SignedCheckpoint::sign(checkpoint, &other).unwrap();
    check_cosigned(&request(0, &history(ALL, 5)), Some(&latest));
}

#[test]
fn a_clock_before_1970_cosigns_nothing() {
    let request = request(0, &history(ALL, 5));
    assert!(decide(&request, &known(), None, &witness(), Timestamp::from_second(-1).unwrap()).is_err());
}

#[test]
fn what_is_not_a_request_is_refused_with_its_line() {
    let body = request(5, &history(ALL, 9)).to_string();
    let check = |body: &str, message: &str| {
        assert_eq!(AddCheckpoint::parse(body.as_bytes()).unwrap_err().to_string(), message);
    };
    for old in ["old 05\n", "old +5\n", "old\n", "5\n", "old  5\n", "old 5 \n", "Old 5\n"] {
        let message = "line 1 of the request is not `old` and a size in decimal digits";
        check(&body.replacen("old 5\n", old, 1), message);
    }
    check(&body.replacen("old 5\n", "old 5\nAAAA\n", 1), "line 2 of the request is not a hash in Base64");
    check("old 5\n", "line 1 of the request is not followed by a proof, an empty line and a note");
    let hash = format!("{}\n", Hash([0; 32]));
    check(
        &body.replacen("old 5\n", &format!("old 5\n{}", hash.repeat(64)), 1),
        "the request has more than 63 lines of proof",
    );
    check("old 5\n\nno note\n", "the note has no signatures after a blank line");
}

/// A model of a witness that stores what it is told to, asked by a log with two histories.
#[test]
fn whatever_the_log_presents_in_whatever_order_no_two_histories_are_cosigned() {
    let mut state = 7_u64;
    let mut random = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..20 {
        let mut latest: Option<SignedCheckpoint> = None;
        let mut cosigned: Vec<Vec<Hash>> = vec![];
        for _ in 0..40 {
            let tree = history([ALL, 4, 9][usize::try_from(random(3)).unwrap()], random(20));
            let size = u64::try_from(tree.len()).unwrap();
            let request = request(random(size + 1), &tree);
            if let Decision::Cosigned { latest: new, .. } = decided(&request, latest.as_ref()) {
                latest = Some(*new);
                cosigned.push(tree);
            }
        }
        assert!(cosigned.windows(2).all(|pair| pair[1].starts_with(&pair[0])), "one history that only grows");
    }
}
