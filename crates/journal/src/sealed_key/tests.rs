use super::{SealError, is_sealed, open, seal};
use crate::key::{KeyName, LogSecret};

fn key() -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [5; 32])
}

#[test]
fn a_sealed_key_opens_with_its_passphrase_alone() {
    let sealed = seal(&key().to_text(), "correct horse", 2).unwrap();
    assert!(is_sealed(&sealed) && !is_sealed(&key().to_text()));
    let opened = LogSecret::parse(&open(&sealed, "correct horse").unwrap()).unwrap();
    assert_eq!(opened.public(), key().public());
    for other in ["correct horse ", "Correct horse", ""] {
        assert!(matches!(open(&sealed, other), Err(SealError::Decrypt(_))), "{other:?}");
    }
    assert_ne!(seal(&key().to_text(), "correct horse", 2).unwrap(), sealed, "the salt is fresh");
}

#[test]
fn a_changed_file_does_not_open() {
    let sealed = seal(&key().to_text(), "correct horse", 2).unwrap();
    for at in (40..sealed.len() - 40).step_by(29) {
        let mut changed = sealed.clone().into_bytes();
        changed[at] ^= 2;
        let changed = String::from_utf8(changed).unwrap();
        assert!(open(&changed, "correct horse").is_err(), "byte {at}");
    }
    assert!(open("", "correct horse").is_err());
    assert!(open(&key().to_text(), "correct horse").is_err());
}

#[test]
fn an_empty_passphrase_and_work_that_could_not_be_undone_are_refused() {
    assert!(matches!(seal("key", "", 2), Err(SealError::EmptyPassphrase)));
    for work in [0, 21, 64, 255] {
        assert!(matches!(seal("key", "correct horse", work), Err(SealError::Work { .. })), "{work}");
    }
}
