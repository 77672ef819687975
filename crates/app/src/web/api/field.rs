//! What is wrong with single fields of what was sent: all of it at once, each with its place.

use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_path_to_error::{Path, Segment};

use crate::web::error::Problem;

/// What is wrong with a field.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct FieldError {
    /// Where it is: a JSON Pointer (RFC 6901) into what was sent; empty where it is the whole.
    pub(crate) pointer: String,
    /// What is wrong with it.
    pub(crate) detail: String,
}

/// Fields as they are read.
#[derive(Default)]
pub(super) struct Fields {
    errors: Vec<FieldError>,
}

impl Fields {
    /// A field as something that cannot be wrong.
    pub(super) fn parsed<T>(
        &mut self,
        pointer: &str,
        text: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(text);
        if value.is_none() {
            self.refuse(pointer, format!("`{text}` is not {expected}"));
        }
        value
    }

    /// A field that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        pointer: &str,
        text: Option<&String>,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        self.parsed(pointer, text?, expected, parse)
    }

    /// Says what is wrong with a field.
    pub(super) fn refuse(&mut self, pointer: &str, detail: String) {
        self.errors.push(FieldError { pointer: pointer.to_owned(), detail });
    }

    /// What was read, unless anything was wrong.
    ///
    /// # Errors
    /// Everything that was.
    pub(super) fn done<T>(self, read: Option<T>) -> Result<T, Problem> {
        match read {
            Some(read) if self.errors.is_empty() => Ok(read),
            _ => Err(Problem::of_fields(StatusCode::UNPROCESSABLE_ENTITY, self.errors)),
        }
    }
}

/// The pointer to a place in JSON.
pub(super) fn pointer(path: &Path) -> String {
    path.iter().fold(String::new(), |mut pointer, segment| {
        let name = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => return pointer,
        };
        pointer.push('/');
        pointer.push_str(&name);
        pointer
    })
}
