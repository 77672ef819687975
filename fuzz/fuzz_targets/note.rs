//! A signed note and the checkpoint in it: what is read is written again the same, and no signature verifies by luck.

#![no_main]

use adhere_journal::checkpoint::Checkpoint;
use adhere_journal::key::LogKey;
use adhere_journal::note::Note;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(note) = Note::parse(bytes) else { return };
    assert_eq!(note.to_string().as_bytes(), bytes);
    if let Ok(checkpoint) = Checkpoint::parse(note.text()) {
        assert!(note.text().starts_with(&checkpoint.to_string()));
        assert_eq!(Checkpoint::parse(&checkpoint.to_string()).as_ref(), Ok(&checkpoint));
    }
    let key = LogKey::new(note.signatures()[0].name.clone(), &adhere_fuzz::log_key()).expect("this is a key");
    if note.verify(&[key]).is_ok() {
        assert!(note.text().starts_with("provider.example/log\n"), "a signature that nobody made");
    }
});
