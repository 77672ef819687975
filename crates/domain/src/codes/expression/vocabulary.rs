//! What an expression may speak of: names with their types, declared by whoever offers the facts.
//!
//! A vocabulary is read-only for expressions: there is no assignment, so a code cannot change what the law says.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

/// The type of a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// True or false.
    Bool,
    /// An exact number.
    Number,
    /// Any text.
    Text,
    /// One word of a closed set.
    Choice(BTreeSet<String>),
    /// A calendar day.
    Date,
}

impl Scalar {
    /// The type of a choice between words.
    pub fn choice<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Choice(words.into_iter().map(str::to_owned).collect())
    }

    /// What kind of value it is, in a message.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::Choice(_) => "a choice",
            Self::Date => "a date",
        }
    }
}

/// The fields of a record.
pub type Fields = BTreeMap<String, Scalar>;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameType {
    /// A single value.
    Scalar(Scalar),
    /// A list of records, all with these fields.
    Records(Fields),
}

/// The names that expressions may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    names: BTreeMap<String, NameType>,
}

/// Why a name cannot be declared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum VocabularyError {
    /// It is not written as names are.
    #[error("`{name}` is not a name: write lower-case words with `_`, joined by `.`, such as `provider.size`")]
    NotAName {
        /// What was given.
        name: String,
    },
    /// The name, or a part before one of its dots, is declared already.
    #[error("`{name}` cannot be declared beside `{other}`")]
    Clash {
        /// What was given.
        name: String,
        /// What is declared.
        other: String,
    },
}

/// Words that CEL keeps for itself.
const RESERVED: [&str; 21] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

pub(super) fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

impl Vocabulary {
    /// Declares a single value, such as `provider.size`.
    pub fn scalar(&mut self, name: &str, scalar: Scalar) -> Result<(), VocabularyError> {
        self.declare(name, NameType::Scalar(scalar))
    }

    /// Declares a list of records, such as `incidents`, by the names and types of their fields.
    pub fn records<'a>(
        &mut self,
        name: &str,
        fields: impl IntoIterator<Item = (&'a str, Scalar)>,
    ) -> Result<(), VocabularyError> {
        let fields: Fields = fields.into_iter().map(|(field, scalar)| (field.to_owned(), scalar)).collect();
        if let Some(field) = fields.keys().find(|field| field.contains('.') || !is_name(field)) {
            return Err(VocabularyError::NotAName { name: field.clone() });
        }
        self.declare(name, NameType::Records(fields))
    }

    fn declare(&mut self, name: &str, kind: NameType) -> Result<(), VocabularyError> {
        if !is_name(name) {
            return Err(VocabularyError::NotAName { name: name.to_owned() });
        }
        let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with('.'));
        let clash = |other: &&String| other.as_str() == name || begins(other, name) || begins(name, other);
        if let Some(other) = self.names.keys().find(clash) {
            return Err(VocabularyError::Clash { name: name.to_owned(), other: other.clone() });
        }
        self.names.insert(name.to_owned(), kind);
        Ok(())
    }

    /// What a name stands for.
    pub fn get(&self, name: &str) -> Option<&NameType> {
        self.names.get(name)
    }

    /// All names with what they stand for, in order.
    pub fn names(&self) -> impl Iterator<Item = (&str, &NameType)> {
        self.names.iter().map(|(name, kind)| (name.as_str(), kind))
    }

    /// Whether a word is the first part of a name, and so cannot stand for an element of a list.
    pub(super) fn begins_a_name(&self, word: &str) -> bool {
        self.names.keys().any(|name| name.split('.').next() == Some(word))
    }
}

fn is_name(name: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && !is_reserved(word)
    };
    name.len() <= 128 && name.split('.').all(is_word)
}

#[cfg(test)]
mod tests;
