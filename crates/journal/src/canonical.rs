//! One spelling for each value: JSON as RFC 8785 writes it, without fractions.
//! What is hashed and signed is written so, and what is read is refused when it is written in any other way.

mod spelled;

use serde_json::{Map, Value};
use thiserror::Error;

/// Integers beyond this are not exact in every reader of JSON (RFC 7493, section 2.2).
const LARGEST_INTEGER: u64 = (1 << 53) - 1;
/// Deeper values are refused, so that no reader runs out of stack.
const DEEPEST: u8 = 64;

/// Why a value has no canonical form, or bytes are not in it.
#[derive(Debug, Error)]
pub enum CanonicalError {
    /// A number with a fraction or an exponent, or one that is too large.
    #[error("the number `{0}` is not an integer between -9007199254740991 and 9007199254740991")]
    Number(String),
    /// Objects or arrays within one another more than 64 times.
    #[error("the value is nested deeper than 64 levels")]
    Depth,
    /// Not JSON at all.
    #[error("the bytes are not JSON")]
    Json(#[source] serde_json::Error),
    /// JSON in another spelling: blanks, order of keys, a key twice, escapes.
    #[error("the JSON is not in canonical form, first at byte {at}")]
    Spelling {
        /// The first byte that the canonical form does not have.
        at: usize,
    },
}

/// The canonical bytes of a value.
pub fn to_bytes(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut bytes = Vec::new();
    write_value(value, DEEPEST, &mut bytes)?;
    Ok(bytes)
}

/// Reads a value from its canonical bytes, and from no others.
pub fn parse(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let value = serde_json::from_slice(bytes).map_err(CanonicalError::Json)?;
    let mut expected = Vec::with_capacity(bytes.len());
    write_value(&value, DEEPEST, &mut expected)?;
    if expected == bytes {
        return Ok(value);
    }
    let same = expected.iter().zip(bytes).take_while(|(expected, found)| expected == found).count();
    Err(CanonicalError::Spelling { at: same })
}

/// Appends an object, as the value of a key of an object that is written by hand.
pub(crate) fn write_inner_object(object: &Map<String, Value>, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    write_object(object, DEEPEST - 1, out)
}

/// Whether a text is what [`write_inner_object`] writes.
pub(crate) fn is_inner_object(text: &str) -> bool {
    spelled::is_object(text, DEEPEST - 1)
}

/// Appends a text in quotes.
///
/// RFC 8785 escapes as little as JSON allows, in the short forms and in lower case, which is what `serde_json` does.
pub(crate) fn write_text(text: &str, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    serde_json::to_writer(out, text).map_err(CanonicalError::Json)
}

fn write_value(value: &Value, levels: u8, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => match number.as_i64() {
            Some(integer) if integer.unsigned_abs() <= LARGEST_INTEGER => {
                out.extend_from_slice(integer.to_string().as_bytes());
            }
            _ => return Err(CanonicalError::Number(number.to_string())),
        },
        Value::String(text) => write_text(text, out)?,
        Value::Array(items) => write_array(items, levels, out)?,
        Value::Object(object) => write_object(object, levels, out)?,
    }
    Ok(())
}

fn write_array(items: &[Value], levels: u8, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    let inner = levels.checked_sub(1).ok_or(CanonicalError::Depth)?;
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_value(item, inner, out)?;
    }
    out.push(b']');
    Ok(())
}

fn write_object(object: &Map<String, Value>, levels: u8, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    let inner = levels.checked_sub(1).ok_or(CanonicalError::Depth)?;
    out.push(b'{');
    for (index, (key, value)) in in_order(object).enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_text(key, out)?;
        out.push(b':');
        write_value(value, inner, out)?;
    }
    out.push(b'}');
    Ok(())
}

/// The fields in the order of RFC 8785, section 3.2.3: by UTF-16 code units of their keys.
fn in_order(object: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let mut fields: Vec<(&String, &Value)> = object.iter().collect();
    // Keys of ASCII are in that order already, as a map has them.
    if !object.keys().all(|key| key.is_ascii()) {
        fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    }
    fields.into_iter()
}

#[cfg(test)]
mod tests;
