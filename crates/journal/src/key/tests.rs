use super::{AuthorSecret, KeyError, KeyName, LogKey, LogSecret, WitnessKey, WitnessSecret};

fn name() -> KeyName {
    KeyName::new("provider.example/log").unwrap()
}

// The example keys of Go's package golang.org/x/mod/sumdb/note.
const PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

#[test]
fn known_keys_read_back_as_they_are_written() {
    let key: LogKey = PUBLIC.parse().unwrap();
    assert_eq!((key.name().as_str(), key.id().to_string()), ("PeterNeumann", "c74f20a3".to_owned()));
    assert_eq!(key.to_string(), PUBLIC);
    let secret = LogSecret::parse(SECRET).unwrap();
    assert_eq!(secret.to_text(), SECRET);
    assert_eq!(secret.public(), key);
}

#[test]
fn a_key_serves_one_role_alone() {
    let seed = [5; 32];
    let log = LogSecret::from_seed(name(), seed);
    let witness = WitnessSecret::from_seed(name(), seed);
    let author = AuthorSecret::from_seed(name(), seed);
    let wrong = KeyError::Type { name: name() };
    for text in [witness.public().to_string(), author.public().to_string()] {
        assert_eq!(text.parse::<LogKey>(), Err(wrong.clone()));
    }
    for text in [log.to_text(), author.to_text()] {
        assert_eq!(WitnessSecret::parse(&text).unwrap_err(), wrong);
    }
    assert_eq!(log.public().to_string().parse::<WitnessKey>(), Err(wrong));
    assert_eq!(AuthorSecret::parse(&author.to_text()).unwrap().public(), author.public());
    let ids = [log.public().id(), witness.public().id(), author.public().id()];
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
}

#[test]
fn a_text_with_any_letter_changed_is_not_the_same_key() {
    let key = LogSecret::from_seed(name(), [5; 32]).public();
    let text = key.to_string();
    for at in 0..text.len() {
        for replacement in ["A", "0", "/", "+", " "] {
            let mut other = text.clone();
            other.replace_range(at..=at, replacement);
            assert!(other == text || other.parse::<LogKey>().is_err(), "{other}");
        }
    }
    for other in ["", "a", "a+b", "a+00000000+", text.get(..text.len() - 1).unwrap(), &format!("{text}\n")] {
        assert!(other.parse::<LogKey>().is_err(), "{other}");
    }
}

#[test]
fn weak_keys_are_refused() {
    // The neutral element, under which one signature fits every text, and a y that no point has.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut nowhere = [0; 32];
    nowhere[0] = 2;
    for bytes in [neutral, nowhere, [0; 32]] {
        assert_eq!(LogKey::new(name(), &bytes), Err(KeyError::Weak { name: name() }));
    }
}

#[test]
fn names_fit_into_notes() {
    for wrong in ["", "a b", "a+b", "a\nb", "a\u{a0}b", "a\u{2003}b", "a\u{85}b", "a\u{7f}b", "\t"] {
        assert_eq!(KeyName::new(wrong), Err(KeyError::Name { name: wrong.to_owned() }));
    }
    assert!(KeyName::new("büro.example/journal").is_ok());
}

#[test]
fn an_author_signs_messages_and_a_secret_is_never_shown() {
    let author = AuthorSecret::from_seed(name(), [5; 32]);
    let signature = author.sign(b"message");
    assert!(author.public().verify(b"message", &signature));
    assert!(!author.public().verify(b"massage", &signature));
    assert_eq!(format!("{author:?}"), "SecretKey { name: KeyName(\"provider.example/log\"), .. }");
}
