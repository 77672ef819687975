//! One disclosure: a salt and the hidden value, with its name where it is a property (RFC 9901, section 4.2).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::error::DisclosureError;
use crate::jwt::json;

/// What keeps a hidden value from being guessed: 128 random bits (RFC 9901, section 9.3).
pub type Salt = [u8; 16];

/// A hidden value, in the open.
///
/// Invariant: `text` is the encoded form that `digest` is taken of, and the other fields are what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    text: String,
    digest: String,
    name: Option<String>,
    value: Value,
}

impl Disclosure {
    /// Hides a property of an object.
    pub(crate) fn of_property(salt: Salt, name: String, value: Value) -> Self {
        let text = URL_SAFE_NO_PAD.encode(json!([URL_SAFE_NO_PAD.encode(salt), name, value]).to_string());
        Self { digest: digest(&text), text, name: Some(name), value }
    }

    /// Hides an element of an array.
    pub(crate) fn of_element(salt: Salt, value: Value) -> Self {
        let text = URL_SAFE_NO_PAD.encode(json!([URL_SAFE_NO_PAD.encode(salt), value]).to_string());
        Self { digest: digest(&text), text, name: None, value }
    }

    /// Reads one as it was handed over.
    pub fn parse(text: &str) -> Result<Self, DisclosureError> {
        let wrong = |reason: String| DisclosureError::NotADisclosure { text: text.to_owned(), reason };
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|error| wrong(error.to_string()))?;
        let Value::Array(parts) = json::parse(&bytes).map_err(|error| wrong(error.to_string()))? else {
            return Err(wrong("it is not an array".to_owned()));
        };
        let (name, value) = match <[Value; 3]>::try_from(parts) {
            Ok([Value::String(_), Value::String(name), value]) => (Some(name), value),
            Ok(_) => return Err(wrong("salt and name must be text".to_owned())),
            Err(parts) => match <[Value; 2]>::try_from(parts) {
                Ok([Value::String(_), value]) => (None, value),
                _ => return Err(wrong("it must have a salt, a name and a value, or a salt and a value".to_owned())),
            },
        };
        Ok(Self { digest: digest(text), text: text.to_owned(), name, value })
    }

    /// It as it is handed over.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its digest, as the token has it.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The name of the property; an element of an array has none.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The value that it discloses, itself perhaps with further digests in it.
    pub fn value(&self) -> &Value {
        &self.value
    }
}

/// RFC 9901, section 4.2.3: the digest is taken of the encoded form, so that nobody needs to encode it again.
pub(super) fn digest(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}
