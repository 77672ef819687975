//! The words and marks of an expression, and of its worked examples, with their places.

use super::error::{ExpressionError, Fault, Span};
use super::number::Number;

/// A word or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Word(&'a str),
    Number(Number),
    Text(&'a str),
    Mark(&'static str),
    End,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    pub(super) token: Token<'a>,
    pub(super) span: Span,
}

/// All marks, longer ones before those that they begin with.
const MARKS: [&str; 26] = [
    "->", "&&", "||", "==", "!=", "<=", ">=", "<", ">", "=", "!", "-", "+", "*", "/", "%", "?", ":", "(", ")", "[",
    "]", "{", "}", ",", ".",
];

impl Token<'_> {
    /// What it is, in a message.
    pub(super) fn found(&self) -> String {
        match self {
            Self::Word(word) => format!("`{word}`"),
            Self::Number(number) => format!("`{number}`"),
            Self::Text(text) => format!("the text `{text}`"),
            Self::Mark(mark) => format!("`{mark}`"),
            Self::End => "the end".to_owned(),
        }
    }
}

/// Splits a text into tokens; the last one is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed<'_>>, ExpressionError> {
    let mut tokens = Vec::new();
    let mut rest = skip_blank(text);
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (token, after) = token(rest, first, start)?;
        let end = text.len() - after.len();
        tokens.push(Placed { token, span: start..end });
        rest = skip_blank(after);
    }
    tokens.push(Placed { token: Token::End, span: text.len()..text.len() });
    Ok(tokens)
}

/// What follows spaces, line ends and comments.
fn skip_blank(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']);
        let Some(comment) = rest.strip_prefix("//") else { return rest };
        rest = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or("");
    }
}

fn token(rest: &str, first: char, start: usize) -> Result<(Token<'_>, &str), ExpressionError> {
    if first.is_ascii_digit() {
        return number(rest, start);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let (word, after) = split_while(rest, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
        return Ok((Token::Word(word), after));
    }
    if matches!(first, '\'' | '"') {
        return quoted(rest, first, start);
    }
    let mark = MARKS.iter().find_map(|mark| rest.strip_prefix(mark).map(|after| (Token::Mark(mark), after)));
    mark.ok_or_else(|| ExpressionError::new(wrong_character(rest, first), start..start + first.len_utf8()))
}

fn wrong_character(rest: &str, first: char) -> Fault {
    match first {
        '&' => Fault::Operator { operator: "&", instead: "write `&&`" },
        '|' => Fault::Operator { operator: "|", instead: "write `||`" },
        '≤' => Fault::Operator { operator: "≤", instead: "write `<=`" },
        '≥' => Fault::Operator { operator: "≥", instead: "write `>=`" },
        _ if rest.starts_with('‘') || rest.starts_with('’') || rest.starts_with('“') || rest.starts_with('”') => {
            Fault::Operator { operator: "“", instead: "write straight quotation marks, `'` or `\"`" }
        }
        character => Fault::Character { character },
    }
}

fn number(rest: &str, start: usize) -> Result<(Token<'_>, &str), ExpressionError> {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let starts_with_digit = |text: &str| text.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let (_, mut after) = split_while(rest, is_digit);
    if let Some(decimals) = after.strip_prefix('.').filter(|decimals| starts_with_digit(decimals)) {
        (_, after) = split_while(decimals, is_digit);
    }
    if let Some(power) = after.strip_prefix(['e', 'E']) {
        let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
        if starts_with_digit(digits) {
            (_, after) = split_while(digits, is_digit);
        }
    }
    // What follows at once belongs to what was meant as a number: `0x1f`, `12u`, `3km`.
    let (_, after) = split_while(after, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let (text, _) = rest.split_at_checked(rest.len() - after.len()).unwrap_or((rest, ""));
    let number = Number::parse(text).map(|number| (Token::Number(number), after));
    let fault = || Fault::NotANumber { text: text.to_owned() };
    number.ok_or_else(|| ExpressionError::new(fault(), start..start + text.len()))
}

fn quoted(rest: &str, mark: char, start: usize) -> Result<(Token<'_>, &str), ExpressionError> {
    let inside = rest.strip_prefix(mark).unwrap_or(rest);
    let end = inside.find([mark, '\\', '\n', '\r']).unwrap_or(inside.len());
    let (text, after) = inside.split_at_checked(end).unwrap_or((inside, ""));
    let stop = start + 1 + end;
    if let Some(after) = after.strip_prefix(mark) {
        return Ok((Token::Text(text), after));
    }
    Err(if after.starts_with('\\') {
        ExpressionError::new(Fault::Escape, stop..stop + 1)
    } else {
        ExpressionError::new(Fault::OpenText, start..stop)
    })
}

fn split_while(text: &str, holds: impl Fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|byte| !holds(byte)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
