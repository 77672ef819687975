//! Worked examples of an expression, such as `provider.size = 'micro', model.open = true -> false`.
//!
//! They stand beside the expression for readers, and are tests: each is evaluated when the code is compiled.

use super::Expression;
use super::LENGTH;
use super::error::{ExpressionError, Fault, Span};
use super::facts::{Fact, FactError, Facts, Record};
use super::lexer::Token;
use super::nearest::nearest;
use super::number::Number;
use super::parser::Parser;
use super::rounding::Rounding;
use super::syntax::Literal;
use super::value::{Reason, Undefined, Value};
use super::vocabulary::Vocabulary;

/// What is given and what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What is given; the rest is unknown.
    pub given: Facts,
    /// What the expression is to come to.
    pub expected: Expectation,
    /// Where the expectation stands in the text of the example.
    pub span: Span,
}

/// What an expression is to come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// This value.
    Value(Fact),
    /// Not known.
    Unknown,
    /// No value, whatever becomes known.
    Undefined,
}

/// An example that the expression does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFailure {
    /// Which of the examples, counted from zero.
    pub index: usize,
    /// What was expected.
    pub expected: Expectation,
    /// What the expression comes to, rounded if it is to be.
    pub found: Value,
}

/// The examples that an expression, rounded as asked, does not meet.
pub fn check_examples(
    expression: &Expression,
    examples: &[Example],
    rounding: Option<Rounding>,
) -> Vec<ExampleFailure> {
    let failure = |(index, example): (usize, &Example)| {
        let found = rounded(expression.evaluate(&example.given), rounding);
        let expected = example.expected.clone();
        (!expected.is_met_by(&found)).then_some(ExampleFailure { index, expected, found })
    };
    examples.iter().enumerate().filter_map(failure).collect()
}

fn rounded(value: Value, rounding: Option<Rounding>) -> Value {
    match (value, rounding) {
        (Value::Number(number), Some(rounding)) => rounding
            .round(number)
            .map_or(Value::Undefined(Undefined { reason: Reason::TooLarge, span: 0..0 }), |decimal| {
                Value::Number(Number::from(decimal))
            }),
        (value, _) => value,
    }
}

impl Expectation {
    fn is_met_by(&self, found: &Value) -> bool {
        match (self, found) {
            (Self::Unknown, Value::Unknown(_)) | (Self::Undefined, Value::Undefined(_)) => true,
            (Self::Value(Fact::Bool(expected)), Value::Bool(found)) => expected == found,
            (Self::Value(Fact::Number(expected)), Value::Number(found)) => expected == found,
            (Self::Value(Fact::Text(expected)), Value::Text(found)) => expected == found,
            (Self::Value(Fact::Date(expected)), Value::Date(found)) => expected == found,
            _ => false,
        }
    }
}

impl Example {
    /// Reads an example: what is given, an arrow, and a value, `unknown` or `undefined`.
    pub fn parse(text: &str, vocabulary: &Vocabulary) -> Result<Self, ExpressionError> {
        if text.len() > LENGTH {
            return Err(ExpressionError::new(Fault::TooLong { limit: LENGTH }, 0..text.len()));
        }
        let mut parser = Parser::new(text)?;
        let mut given = Facts::default();
        if parser.token() != Token::Mark("->") {
            parser.given(vocabulary, &mut given)?;
            while parser.take(",") {
                parser.given(vocabulary, &mut given)?;
            }
        }
        if !parser.take("->") {
            return Err(parser.expected_here("`,` or `->`"));
        }
        let start = parser.span().start;
        let expected = if parser.take_word("unknown") {
            Expectation::Unknown
        } else if parser.take_word("undefined") {
            Expectation::Undefined
        } else {
            Expectation::Value(parser.value("a value, `unknown` or `undefined`")?)
        };
        let span = start..parser.previous_end();
        match parser.token() {
            Token::End => Ok(Self { given, expected, span }),
            _ => Err(parser.expected_here("the end")),
        }
    }
}

