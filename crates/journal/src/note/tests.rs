use proptest::prelude::*;

use super::{Note, NoteError, Signature};
use crate::key::{KeyName, LogKey, LogSecret};

// The example of Go's package golang.org/x/mod/sumdb/note.
const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const LINE: &str = "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn example() -> String {
    format!("{TEXT}\n{LINE}")
}

fn known() -> Vec<LogKey> {
    vec![KEY.parse().unwrap()]
}

fn secret(name: &str, seed: u8) -> LogSecret {
    LogSecret::from_seed(KeyName::new(name).unwrap(), [seed; 32])
}

fn check_refused(note: &str, error: &NoteError) {
    assert_eq!(Note::parse(note.as_bytes()).as_ref(), Err(error), "{note:?}");
}

#[test]
fn a_known_note_is_read_and_its_signature_holds() {
    let note = Note::parse(example().as_bytes()).unwrap();
    assert_eq!((note.text(), note.to_string()), (TEXT, example()));
    assert_eq!(note.verify(&known()).unwrap(), known().iter().collect::<Vec<_>>());
}

#[test]
fn a_signature_made_here_is_that_of_the_example() {
    let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    let signature = LogSecret::parse(secret).unwrap().sign_text(TEXT);
    assert_eq!(Note::new(TEXT, vec![signature]).unwrap().to_string(), example());
}

#[test]
fn every_changed_byte_of_a_note_is_noticed() {
    let bytes = example().into_bytes();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            let verified = Note::parse(&changed).and_then(|note| note.verify(&known()).map(drop));
            assert!(verified.is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn other_signatures_are_passed_over_and_a_wrong_one_of_a_known_key_is_not() {
    let stranger = secret("stranger.example", 1);
    let note = Note::parse(example().as_bytes()).unwrap().with(stranger.sign_text("another text\n"));
    assert_eq!(note.verify(&known()).unwrap().len(), 1);
    let both = [known(), vec![stranger.public()]].concat();
    let error = NoteError::WrongSignature { name: KeyName::new("stranger.example").unwrap() };
    assert_eq!(note.verify(&both), Err(error));
    let namesake = secret("PeterNeumann", 1);
    let message = "no known key has signed the note; it is signed by `PeterNeumann`, `stranger.example`";
    assert_eq!(note.verify(&[namesake.public()]).unwrap_err().to_string(), message);
}

#[test]
fn a_wrong_signature_beside_a_right_one_of_the_same_key_is_noticed() {
    let key = secret("log.example", 1);
    let note = Note::new("text\n", vec![key.sign_text("text\n"), key.sign_text("other\n")]).unwrap();
    assert!(matches!(note.verify(&[key.public()]), Err(NoteError::WrongSignature { .. })));
}

#[test]
fn what_is_not_a_note_is_refused() {
    check_refused("", &NoteError::Text);
    check_refused("text\n", &NoteError::Unsigned);
    check_refused("text\n\n", &NoteError::Unsigned);
    check_refused(&example().replace('\n', "\r\n"), &NoteError::Text);
    check_refused(example().trim_end(), &NoteError::Text);
    check_refused(&format!("a\tb{}", example()), &NoteError::Text);
    check_refused(&format!("{}\n", example()), &NoteError::Unsigned);
    let wrong = [
        ("\u{2014} ", "- "),
        ("\u{2014} ", "\u{2014}  "),
        ("\u{2014} ", "\u{2014}"),
        ("PeterNeumann ", "Peter+Neumann "),
        ("PeterNeumann ", "Peter\u{a0}Neumann "),
        ("nAM=", "nAM"),
        ("nAM=", "nAN="),
        ("nAM=", "nAM=="),
        ("nAM=", "nA M="),
        ("x08go/", "x08go_"),
    ];
    for (from, to) in wrong {
        assert!(LINE.contains(from));
        check_refused(&format!("{TEXT}\n{}", LINE.replacen(from, to, 1)), &NoteError::SignatureLine { line: 1 });
    }
    check_refused(&format!("{TEXT}\n{LINE}\u{2014} short AAAAAA==\n"), &NoteError::SignatureLine { line: 2 });
    assert_eq!(Note::parse(b"\xff\n\n\xff\n"), Err(NoteError::Text));
}

#[test]
fn a_note_has_a_limit() {
    let lines = |count: usize| format!("{TEXT}\n{}", LINE.repeat(count));
    assert!(Note::parse(lines(100).as_bytes()).is_ok());
    check_refused(&lines(101), &NoteError::TooLong);
    check_refused(&format!("{}{}", "a\n".repeat(500_000), example()), &NoteError::TooLong);
}

#[test]
fn what_could_not_be_read_back_is_not_made() {
    let signature = |text: &str| secret("log.example", 1).sign_text(text);
    for text in ["", "no newline", "tab\t\n"] {
        assert!(Note::new(text, vec![signature(text)]).is_err(), "{text:?}");
    }
    assert_eq!(Note::new("text\n", vec![]), Err(NoteError::Unsigned));
    let text = "with\n\na gap\n\n";
    let note = Note::new(text, vec![signature(text)]).unwrap();
    assert_eq!(Note::parse(note.to_string().as_bytes()).unwrap().text(), text);
}

#[test]
fn a_key_signs_a_note_once() {
    let line = Signature::parse(LINE.trim_end()).unwrap();
    let note = Note::parse(example().as_bytes()).unwrap();
    assert_eq!(note.clone().with(line), note);
    let other = Signature { bytes: vec![0; 64], ..note.signatures()[0].clone() };
    assert_eq!(note.with(other.clone()).signatures(), [other]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_and_written_the_same(lines in prop::collection::vec(
        prop_oneof![Just(String::new()), Just(LINE.trim_end().to_owned()), "[a-z\u{2014} =]{0,12}"], 0..8)) {
        let text = lines.join("\n") + "\n";
        if let Ok(note) = Note::parse(text.as_bytes()) {
            prop_assert_eq!(note.to_string(), text);
        }
    }
}
