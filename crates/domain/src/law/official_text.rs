//! The official text of an act in one language: units by element id, each with the days on which it was in force.
//!
//! Texts come in editions: the Official Journal's original, later consolidated texts, copies of amended provisions.
//! Put together they say what read how on which day. Nothing here reads a file or knows a language.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::corpus::{ActText, ElementId, Standing};
use crate::redline::reads_same;

/// A piece of official text: a paragraph, a point, a recital, a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its element id.
    pub id: ElementId,
    /// Its number as printed, such as `6.` or `(a)`; empty where it has none.
    pub label: String,
    /// Its heading; empty where it has none.
    pub heading: String,
    /// Its own words, without those of the units within it.
    pub text: String,
}

/// What kind of text an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditionKind {
    /// The act as first published.
    Original,
    /// The whole act as it reads after amendments.
    Consolidated,
    /// Single provisions as they read after an amendment.
    Amended,
}

impl EditionKind {
    /// All kinds with their names.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Original, "original"), (Self::Consolidated, "consolidated"), (Self::Amended, "amended")];

    /// The name in files.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// How much of a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The unit and all that lies within it.
    Whole,
    /// Its own words or heading; what lies within stays.
    Own,
}

/// A unit of earlier editions that an edition ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The unit.
    pub id: ElementId,
    /// How much of it.
    pub part: Part,
}

/// One text of an act in one language, as it was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// CELEX number of the act whose text it is, such as `32024R1689`.
    pub act: String,
    /// Two letters, such as `nl`.
    pub language: String,
    /// What kind of text it is.
    pub kind: EditionKind,
    /// How much it can be relied on.
    pub standing: Standing,
    /// First day on which what it says was in force.
    pub from: Date,
    /// Its units, in the order of the act.
    pub units: Vec<Unit>,
    /// What it ends of earlier editions.
    pub ends: Vec<Ending>,
}

/// A unit with the days on which it was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The edition that it was read in: its place among those put together.
    pub edition: usize,
    /// First day in force.
    pub from: Date,
    /// First day no longer in force.
    pub until: Option<Date>,
}

impl Dated<'_> {
    /// Whether it was in force on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// Puts editions of one act in one language together; what is known of the act says what else has ended.
pub fn put_together<'a>(editions: &'a [Edition], known: Option<&ActText>) -> Vec<Dated<'a>> {
    let mut order: Vec<usize> = (0..editions.len()).collect();
    order.sort_by_key(|place| editions.get(*place).map(|edition| (edition.from, edition.kind)));
    let mut all: Vec<Dated<'a>> = Vec::new();
    for place in order {
        if let Some(edition) = editions.get(place) {
            add(&mut all, edition, place);
        }
    }
    for dated in &mut all {
        if let Some(until) = known.and_then(|act| known_end(act, dated)) {
            dated.until = Some(dated.until.map_or(until, |earlier| earlier.min(until)));
        }
    }
    all
}

fn add<'a>(all: &mut Vec<Dated<'a>>, edition: &'a Edition, place: usize) {
    let open = |dated: &&Dated<'a>| dated.until.is_none();
    let before: BTreeMap<&str, &Unit> = all.iter().filter(open).map(|old| (old.unit.id.as_str(), old.unit)).collect();
    let is_unchanged = |unit: &Unit| {
        let old = before.get(unit.id.as_str());
        // A copy of an article's words may leave its title out.
        let same_heading = |old: &Unit| unit.heading.is_empty() || reads_same(&old.heading, &unit.heading);
        old.is_some_and(|old| reads_same(&old.text, &unit.text) && same_heading(old))
    };
    let (kept, new): (Vec<&Unit>, Vec<&Unit>) = edition.units.iter().partition(|unit| is_unchanged(unit));
    let ids = |units: &[&'a Unit]| units.iter().map(|unit| unit.id.as_str()).collect::<BTreeSet<&str>>();
    let (kept, replaced) = (ids(&kept), ids(&new));
    for dated in all.iter_mut().filter(|dated| dated.until.is_none() && dated.from < edition.from) {
        let id = dated.unit.id.as_str();
        // Recitals and what stands around the articles are never amended, and no consolidated text repeats them.
        let ended = (edition.kind == EditionKind::Consolidated && is_enacted(id))
            || edition.ends.iter().any(|ending| ends(ending, id));
        if replaced.contains(id) || (ended && !kept.contains(id)) {
            dated.until = Some(edition.from);
        }
    }
    all.extend(new.into_iter().map(|unit| Dated { unit, edition: place, from: edition.from, until: None }));
}

fn ends(ending: &Ending, id: &str) -> bool {
    match ending.part {
        Part::Whole => ending.id.contains(id),
        // The opening words of a paragraph are its own, or those of its first subparagraph.
        Part::Own => id == ending.id.as_str() || id.strip_prefix(ending.id.as_str()) == Some("__subpara_1"),
    }
}

/// Whether an element is part of the enacting terms or an annex.
fn is_enacted(id: &str) -> bool {
    ["art_", "anx_", "chp_"].iter().any(|start| id.starts_with(start))
}

/// When a version of the act's provisions ended that this text belongs to.
///
/// A text that is not itself among the provisions shares the fate of the nearest one around it; that of a whole
/// article is no sign, since an article changes with any of its paragraphs.
fn known_end(act: &ActText, dated: &Dated<'_>) -> Option<Date> {
    let mut id = dated.unit.id.as_str();
    loop {
        if let Some(provision) = act.provisions.get(id) {
            let version = provision.versions.iter().find(|version| version.from == dated.from);
            return version.and_then(|version| version.end).map(|end| end.until);
        }
        id = id.rsplit_once("__").map(|(around, _)| around).filter(|around| around.contains("__"))?;
    }
}

#[cfg(test)]
mod tests;
