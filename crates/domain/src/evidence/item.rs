//! An item of evidence and whether it speaks on a day.

use std::fmt;

use jiff::civil::Date;

use crate::digest::Digest;
use crate::id::Id;
use crate::text::NonEmptyText;

/// Marks ids of items of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfEvidence {}

/// The id of an item of evidence.
pub type EvidenceId = Id<OfEvidence>;

/// An item of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: EvidenceId,
    /// The digest of its bytes.
    pub digest: Digest,
    /// How many bytes it has.
    pub size: u64,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// What it is called.
    pub title: NonEmptyText,
    /// The first day for which it speaks, whenever it was added.
    pub speaks_for: Date,
    /// The first day for which it no longer speaks, if it has one.
    pub expires: Option<Date>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
}

/// Who may see an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidentiality {
    /// Everyone.
    Public,
    /// The provider and the authority it is shared with.
    SharedWithAuthority,
    /// The provider alone; whoever obtains it in applying the Act keeps it confidential (Art. 78).
    Confidential,
}

/// A media type, such as `application/pdf`.
// Invariant: a type and a subtype of RFC 6838, in lower case, without parameters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MediaType(String);

/// Whether an item speaks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemStanding {
    /// It does.
    Speaks,
    /// It will from that day on.
    NotYet(Date),
    /// It did until the day before that.
    Expired(Date),
    /// It was withdrawn with effect from that day.
    Withdrawn(Date),
}

impl Item {
    /// Whether it speaks on a day, leaving aside that it may be withdrawn.
    pub fn standing(&self, day: Date) -> ItemStanding {
        match self.expires {
            _ if day < self.speaks_for => ItemStanding::NotYet(self.speaks_for),
            Some(expires) if expires <= day => ItemStanding::Expired(expires),
            _ => ItemStanding::Speaks,
        }
    }
}

impl Confidentiality {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Public, Self::Public.id()),
        (Self::SharedWithAuthority, Self::SharedWithAuthority.id()),
        (Self::Confidential, Self::Confidential.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::SharedWithAuthority => "shared-with-authority",
            Self::Confidential => "confidential",
        }
    }
}

impl MediaType {
    /// Reads a media type; nothing for other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, subtype) = text.split_once('/')?;
        (is_name(kind) && is_name(subtype)).then(|| Self(text.to_owned()))
    }

    /// The media type as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// RFC 6838, section 4.2: restricted names, here in lower case.
fn is_name(text: &str) -> bool {
    let first = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let later = |byte: u8| first(byte) || b"!#$&-^_.+".contains(&byte);
    text.len() <= 127 && text.bytes().next().is_some_and(first) && text.bytes().all(later)
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
