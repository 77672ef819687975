//! Words that look like a period: `within 14 days`, `five business days`, `every six months`, `annually`.
//!
//! They are found for a person to read; what runs from what is not guessed.

use std::ops::Range;

const UNITS: [&str; 10] = ["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];

/// Words that may stand between a number and its unit.
const KINDS: [&str; 3] = ["business", "working", "calendar"];

const NUMBERS: [&str; 22] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "every",
];

const ALONE: [&str; 8] = ["annually", "annual", "yearly", "monthly", "weekly", "daily", "quarterly", "fortnightly"];

/// The periods in a text, as the bytes of their words.
pub(super) fn periods(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, (word, span)) in words.iter().enumerate() {
        if ALONE.contains(&word.as_str()) {
            found.push(span.clone());
            continue;
        }
        if !is_number(word) {
            continue;
        }
        let next = |ahead: usize| words.get(at + ahead);
        let skip = next(1).is_some_and(|(word, _)| KINDS.contains(&word.as_str()));
        let unit = next(1 + usize::from(skip)).filter(|(word, _)| UNITS.contains(&word.as_str()));
        if let Some((_, unit)) = unit {
            found.push(span.start..unit.end);
        }
    }
    found
}

fn is_number(word: &str) -> bool {
    NUMBERS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words in lower case with their bytes; hyphens part them, as in `six-month period`.
fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                words.push((text.get(begin..at).unwrap_or_default().to_lowercase(), begin..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}
