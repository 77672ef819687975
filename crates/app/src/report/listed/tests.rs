use adhere_domain::text::NonEmptyText;

use super::source_in_words;
use crate::words::{Language, Words};

fn told(source: &str, language: Language) -> String {
    source_in_words(&NonEmptyText::parse(source).unwrap(), &Words::of(language).unwrap())
}

#[test]
fn the_source_that_the_program_names_is_said_in_the_readers_words_and_others_as_they_are() {
    for (language, words) in [
        (Language::English, "packages accepted by office"),
        (Language::Dutch, "pakketten die office heeft aanvaard"),
        (Language::German, "Pakete, die office angenommen hat"),
    ] {
        assert_eq!(told("packages accepted by office", language), words);
        for other in ["a list that was read", "packages accepted by nobody in particular"] {
            assert_eq!(told(other, language), other);
        }
    }
}
