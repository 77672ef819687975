//! The facts of an entry, kept as the canonical bytes that the journal has of them: what reads them says of what form
//! they are, and what only passes them on does not take them apart.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::canonical;
use crate::entry::EntryError;

/// An object in its canonical form.
// Invariant: the text is what `canonical` writes of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload(String);

impl Payload {
    /// The canonical form of what is written as an object.
    ///
    /// # Errors
    /// It is not written as an object, or has a value without a canonical form, such as a number with a fraction.
    pub fn of(facts: &impl Serialize) -> Result<Self, EntryError> {
        match serde_json::to_value(facts).map_err(canonical::CanonicalError::Json)? {
            Value::Object(object) => Self::of_object(&object),
            _ => Err(EntryError::Value { key: "payload", expected: "an object" }),
        }
    }

    /// Takes a text that is in canonical form already; nothing when it is not.
    pub(crate) fn of_text(text: &str) -> Option<Self> {
        canonical::is_inner_object(text).then(|| Self(text.to_owned()))
    }

    pub(crate) fn of_object(object: &Map<String, Value>) -> Result<Self, EntryError> {
        let mut bytes = Vec::new();
        canonical::write_inner_object(object, &mut bytes)?;
        String::from_utf8(bytes).map(Self).map_err(|_| EntryError::Value { key: "payload", expected: "text in UTF-8" })
    }

    /// The facts in a form.
    ///
    /// # Errors
    /// They are not of that form.
    pub fn read<'p, T: Deserialize<'p>>(&'p self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }

    /// The canonical form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
