//! What is collected for an indicator, and how its value follows from that.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The expression.
    pub text: String,
    /// Worked examples: records, `->`, and the value that follows.
    pub examples: Vec<String>,
}

/// Whether a text can stand as a name in a formula: small letters, digits and `_`, a letter first.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
