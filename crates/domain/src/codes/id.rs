//! Ids of codes and of their parts.

use std::fmt;

/// The id of a code, a version of it, a chapter, a commitment or a measure, such as `gpai` or `S.M1.1`.
// Invariant: not empty; ASCII letters, digits, `.`, `-` and `_` only; at most 64 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(String);

impl PartId {
    /// Reads an id; nothing when it has other characters than ids have.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        ((1..=64).contains(&text.len()) && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
