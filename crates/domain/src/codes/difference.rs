//! What changed between two versions of a code, part by part, with lineage.

mod attributes;
mod fate;
mod part;

use std::collections::BTreeMap;

use super::code::{Code, TextKind};
use super::id::PartId;
use super::lineage::{Descent, Fate, Lineage};
use crate::redline::{Redline, redline};

use self::part::{Part, parts};

pub use self::attributes::AttributeChange;
pub use self::fate::PartFate;
pub use self::part::PartKind;

/// Everything that changed from one version to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The parts of the new version in its order, then the parts of the old one that it no longer has.
    pub parts: Vec<PartChange>,
    /// What is openly left out in one of them alone.
    pub left_out: Vec<AttributeChange>,
    /// Whether the texts of both are of one kind, so that they could be compared.
    pub texts_compared: bool,
}

/// What changed about one part of the new version, or about one of the old that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// Whether it is a commitment or a measure.
    pub kind: PartKind,
    /// What it came from, or that it is no more.
    pub fate: PartFate,
    /// The parts of the old version, in its order.
    pub old: Vec<PartId>,
    /// The part of the new version, unless it is no more.
    pub new: Option<PartId>,
    /// Its title.
    pub title: Redline,
    /// Its text, where the texts can be compared.
    pub text: Option<Redline>,
    /// Its attributes.
    pub attributes: Vec<AttributeChange>,
    /// What the lineage says of it.
    pub notes: Vec<String>,
}

/// A version with the texts that stand in for its own, such as an imported full text beside a summary.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The code.
    pub code: &'a Code,
    /// Full texts by part, if they are not in the code itself.
    pub texts: Option<&'a BTreeMap<PartId, String>>,
}

impl<'a> Version<'a> {
    fn text_kind(&self) -> TextKind {
        if self.texts.is_some() { TextKind::Full } else { self.code.text }
    }

    fn text(&self, part: Part<'a>) -> &'a str {
        match self.texts {
            Some(texts) => texts.get(part.id()).map_or("", String::as_str),
            None => part.text(),
        }
    }
}

/// Compares two versions; the new one's lineage from the old says which parts belong together.
pub fn difference(old: Version<'_>, new: Version<'_>) -> Difference {
    let lineage = new.code.lineages.iter().find(|lineage| lineage.from == old.code.version);
    let comparison = Comparison { old, new, ancestry: Ancestry::new(old.code, new.code, lineage) };
    let new_parts = parts(new.code).map(|part| comparison.kept_or_new(part));
    let gone = parts(old.code).filter(|part| comparison.ancestry.is_gone(part.id())).map(|part| comparison.gone(part));
    Difference {
        parts: new_parts.chain(gone).collect(),
        left_out: attributes::left_out(old.code, new.code),
        texts_compared: comparison.texts_compared(),
    }
}

impl Difference {
    /// The parts about which something changed.
    pub fn changed(&self) -> impl Iterator<Item = &PartChange> {
        self.parts.iter().filter(|part| part.fate != PartFate::Unchanged)
    }

    /// How many parts had a fate.
    pub fn count(&self, kind: PartKind, fate: PartFate) -> usize {
        self.parts.iter().filter(|part| part.kind == kind && part.fate == fate).count()
    }
}

/// Which parts of the new version come from which of the old.
struct Ancestry<'a> {
    /// The old parts of each new one, in the old version's order.
    parents: BTreeMap<&'a PartId, Vec<Part<'a>>>,
    /// The new parts of each old one.
    children: BTreeMap<&'a PartId, Vec<&'a PartId>>,
    lineage: Option<&'a Lineage>,
}

impl<'a> Ancestry<'a> {
    fn new(old: &'a Code, new: &'a Code, lineage: Option<&'a Lineage>) -> Self {
        let known = new.answerable();
        let mut ancestry = Self { parents: BTreeMap::new(), children: BTreeMap::new(), lineage };
        for part in parts(old) {
            let descent = lineage.and_then(|lineage| lineage.descent(part.id()));
            // A part of which the lineage says nothing is kept under its id, or lost.
            let became = descent.map_or(std::slice::from_ref(part.id()), Descent::became);
            for child in became.iter().filter_map(|id| known.get(id).copied()) {
                ancestry.parents.entry(child).or_default().push(part);
                ancestry.children.entry(part.id()).or_default().push(child);
            }
        }
        ancestry
    }

    fn is_gone(&self, old: &PartId) -> bool {
        !self.children.contains_key(old)
    }

    fn descent(&self, old: &PartId) -> Option<&'a Descent> {
        self.lineage.and_then(|lineage| lineage.descent(old))
    }

    /// The old parts of a new one, and how it came from them.
    fn parents(&self, new: &PartId) -> &[Part<'a>] {
        self.parents.get(new).map_or(&[], Vec::as_slice)
    }

    fn is_split(&self, old: &PartId) -> bool {
        self.children.get(old).is_some_and(|children| children.len() > 1)
    }
}

struct Comparison<'a> {
    old: Version<'a>,
    new: Version<'a>,
    ancestry: Ancestry<'a>,
}

impl<'a> Comparison<'a> {
    fn texts_compared(&self) -> bool {
        self.old.text_kind() == self.new.text_kind()
    }

    fn kept_or_new(&self, part: Part<'a>) -> PartChange {
        let parents = self.ancestry.parents(part.id());
        let titles: Vec<&str> = parents.iter().map(|parent| parent.title()).collect();
        let texts: Vec<&str> = parents.iter().map(|parent| self.old.text(*parent)).collect();
        let title = redline(&titles.join(" / "), part.title());
        let text = self.texts_compared().then(|| redline(&texts.join("\n\n"), self.new.text(part)));
        let attributes = if parents.is_empty() { Vec::new() } else { attributes::changes(parents, part) };
        let split = parents.iter().any(|parent| self.ancestry.is_split(parent.id()));
        let same = title.is_unchanged() && attributes.is_empty() && text.as_ref().is_none_or(Redline::is_unchanged);
        let notes = parents.iter().filter_map(|parent| self.ancestry.descent(parent.id())?.note.clone()).collect();
        PartChange {
            kind: part.kind(),
            fate: fate::of(parents, part, split, same),
            old: parents.iter().map(|parent| parent.id().clone()).collect(),
            new: Some(part.id().clone()),
            title,
            text,
            attributes,
            notes,
        }
    }

    fn gone(&self, part: Part<'a>) -> PartChange {
        let descent = self.ancestry.descent(part.id());
        let reason = descent.and_then(|descent| match &descent.fate {
            Fate::Dropped(reason) => Some(reason.clone()),
            Fate::Became(_) => None,
        });
        PartChange {
            kind: part.kind(),
            fate: if reason.is_some() { PartFate::Dropped } else { PartFate::Lost },
            old: vec![part.id().clone()],
            new: None,
            title: redline(part.title(), ""),
            text: self.texts_compared().then(|| redline(self.old.text(part), "")),
            attributes: Vec::new(),
            notes: reason.into_iter().chain(descent.and_then(|descent| descent.note.clone())).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
