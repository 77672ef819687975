//! Where a provider is established: in a Member State or in a third country (Arts 2(1)(a), 54(1) AI Act).

mod assigned;

use std::fmt;

use self::assigned::ASSIGNED;

/// An ISO 3166-1 alpha-2 country code.
// Invariant: an officially assigned code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// The Member States of the Union since 1 February 2020.
const MEMBER_STATES: [&[u8; 2]; 27] = [
    b"AT", b"BE", b"BG", b"CY", b"CZ", b"DE", b"DK", b"EE", b"ES", b"FI", b"FR", b"GR", b"HR", b"HU", b"IE", b"IT",
    b"LT", b"LU", b"LV", b"MT", b"NL", b"PL", b"PT", b"RO", b"SE", b"SI", b"SK",
];

impl Country {
    /// Reads an officially assigned code in capitals; nothing for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 2] = text.as_bytes().try_into().ok()?;
        ASSIGNED.binary_search(&&letters).is_ok().then_some(Self(letters))
    }

    /// All Member States of the Union, in order of their codes.
    pub fn member_states() -> impl Iterator<Item = Self> {
        MEMBER_STATES.into_iter().map(|letters| Self(*letters))
    }

    /// Whether the country is a Member State of the Union.
    pub fn is_member_state(self) -> bool {
        MEMBER_STATES.contains(&&self.0)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

#[cfg(test)]
mod tests;
