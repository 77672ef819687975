//! What changed between two wordings, word by word.
//!
//! Wordings are compared by what a reader sees: kinds of quotation mark, of dash and of space do not count.

use std::borrow::Cow;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// One wording against another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redline {
    /// The pieces, in reading order; neighbours differ in their change.
    pub pieces: Vec<Piece>,
    kept: usize,
    changed: usize,
}

/// Words that share a fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Their fate.
    pub change: Change,
    /// The words, with the space before the first if there is one.
    pub text: String,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// They are in both.
    Kept,
    /// They are in the old wording alone.
    Removed,
    /// They are in the new wording alone.
    Added,
}

/// A word or a mark, as it is compared and as it is shown.
#[derive(Debug)]
struct Token<'a> {
    compared: Cow<'a, str>,
    shown: &'a str,
    spaced: bool,
}

/// Two blocks whose lengths multiply to more than this are shown whole, one removed and one added: comparing them word
/// by word would take longer than anyone would read.
const LARGEST: usize = 400_000_000;

/// Compares two wordings.
pub fn redline(old: &str, new: &str) -> Redline {
    let (old, new) = (tokens(old), tokens(new));
    let mut redline = Redline::default();
    let (old_words, new_words) = (compared(&old), compared(&new));
    let start = old_words.iter().zip(&new_words).take_while(|(old, new)| old == new).count();
    let rest = |words: &[&str]| words.len() - start;
    if rest(&old_words).saturating_mul(rest(&new_words)) > LARGEST {
        redline.push_op(&DiffOp::Equal { old_index: 0, new_index: 0, len: start }, &old, &new);
        let (old_len, new_len) = (rest(&old_words), rest(&new_words));
        redline.push_op(&DiffOp::Replace { old_index: start, old_len, new_index: start, new_len }, &old, &new);
        return redline;
    }
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        redline.push_op(&op, &old, &new);
    }
    redline
}

/// Whether two wordings read the same.
pub fn reads_same(old: &str, new: &str) -> bool {
    tokens(old).iter().map(|token| &token.compared).eq(tokens(new).iter().map(|token| &token.compared))
}

impl Redline {
    /// Whether nothing changed.
    pub const fn is_unchanged(&self) -> bool {
        self.changed == 0
    }

    /// How much of both wordings is kept, in thousandths: 1000 when they read the same, 0 when they share no word.
    pub fn similarity(&self) -> usize {
        // A kept word stands in both wordings, a changed one in one of them.
        let both = self.kept * 2;
        (both * 1000).checked_div(both + self.changed).unwrap_or(1000)
    }

    fn push_op(&mut self, op: &DiffOp, old: &[Token<'_>], new: &[Token<'_>]) {
        let (tag, before, after) = op.as_tag_tuple();
        let removed = old.iter().skip(before.start).take(before.len());
        let added = new.iter().skip(after.start).take(after.len());
        if tag == DiffTag::Equal {
            self.kept += after.len();
            // What comes before a kept word may differ, so it is spaced if either wording has it so.
            removed.zip(added).for_each(|(old, new)| self.push(Change::Kept, new.shown, old.spaced || new.spaced));
        } else {
            self.changed += before.len() + after.len();
            removed.for_each(|old| self.push(Change::Removed, old.shown, old.spaced));
            added.for_each(|new| self.push(Change::Added, new.shown, new.spaced));
        }
    }

    fn push(&mut self, change: Change, word: &str, spaced: bool) {
        if self.pieces.last().is_none_or(|piece| piece.change != change) {
            self.pieces.push(Piece { change, text: String::new() });
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.text.push_str(if spaced { " " } else { "" });
            piece.text.push_str(word);
        }
    }
}

fn compared<'a>(tokens: &'a [Token<'_>]) -> Vec<&'a str> {
    tokens.iter().map(|token| token.compared.as_ref()).collect()
}

/// Words, and each mark by itself; hyphens and apostrophes belong to their word.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut spaced = false;
    while let Some(first) = rest.chars().next() {
        let length = if in_word(first) { rest.find(|c| !in_word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (shown, after) = rest.split_at(length);
        rest = after;
        if is_space(first) {
            spaced = !tokens.is_empty();
            continue;
        }
        tokens.push(Token { compared: plain(shown), shown, spaced });
        spaced = false;
    }
    tokens
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '‘' | '’' | '\u{ad}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A word as it is compared: one kind of quotation mark, apostrophe and dash, and no soft hyphen.
fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain = |c| match c {
        '‘' | '’' | '‚' | '′' => Some('\''),
        '“' | '”' | '„' | '«' | '»' => Some('"'),
        '\u{2010}' | '\u{2011}' | '–' | '—' | '−' => Some('-'),
        '\u{ad}' => None,
        other => Some(other),
    };
    Cow::Owned(word.chars().filter_map(plain).collect())
}

#[cfg(test)]
mod tests;
