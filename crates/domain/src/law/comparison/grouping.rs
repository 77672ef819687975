//! Puts passages and units together: first one to one, the most alike first; then what is split and what is merged.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::finding::{Homes, top};
use super::numbering::{Numbering, numbering};
use super::{Comparison, Condition, Dated, Found, Match, Outdated, Passage, Row};
use crate::law::corpus::ElementId;
use crate::redline::{Change, length, redline, words};

/// So many thousandths of both wordings must be kept for a passage to be the text of a unit, reworded.
const REWORDED: usize = 450;

/// So many thousandths of a passage must be words that a unit has left for it to be a further part of that unit.
const FURTHER_PART: usize = 550;

/// So many thousandths of a passage must be the words of a unit that is already told for it to be a repetition.
const REPEATED: usize = 900;

/// A text that is a heading has at most so many words beside it.
const BESIDE_HEADING: usize = 3;

/// Below this, a unit is too unlike to be named as the closest.
const CLOSEST: usize = 250;

/// Passages and units that belong together.
#[derive(Debug)]
struct Group {
    passages: Vec<usize>,
    units: Vec<usize>,
    is_repeated: bool,
}

struct Grouper<'a> {
    passages: &'a [Passage],
    units: &'a [Dated<'a>],
    homes: &'a Homes,
    as_of: Date,
    groups: Vec<Group>,
    /// How alike a passage and a unit are, best first.
    alike: Vec<(usize, usize, usize)>,
}

/// All passages are foreign to the law, or not compared.
pub(super) fn nothing_found(passages: &[Passage]) -> Comparison {
    let row = |(place, passage): (usize, &Passage)| {
        let found = passage.skip.map_or(Found::NotInLaw { closest: None, names: None }, Found::NotCompared);
        Row { passages: vec![place], found }
    };
    Comparison { scope: None, rows: passages.iter().enumerate().map(row).collect(), missing: Vec::new() }
}

