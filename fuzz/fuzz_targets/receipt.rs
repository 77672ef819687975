//! A receipt: what is read is written again the same, and it shows only what it was made for.

#![no_main]

use adhere_journal::policy::Policy;
use adhere_journal::receipt::Receipt;
use libfuzzer_sys::fuzz_target;

const POLICY: &[u8] = include_bytes!("../../crates/journal/tests/golden/policy");
const ENTRY: &[u8] = include_bytes!("../../crates/journal/tests/golden/entry.json");
const RECEIPT: &[u8] = include_bytes!("../../crates/journal/tests/golden/entry.tlog-proof");

fuzz_target!(|bytes: &[u8]| {
    let Ok(receipt) = Receipt::parse(bytes) else { return };
    assert_eq!(receipt.to_string().as_bytes(), bytes);
    let policy = Policy::parse(POLICY).expect("this is a policy");
    if let Ok(recorded) = receipt.verify(ENTRY, &policy) {
        let made = Receipt::parse(RECEIPT).expect("this is a receipt");
        assert_eq!((recorded.index, &receipt.path), (made.index, &made.path));
        assert_eq!(receipt.note.text(), made.note.text());
    }
});