impl Parser<'_> {
    /// One name with its value.
    fn given(&mut self, vocabulary: &Vocabulary, facts: &mut Facts) -> Result<(), ExpressionError> {
        let start = self.span().start;
        let name = self.dotted()?;
        let span = start..self.previous_end();
        if facts.knows(&name) {
            return Err(ExpressionError::new(Fault::GivenTwice { name }, span));
        }
        if !self.take("=") {
            return Err(self.expected_here("`=`"));
        }
        let start = self.span().start;
        let set = if self.take("[") {
            let records = self.records()?;
            facts.set_records(vocabulary, &name, records)
        } else {
            let value = self.value("a value")?;
            facts.set(vocabulary, &name, value)
        };
        let value_span = start..self.previous_end();
        set.map_err(|error| fault(error, vocabulary, span, value_span))
    }

    fn dotted(&mut self) -> Result<String, ExpressionError> {
        let mut name = self.word("a name of the vocabulary")?;
        while self.take(".") {
            name.push('.');
            name.push_str(&self.word("a word")?);
        }
        Ok(name)
    }

    fn word(&mut self, expected: &'static str) -> Result<String, ExpressionError> {
        let Token::Word(word) = self.token() else { return Err(self.expected_here(expected)) };
        self.advance();
        Ok(word.to_owned())
    }

    fn records(&mut self) -> Result<Vec<Record>, ExpressionError> {
        let mut records = Vec::new();
        if self.take("]") {
            return Ok(records);
        }
        loop {
            records.push(self.record()?);
            if !self.take(",") {
                break;
            }
        }
        if self.take("]") { Ok(records) } else { Err(self.expected_here("`,` or `]`")) }
    }

    fn record(&mut self) -> Result<Record, ExpressionError> {
        let mut record = Record::new();
        if !self.take("{") {
            return Err(self.expected_here("a record in curly brackets"));
        }
        while !self.take("}") {
            let span = self.span();
            let field = self.word("a field or `}`")?;
            if !self.take(":") {
                return Err(self.expected_here("`:`"));
            }
            let value = self.value("a value")?;
            if record.insert(field.clone(), value).is_some() {
                return Err(ExpressionError::new(Fault::GivenTwice { name: field }, span));
            }
            if !self.take(",") && self.token() != Token::Mark("}") {
                return Err(self.expected_here("`,` or `}`"));
            }
        }
        Ok(record)
    }

    fn value(&mut self, expected: &'static str) -> Result<Fact, ExpressionError> {
        let literal = self.signed_literal()?.ok_or_else(|| self.expected_here(expected))?;
        Ok(match literal {
            Literal::Bool(value) => Fact::Bool(value),
            Literal::Number(number) => Fact::Number(number),
            Literal::Text(text) => Fact::Text(text),
            Literal::Date(date) => Fact::Date(date),
        })
    }

    /// What should stand here; in an example `=` is as it should be, and no operator is.
    fn expected_here(&self, expected: &'static str) -> ExpressionError {
        ExpressionError::new(Fault::Expected { expected, found: self.token().found() }, self.span())
    }
}

fn fault(error: FactError, vocabulary: &Vocabulary, name_span: Span, value_span: Span) -> ExpressionError {
    match error {
        FactError::UnknownName { name }
            if vocabulary.get(name.rsplit_once('.').map_or("", |(list, _)| list)).is_some() =>
        {
            ExpressionError::new(Fault::UnknownField { name, nearest: None }, value_span)
        }
        FactError::UnknownName { name } => {
            let nearest = nearest(&name, vocabulary.names().map(|(name, _)| name));
            ExpressionError::new(Fault::UnknownName { name, nearest }, name_span)
        }
        FactError::OtherType { expected, given, .. } => {
            ExpressionError::new(Fault::Type { expected, found: given }, value_span)
        }
        FactError::NotAChoice { word, words, .. } => {
            let nearest = nearest(&word, words.iter().map(String::as_str));
            ExpressionError::new(Fault::NotAChoice { word, words, nearest }, value_span)
        }
    }
}

#[cfg(test)]
mod tests;
