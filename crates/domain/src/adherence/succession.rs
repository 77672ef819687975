//! Whether adherence to one version of a code is adherence to the next: only where nothing material changed.
//!
//! That it passes at all is for the code or for whoever keeps the register to say; the Act is silent.

use std::collections::BTreeSet;

use super::binding::includes;
use super::record::Scope;
use crate::codes::code::Code;
use crate::codes::difference::{Difference, PartChange, PartFate, Version, difference};
use crate::codes::id::PartId;

/// What passes to the next version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succeeding {
    /// Whether adherence passes to it.
    pub passes: bool,
    /// The parts with a changed content that the scope includes, in the order of the next version, then those that are
    /// no more.
    pub changed: Vec<PartId>,
}

/// Two versions of a code, compared once for all scopes.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    old: &'a Code,
    new: &'a Code,
    difference: Difference,
}

impl<'a> Comparison<'a> {
    /// Compares the version adhered to with the next.
    pub fn new(old: &'a Code, new: &'a Code) -> Self {
        let difference = difference(Version { code: old, texts: None }, Version { code: new, texts: None });
        Self { old, new, difference }
    }

    /// Compares what a scope includes in both versions. Another number changes nothing; another title, text or attribute
    /// does, and so do parts that are new, merged or split. A part that was dropped asks for less, which the provider
    /// need not agree to; a part of which nothing says what became of it does change what was agreed to.
    pub fn succession(&self, scope: &Scope) -> Succeeding {
        let (before, after) = (included(scope, self.old), included(scope, self.new));
        let concerned = |part: &&PartChange| {
            part.old.iter().any(|id| before.contains(id)) || part.new.as_ref().is_some_and(|id| after.contains(id))
        };
        let changed: Vec<PartId> = self.difference.parts.iter().filter(concerned).filter_map(material).collect();
        let chapters_there = match scope {
            Scope::Chapters(ids) => ids.iter().all(|id| self.new.chapters.iter().any(|chapter| chapter.id == *id)),
            Scope::Full | Scope::Article53 => true,
        };
        // A summary beside a full text shows nothing about either.
        let passes = changed.is_empty() && chapters_there && self.difference.texts_compared;
        Succeeding { passes, changed }
    }
}

fn material(part: &PartChange) -> Option<PartId> {
    let same = matches!(part.fate, PartFate::Unchanged | PartFate::Renumbered | PartFate::Dropped);
    let id = part.new.as_ref().or_else(|| part.old.first());
    id.filter(|_| !same).cloned()
}

/// The commitments and measures that a scope includes.
fn included<'a>(scope: &Scope, code: &'a Code) -> BTreeSet<&'a PartId> {
    let measures =
        code.measures().filter(|(chapter, commitment, measure)| includes(scope, chapter, commitment, measure));
    measures.flat_map(|(_, commitment, measure)| [&commitment.id, &measure.id]).collect()
}

#[cfg(test)]
mod tests;
