use super::{NameType, Scalar, Vocabulary, VocabularyError};

#[test]
fn names_are_words_joined_by_points() {
    let mut vocabulary = Vocabulary::default();
    for name in ["a", "provider.size", "_x1.y_2.z", "date", "size"] {
        assert_eq!(vocabulary.scalar(name, Scalar::Bool), Ok(()), "{name}");
    }
    let long = "x".repeat(129);
    for name in ["", ".", "b.", ".b", "b-c", "1b", "b c", "é", "in", "b.true", "null.b", long.as_str()] {
        let refused = Err(VocabularyError::NotAName { name: name.to_owned() });
        assert_eq!(vocabulary.scalar(name, Scalar::Bool), refused, "{name}");
    }
    let refused = Err(VocabularyError::NotAName { name: "x.y".to_owned() });
    assert_eq!(vocabulary.records("list", [("x.y", Scalar::Bool)]), refused);
    assert_eq!(vocabulary.names().count(), 5);
}

#[test]
fn a_name_is_declared_once_and_is_no_part_of_another() {
    let mut vocabulary = Vocabulary::default();
    vocabulary.scalar("a.b", Scalar::Number).unwrap();
    vocabulary.records("list", [("x", Scalar::Bool)]).unwrap();
    for (name, other) in [("a.b", "a.b"), ("a", "a.b"), ("a.b.c", "a.b"), ("list.x", "list")] {
        let refused = Err(VocabularyError::Clash { name: name.to_owned(), other: other.to_owned() });
        assert_eq!(vocabulary.scalar(name, Scalar::Bool), refused, "{name}");
    }
    assert_eq!(vocabulary.scalar("a.bc", Scalar::Bool), Ok(()));
    assert_eq!(vocabulary.get("a.b"), Some(&NameType::Scalar(Scalar::Number)));
    assert_eq!(vocabulary.get("a"), None);
    assert!(vocabulary.begins_a_name("a") && !vocabulary.begins_a_name("b"));
}
