//! A complaint as it was lodged: who complains, about which work, and of what.
//!
//! It comes from outside, so that everything in it has a bound.

use crate::text::NonEmptyText;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest address for letters, in characters (RFC 5321 leaves 254 for one).
pub const LONGEST_EMAIL: usize = 254;
/// The longest description of a work and of the rights in it, in characters.
pub const LONGEST_WORK: usize = 2_000;
/// The longest complaint, in characters.
pub const LONGEST_TEXT: usize = 8_000;

/// A complaint of a rightsholder.
// Invariant: no part is longer than its bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    name: NonEmptyText,
    email: NonEmptyText,
    work: NonEmptyText,
    text: NonEmptyText,
}

impl Complaint {
    /// A complaint; nothing when a part of it is longer than it may be, or the address is none.
    pub fn new(name: NonEmptyText, email: NonEmptyText, work: NonEmptyText, text: NonEmptyText) -> Option<Self> {
        let parts = [(&name, LONGEST_NAME), (&email, LONGEST_EMAIL), (&work, LONGEST_WORK), (&text, LONGEST_TEXT)];
        let is_bounded = parts.iter().all(|(part, most)| is_within(part, *most));
        let lines = |part: &NonEmptyText| part.as_str().contains(['\n', '\t']);
        (is_bounded && !lines(&name) && is_address(email.as_str())).then_some(Self { name, email, work, text })
    }

    /// Who complains.
    pub fn name(&self) -> &NonEmptyText {
        &self.name
    }

    /// The address for letters of whoever complains.
    pub fn email(&self) -> &NonEmptyText {
        &self.email
    }

    /// The work, and the rights in it.
    pub fn work(&self) -> &NonEmptyText {
        &self.work
    }

    /// What is complained of.
    pub fn text(&self) -> &NonEmptyText {
        &self.text
    }
}

/// Whether a text has at most so many characters.
pub fn is_within(text: &NonEmptyText, most: usize) -> bool {
    text.as_str().chars().count() <= most
}

/// Whether a text can be an address for letters; whether anybody reads them there, nobody can tell.
pub fn is_address(text: &str) -> bool {
    let is_wrong = |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[],;:\\\"@".contains(letter);
    let is_part = |part: &str| !part.is_empty() && !part.contains(is_wrong);
    text.rsplit_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host))
}
