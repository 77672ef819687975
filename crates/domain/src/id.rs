//! Ids of what is recorded: parties, adherences, statements' places and items of evidence, each kind a type of its own.
//!
//! Codes and their parts, and models, have ids of another type, because those come from files.

use std::fmt;
use std::marker::PhantomData;

/// The id of one thing of a kind, such as an organisation.
// Invariant: not empty; ASCII letters, digits, `.`, `-` and `_` only; at most 64 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<Of> {
    text: String,
    of: PhantomData<Of>,
}

impl<Of> Id<Of> {
    /// Reads an id; nothing when it has other characters than ids have.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        let is_id = (1..=64).contains(&text.len()) && text.bytes().all(plain);
        is_id.then(|| Self { text: text.to_owned(), of: PhantomData })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
