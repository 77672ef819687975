//! Citations of the AI Act in running text, as element ids: `Articles 53(1), point (a), and 55(1)(b)`.
//!
//! Citations of other acts are passed over, as far as the act is named right behind them. Subparagraphs are not read:
//! such a citation names the paragraph.

mod tokens;

use std::ops::Range;

use adhere_domain::law::corpus::ElementId;

use self::tokens::{Token, tokens};

/// One provision that a text cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The provision; whether there is one is for the corpus to say.
    pub element: ElementId,
    /// The bytes from the first word of its group to its last mark.
    pub span: Range<usize>,
}

/// Acts that a citation belongs to when one of these words follows it.
const OTHER_ACTS: [&str; 9] =
    ["directive", "regulation", "decision", "tfeu", "teu", "treaty", "charter", "gdpr", "convention"];

/// More than any range that a person writes: `Articles 1 to 113`.
const LONGEST_RANGE: u32 = 200;

/// More than any text cites: reading stops there, since ranges let a short text name many provisions.
const MOST: usize = 10_000;

/// All provisions of the AI Act that a text cites, in its order.
pub fn citations(text: &str) -> Vec<Citation> {
    let mut reader = Reader { tokens: tokens(text), at: 0 };
    let mut found = Vec::new();
    while found.len() < MOST
        && let Some((token, span)) = reader.next()
    {
        let Token::Word(word) = &token else { continue };
        let kind = match word.to_lowercase().as_str() {
            "article" | "art" => Kind::Article,
            "articles" | "arts" => Kind::Articles,
            "annex" | "annexes" => Kind::Annex,
            "recital" => Kind::Recital,
            "recitals" => Kind::Recitals,
            _ => continue,
        };
        let group = reader.group(kind, span.start);
        if !reader.other_act_follows() {
            found.extend(group);
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Article,
    Articles,
    Annex,
    Recital,
    Recitals,
}

impl Kind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Article | Self::Articles => "art_",
            Self::Annex => "anx_",
            Self::Recital | Self::Recitals => "rec_",
        }
    }

    fn names(self, word: &str) -> bool {
        match self {
            Self::Annex => !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')),
            _ => word.starts_with(|first: char| first.is_ascii_digit()) && word.len() <= 4,
        }
    }
}

struct Reader {
    tokens: Vec<(Token, Range<usize>)>,
    at: usize,
}

