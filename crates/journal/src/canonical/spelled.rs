//! Whether a text is canonical, told while it is read: each value is written again as it comes, and nothing is kept of it.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{LARGEST_INTEGER, write_text};

/// Whether a text is the canonical form of an object, with at most so many levels.
pub(crate) fn is_object(text: &str, levels: u8) -> bool {
    let mut written = Vec::with_capacity(text.len());
    let mut reader = serde_json::Deserializer::from_str(text);
    let is_read = Again { out: &mut written, levels }.deserialize(&mut reader).is_ok() && reader.end().is_ok();
    is_read && text.starts_with('{') && written == text.as_bytes()
}

/// A value that is written again as it is read.
struct Again<'o> {
    out: &'o mut Vec<u8>,
    levels: u8,
}

/// A key that is written again as it is read, and comes after the one before it.
struct Key<'o> {
    out: &'o mut Vec<u8>,
    before: &'o mut Option<String>,
}

impl Again<'_> {
    fn inner<E: Error>(&self) -> Result<u8, E> {
        self.levels.checked_sub(1).ok_or_else(|| E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Again<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Again<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value in canonical form")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        if value > LARGEST_INTEGER {
            return Err(E::custom("too large"));
        }
        self.out.extend_from_slice(value.to_string().as_bytes());
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        if value.unsigned_abs() > LARGEST_INTEGER {
            return Err(E::custom("too large"));
        }
        self.out.extend_from_slice(value.to_string().as_bytes());
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        write_text(value, self.out).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let levels = self.inner()?;
        let out = self.out;
        out.push(b'[');
        let first = out.len();
        loop {
            let end = out.len();
            if end > first {
                out.push(b',');
            }
            if items.next_element_seed(Again { out: &mut *out, levels })?.is_none() {
                out.truncate(end);
                out.push(b']');
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let levels = self.inner()?;
        let out = self.out;
        let mut before = None;
        out.push(b'{');
        while fields.next_key_seed(Key { out: &mut *out, before: &mut before })?.is_some() {
            out.push(b':');
            fields.next_value_seed(Again { out: &mut *out, levels })?;
        }
        out.push(b'}');
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key after the one before it")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        match self.before {
            Some(before) if order(before, key) != Ordering::Less => return Err(E::custom("out of order")),
            Some(before) => {
                self.out.push(b',');
                before.clear();
                before.push_str(key);
            }
            None => *self.before = Some(key.to_owned()),
        }
        write_text(key, self.out).map_err(E::custom)
    }
}

/// The order of RFC 8785, section 3.2.3: by UTF-16 code units, which for ASCII is that of bytes.
fn order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}
