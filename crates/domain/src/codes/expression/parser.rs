//! Reads an expression by the binding of its operators (Pratt's method); says nothing of types.
//!
//! Every way in which the parser comes to call itself without end goes through `nested`, which counts.

use super::error::{ExpressionError, Fault, Span};
use super::lexer::{Placed, Token, tokens};
use super::syntax::{Binding, Index, Literal, Operator, Step, Steps};

mod calls;
mod cursor;
mod literals;

/// So many levels of brackets, prefixes and `:` branches may stand inside one another.
pub(super) const NESTING: usize = 64;

type Parsed<T> = Result<T, ExpressionError>;

/// Where the parser is.
pub(super) struct Parser<'a> {
    tokens: Vec<Placed<'a>>,
    position: usize,
    depth: usize,
    steps: Steps,
    /// Inside the body of a list function: the word for the element, and the list.
    scope: Option<(&'a str, Index)>,
}

/// Reads a text to its end; the last step is the result.
pub(super) fn parse(text: &str) -> Parsed<Steps> {
    let mut parser = Parser::new(text)?;
    parser.expression()?;
    match parser.token() {
        Token::End => Ok(parser.steps),
        _ => Err(parser.expected("an operator or the end")),
    }
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Parsed<Self> {
        let tokens = tokens(text)?;
        Ok(Self { tokens, position: 0, depth: 0, steps: Steps::default(), scope: None })
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == NESTING {
            return Err(ExpressionError::new(Fault::TooDeep { limit: NESTING }, self.span()));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    /// `condition ? yes : no`, or anything that binds tighter.
    fn expression(&mut self) -> Parsed<Index> {
        let condition = self.binary(Binding::Or)?;
        if !self.take("?") {
            return Ok(condition);
        }
        let yes = self.binary(Binding::Or)?;
        self.expect(":", "`:`")?;
        let no = self.nested(Self::expression)?;
        Ok(self.joined(Step::Choose { condition, yes, no }, condition, no))
    }

    /// Operators that bind at least so tightly, from left to right.
    fn binary(&mut self, least: Binding) -> Parsed<Index> {
        let mut left = self.prefix()?;
        loop {
            if least <= Binding::Relation && self.take_word("in") {
                left = self.in_list(left)?;
                continue;
            }
            let Token::Mark(mark) = self.token() else { return Ok(left) };
            let Some(operator) = Operator::of(mark).filter(|operator| operator.binding() >= least) else {
                return Ok(left);
            };
            self.advance();
            let right = self.binary(operator.binding().tighter())?;
            left = self.joined(Step::Binary { operator, left, right }, left, right);
        }
    }

    fn prefix(&mut self) -> Parsed<Index> {
        let start = self.span().start;
        let step = match self.token() {
            Token::Mark("!") => Step::Not,
            Token::Mark("-") => Step::Negate,
            _ => return self.postfix(),
        };
        self.advance();
        let operand = self.nested(Self::prefix)?;
        let end = self.steps.span(operand).end;
        Ok(self.steps.push(step(operand), start..end))
    }

    /// A value and the list functions behind it.
    fn postfix(&mut self) -> Parsed<Index> {
        let mut value = self.primary()?;
        while self.take(".") {
            value = self.method(value)?;
        }
        Ok(value)
    }

    fn primary(&mut self) -> Parsed<Index> {
        let span = self.span();
        if self.take("(") {
            let inside = self.nested(Self::expression)?;
            self.expect(")", "`)`")?;
            return Ok(inside);
        }
        if let Some(literal) = self.literal()? {
            let end = self.previous_end();
            return Ok(self.steps.push(Step::Literal(literal), span.start..end));
        }
        match self.token() {
            Token::Word(word) if self.mark_ahead(1) == Some("(") => self.function(word),
            Token::Word(word) if !super::vocabulary::is_reserved(word) => Ok(self.path(word)),
            Token::Mark("[") => Err(self.expected("a value; lists are written after `in` alone")),
            _ => Err(self.expected("a value")),
        }
    }

    /// A name of the vocabulary, or the element of a list and a field of it.
    fn path(&mut self, first: &'a str) -> Index {
        let span = self.span();
        self.advance();
        let mut rest: Vec<&'a str> = Vec::new();
        while let (Some("."), Some(word)) = (self.mark_ahead(0), self.word_ahead(1)) {
            if self.mark_ahead(2) == Some("(") {
                break;
            }
            rest.push(word);
            self.advance();
            self.advance();
        }
        let whole = span.start..self.previous_end();
        let Some((variable, list)) = self.scope.filter(|(variable, _)| *variable == first) else {
            let name = std::iter::once(first).chain(rest).collect::<Vec<_>>().join(".");
            return self.steps.push(Step::Name(name), whole);
        };
        let item = self.steps.push(Step::Item { list, variable: variable.to_owned() }, span);
        if rest.is_empty() {
            return item;
        }
        let field = rest.join(".");
        let full = format!("{}.{field}", self.name_of(list));
        self.steps.push(Step::Field { item, field, full }, whole)
    }

    /// The name of the records that a list was filtered from.
    fn name_of(&self, list: Index) -> &str {
        let mut list = list;
        loop {
            match self.steps.steps.get(list) {
                Some(Step::Name(name)) => return name,
                // A list stands before what is made of it, so this comes to an end.
                Some(Step::Macro { list: from, .. }) if *from < list => list = *from,
                _ => return "",
            }
        }
    }

    fn in_list(&mut self, item: Index) -> Parsed<Index> {
        self.expect("[", "a list in square brackets")?;
        let mut literals: Vec<Literal> = Vec::new();
        loop {
            let literal = self.signed_literal()?;
            literals.push(literal.ok_or_else(|| self.expected("a number, a text, a date, true or false"))?);
            if !self.take(",") {
                break;
            }
        }
        self.expect("]", "`,` or `]`")?;
        let span: Span = self.steps.span(item).start..self.previous_end();
        Ok(self.steps.push(Step::In { item, literals }, span))
    }

    fn joined(&mut self, step: Step, first: Index, last: Index) -> Index {
        let span = self.steps.span(first).start..self.steps.span(last).end;
        self.steps.push(step, span)
    }
}
