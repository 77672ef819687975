use super::{Checkpoint, CheckpointError, SignedCheckpoint};
use crate::hash::Hash;
use crate::key::{KeyName, LogSecret};

fn secret(name: &str, seed: u8) -> LogSecret {
    LogSecret::from_seed(KeyName::new(name).unwrap(), [seed; 32])
}

fn checkpoint() -> Checkpoint {
    Checkpoint { origin: KeyName::new("provider.example/log").unwrap(), size: 20_852_163, root: Hash([7; 32]) }
}

const TEXT: &str = "provider.example/log\n20852163\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n";

fn check_refused(text: &str, missing: &'static str) {
    assert_eq!(Checkpoint::parse(text), Err(CheckpointError::Text { missing }), "{text:?}");
}

#[test]
fn a_checkpoint_is_three_lines() {
    assert_eq!(checkpoint().to_string(), TEXT);
    assert_eq!(Checkpoint::parse(TEXT), Ok(checkpoint()));
    // The example of the specification.
    let example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    assert_eq!(Checkpoint::parse(example).unwrap().to_string(), example);
}

#[test]
fn extension_lines_are_read_and_never_written() {
    let extended = format!("{TEXT}anything\nand more\n");
    assert_eq!(Checkpoint::parse(&extended), Ok(checkpoint()));
    check_refused(&format!("{TEXT}\nafter a gap\n"), "text on one of its lines");
}

#[test]
fn another_spelling_is_refused() {
    check_refused("", "its last newline");
    check_refused("\n", "an origin");
    check_refused("provider.example/log\n", "a size in decimal digits");
    for size in ["", "+1", "-1", "01", "1 ", "0x1", "18446744073709551616", "\u{661}"] {
        check_refused(&TEXT.replace("20852163", size), "a size in decimal digits");
    }
    // Unused bits, no padding, the alphabet for URLs, a byte less.
    for root in
        ["BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwd=", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc", "BwcH", ""]
    {
        check_refused(&TEXT.replace("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", root), "a root in Base64");
    }
    check_refused(TEXT.trim_end(), "its last newline");
}

#[test]
fn a_checkpoint_is_believed_when_a_known_key_of_its_log_signed_it() {
    let key = secret("provider.example/log", 1);
    let signed = SignedCheckpoint::sign(checkpoint(), &key).unwrap();
    let bytes = signed.note().to_string();
    assert_eq!(SignedCheckpoint::open(bytes.as_bytes(), &[key.public()]).unwrap(), signed);
    let message = "no known key has signed the note; it is signed by `provider.example/log`";
    for other in [secret("provider.example/log", 2), secret("office.example/log", 1)] {
        let error = SignedCheckpoint::open(bytes.as_bytes(), &[other.public()]).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    let changed = bytes.replace("20852163", "20852164");
    let error = SignedCheckpoint::open(changed.as_bytes(), &[key.public()]).unwrap_err();
    assert_eq!(error.to_string(), "the signature of `provider.example/log` on the note is wrong");
}

#[test]
fn a_log_signs_only_for_itself() {
    let error = SignedCheckpoint::sign(checkpoint(), &secret("office.example/log", 1)).unwrap_err();
    let message = "the checkpoint is of the log `provider.example/log`, and the key is that of `office.example/log`";
    assert_eq!(error.to_string(), message);
}
