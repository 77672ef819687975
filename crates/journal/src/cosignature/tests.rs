use jiff::Timestamp;

use super::{Cosignature, TimeError, cosignature_of};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::hash::Hash;
use crate::key::{KeyName, LogSecret, WitnessSecret};
use crate::note::{Note, NoteError};

fn name(name: &str) -> KeyName {
    KeyName::new(name).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn checkpoint() -> SignedCheckpoint {
    let log = LogSecret::from_seed(name("provider.example/log"), [1; 32]);
    let checkpoint = Checkpoint { origin: log.name().clone(), size: 5, root: Hash([7; 32]) };
    SignedCheckpoint::sign(checkpoint, &log).unwrap()
}

fn witness(seed: u8) -> WitnessSecret {
    WitnessSecret::from_seed(name("office.example/witness"), [seed; 32])
}

#[test]
fn a_cosignature_says_who_and_when() {
    let cosigned = checkpoint().with(witness(2).cosign(&checkpoint(), at(1_679_315_147)).unwrap());
    let note = Note::parse(cosigned.note().to_string().as_bytes()).unwrap();
    let expected = Cosignature { witness: name("office.example/witness"), at: at(1_679_315_147) };
    assert_eq!(cosignature_of(&witness(2).public(), &note), Ok(Some(expected)));
    assert_eq!(cosignature_of(&witness(3).public(), &note), Ok(None));
    assert_eq!(note.verify(&[witness(2).public()]).unwrap().len(), 1);
}

#[test]
fn the_latest_of_several_counts() {
    let cosign = |second| witness(2).cosign(&checkpoint(), at(second)).unwrap();
    let note = Note::new(checkpoint().note().text(), vec![cosign(20), cosign(30), cosign(10)]).unwrap();
    let cosignature = cosignature_of(&witness(2).public(), &note).unwrap().unwrap();
    assert_eq!(cosignature.at, at(30));
}

#[test]
fn a_changed_time_or_signature_is_wrong() {
    let signature = witness(2).cosign(&checkpoint(), at(1_679_315_147)).unwrap();
    for byte in 0..signature.bytes.len() {
        let mut changed = signature.clone();
        changed.bytes[byte] ^= 1;
        let wrong = NoteError::WrongSignature { name: name("office.example/witness") };
        assert_eq!(cosignature_of(&witness(2).public(), checkpoint().with(changed).note()), Err(wrong), "{byte}");
    }
    let mut short = signature;
    short.bytes.pop();
    assert!(cosignature_of(&witness(2).public(), checkpoint().with(short).note()).is_err());
}

#[test]
fn a_cosignature_is_on_one_checkpoint_alone() {
    let log = LogSecret::from_seed(name("provider.example/log"), [1; 32]);
    let larger = Checkpoint { origin: log.name().clone(), size: 6, root: Hash([7; 32]) };
    let larger = SignedCheckpoint::sign(larger, &log).unwrap();
    let moved = larger.with(witness(2).cosign(&checkpoint(), at(10)).unwrap());
    assert!(cosignature_of(&witness(2).public(), moved.note()).is_err());
}

#[test]
fn a_clock_before_1970_is_refused() {
    assert_eq!(witness(2).cosign(&checkpoint(), at(-1)), Err(TimeError { at: at(-1) }));
}
