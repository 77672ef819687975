//! Text that people wrote, short enough to be recorded.

use std::fmt;

/// More bytes than this do not fit into an entry of a journal together with what else it holds.
const LIMIT: usize = 32_768;

/// A text that says something.
// Invariant: no white space at its ends; 1 to 32 768 bytes; no control characters but line feeds and tabs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NonEmptyText(String);

impl NonEmptyText {
    /// Reads a text without the white space around it; nothing when it is empty, too long or holds control characters.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let strange = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
        ((1..=LIMIT).contains(&text.len()) && !text.contains(strange)).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NonEmptyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
