//! Provisions of the law with their ids, anchors, gists and validity: what a reason cites.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

/// An Akoma Ntoso style element id, such as `art_53__para_1__point_a`.
// Invariant: not empty; ASCII letters, digits and underscores only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(Cow<'static, str>);

impl ElementId {
    /// An id written in the program; a test checks that each exists in the corpus.
    pub const fn of(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }

    /// Reads an id; nothing when it has other characters than ids have.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        plain.then(|| Self(Cow::Owned(text.to_owned())))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the other element is this one or lies within it.
    pub fn contains(&self, other: &str) -> bool {
        other.strip_prefix(self.0.as_ref()).is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
    }
}

impl Borrow<str> for ElementId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ElementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How much a text can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Read from a copy of the official publication.
    OfficialCopy,
    /// Read from a copy typed by hand; not authentic.
    HandCopy,
    /// Known from a secondary source.
    Secondary,
}

impl Standing {
    /// The name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OfficialCopy => "official-copy",
            Self::HandCopy => "hand-copy",
            Self::Secondary => "secondary",
        }
    }
}

/// A legal act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// CELEX number, such as `32024R1689`.
    pub celex: String,
    /// Short name used in citations.
    pub name: String,
    /// Official designation, such as `Regulation (EU) 2024/1689`.
    pub title: String,
    /// European Legislation Identifier.
    pub eli: String,
}

/// One provision in all its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// Its element id.
    pub id: ElementId,
    /// EUR-Lex's own anchor for it or for what encloses it.
    pub anchor: Option<String>,
    /// How a person cites it, such as `Art. 53(1)(a)`.
    pub cite: String,
    /// The first day on which it applies, where it has one (Art. 113).
    pub applies: Option<Date>,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
}

/// One version of a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// First day in force.
    pub from: Date,
    /// What ends it, if anything does.
    pub end: Option<End>,
    /// When it was published, and so could be known.
    pub published: Date,
    /// What brought it about, if it is not the original.
    pub amended_by: Option<String>,
    /// Where the text was read.
    pub source: String,
    /// How much that reading can be relied on.
    pub standing: Standing,
    /// What it says, in our own words.
    pub gist: String,
}

/// The end of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// First day no longer in force.
    pub until: Date,
    /// When the act that ends it was published, and so could be known.
    pub published: Date,
}

impl Provision {
    /// The version in force on a day, as far as was published by another.
    pub fn version(&self, as_of: Date, known_at: Date) -> Option<&Version> {
        let known = self.versions.iter().filter(|version| version.published <= known_at && version.from <= as_of);
        let latest = known.max_by_key(|version| version.from)?;
        let ended = latest.end.is_some_and(|end| end.until <= as_of && end.published <= known_at);
        (!ended).then_some(latest)
    }
}

/// An act with its provisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActText {
    /// The act.
    pub act: Act,
    /// Its provisions by id.
    pub provisions: BTreeMap<ElementId, Provision>,
}

/// All acts that adhere knows; the first is the one its ids belong to when no act is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The acts, the AI Act first.
    pub acts: Vec<ActText>,
}

impl Corpus {
    /// A provision of the AI Act.
    pub fn provision(&self, id: &str) -> Option<&Provision> {
        self.acts.first()?.provisions.get(id)
    }

    /// How a person cites a provision; its id when the corpus does not have it.
    pub fn cite<'a>(&'a self, id: &'a str) -> &'a str {
        self.provision(id).map_or(id, |provision| &provision.cite)
    }
}

#[cfg(test)]
mod tests;
