//! Timestamps and openings: no bytes bring their readers down, and a token that is believed says what the golden one says.

#![no_main]

use adhere_journal::private::Opening;
use adhere_journal::timestamp::authority::Authority;
use adhere_journal::timestamp::{stamped, token_in};
use libfuzzer_sys::fuzz_target;

const AUTHORITY: &[u8] = include_bytes!("../../crates/journal/tests/golden/authority.crt");
const ANSWER: &[u8] = include_bytes!("../../crates/journal/tests/golden/checkpoint.tsr");

fuzz_target!(|bytes: &[u8]| {
    let _ = Authority::parse(bytes);
    if let Ok(opening) = Opening::parse_file(bytes) {
        assert_eq!(opening.to_file().expect("it was read").as_bytes(), bytes);
    }
    let Some(token) = token_in(bytes) else { return };
    let authority = Authority::parse(AUTHORITY).expect("this is a certificate");
    if let Ok(read) = authority.verify(&token) {
        let golden = token_in(ANSWER).expect("this is an answer");
        assert_eq!(Ok(read), stamped(&golden));
    }
});
