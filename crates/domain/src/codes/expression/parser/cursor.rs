//! Looking at tokens and taking them.

use super::super::error::{ExpressionError, Fault, Span};
use super::super::lexer::{Placed, Token};
use super::{Parsed, Parser};

impl<'a> Parser<'a> {
    fn ahead(&self, count: usize) -> Option<&Placed<'a>> {
        self.tokens.get(self.position.saturating_add(count))
    }

    pub(in super::super) fn token(&self) -> Token<'a> {
        self.ahead(0).map_or(Token::End, |placed| placed.token.clone())
    }

    pub(in super::super) fn span(&self) -> Span {
        self.ahead(0).map(|placed| placed.span.clone()).unwrap_or_default()
    }

    /// Where the token before this one ended.
    pub(in super::super) fn previous_end(&self) -> usize {
        let previous = self.position.checked_sub(1).and_then(|position| self.tokens.get(position));
        previous.map_or(0, |placed| placed.span.end)
    }

    pub(super) fn mark_ahead(&self, count: usize) -> Option<&'static str> {
        match self.ahead(count) {
            Some(Placed { token: Token::Mark(mark), .. }) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn word_ahead(&self, count: usize) -> Option<&'a str> {
        match self.ahead(count) {
            Some(Placed { token: Token::Word(word), .. }) => Some(word),
            _ => None,
        }
    }

    /// Goes on; the end is never passed.
    pub(in super::super) fn advance(&mut self) {
        if self.position + 1 < self.tokens.len() {
            self.position += 1;
        }
    }

    pub(in super::super) fn take(&mut self, mark: &str) -> bool {
        let is_there = self.mark_ahead(0) == Some(mark);
        if is_there {
            self.advance();
        }
        is_there
    }

    pub(in super::super) fn take_word(&mut self, word: &str) -> bool {
        let is_there = self.word_ahead(0) == Some(word);
        if is_there {
            self.advance();
        }
        is_there
    }

    pub(in super::super) fn expect(&mut self, mark: &str, expected: &'static str) -> Parsed<()> {
        if self.take(mark) { Ok(()) } else { Err(self.expected(expected)) }
    }

    /// What is wrong with the token that stands here.
    pub(in super::super) fn expected(&self, expected: &'static str) -> ExpressionError {
        let token = self.token();
        let operator = |operator, instead| Fault::Operator { operator, instead };
        let fault = match token {
            Token::Mark("=") => operator("=", "write `==`"),
            Token::Mark("%") => operator("%", "there are no remainders; write a fraction with `/`"),
            Token::Word("and") => operator("and", "write `&&`"),
            Token::Word("or") => operator("or", "write `||`"),
            Token::Word("not") => operator("not", "write `!` before what is denied"),
            _ => Fault::Expected { expected, found: token.found() },
        };
        ExpressionError::new(fault, self.span())
    }
}
