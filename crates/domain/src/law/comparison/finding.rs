//! Finds what a text is about: the article, recital or annex that shares the most runs of words with it.

use std::collections::BTreeMap;

use super::{Dated, Passage};
use crate::law::corpus::ElementId;

/// A run of words that counts as shared.
const RUN: usize = 3;

/// A passage belongs to another element than the rest of its text when so many thousandths of its runs are there …
const AT_HOME: usize = 700;

/// … and it has so many runs at least: short passages occur everywhere.
const LONG_ENOUGH: usize = 10;

/// Where each passage belongs.
#[derive(Debug)]
pub(super) struct Homes {
    /// What the text as a whole is about, or what was asked about.
    pub(super) scope: Option<ElementId>,
    /// For each passage the element that it is taken from, where that is another one.
    pub(super) others: BTreeMap<usize, ElementId>,
}

/// How many runs of words a text shares with the elements that its passages are nearest to.
pub fn affinity(passages: &[Passage], units: &[Dated<'_>]) -> usize {
    let shared = shared(passages, units);
    nearest(&shared).values().map(|(_, runs)| runs).sum()
}

pub(super) fn homes(passages: &[Passage], units: &[Dated<'_>], asked: Option<&ElementId>) -> Homes {
    let shared = shared(passages, units);
    let nearest = nearest(&shared);
    let mut weight: BTreeMap<&str, usize> = BTreeMap::new();
    for (element, runs) in nearest.values() {
        *weight.entry(element).or_default() += runs;
    }
    // Of two that weigh the same, the first in the order of ids is taken, so that the answer is always the same.
    let heaviest = weight.into_iter().rev().max_by_key(|(_, weight)| *weight).and_then(|(id, _)| ElementId::parse(id));
    let scope = asked.cloned().or(heaviest);
    let mut others = BTreeMap::new();
    for (passage, (element, runs)) in &nearest {
        let all = passages.get(*passage).map_or(0, |passage| runs_of(&passage.text).len());
        let inside = scope.as_ref().is_some_and(|scope| scope.contains(element) || top(scope.as_str()) == *element);
        if !inside && all >= LONG_ENOUGH && runs * 1000 >= all * AT_HOME {
            others.extend(ElementId::parse(element).map(|id| (*passage, id)));
        }
    }
    Homes { scope, others }
}

/// The element that a passage shares the most runs with.
fn nearest<'a>(shared: &BTreeMap<(usize, &'a str), usize>) -> BTreeMap<usize, (&'a str, usize)> {
    let mut nearest: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
    for ((passage, element), runs) in shared {
        let best = nearest.entry(*passage).or_insert((element, *runs));
        if *runs > best.1 {
            *best = (element, *runs);
        }
    }
    nearest
}

/// For each passage and element, how many runs of words they share.
fn shared<'a>(passages: &[Passage], units: &[Dated<'a>]) -> BTreeMap<(usize, &'a str), usize> {
    let mut runs: Vec<(u64, usize)> = Vec::new();
    for (place, passage) in passages.iter().enumerate().filter(|(_, passage)| passage.skip.is_none()) {
        runs.extend(runs_of(&passage.text).into_iter().map(|run| (run, place)));
    }
    runs.sort_unstable();
    runs.dedup();
    let mut shared: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let is_enacted =
        |dated: &&Dated<'a>| ["rec_", "art_", "anx_"].iter().any(|p| dated.unit.id.as_str().starts_with(p));
    for dated in units.iter().filter(is_enacted) {
        let element = top(dated.unit.id.as_str());
        let mut own = runs_of(&dated.unit.text);
        own.sort_unstable();
        own.dedup();
        for run in own {
            let start = runs.partition_point(|(known, _)| *known < run);
            for (_, passage) in runs.iter().skip(start).take_while(|(known, _)| *known == run) {
                *shared.entry((*passage, element)).or_default() += 1;
            }
        }
    }
    shared
}

/// The article, recital or annex that an element lies in.
pub(super) fn top(id: &str) -> &str {
    id.split_once("__").map_or(id, |(top, _)| top)
}

/// Every run of words of a text, as one number each.
fn runs_of(text: &str) -> Vec<u64> {
    let words = numbers(text);
    let run = |window: &[u64]| window.iter().fold(SEED, |hash, word| (hash ^ word).wrapping_mul(PRIME).rotate_left(23));
    words.windows(RUN).map(run).collect()
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// A number for each word: FNV-1a of its small letters, the same everywhere and always, and good enough to tell words
/// apart. Every mark ends a word, so that kinds of apostrophe and hyphen do not count.
fn numbers(text: &str) -> Vec<u64> {
    let mut numbers = Vec::with_capacity(text.len() / 5);
    let mut word = SEED;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word = (word ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(PRIME);
        } else if !c.is_ascii() && c.is_alphanumeric() {
            word = c.to_lowercase().map(u64::from).fold(word, |word, c| (word ^ c).wrapping_mul(PRIME));
        } else if word != SEED && c != '\u{ad}' {
            numbers.push(word);
            word = SEED;
        }
    }
    if word != SEED {
        numbers.push(word);
    }
    numbers
}
