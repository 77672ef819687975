//! What goes into a statement and what comes out: whole numbers, text and bytes; days and moments are text that sorts.

use std::fmt;

use super::DbError;

/// A value for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'v> {
    Null,
    Integer(i64),
    Text(&'v str),
    Blob(&'v [u8]),
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
        match self.columns {
            Columns::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|_| self.not(column, "bytes"))?;
                value.as_blob().map_err(|_| self.not(column, "bytes"))
            }
            Columns::Postgres(row) => row.try_get(column).map_err(|_| self.not(column, "bytes")),
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

    /// That a column is not what it should be.
    pub(crate) fn not(&self, column: usize, expected: &'static str) -> DbError {
        DbError::Column { statement: self.statement, column, expected }
    }
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row").field("statement", &self.statement).finish_non_exhaustive()
    }
}
