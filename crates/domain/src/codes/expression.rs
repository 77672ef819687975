//! The expressions of codes: conditions on who a measure binds, and formulas of indicators.
//!
//! A subset of CEL's syntax with types, exact numbers, unknown facts, and a cost that is known beforehand.
//! `docs/reference/expressions.md` is the reference, `docs/decisions/0007-expressions.md` says why it is our own.

use std::collections::BTreeMap;
use std::fmt;

pub mod error;
pub mod number;
pub mod rounding;

pub mod facts;
pub mod vocabulary;

mod lexer;
mod nearest;
mod parser;
mod syntax;

mod canonical;
mod checker;

mod cost;
mod evaluation;
pub mod trace;
pub mod value;

pub mod constancy;
pub mod example;

use checker::Type;
use error::{ExpressionError, Fault};
use facts::Facts;
use syntax::{Index, Step, Steps};
use trace::Trace;
use value::Value;
use vocabulary::{NameType, Scalar, Vocabulary};

/// The longest text that is read, in bytes; the canonical text may not be longer either.
pub const LENGTH: usize = 4096;

/// An expression that fits a vocabulary.
// Invariant: every step names earlier steps alone, and its types fit; bodies lie behind one another.
#[derive(Clone, Debug)]
pub struct Expression {
    steps: Steps,
    /// Of each list function: the first step of its body, and its own.
    bodies: Vec<(Index, Index)>,
    names: BTreeMap<String, NameType>,
    result: Scalar,
    canonical: String,
}

impl Expression {
    /// Reads an expression and checks it against a vocabulary.
    pub fn compile(text: &str, vocabulary: &Vocabulary) -> Result<Self, ExpressionError> {
        let too_long = |length: usize| ExpressionError::new(Fault::TooLong { limit: LENGTH }, 0..length);
        if text.len() > LENGTH {
            return Err(too_long(text.len()));
        }
        let steps = parser::parse(text)?;
        let result = scalar(checker::check(&steps, vocabulary)?);
        let canonical = canonical::canonical(&steps);
        if canonical.len() > LENGTH {
            return Err(too_long(text.len()));
        }
        let mut bodies = Vec::new();
        let mut names = BTreeMap::new();
        for (index, step) in steps.steps.iter().enumerate() {
            match step {
                Step::Macro { first, .. } => bodies.push((*first, index)),
                Step::Name(name) => names.extend(vocabulary.get(name).map(|kind| (name.clone(), kind.clone()))),
                _ => {}
            }
        }
        Ok(Self { steps, bodies, names, result, canonical })
    }

    /// Reads a condition: an expression that comes to true or false.
    pub fn condition(text: &str, vocabulary: &Vocabulary) -> Result<Self, ExpressionError> {
        Self::compile(text, vocabulary)?.coming_to(&Scalar::Bool)
    }

    /// Reads a formula: an expression that comes to a number.
    pub fn formula(text: &str, vocabulary: &Vocabulary) -> Result<Self, ExpressionError> {
        Self::compile(text, vocabulary)?.coming_to(&Scalar::Number)
    }

    fn coming_to(self, wanted: &Scalar) -> Result<Self, ExpressionError> {
        if self.result == *wanted {
            return Ok(self);
        }
        let (expected, found) = (wanted.kind(), self.result.kind());
        let whole = self.steps.span(self.steps.steps.len().saturating_sub(1));
        Err(ExpressionError::new(Fault::Type { expected, found }, whole))
    }

    /// The type of what it comes to.
    pub fn result(&self) -> &Scalar {
        &self.result
    }

    /// The names it uses, with what they stand for, in order.
    pub fn names(&self) -> impl Iterator<Item = (&str, &NameType)> {
        self.names.iter().map(|(name, kind)| (name.as_str(), kind))
    }

    /// What it comes to.
    pub fn evaluate(&self, facts: &Facts) -> Value {
        evaluation::run(self, facts).result()
    }

    /// What it comes to, and what each of its parts comes to.
    pub fn trace(&self, facts: &Facts) -> Trace {
        trace::trace(&evaluation::run(self, facts), &self.bodies, &self.steps.spans)
    }

    /// The most that evaluating it costs when no list is longer than this: steps, and elements looked at.
    pub fn cost(&self, longest_list: usize) -> u64 {
        cost::cost(self, longest_list)
    }
}

fn scalar(found: Type<'_>) -> Scalar {
    match found {
        Type::Bool => Scalar::Bool,
        Type::Number => Scalar::Number,
        Type::Choice(words) => Scalar::Choice(words.clone()),
        Type::Date => Scalar::Date,
        // The checker lets no list through as a result.
        Type::Text | Type::Record(_) | Type::Records(_) | Type::List(_) => Scalar::Text,
    }
}

/// Two expressions are the same when they say the same with the same words, however they are spaced and bracketed.
impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.steps.steps == other.steps.steps && self.names == other.names
    }
}

impl Eq for Expression {}

/// The canonical text, which reads back as the same expression.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.canonical)
    }
}

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
