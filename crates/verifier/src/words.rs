//! The words for what is found, from a file of their own.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::failure::Failure;

const ENGLISH: &str = include_str!("../words/en.txt");

/// Words by key, with places in braces.
#[derive(Debug)]
pub(crate) struct Words(BTreeMap<&'static str, &'static str>);

impl Words {
    /// The words in English.
    pub(crate) fn english() -> Result<Self, Failure> {
        let lines = ENGLISH.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entry = |line: &'static str| line.split_once(" = ").ok_or_else(|| Failure::Word { key: line.to_owned() });
        lines.map(entry).collect::<Result<_, _>>().map(Self)
    }

    /// The words for a key, with the members of an object in their places.
    pub(crate) fn say(&self, key: &str, members: &Value) -> Result<String, Failure> {
        let words = self.0.get(key).ok_or_else(|| Failure::Word { key: key.to_owned() })?;
        let mut pieces = words.split(['{', '}']);
        let mut said = pieces.next().unwrap_or_default().to_owned();
        while let Some(place) = pieces.next() {
            match members.get(place) {
                Some(Value::String(text)) => said.push_str(text),
                Some(other) => said.push_str(&other.to_string()),
                None => return Err(Failure::Word { key: format!("{key}: {place}") }),
            }
            said.push_str(pieces.next().unwrap_or_default());
        }
        Ok(said)
    }

    /// All keys.
    #[cfg(test)]
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

#[cfg(test)]
mod tests;
