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
    /// The words, with the space before the first if there is one; an empty line begins a paragraph.
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
    space: Space,
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    None,
    Between,
    /// An empty line, at which a paragraph begins.
    Paragraph,
}

/// So many words may be kept by chance.
const CHANCE: usize = 2;

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
    let ops = capture_diff_slices(Algorithm::Myers, &old_words, &new_words);
    for (index, op) in ops.iter().enumerate() {
        if is_chance(&ops, index) {
            redline.push_chance(op, &old, &new);
        } else {
            redline.push_op(op, &old, &new);
        }
    }
    redline.in_reading_order()
}

/// Whether words are kept by chance: one or two between longer changes, which are better read as one.
fn is_chance(ops: &[DiffOp], index: usize) -> bool {
    let long = |index: Option<usize>| {
        let (_, old, new) = index.and_then(|index| ops.get(index)).map(DiffOp::as_tag_tuple)?;
        Some(old.len().max(new.len()) > 2 * CHANCE)
    };
    let Some(DiffOp::Equal { len, .. }) = ops.get(index) else { return false };
    *len <= CHANCE && long(index.checked_sub(1)) == Some(true) && long(index.checked_add(1)) == Some(true)
}

/// Whether two wordings read the same.
pub fn reads_same(old: &str, new: &str) -> bool {
    tokens(old).iter().map(|token| &token.compared).eq(tokens(new).iter().map(|token| &token.compared))
}

/// How many words and marks a wording has.
pub fn length(text: &str) -> usize {
    tokens(text).len()
}

/// The words of a wording as they are compared, without marks.
pub fn words(text: &str) -> Vec<Cow<'_, str>> {
    let is_word = |token: &Token<'_>| token.shown.chars().any(char::is_alphanumeric);
    tokens(text).into_iter().filter(is_word).map(|token| token.compared).collect()
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

    /// How many words and marks are kept.
    pub const fn kept(&self) -> usize {
        self.kept
    }

    /// The words of one fate, in order.
    pub fn words_that_are(&self, change: Change) -> String {
        self.pieces.iter().filter(|piece| piece.change == change).map(|piece| piece.text.as_str()).collect()
    }

    fn push_op(&mut self, op: &DiffOp, old: &[Token<'_>], new: &[Token<'_>]) {
        let (tag, before, after) = op.as_tag_tuple();
        let removed = old.iter().skip(before.start).take(before.len());
        let added = new.iter().skip(after.start).take(after.len());
        if tag == DiffTag::Equal {
            self.kept += after.len();
            // What comes before a kept word may differ, so it is spaced if either wording has it so.
            removed.zip(added).for_each(|(old, new)| self.push(Change::Kept, new.shown, old.space.max(new.space)));
        } else {
            self.changed += before.len() + after.len();
            removed.for_each(|old| self.push(Change::Removed, old.shown, old.space));
            added.for_each(|new| self.push(Change::Added, new.shown, new.space));
        }
    }

    /// Words kept by chance count as kept, and are shown with the changes around them.
    fn push_chance(&mut self, op: &DiffOp, old: &[Token<'_>], new: &[Token<'_>]) {
        let (_, before, after) = op.as_tag_tuple();
        self.kept += after.len();
        for old in old.iter().skip(before.start).take(before.len()) {
            self.push(Change::Removed, old.shown, old.space);
        }
        for new in new.iter().skip(after.start).take(after.len()) {
            self.push(Change::Added, new.shown, new.space);
        }
    }

    /// Neighbouring changes drawn together, what was removed before what was added.
    fn in_reading_order(mut self) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut removed, mut added) = (String::new(), String::new());
        for piece in self.pieces.drain(..) {
            match piece.change {
                Change::Removed => removed.push_str(&piece.text),
                Change::Added => added.push_str(&piece.text),
                Change::Kept => {
                    flush(&mut pieces, &mut removed, &mut added);
                    pieces.push(piece);
                }
            }
        }
        flush(&mut pieces, &mut removed, &mut added);
        Self { pieces, ..self }
    }

    fn push(&mut self, change: Change, word: &str, space: Space) {
        if self.pieces.last().is_none_or(|piece| piece.change != change) {
            self.pieces.push(Piece { change, text: String::new() });
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.text.push_str(match space {
                Space::None => "",
                Space::Between => " ",
                Space::Paragraph => "\n\n",
            });
            piece.text.push_str(word);
        }
    }
}

fn flush(pieces: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    for (change, text) in [(Change::Removed, removed), (Change::Added, added)] {
        if !text.is_empty() {
            pieces.push(Piece { change, text: std::mem::take(text) });
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
    let mut space = Space::None;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if in_word(first) => rest.find(|c| !in_word(c)).unwrap_or(rest.len()),
            _ if is_space(first) => rest.find(|c| !is_space(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (shown, after) = rest.split_at(length);
        rest = after;
        if is_space(first) {
            let lines = shown.bytes().filter(|byte| *byte == b'\n').count();
            space = match lines {
                _ if tokens.is_empty() => Space::None,
                0 | 1 => Space::Between,
                _ => Space::Paragraph,
            };
            continue;
        }
        tokens.push(Token { compared: plain(shown), shown, space });
        space = Space::None;
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
