//! Why a text is not an expression: what was found where, and what to write instead.

use std::ops::Range;

use thiserror::Error;

/// A place in the text, in bytes.
pub type Span = Range<usize>;

/// The first thing that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{fault}")]
pub struct ExpressionError {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub span: Span,
}

/// What can be wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The text is too long.
    #[error("the expression is longer than {limit} bytes")]
    TooLong {
        /// The most that is read.
        limit: usize,
    },
    /// Something is nested too deeply.
    #[error("the expression is nested more than {limit} levels deep")]
    TooDeep {
        /// The most that is read.
        limit: usize,
    },
    /// A character that no expression has.
    #[error("`{character}` is not part of the language")]
    Character {
        /// The character.
        character: char,
    },
    /// A text in quotes does not end.
    #[error("the text in quotation marks does not end")]
    OpenText,
    /// A text in quotes has an escape.
    #[error("texts have no escapes with a backslash")]
    Escape,
    /// A number that cannot be read.
    #[error("`{text}` is not a number")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// A day that is not in the calendar.
    #[error("`{text}` is not a day")]
    NotADay {
        /// What was written.
        text: String,
    },
    /// Something else should stand here.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What should stand here.
        expected: &'static str,
        /// What stands here.
        found: String,
    },
    /// An operator of CEL or of another language, that this one lacks.
    #[error("the operator `{operator}` is not part of the language")]
    Operator {
        /// What was written.
        operator: &'static str,
        /// What to write.
        instead: &'static str,
    },
    /// A function that the language lacks.
    #[error("`{name}` is not a function")]
    UnknownFunction {
        /// What was written.
        name: String,
    },
    /// A name that the vocabulary lacks.
    #[error("`{name}` is not in the vocabulary")]
    UnknownName {
        /// What was written.
        name: String,
        /// The most like it that there is.
        nearest: Option<String>,
    },
    /// A field that the record lacks.
    #[error("`{name}` is not a field of the record")]
    UnknownField {
        /// What was written.
        name: String,
        /// The most like it that there is.
        nearest: Option<String>,
    },
    /// The variable of a list has the name of something else.
    #[error("`{name}` cannot stand for an element of a list")]
    Variable {
        /// What was written.
        name: String,
    },
    /// A list within the body of another.
    #[error("`{name}` stands inside the brackets of another list function")]
    NestedMacro {
        /// The function.
        name: &'static str,
    },
    /// A word that is not one of the choice.
    #[error("`{word}` is not one of the words of this choice")]
    NotAChoice {
        /// What was written.
        word: String,
        /// The words there are.
        words: Vec<String>,
        /// The most like it that there is.
        nearest: Option<String>,
    },
    /// Something of the wrong type.
    #[error("expected {expected}, found {found}")]
    Type {
        /// What should stand here.
        expected: &'static str,
        /// What stands here.
        found: &'static str,
    },
    /// Two sides that cannot be compared.
    #[error("{left} cannot be compared with {right}")]
    Incomparable {
        /// What stands on the left.
        left: &'static str,
        /// What stands on the right.
        right: &'static str,
    },
    /// A name that an example sets twice.
    #[error("`{name}` is given twice")]
    GivenTwice {
        /// The name.
        name: String,
    },
}

impl ExpressionError {
    pub(super) fn new(fault: Fault, span: Span) -> Self {
        Self { fault, span }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match &self.fault {
            Fault::TooLong { .. } => "say it in two conditions, or in fewer words".to_owned(),
            Fault::TooDeep { .. } => "take brackets away, or say it in two conditions".to_owned(),
            Fault::Character { .. } => "`docs/reference/expressions.md` has the grammar".to_owned(),
            Fault::OpenText => "close it with the quotation mark it began with, on the same line".to_owned(),
            Fault::Escape => {
                "leave the backslash out; a text in `\"` may contain `'`, and the other way round".to_owned()
            }
            Fault::NotANumber { .. } => "write digits, such as `12`, `0.25` or `1e25`, below 10^38".to_owned(),
            Fault::NotADay { .. } => "write year, month and day, such as `date('2026-01-31')`".to_owned(),
            Fault::Expected { expected, .. } => format!("write {expected} here"),
            Fault::Operator { instead, .. } => (*instead).to_owned(),
            Fault::UnknownFunction { .. } => "the functions are `size`, `date`, `days_between`, and on lists \
                `.size`, `.exists`, `.all`, `.filter`, `.map`, `.sum`, `.min`, `.max`, `.median`"
                .to_owned(),
            Fault::UnknownName { nearest, .. } => {
                nearest_or(nearest.as_deref(), "names are those of the vocabulary; texts stand in quotation marks")
            }
            Fault::UnknownField { nearest, .. } => {
                nearest_or(nearest.as_deref(), "fields are those that the vocabulary declares for the list")
            }
            Fault::Variable { .. } => {
                "choose a word that no name begins with and that the language does not keep for itself".to_owned()
            }
            Fault::NestedMacro { .. } => {
                "lists are gone through one after the other: chain the functions, or say it in two conditions"
                    .to_owned()
            }
            Fault::NotAChoice { words, nearest, .. } => {
                nearest_or(nearest.as_deref(), &format!("write one of {}", words.join(", ")))
            }
            Fault::Type { expected, .. } => format!("write {expected} here; values are never converted"),
            Fault::Incomparable { .. } => {
                "compare two values of the same type; only numbers and dates are smaller or larger".to_owned()
            }
            Fault::GivenTwice { .. } => "leave one of the two out".to_owned(),
        }
    }
}

fn nearest_or(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |nearest| format!("did you mean `{nearest}`?"))
}
