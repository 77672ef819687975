//! Every language says everything that English says, with the same values.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{expect_none, files_below};

/// The languages beside English.
const LANGUAGES: [&str; 2] = ["nl", "de"];

/// A message: the names of its attributes, and of the values that are put into it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    attributes: BTreeSet<String>,
    values: BTreeSet<String>,
}

/// The messages of a language, by file and key.
fn messages(language: &str) -> BTreeMap<(String, String), Message> {
    let folder = format!("locales/{language}");
    let mut messages: BTreeMap<(String, String), Message> = BTreeMap::new();
    for file in files_below(&folder, ".ftl") {
        let name = file.path.strip_prefix(&folder).unwrap().to_owned();
        let mut key = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((begun, _)) =
                line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                begun.trim().clone_into(&mut key);
                let twice = messages.insert((name.clone(), key.clone()), Message::default());
                assert!(twice.is_none(), "`{key}` stands twice in {}", file.path);
            }
            let Some(message) = messages.get_mut(&(name.clone(), key.clone())) else { continue };
            if let Some((attribute, _)) = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once('=')) {
                message.attributes.insert(attribute.trim().to_owned());
            }
            message.values.extend(values(line));
        }
    }
    messages
}

/// The names of values in a line, such as `count` of `{ $count }`.
fn values(line: &str) -> impl Iterator<Item = String> {
    let letter = |letter: &char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '-';
    line.split("{ $").skip(1).map(move |rest| rest.chars().take_while(letter).collect())
}

#[test]
fn every_language_says_what_english_says_with_the_same_values() {
    let english = messages("en");
    let mut broken = Vec::new();
    for language in LANGUAGES {
        let own = messages(language);
        for ((file, key), message) in &english {
            match own.get(&(file.clone(), key.clone())) {
                None => broken.push(format!("locales/{language}{file} does not say `{key}`")),
                Some(own) if own != message => {
                    broken
                        .push(format!("locales/{language}{file} says `{key}` with {own:?}, English with {message:?}"));
                }
                Some(_) => {}
            }
        }
        let extra = own.keys().filter(|place| !english.contains_key(*place));
        broken.extend(extra.map(|(file, key)| format!("locales/{language}{file} says `{key}`, English does not")));
    }
    expect_none("every language says what English says, with the same values", &broken);
}