impl Reader {
    fn next(&mut self) -> Option<(Token, Range<usize>)> {
        let token = self.tokens.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(token, _)| token)
    }

    /// The end of what was read last.
    fn end(&self) -> usize {
        self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |(_, span)| span.end)
    }

    /// The citations behind one `Article`, `Annexes` or `recitals`.
    fn group(&mut self, kind: Kind, start: usize) -> Vec<Citation> {
        let mut paths: Vec<(String, usize)> = Vec::new();
        let mut first = true;
        while paths.len() < MOST {
            let separators = if first { usize::from(self.peek(0) == Some(&Token::Dot)) } else { self.separators() };
            let Some(Token::Word(word)) = self.peek(separators) else { break };
            let word = word.clone();
            let has_points = matches!(self.peek(separators + 1), Some(Token::Paren(_)));
            // Behind a singular, a bare number need not be a citation: `Article 55 and 3 annexes`.
            let belongs = first || has_points || matches!(kind, Kind::Articles | Kind::Annex | Kind::Recitals);
            if !kind.names(&word) || !belongs || (!first && separators == 0) {
                break;
            }
            let is_range = !first && self.is_range(0);
            self.at += separators + 1;
            let whole = format!("{}{word}", kind.prefix());
            if is_range && let Some((last, _)) = paths.last() {
                let before = between(last, &whole, kind.prefix());
                let end = self.end();
                paths.extend(before.into_iter().map(|path| (path, end)));
            }
            self.points(kind, whole, &mut paths);
            first = false;
        }
        let citation = |(path, end): (String, usize)| Some((ElementId::parse(&path)?, end));
        let cited = paths.into_iter().filter_map(citation);
        cited.map(|(element, end)| Citation { element, span: start..end }).collect()
    }

    /// How many tokens up to the next item of an enumeration: `,`, `and`, `, and`, `to`.
    fn separators(&self) -> usize {
        let is_separator = |token: &Token| match token {
            Token::Comma | Token::Dash => true,
            Token::Word(word) => matches!(word.as_str(), "and" | "or" | "to"),
            _ => false,
        };
        (0..3).take_while(|ahead| self.peek(*ahead).is_some_and(is_separator)).count()
    }

    fn is_range(&self, ahead: usize) -> bool {
        match self.peek(ahead) {
            Some(Token::Dash) => true,
            Some(Token::Word(word)) => word == "to",
            _ => false,
        }
    }

    fn word_at(&self, ahead: usize, words: [&str; 2]) -> bool {
        matches!(self.peek(ahead), Some(Token::Word(word)) if words.contains(&word.to_lowercase().as_str()))
    }

    /// What follows a number: paragraphs, sections, points, and more of them.
    fn points(&mut self, kind: Kind, whole: String, paths: &mut Vec<(String, usize)>) {
        let mut path = vec![whole];
        self.skip_to_point(kind, &mut path);
        while let Some(Token::Paren(mark)) = self.peek(0).cloned() {
            self.at += 1;
            path.push(component(&path, &mark));
            self.skip_to_point(kind, &mut path);
        }
        paths.push((path.join("__"), self.end()));
        // Siblings of the last mark: `(a), (b) and (c)`, `points (a) to (d)`.
        while paths.len() < MOST {
            let separators = self.separators();
            let Some(Token::Paren(mark)) = self.peek(separators).cloned() else { break };
            if separators == 0 {
                break;
            }
            let is_range = self.is_range(0);
            self.at += separators + 1;
            let last = sibling(&mut path, &mark);
            let end = self.end();
            if is_range && let Some(last) = last {
                let steps = between(&last, &path.join("__"), "");
                paths.extend(steps.into_iter().map(|path| (path, end)));
            }
            while let Some(Token::Paren(mark)) = self.peek(0).cloned() {
                self.at += 1;
                path.push(component(&path, &mark));
            }
            paths.push((path.join("__"), self.end()));
        }
    }

    /// Steps over `, point` and reads `, Section 1, point 2`.
    fn skip_to_point(&mut self, kind: Kind, path: &mut Vec<String>) {
        loop {
            let comma = usize::from(self.peek(0) == Some(&Token::Comma));
            if self.word_at(comma, ["point", "points"]) {
                match self.peek(comma + 1).cloned() {
                    Some(Token::Paren(_)) => {
                        self.at += comma + 1;
                        return;
                    }
                    Some(Token::Word(number)) if kind == Kind::Annex && Kind::Article.names(&number) => {
                        self.at += comma + 2;
                        path.push(format!("point_{number}"));
                    }
                    _ => return,
                }
            } else if kind == Kind::Annex
                && self.word_at(comma, ["section", "sections"])
                && let Some(Token::Word(number)) = self.peek(comma + 1).cloned()
            {
                self.at += comma + 2;
                path.push(format!("sec_{number}"));
            } else {
                return;
            }
        }
    }

    /// Whether what was read belongs to an act other than Regulation (EU) 2024/1689.
    fn other_act_follows(&self) -> bool {
        let mut ahead = 0;
        while matches!(self.peek(ahead), Some(Token::Comma)) || self.word_at(ahead, ["of", "the"]) {
            ahead += 1;
        }
        let Some(Token::Word(word)) = self.peek(ahead) else { return false };
        let named = |number: &str| (ahead..ahead + 8).any(|ahead| self.word_at(ahead, [number, number]));
        let is_own = named("2024") && named("1689");
        OTHER_ACTS.contains(&word.to_lowercase().as_str()) && !is_own
    }
}

/// A mark in parentheses as a component: numbers are paragraphs, letters points.
fn component(path: &[String], mark: &str) -> String {
    // The definitions of Art. 3 are points, although they are cited like paragraphs.
    let is_definition = matches!(path, [article] if article == "art_3");
    let is_paragraph = mark.starts_with(|first: char| first.is_ascii_digit()) && !is_definition;
    format!("{}_{mark}", if is_paragraph { "para" } else { "point" })
}

/// Turns a path into its sibling, and says what it was if both differ in their last mark alone.
fn sibling(path: &mut Vec<String>, mark: &str) -> Option<String> {
    let before = path.join("__");
    let is_paragraph = mark.starts_with(|first: char| first.is_ascii_digit());
    if is_paragraph && path.len() > 2 {
        path.truncate(2);
    }
    let parent = if path.len() > 1 { path.pop() } else { None };
    path.push(component(path, mark));
    parent.map(|_| before)
}

/// The ids strictly between two that differ in a last number or letter.
fn between(first: &str, last: &str, prefix: &str) -> Vec<String> {
    let tail = |id: &str| {
        let cut = id.rfind('_').map_or(0, |at| at + 1);
        id.split_at_checked(cut).map(|(head, tail)| (head.to_owned(), tail.to_owned()))
    };
    let (Some((head, from)), Some((last_head, to))) = (tail(first), tail(last)) else { return Vec::new() };
    if head != last_head || (!prefix.is_empty() && head != prefix) {
        return Vec::new();
    }
    if let (Ok(from), Ok(to)) = (from.parse::<u32>(), to.parse::<u32>()) {
        let end = to.min(from.saturating_add(LONGEST_RANGE));
        return (from.saturating_add(1)..end).map(|number| format!("{head}{number}")).collect();
    }
    let letter = |text: &str| text.chars().next().filter(|_| text.len() == 1).filter(char::is_ascii_lowercase);
    let (Some(from), Some(to)) = (letter(&from), letter(&to)) else { return Vec::new() };
    (from..to).skip(1).map(|letter| format!("{head}{letter}")).collect()
}

#[cfg(test)]
mod tests;
