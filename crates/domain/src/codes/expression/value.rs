//! What an expression comes to: a value, not known for want of named facts, or undefined for a reason.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;

use super::error::Span;
use super::number::Number;
use super::vocabulary::Scalar;

/// The result of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text, or a word of a choice.
    Text(String),
    /// A calendar day.
    Date(Date),
    /// Not known; the names of what would help to settle it.
    Unknown(BTreeSet<String>),
    /// Without a value, whatever else becomes known.
    Undefined(Undefined),
}

/// Why there is no value, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undefined {
    /// Why.
    pub reason: Reason,
    /// The part of the text that has no value.
    pub span: Span,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Something is divided by zero.
    DivisionByZero,
    /// The smallest, largest or middle one of nothing.
    NothingToChoose,
    /// A number is too large, or too finely divided, to be held exactly.
    TooLarge,
    /// The facts were checked against another vocabulary than the expression.
    OtherVocabulary,
}

impl Reason {
    /// All reasons, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::DivisionByZero, "division-by-zero"),
        (Self::NothingToChoose, "nothing-to-choose"),
        (Self::TooLarge, "too-large"),
        (Self::OtherVocabulary, "other-vocabulary"),
    ];

    /// The reason's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::DivisionByZero => "division-by-zero",
            Self::NothingToChoose => "nothing-to-choose",
            Self::TooLarge => "too-large",
            Self::OtherVocabulary => "other-vocabulary",
        }
    }
}

impl Value {
    /// Whether it is a value, and not unknown or undefined.
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_) | Self::Undefined(_))
    }
}

impl Value {
    /// Whether it is a value of this type.
    pub(super) const fn is_of(&self, scalar: &Scalar) -> bool {
        matches!(
            (self, scalar),
            (Self::Bool(_), Scalar::Bool)
                | (Self::Number(_), Scalar::Number)
                | (Self::Text(_), Scalar::Text | Scalar::Choice(_))
                | (Self::Date(_), Scalar::Date)
        )
    }
}

/// As it would be written in an expression; `unknown: names` and `undefined: reason` otherwise.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "'{text}'"),
            Self::Date(date) => write!(f, "date('{date}')"),
            Self::Unknown(names) => {
                write!(f, "unknown: {}", names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
            }
            Self::Undefined(undefined) => write!(f, "undefined: {}", undefined.reason.id()),
        }
    }
}