/// The rows of a comparison.
pub(super) fn rows(passages: &[Passage], units: &[Dated<'_>], homes: &Homes, as_of: Date) -> Vec<Row> {
    let mut grouper = Grouper { passages, units, homes, as_of, groups: Vec::new(), alike: Vec::new() };
    grouper.measure();
    grouper.one_to_one();
    grouper.merged();
    grouper.split();
    grouper.repeated();
    let mut rows: Vec<Row> = grouper.groups.iter().map(|group| grouper.row(group)).collect();
    rows.extend(grouper.rest());
    rows.sort_by_key(|row| row.passages.first().copied());
    rows
}

/// Units of the scope in force that no passage tells, in this or in another version.
pub(super) fn missing(rows: &[Row], units: &[Dated<'_>], scope: &ElementId, as_of: Date) -> Vec<usize> {
    let told = rows.iter().filter_map(|row| match &row.found {
        Found::InLaw(found) => Some(found.units.as_slice()),
        _ => None,
    });
    let told: Vec<&str> =
        told.flatten().filter_map(|place| units.get(*place)).map(|dated| dated.unit.id.as_str()).collect();
    let is_missing = |dated: &Dated<'_>| {
        let id = &dated.unit.id;
        let is_told = told
            .iter()
            .any(|told| id.contains(told) || ElementId::parse(told).is_some_and(|told| told.contains(id.as_str())));
        scope.contains(id.as_str()) && !dated.unit.text.is_empty() && dated.is_in_force(as_of) && !is_told
    };
    units.iter().enumerate().filter(|(_, dated)| is_missing(dated)).map(|(place, _)| place).collect()
}

impl Grouper<'_> {
    /// Measures how alike each passage is to the units it can be taken from.
    fn measure(&mut self) {
        let Some(scope) = &self.homes.scope else { return };
        for (place, passage) in self.passages.iter().enumerate().filter(|(_, passage)| passage.skip.is_none()) {
            let other = self.homes.others.get(&place);
            for (at, dated) in self.units.iter().enumerate().filter(|(_, dated)| !dated.unit.text.is_empty()) {
                let id = dated.unit.id.as_str();
                if scope.contains(id) || other.is_some_and(|other| other.contains(id)) {
                    let similarity = redline(&dated.unit.text, &passage.text).similarity();
                    self.alike.push((similarity, place, at));
                }
            }
        }
        let rank = |(similarity, place, at): &(usize, usize, usize)| {
            let in_force = self.units.get(*at).is_some_and(|dated| dated.is_in_force(self.as_of));
            let number = self.passages.get(*place).map(|passage| numbering(passage, *at, self.units));
            let numbered = matches!(number, Some(Numbering::Same));
            let shown = matches!(number, Some(Numbering::Changed { .. }));
            // The most alike first; of two that are equally so, the one with the official number and in force.
            (std::cmp::Reverse((*similarity, numbered, shown, in_force)), *place, *at)
        };
        self.alike.sort_by_cached_key(rank);
    }

    fn one_to_one(&mut self) {
        for at in 0..self.alike.len() {
            let Some((similarity, passage, unit)) = self.alike.get(at).copied() else { return };
            if similarity < REWORDED {
                return;
            }
            if !self.is_placed(passage) && !self.is_told(unit) {
                self.groups.push(Group { passages: vec![passage], units: vec![unit], is_repeated: false });
            }
        }
    }

    /// A unit that nothing tells may stand in a passage behind another unit.
    fn merged(&mut self) {
        let units: BTreeSet<usize> = self.alike.iter().map(|(_, _, unit)| *unit).collect();
        let mut beyond = self.left(Change::Added);
        for unit in units {
            let Some(dated) = self.units.get(unit).filter(|_| !self.is_told(unit)) else { continue };
            let own = length(&dated.unit.text).max(1);
            let share = |(group, text): (&Group, &String)| {
                let same_time =
                    group.units.iter().filter_map(|at| self.units.get(*at)).any(|other| other.from == dated.from);
                (same_time && length(text) * 2 >= own).then(|| redline(&dated.unit.text, text).kept() * 1000 / own)
            };
            let shares = self.groups.iter().zip(&beyond).map(share).enumerate();
            if let Some(best) = greatest(shares) {
                self.extend(best, |group| &mut group.units, unit);
                beyond = self.left(Change::Added);
            }
        }
    }

    /// A passage that is no unit may be a further part of one that another passage begins.
    fn split(&mut self) {
        let mut left = self.left(Change::Removed);
        for passage in 0..self.passages.len() {
            let Some(text) = self.comparable(passage).filter(|_| !self.is_placed(passage)) else { continue };
            let own = length(text).max(1);
            let shares = left.iter().map(|left| Some(redline(left, text).kept() * 1000 / own)).enumerate();
            if let Some(best) = greatest(shares) {
                self.extend(best, |group| &mut group.passages, passage);
                left = self.left(Change::Removed);
            }
        }
    }

    fn extend(&mut self, group: usize, part: impl Fn(&mut Group) -> &mut Vec<usize>, place: usize) {
        if let Some(group) = self.groups.get_mut(group) {
            let places = part(group);
            places.push(place);
            places.sort_unstable();
        }
    }

    /// The words of each group that one side has alone.
    fn left(&self, change: Change) -> Vec<String> {
        self.groups.iter().map(|group| self.redline_of(group).words_that_are(change)).collect()
    }

    fn repeated(&mut self) {
        for passage in 0..self.passages.len() {
            if self.comparable(passage).is_none() || self.is_placed(passage) {
                continue;
            }
            let again = self.alike.iter().find(|(similarity, place, _)| *place == passage && *similarity >= REPEATED);
            if let Some((_, _, unit)) = again {
                let group = Group { passages: vec![passage], units: vec![*unit], is_repeated: true };
                self.groups.push(group);
            }
        }
    }

    fn comparable(&self, passage: usize) -> Option<&str> {
        self.passages.get(passage).filter(|passage| passage.skip.is_none()).map(|passage| passage.text.as_str())
    }

    fn is_placed(&self, passage: usize) -> bool {
        self.groups.iter().any(|group| group.passages.contains(&passage))
    }

    /// Whether a passage tells the unit, or another version of it or of what is around it or within it.
    fn is_told(&self, unit: usize) -> bool {
        let Some(dated) = self.units.get(unit) else { return true };
        let told = self.groups.iter().flat_map(|group| &group.units);
        told.filter_map(|at| Some((*at, self.units.get(*at)?))).any(|(at, other)| {
            let (one, two) = (&dated.unit.id, &other.unit.id);
            let same_place =
                one == two || (other.from != dated.from && (one.contains(two.as_str()) || two.contains(one.as_str())));
            at == unit || same_place
        })
    }

    fn official(&self, units: &[usize]) -> String {
        let texts: Vec<&str> =
            units.iter().filter_map(|at| self.units.get(*at)).map(|dated| dated.unit.text.as_str()).collect();
        texts.join(" ")
    }

    fn secondary(&self, passages: &[usize]) -> String {
        let texts: Vec<&str> =
            passages.iter().filter_map(|at| self.passages.get(*at)).map(|passage| passage.text.as_str()).collect();
        texts.join(" ")
    }

    fn redline_of(&self, group: &Group) -> crate::redline::Redline {
        redline(&self.official(&group.units), &self.secondary(&group.passages))
    }

    fn row(&self, group: &Group) -> Row {
        let first = group.units.first().copied().unwrap_or_default();
        let shown = group.passages.iter().filter_map(|at| self.passages.get(*at));
        let numbering: Vec<Numbering> = shown.clone().map(|passage| numbering(passage, first, self.units)).collect();
        let parts = shown.map(|passage| passage.parts).sum::<usize>();
        let ids: Vec<&str> =
            group.units.iter().filter_map(|at| self.units.get(*at)).map(|dated| dated.unit.id.as_str()).collect();
        let paragraphs = ids.iter().map(|id| id.split("__subpara_").next()).collect::<BTreeSet<_>>();
        let scope = self.homes.scope.as_ref();
        let is_inside = ids.iter().any(|id| scope.is_some_and(|scope| scope.contains(id)));
        let conditions = [
            (Condition::Split, parts > 1),
            (Condition::Merged, paragraphs.len() > 1),
            (Condition::Repeated, group.is_repeated),
            (Condition::Elsewhere, !is_inside),
        ];
        let found = Match {
            redline: self.redline_of(group),
            numbering,
            conditions: conditions.into_iter().filter(|(_, holds)| *holds).map(|(condition, _)| condition).collect(),
            outdated: self.outdated(group),
            units: group.units.clone(),
        };
        Row { passages: group.passages.clone(), found: Found::InLaw(found) }
    }

    fn outdated(&self, group: &Group) -> Option<Outdated> {
        let units = group.units.iter().filter_map(|at| self.units.get(*at));
        let since = units.clone().filter_map(|dated| dated.until).filter(|until| *until <= self.as_of).min()?;
        let replaces = |dated: &Dated<'_>| {
            let overlaps = |old: &Dated<'_>| {
                let (one, two) = (&dated.unit.id, &old.unit.id);
                one.contains(two.as_str()) || two.contains(one.as_str())
            };
            !dated.unit.text.is_empty() && dated.is_in_force(self.as_of) && units.clone().any(overlaps)
        };
        let now: Vec<usize> =
            self.units.iter().enumerate().filter(|(_, dated)| replaces(dated)).map(|(at, _)| at).collect();
        // What stands in that place today may say something else altogether: then the unit was deleted.
        let is_alike = redline(&self.official(&group.units), &self.official(&now)).similarity() >= CLOSEST;
        let now = if is_alike { now } else { Vec::new() };
        let secondary = self.secondary(&group.passages);
        let redline = (!now.is_empty()).then(|| redline(&self.official(&now), &secondary));
        Some(Outdated { since, now, redline })
    }

    /// The passages that are not in the law or were not compared.
    fn rest(&self) -> Vec<Row> {
        let left = self.passages.iter().enumerate().filter(|(place, _)| !self.is_placed(*place));
        let row = |(place, passage): (usize, &Passage)| {
            let found = passage.skip.map_or_else(|| self.not_in_law(place, passage), Found::NotCompared);
            Row { passages: vec![place], found }
        };
        left.map(row).collect()
    }

    fn not_in_law(&self, place: usize, passage: &Passage) -> Found {
        let nearest = self.alike.iter().find(|(_, of, _)| *of == place);
        let closest = nearest.filter(|(similarity, ..)| *similarity >= CLOSEST).map(|(_, _, unit)| *unit);
        Found::NotInLaw { closest, names: self.heading_in(&passage.text) }
    }

    /// The article whose heading a text is, but for a few words such as `Article 16`.
    fn heading_in(&self, text: &str) -> Option<usize> {
        let own = words(text);
        let text = own.join(" ").to_lowercase();
        let stands = |dated: &Dated<'_>| {
            let heading = words(&dated.unit.heading);
            let enough = heading.len() > 1 && own.len() <= heading.len() + BESIDE_HEADING;
            enough && text.contains(&heading.join(" ").to_lowercase())
        };
        let is_article = |dated: &Dated<'_>| top(dated.unit.id.as_str()) == dated.unit.id.as_str();
        let found = self.units.iter().enumerate().filter(|(_, dated)| is_article(dated) && stands(dated));
        found.max_by_key(|(_, dated)| dated.unit.heading.len()).map(|(at, _)| at)
    }
}

/// The place of the greatest share that suffices; of equals the first.
fn greatest(shares: impl Iterator<Item = (usize, Option<usize>)>) -> Option<usize> {
    let enough = shares.filter_map(|(at, share)| Some((at, share.filter(|share| *share >= FURTHER_PART)?)));
    enough.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(at, _)| at)
}
