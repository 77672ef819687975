//! A package or an acknowledgement: what can be read is written again the same, and nobody is believed who is unknown.

#![no_main]

use adhere_journal::package::authenticity::Recipient;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::package::trust::Trust;
use adhere_journal::package::verify::{History, announced, verify_package};
use adhere_journal::policy::Policy;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for kind in [LetterKind::Package, LetterKind::Acknowledgement] {
        let Ok(letter) = Letter::parse(kind, bytes) else { continue };
        assert_eq!(letter.to_text().expect("what was read can be written").as_bytes(), bytes);
        for record in &letter.records {
            let _ = record.leaf();
        }
    }
    let _ = announced(bytes);
    let policy = Policy::parse(b"quorum none\n");
    if let Ok(policy) = policy {
        let recipient =
            Recipient { identity: "office", trust: &Trust::default(), policy: &policy, now: Timestamp::UNIX_EPOCH };
        assert!(verify_package(bytes, &recipient, &History::default()).is_err());
    }
});
