//! Values that are written out.

use jiff::civil::Date;

use super::super::error::{ExpressionError, Fault};
use super::super::lexer::Token;
use super::super::syntax::Literal;
use super::{Parsed, Parser};

impl Parser<'_> {
    /// A literal, if one stands here.
    pub(super) fn literal(&mut self) -> Parsed<Option<Literal>> {
        let literal = match self.token() {
            Token::Number(number) => Literal::Number(number),
            Token::Text(text) => Literal::Text(text.to_owned()),
            Token::Word("true") => Literal::Bool(true),
            Token::Word("false") => Literal::Bool(false),
            Token::Word("date") if self.mark_ahead(1) == Some("(") => return self.date().map(Some),
            _ => return Ok(None),
        };
        self.advance();
        Ok(Some(literal))
    }

    /// A literal that may have a minus before it, if one stands here.
    pub(in super::super) fn signed_literal(&mut self) -> Parsed<Option<Literal>> {
        if !self.take("-") {
            return self.literal();
        }
        let span = self.span();
        match self.literal()? {
            Some(Literal::Number(number)) => {
                let text = format!("-{number}");
                let negative = number.checked_neg().map(|number| Some(Literal::Number(number)));
                negative.ok_or_else(|| ExpressionError::new(Fault::NotANumber { text }, span))
            }
            _ => Err(ExpressionError::new(
                Fault::Expected { expected: "a number", found: "something else after `-`".to_owned() },
                span,
            )),
        }
    }

    fn date(&mut self) -> Parsed<Literal> {
        self.advance();
        self.advance();
        let Token::Text(text) = self.token() else { return Err(self.expected("a day in quotation marks")) };
        let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let day = text.parse::<Date>().ok().filter(|_| shape);
        let fault = || Fault::NotADay { text: text.to_owned() };
        let day = day.ok_or_else(|| ExpressionError::new(fault(), self.span()))?;
        self.advance();
        self.expect(")", "`)`")?;
        Ok(Literal::Date(day))
    }
}
