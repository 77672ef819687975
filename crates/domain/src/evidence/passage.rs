//! Passages: a quotation with its surroundings and its place, found again in a text that may have changed.
//!
//! The selectors are those of the W3C's Web Annotation Data Model: `TextQuoteSelector` and `TextPositionSelector`.
//! Places count Unicode code points, as the model asks; text is compared as it is, without normalising it.

use std::ops::Range;

/// A passage of a text.
// Invariant: `exact` is not empty; all three together have at most 8 192 bytes; `end` is after `start`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    exact: String,
    prefix: String,
    suffix: String,
    position: Option<Position>,
}

/// A place in a text, in code points: from the first to the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The first.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

/// Where a passage is in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Where it was, or, where no place was said, in the only place that fits.
    There(Position),
    /// In another place.
    Moved(Position),
    /// Between the same surroundings there is other text now.
    Changed {
        /// Where.
        at: Position,
        /// What is there now.
        now: String,
    },
    /// In several places that fit equally well.
    Ambiguous(Vec<Position>),
    /// Nowhere.
    Gone,
}

/// A longer passage is a file of its own.
const LIMIT: usize = 8_192;

/// Between the same surroundings, text this many times as long as the quotation is no other wording of it.
const STRETCH: usize = 4;

impl Passage {
    /// A passage; nothing when the quotation is empty or too long, or when its place has no length.
    pub fn new(exact: &str, prefix: &str, suffix: &str, position: Option<Position>) -> Option<Self> {
        let length = exact.len() + prefix.len() + suffix.len();
        let in_order = position.is_none_or(|position| position.start < position.end);
        (!exact.is_empty() && length <= LIMIT && in_order).then(|| Self {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            position,
        })
    }

    /// The passage at a place of a text, with so many code points around it as surroundings.
    pub fn at(text: &str, position: Position, around: usize) -> Option<Self> {
        let exact = slice(text, position)?;
        let before = Position { start: position.start.saturating_sub(around), end: position.start };
        let suffix: String = text.chars().skip(position.end).take(around).collect();
        Self::new(exact, slice(text, before)?, &suffix, Some(position))
    }

    /// The quotation.
    pub fn exact(&self) -> &str {
        &self.exact
    }

    /// What stands before it.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What stands after it.
    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    /// Where it stands.
    pub const fn position(&self) -> Option<Position> {
        self.position
    }

    /// Finds the passage in a text: of all places with the quotation, those with the most of its surroundings count.
    pub fn find(&self, text: &str) -> Found {
        let places = occurrences(text, &self.exact);
        let best = places.iter().map(|place| self.surroundings(text, place)).max();
        let best = places.iter().filter(|place| Some(self.surroundings(text, place)) == best);
        let best: Vec<Position> = best.map(|place| position(text, place)).collect();
        match (best.as_slice(), self.position) {
            ([], _) => self.find_changed(text),
            (best, Some(there)) if best.contains(&there) => Found::There(there),
            ([only], None) => Found::There(*only),
            ([only], Some(_)) => Found::Moved(*only),
            _ => Found::Ambiguous(best),
        }
    }

    /// How much of the surroundings is there: nothing, one side, or both.
    fn surroundings(&self, text: &str, place: &Range<usize>) -> u8 {
        let before = text.get(..place.start).is_some_and(|before| before.ends_with(&self.prefix));
        let after = text.get(place.end..).is_some_and(|after| after.starts_with(&self.suffix));
        u8::from(before) + u8::from(after)
    }

    /// What stands between the surroundings, if it can be a wording of the quotation.
    fn find_changed(&self, text: &str) -> Found {
        if self.prefix.is_empty() || self.suffix.is_empty() {
            return Found::Gone;
        }
        let longest = self.exact.len().saturating_mul(STRETCH);
        let between = |before: Range<usize>| {
            let length = text.get(before.end..)?.find(&self.suffix)?;
            (1..=longest).contains(&length).then_some(before.end..before.end + length)
        };
        let places: Vec<Range<usize>> = occurrences(text, &self.prefix).into_iter().filter_map(between).collect();
        match places.as_slice() {
            [] => Found::Gone,
            [only] => {
                let now = text.get(only.clone()).unwrap_or_default().to_owned();
                Found::Changed { at: position(text, only), now }
            }
            several => Found::Ambiguous(several.iter().map(|place| position(text, place)).collect()),
        }
    }
}

/// All places of a quotation in bytes, those that overlap included.
fn occurrences(text: &str, quotation: &str) -> Vec<Range<usize>> {
    let step = quotation.chars().next().map_or(1, char::len_utf8);
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(quotation)) {
        let start = from + found;
        places.push(start..start + quotation.len());
        from = start + step;
    }
    places
}

/// A place in bytes as one in code points.
fn position(text: &str, place: &Range<usize>) -> Position {
    let count = |until: usize| text.get(..until).map_or(0, |before| before.chars().count());
    Position { start: count(place.start), end: count(place.end) }
}

/// The text at a place; nothing when the text is shorter.
fn slice(text: &str, position: Position) -> Option<&str> {
    let mut places = text.char_indices().map(|(place, _)| place).chain([text.len()]);
    let start = places.nth(position.start)?;
    let length = position.end.checked_sub(position.start)?;
    let end = if length == 0 { start } else { places.nth(length - 1)? };
    text.get(start..end)
}

#[cfg(test)]
mod tests;
