//! A request to a witness: what is read is written again the same, and only the genuine continuation is cosigned.

#![no_main]

use adhere_journal::checkpoint::SignedCheckpoint;
use adhere_journal::key::{KeyName, LogKey, WitnessSecret};
use adhere_journal::witness::{AddCheckpoint, Decision, decide};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

const OLD: &[u8] = include_bytes!("../../crates/journal/tests/golden/checkpoint.old");

fuzz_target!(|bytes: &[u8]| {
    let Ok(request) = AddCheckpoint::parse(bytes) else { return };
    assert_eq!(request.to_string().as_bytes(), bytes);
    let name = |name| KeyName::new(name).expect("this is a name");
    let known = [LogKey::new(name("provider.example/log"), &adhere_fuzz::log_key()).expect("this is a key")];
    let latest = SignedCheckpoint::open(OLD, &known).expect("this is a checkpoint");
    let witness = WitnessSecret::from_seed(name("office.example/witness"), [2; 32]);
    let decision = decide(&request, &known, Some(&latest), &witness, Timestamp::UNIX_EPOCH).expect("this is a time");
    if let Decision::Cosigned { latest: new, .. } = decision {
        // The log has signed two checkpoints in its life: the old one and the golden one.
        assert!([270, 300].contains(&new.checkpoint().size));
        assert!(new.checkpoint().size >= latest.checkpoint().size);
    }
});
