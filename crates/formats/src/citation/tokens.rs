//! The pieces of a citation: words and numbers, marks in parentheses, and what stands between them.

use std::ops::Range;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters and digits.
    Word(String),
    /// Letters or digits in parentheses: `(1)`, `(a)`, `(iv)`; also `a)` alone.
    Paren(String),
    /// `,`
    Comma,
    /// `.`
    Dot,
    /// A hyphen or a dash.
    Dash,
    /// Anything else that is no space.
    Other,
}

/// Splits a text, with the bytes of each piece.
pub(super) fn tokens(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (token, length) = token(rest, first);
        rest = rest.get(length..).unwrap_or_default();
        if let Some(token) = token {
            tokens.push((token, start..start + length));
        }
    }
    tokens
}

fn token(rest: &str, first: char) -> (Option<Token>, usize) {
    if first.is_alphanumeric() {
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_mark = word.len() == 1 && first.is_ascii_lowercase() && after.starts_with(')');
        return if is_mark {
            (Some(Token::Paren(word.to_owned())), length + 1)
        } else {
            (Some(Token::Word(word.to_owned())), length)
        };
    }
    let token = match first {
        '(' => match in_parentheses(rest) {
            Some(mark) => return (Some(Token::Paren(mark.to_owned())), mark.len() + 2),
            None => Some(Token::Other),
        },
        ',' => Some(Token::Comma),
        '.' => Some(Token::Dot),
        '-' | '\u{2010}' | '\u{2011}' | '–' | '—' => Some(Token::Dash),
        _ if first.is_whitespace() => None,
        _ => Some(Token::Other),
    };
    (token, first.len_utf8())
}

/// A number or letters of a point between parentheses.
fn in_parentheses(rest: &str) -> Option<&str> {
    let (mark, _) = rest.strip_prefix('(')?.split_once(')')?;
    let plain = (1..=4).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    plain.then_some(mark)
}
