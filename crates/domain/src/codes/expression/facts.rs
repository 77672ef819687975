//! What is known when an expression is evaluated, checked against the vocabulary once, where it comes in.
//!
//! What is not set is unknown; there are no defaults.

use std::collections::BTreeMap;

use jiff::civil::Date;
use thiserror::Error;

use super::number::Number;
use super::vocabulary::{Fields, NameType, Scalar, Vocabulary};

/// A single value that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text, or a word of a choice.
    Text(String),
    /// A calendar day.
    Date(Date),
}

/// A record of a list; a field that it lacks is unknown.
pub type Record = BTreeMap<String, Fact>;

/// All that is known.
// Invariant: what is set has the type that the vocabulary declares for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    scalars: BTreeMap<String, Fact>,
    records: BTreeMap<String, Vec<Record>>,
}

/// Why something cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FactError {
    /// The vocabulary has no such name.
    #[error("`{name}` is not in the vocabulary")]
    UnknownName {
        /// The name, or list and field.
        name: String,
    },
    /// The name stands for something else.
    #[error("`{name}` is {expected}, not {given}")]
    OtherType {
        /// The name, or list and field.
        name: String,
        /// What it stands for.
        expected: &'static str,
        /// What was given.
        given: &'static str,
    },
    /// The word is not one of the choice.
    #[error("`{word}` is not one of the words for `{name}`")]
    NotAChoice {
        /// The name, or list and field.
        name: String,
        /// What was given.
        word: String,
        /// The words there are.
        words: Vec<String>,
    },
}

impl Facts {
    /// Sets a single value; an earlier one is replaced.
    pub fn set(&mut self, vocabulary: &Vocabulary, name: &str, fact: Fact) -> Result<(), FactError> {
        match vocabulary.get(name) {
            Some(NameType::Scalar(scalar)) => fits(scalar, &fact, || name.to_owned())?,
            Some(NameType::Records(_)) => {
                let (name, expected) = (name.to_owned(), "a list of records");
                return Err(FactError::OtherType { name, expected, given: fact.kind() });
            }
            None => return Err(FactError::UnknownName { name: name.to_owned() }),
        }
        self.scalars.insert(name.to_owned(), fact);
        Ok(())
    }

    /// Sets a list of records; an earlier one is replaced.
    pub fn set_records(&mut self, vocabulary: &Vocabulary, name: &str, records: Vec<Record>) -> Result<(), FactError> {
        match vocabulary.get(name) {
            Some(NameType::Records(fields)) => {
                records.iter().try_for_each(|record| record_fits(name, fields, record))?;
            }
            Some(NameType::Scalar(scalar)) => {
                let (name, expected) = (name.to_owned(), scalar.kind());
                return Err(FactError::OtherType { name, expected, given: "a list of records" });
            }
            None => return Err(FactError::UnknownName { name: name.to_owned() }),
        }
        self.records.insert(name.to_owned(), records);
        Ok(())
    }

    /// Supposes a value that is known to fit.
    pub(super) fn suppose(&mut self, name: &str, fact: Fact) {
        self.scalars.insert(name.to_owned(), fact);
    }

    /// The value of a name, if it is known.
    pub fn scalar(&self, name: &str) -> Option<&Fact> {
        self.scalars.get(name)
    }

    /// The records of a list, if it is known.
    pub fn records(&self, name: &str) -> Option<&[Record]> {
        self.records.get(name).map(Vec::as_slice)
    }

    /// Whether a name is known.
    pub fn knows(&self, name: &str) -> bool {
        self.scalars.contains_key(name) || self.records.contains_key(name)
    }
}

fn record_fits(list: &str, fields: &Fields, record: &Record) -> Result<(), FactError> {
    record.iter().try_for_each(|(field, fact)| {
        let name = || format!("{list}.{field}");
        let scalar = fields.get(field).ok_or_else(|| FactError::UnknownName { name: name() })?;
        fits(scalar, fact, name)
    })
}

fn fits(scalar: &Scalar, fact: &Fact, name: impl Fn() -> String) -> Result<(), FactError> {
    match (scalar, fact) {
        (Scalar::Choice(words), Fact::Text(word)) if !words.contains(word) => {
            Err(FactError::NotAChoice { name: name(), word: word.clone(), words: words.iter().cloned().collect() })
        }
        (Scalar::Bool, Fact::Bool(_))
        | (Scalar::Number, Fact::Number(_))
        | (Scalar::Text | Scalar::Choice(_), Fact::Text(_))
        | (Scalar::Date, Fact::Date(_)) => Ok(()),
        _ => Err(FactError::OtherType { name: name(), expected: scalar.kind(), given: fact.kind() }),
    }
}

impl Fact {
    /// What kind of value it is, in a message.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::Date(_) => "a date",
        }
    }
}

#[cfg(test)]
mod tests;
