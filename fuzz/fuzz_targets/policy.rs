//! A policy: what is read never believes a checkpoint that no log of it has signed.

#![no_main]

use adhere_journal::note::Note;
use adhere_journal::policy::Policy;
use libfuzzer_sys::fuzz_target;

const CHECKPOINT: &[u8] = include_bytes!("../../crates/journal/tests/golden/checkpoint");

fuzz_target!(|bytes: &[u8]| {
    let Ok(policy) = Policy::parse(bytes) else { return };
    let note = Note::parse(CHECKPOINT).expect("this is a note");
    let knows_log = policy.logs().iter().any(|log| *log.key.bytes() == adhere_fuzz::log_key());
    match policy.endorse(note) {
        Ok(endorsed) => {
            assert!(knows_log);
            assert!(endorsed.cosignatures.len() <= policy.witnesses().len());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
