//! Conditions on which a measure binds, beyond whom its commitment binds: expressions over what the law decides.
//!
//! A code reads these facts and cannot change them: the verdicts of the law are decided before it is looked at.

use std::sync::LazyLock;

use thiserror::Error;

use super::expression::Expression;
use super::expression::constancy::Constancy;
use super::expression::error::{ExpressionError, Span};
use super::expression::example::{Example, check_examples};
use super::expression::vocabulary::{Scalar, Vocabulary};
use crate::law::size::SizeClass;

/// When a measure binds.
// Invariant: every example comes out as it says, and there are two or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    expression: Expression,
    examples: Vec<String>,
    note: String,
}

/// What a condition can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Whether the model is a general-purpose AI model (Art. 3(63)).
    GeneralPurpose,
    /// Whether it presents systemic risk (Art. 51).
    SystemicRisk,
    /// Whether the exception for open-source models is open (Art. 53(2)).
    OpenSource,
    /// Whether the provider claims that the model is similarly safe or safer.
    SimilarlySafe,
    /// Whether the provider claims that the model is inferior to one with openly available weights.
    InferiorToOpenWeight,
    /// The provider's size class.
    Size,
}

/// Why a condition cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConditionError {
    /// The expression cannot be read, or does not fit the vocabulary.
    #[error("the condition cannot be read: {0}")]
    Expression(ExpressionError),
    /// An example cannot be read.
    #[error("the example cannot be read: {error}")]
    Example {
        /// Which, counted from zero.
        index: usize,
        /// What is wrong with it.
        error: ExpressionError,
    },
    /// An example comes out otherwise.
    #[error("the condition comes to {found} here")]
    ExampleFails {
        /// Which, counted from zero.
        index: usize,
        /// What the condition comes to.
        found: String,
    },
    /// There are fewer than two examples.
    #[error("a condition has two worked examples or more, one of each outcome at best")]
    FewExamples,
    /// The condition is true in every case.
    #[error("the condition is true in every case")]
    AlwaysTrue,
    /// The condition is true in no case.
    #[error("the condition is true in no case")]
    NeverTrue,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for asked in Asked::ALL {
        let scalar = match asked {
            Asked::Size => Scalar::choice(SizeClass::ALL.map(SizeClass::id)),
            _ => Scalar::Bool,
        };
        // The names are names and differ: a test declares them all.
        let _ = vocabulary.scalar(asked.name(), scalar);
    }
    vocabulary
});

/// The names that conditions may use.
pub fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

impl Asked {
    /// Everything that a condition can ask.
    pub const ALL: [Self; 6] = [
        Self::GeneralPurpose,
        Self::SystemicRisk,
        Self::OpenSource,
        Self::SimilarlySafe,
        Self::InferiorToOpenWeight,
        Self::Size,
    ];

    /// Its name in expressions.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GeneralPurpose => "model.general_purpose",
            Self::SystemicRisk => "model.systemic_risk",
            Self::OpenSource => "model.open_source",
            Self::SimilarlySafe => "model.similarly_safe",
            Self::InferiorToOpenWeight => "model.inferior_to_open_weight",
            Self::Size => "provider.size",
        }
    }
}

impl Condition {
    /// Compiles a condition and holds its examples against it; everything that is wrong is told.
    pub fn compile(text: &str, examples: &[&str], note: &str) -> Result<Self, Vec<ConditionError>> {
        let expression = Expression::condition(text, vocabulary());
        let expression = expression.map_err(|error| vec![ConditionError::Expression(error)])?;
        let mut errors: Vec<ConditionError> =
            examples.iter().enumerate().filter_map(|(index, text)| example_error(&expression, index, text)).collect();
        if examples.len() < 2 {
            errors.push(ConditionError::FewExamples);
        }
        match expression.constancy() {
            Constancy::AlwaysTrue => errors.push(ConditionError::AlwaysTrue),
            Constancy::NeverTrue => errors.push(ConditionError::NeverTrue),
            Constancy::Varies { .. } | Constancy::NotShown => {}
        }
        let examples = examples.iter().map(|text| (*text).to_owned()).collect();
        if errors.is_empty() { Ok(Self { expression, examples, note: note.to_owned() }) } else { Err(errors) }
    }

    /// The expression.
    pub const fn expression(&self) -> &Expression {
        &self.expression
    }

    /// The worked examples: what is given, `->`, and what the condition comes to.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }

    /// What the code says of it.
    pub fn note(&self) -> &str {
        &self.note
    }
}

impl ConditionError {
    /// Which example it is about, if it is about one.
    pub const fn example(&self) -> Option<usize> {
        match self {
            Self::Example { index, .. } | Self::ExampleFails { index, .. } => Some(*index),
            Self::Expression(_) | Self::FewExamples | Self::AlwaysTrue | Self::NeverTrue => None,
        }
    }

    /// The bytes of the condition, or of the example, that it is about.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Expression(error) | Self::Example { error, .. } => Some(error.span.clone()),
            _ => None,
        }
    }

    /// What to do.
    pub fn hint(&self) -> String {
        match self {
            Self::Expression(error) | Self::Example { error, .. } => error.hint(),
            Self::ExampleFails { .. } => "correct the example, or the condition".to_owned(),
            Self::FewExamples => "add `- example: provider.size = 'micro' -> false` and its neighbour".to_owned(),
            Self::AlwaysTrue => "remove the condition: the measure binds without it".to_owned(),
            Self::NeverTrue => "correct the condition: the measure would bind nobody".to_owned(),
        }
    }
}

fn example_error(expression: &Expression, index: usize, text: &str) -> Option<ConditionError> {
    let example = match Example::parse(text, vocabulary()) {
        Ok(example) => example,
        Err(error) => return Some(ConditionError::Example { index, error }),
    };
    let failure = check_examples(expression, &[example], None).into_iter().next()?;
    Some(ConditionError::ExampleFails { index, found: failure.found.to_string() })
}

#[cfg(test)]
mod tests;
