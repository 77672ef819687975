//! What goes into a statement and what comes out: whole numbers, text and bytes; days and moments are text that sorts.

use std::fmt;

use jiff::Timestamp;
use postgres::types::Type;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use super::DbError;

/// A value for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'v> {
    Null,
    Integer(i64),
    Text(&'v str),
    Blob(&'v [u8]),
}

impl<'v> Value<'v> {
    /// A moment, as microseconds since 1970.
    pub(crate) fn moment(at: Timestamp) -> Value<'static> {
        Value::Integer(at.as_microsecond())
    }

    /// A text, or nothing.
    pub(crate) fn optional(text: Option<&'v str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// A row that a statement gave.
pub(crate) struct Row<'r> {
    pub(super) statement: &'static str,
    pub(super) columns: Columns<'r>,
}

pub(super) enum Columns<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

impl Row<'_> {
    /// A whole number.
    pub(crate) fn integer(&self, column: usize) -> Result<i64, DbError> {
        match self.columns {
            Columns::Sqlite(row) => row.get(column).map_err(|_| self.not(column, "a whole number")),
            Columns::Postgres(row) => row.try_get(column).map_err(|_| self.not(column, "a whole number")),
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn count(&self, column: usize) -> Result<u64, DbError> {
        self.integer(column)?.try_into().map_err(|_| self.not(column, "zero or more"))
    }

    /// A whole number that is not negative, or nothing.
    pub(crate) fn optional_count(&self, column: usize) -> Result<Option<u64>, DbError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.count(column).map(Some),
        }
    }

    /// Text.
    pub(crate) fn text(&self, column: usize) -> Result<&str, DbError> {
        self.optional_text(column)?.ok_or_else(|| self.not(column, "text"))
    }

    /// Text, or nothing.
    pub(crate) fn optional_text(&self, column: usize) -> Result<Option<&str>, DbError> {
        match self.columns {
            Columns::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|_| self.not(column, "text or nothing"))?;
                value.as_str_or_null().map_err(|_| self.not(column, "text or nothing"))
            }
            Columns::Postgres(row) => row.try_get(column).map_err(|_| self.not(column, "text or nothing")),
        }
    }

    /// Bytes.
    pub(crate) fn blob(&self, column: usize) -> Result<&[u8], DbError> {
        self.optional_blob(column)?.ok_or_else(|| self.not(column, "bytes"))
    }

    /// Bytes, or nothing.
    pub(crate) fn optional_blob(&self, column: usize) -> Result<Option<&[u8]>, DbError> {
        match self.columns {
            Columns::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|_| self.not(column, "bytes or nothing"))?;
                value.as_blob_or_null().map_err(|_| self.not(column, "bytes or nothing"))
            }
            Columns::Postgres(row) => row.try_get(column).map_err(|_| self.not(column, "bytes or nothing")),
        }
    }

    /// A moment, from microseconds since 1970.
    pub(crate) fn moment(&self, column: usize) -> Result<Timestamp, DbError> {
        Timestamp::from_microsecond(self.integer(column)?).map_err(|_| self.not(column, "a moment"))
    }

    /// A moment, or nothing.
    pub(crate) fn optional_moment(&self, column: usize) -> Result<Option<Timestamp>, DbError> {
        self.optional_count(column)?.map(|_| self.moment(column)).transpose()
    }

    /// Adds every value, with its type and length, to a digest that is the same on both engines.
    pub(crate) fn digest(&self, hasher: &mut Sha256) -> Result<(), DbError> {
        for column in 0..self.columns() {
            match self.value(column)? {
                Value::Null => hasher.update([0]),
                Value::Integer(number) => hasher.update([&[1], &number.to_be_bytes()[..]].concat()),
                Value::Text(text) => update(hasher, 2, text.as_bytes()),
                Value::Blob(bytes) => update(hasher, 3, bytes),
            }
        }
        Ok(())
    }

    fn columns(&self) -> usize {
        match self.columns {
            Columns::Sqlite(row) => row.as_ref().column_count(),
            Columns::Postgres(row) => row.len(),
        }
    }

    /// Whatever a column holds.
    fn value(&self, column: usize) -> Result<Value<'_>, DbError> {
        let unknown = || self.not(column, "a whole number, text, bytes or nothing");
        match self.columns {
            Columns::Sqlite(row) => match row.get_ref(column).map_err(|_| unknown())? {
                ValueRef::Null => Ok(Value::Null),
                ValueRef::Integer(number) => Ok(Value::Integer(number)),
                ValueRef::Text(text) => Ok(Value::Text(std::str::from_utf8(text).map_err(|_| unknown())?)),
                ValueRef::Blob(bytes) => Ok(Value::Blob(bytes)),
                ValueRef::Real(_) => Err(unknown()),
            },
            Columns::Postgres(row) => match row.columns().get(column).map(postgres::Column::type_) {
                Some(kind) if *kind == Type::INT8 => Ok(row
                    .try_get::<_, Option<i64>>(column)
                    .map_err(|_| unknown())?
                    .map_or(Value::Null, Value::Integer)),
                Some(kind) if *kind == Type::TEXT => Ok(self.optional_text(column)?.map_or(Value::Null, Value::Text)),
                Some(kind) if *kind == Type::BYTEA => Ok(self.optional_blob(column)?.map_or(Value::Null, Value::Blob)),
                _ => Err(unknown()),
            },
        }
    }

    /// What `parse` makes of text.
    pub(crate) fn parsed<T>(
        &self,
        column: usize,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DbError> {
        parse(self.text(column)?).ok_or_else(|| self.not(column, expected))
    }

    /// What `parse` makes of text, or nothing.
    pub(crate) fn optional_parsed<T>(
        &self,
        column: usize,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, DbError> {
        self.optional_text(column)?.map(|_| self.parsed(column, expected, parse)).transpose()
    }

    /// That a column is not what it should be.
    pub(crate) fn not(&self, column: usize, expected: &'static str) -> DbError {
        DbError::Column { statement: self.statement, column, expected }
    }
}

fn update(hasher: &mut Sha256, kind: u8, bytes: &[u8]) {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    hasher.update([kind]);
    hasher.update(length.to_be_bytes());
    hasher.update(bytes);
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row").field("statement", &self.statement).finish_non_exhaustive()
    }
}
