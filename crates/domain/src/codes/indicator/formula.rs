//! What is collected for an indicator, and how its value follows from that.

use thiserror::Error;

use super::kind::{Rounding, ValueKind};
use crate::codes::expression::Expression;
use crate::codes::expression::error::{ExpressionError, Span};
use crate::codes::expression::example::{Example, Expectation, check_examples};
use crate::codes::expression::value::Value;
use crate::codes::expression::vocabulary::{Scalar, Vocabulary, VocabularyError};
use crate::codes::id::PartId;

/// A kind of record that is collected, such as a serious incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordType {
    /// Its id, as formulas name the list of such records.
    pub id: PartId,
    /// What it records.
    pub title: String,
    /// What is known of each.
    pub fields: Vec<Field>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its id, as formulas name it.
    pub id: PartId,
    /// What it says.
    pub title: String,
    /// What its values are.
    pub kind: FieldKind,
}

/// What the values of a field are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// True or false.
    Bool,
    /// A number.
    Number,
    /// Text.
    Text,
    /// A day.
    Date,
    /// One of these words.
    Choice(Vec<String>),
}

/// The names of the kinds of field in files.
pub const FIELD_KINDS: [&str; 5] = ["bool", "number", "text", "date", "choice"];

/// How a value follows from collected records.
// Invariant: the expression comes to a value of the indicator's kind, and every example holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    expression: Expression,
    examples: Vec<String>,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormulaError {
    /// It does not fit what is collected.
    #[error(transparent)]
    Expression(#[from] ExpressionError),
    /// The kind of value does not follow from records.
    #[error("a value of the kind `{kind}` has no formula")]
    KindUnfit {
        /// The kind.
        kind: &'static str,
    },
    /// An example is not one.
    #[error("{error}")]
    Example {
        /// Which, counted from 0.
        index: usize,
        /// What is wrong with it.
        error: ExpressionError,
    },
    /// An example does not hold.
    #[error("the formula comes to `{found}`")]
    ExampleFails {
        /// Which, counted from 0.
        index: usize,
        /// What the formula comes to.
        found: Value,
    },
    /// There are too few examples to show what is meant.
    #[error("a formula has at least two worked examples")]
    FewExamples,
    /// No example shows when there is no value.
    #[error("no example shows when there is no value")]
    NoneWithoutValue,
}

impl FormulaError {
    /// The example that it is about, counted from 0.
    pub const fn example(&self) -> Option<usize> {
        match self {
            Self::Example { index, .. } | Self::ExampleFails { index, .. } => Some(*index),
            _ => None,
        }
    }

    /// The bytes of the formula, or of the example, that it is about.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Expression(error) | Self::Example { error, .. } => Some(error.span.clone()),
            _ => None,
        }
    }
}

impl Formula {
    /// Compiles a formula and holds its examples against it; the first thing wrong is told, and all examples that fail.
    pub fn compile(
        text: &str,
        examples: &[&str],
        vocabulary: &Vocabulary,
        (kind, rounding): (&ValueKind, Rounding),
    ) -> Result<Self, Vec<FormulaError>> {
        let one = |error: FormulaError| vec![error];
        let compiled = match kind {
            ValueKind::YesNo => Expression::condition(text, vocabulary),
            figure if figure.is_figure() => Expression::formula(text, vocabulary),
            _ => return Err(one(FormulaError::KindUnfit { kind: kind.id() })),
        };
        let expression = compiled.map_err(|error| one(error.into()))?;
        let mut read = Vec::new();
        let mut errors = Vec::new();
        for (index, example) in examples.iter().enumerate() {
            match Example::parse(example, vocabulary) {
                Ok(example) => read.push((index, example)),
                Err(error) => errors.push(FormulaError::Example { index, error }),
            }
        }
        let rounding = rounding.of_expressions();
        for (index, example) in &read {
            let failures = check_examples(&expression, std::slice::from_ref(example), rounding);
            errors.extend(
                failures.into_iter().map(|failure| FormulaError::ExampleFails { index: *index, found: failure.found }),
            );
        }
        if examples.len() < 2 {
            errors.push(FormulaError::FewExamples);
        } else if errors.is_empty() && !kind.is_always_there() && read.iter().all(|(_, example)| has_value(example)) {
            errors.push(FormulaError::NoneWithoutValue);
        }
        if errors.is_empty() {
            Ok(Self { expression, examples: examples.iter().map(|example| (*example).to_owned()).collect() })
        } else {
            Err(errors)
        }
    }

    /// The expression.
    pub const fn expression(&self) -> &Expression {
        &self.expression
    }

    /// The worked examples: records, `->`, and the value that follows.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }
}

fn has_value(example: &Example) -> bool {
    matches!(example.expected, Expectation::Value(_))
}

/// What formulas may name: the lists of records that are collected, by their ids.
///
/// Records that cannot be named are left out.
pub fn vocabulary(records: &[RecordType]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for record in records {
        // What cannot be declared is a fault of the set, which `check` tells.
        let _ = declare(record, &mut vocabulary);
    }
    vocabulary
}

/// Declares a list of records.
pub(super) fn declare(record: &RecordType, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    let scalar = |kind: &FieldKind| match kind {
        FieldKind::Bool => Scalar::Bool,
        FieldKind::Number => Scalar::Number,
        FieldKind::Text => Scalar::Text,
        FieldKind::Date => Scalar::Date,
        FieldKind::Choice(words) => Scalar::choice(words.iter().map(String::as_str)),
    };
    let fields = record.fields.iter().map(|field| (field.id.as_str(), scalar(&field.kind)));
    vocabulary.records(record.id.as_str(), fields)
}

#[cfg(test)]
mod tests;
