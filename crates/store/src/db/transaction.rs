//! A transaction on either engine. Its statements are known by name; what they mean is known to the files that run them.

use std::fmt;

use super::mentions::{Key, Mentions};
use super::{DbError, Row, Statement, Value, postgres, sqlite, statement};
use crate::journal::number;

/// A transaction that is under way.
pub struct Transaction<'c> {
    connection: Connection<'c>,
    mentions: Mentions,
    /// How many statements were sent, beside those that begin and end it.
    statements: u64,
}

enum Connection<'c> {
    Sqlite(sqlite::Session<'c>),
    Postgres(&'c mut postgres::Connection),
}

impl<'c> Transaction<'c> {
    pub(super) fn sqlite(connection: &'c sqlite::Connection) -> Self {
        Self {
            connection: Connection::Sqlite(sqlite::Session::new(connection)),
            mentions: Mentions::default(),
            statements: 0,
        }
    }

    pub(super) fn postgres(connection: &'c mut postgres::Connection) -> Self {
        Self { connection: Connection::Postgres(connection), mentions: Mentions::default(), statements: 0 }
    }

    /// How many statements were sent, beside those that begin and end it.
    pub(super) const fn statements(&self) -> u64 {
        self.statements
    }

    pub(super) fn begin_reading(&mut self) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().batch("begin", "begin deferred"),
            Connection::Postgres(connection) => {
                connection.batch("begin", "begin transaction isolation level repeatable read read only")
            }
        }
    }

    /// Begins to read what is of one moment, and to write into tables that this connection alone sees.
    pub(super) fn begin_aside(&mut self) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => {
                // Tables beside the others refer to rows that are not beside them; the audit asks for references itself.
                session.connection().batch("begin", "pragma foreign_keys = off; begin deferred")
            }
            Connection::Postgres(connection) => {
                connection.batch("begin", "begin transaction isolation level repeatable read")
            }
        }
    }

    /// Makes an empty table beside one that is there, with the same columns and constraints: until the transaction ends,
    /// its name means the new one on this connection. Within [`super::Db::aside`] alone.
    pub(crate) fn shadow(&mut self, table: &'static str) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().shadow(table),
            Connection::Postgres(connection) => connection.shadow(table),
        }
    }

    /// Begins, and waits for the turn to write.
    pub(super) fn begin_writing(&mut self) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().batch("begin", "begin immediate"),
            Connection::Postgres(connection) => {
                // Each statement sees what was committed before it, and nobody commits after the turn is ours.
                connection.batch("begin", "begin transaction isolation level read committed")?;
                connection.execute(statement!("turn/take"), &[]).map(|_| ())
            }
        }
    }

    pub(super) fn commit(&mut self) -> Result<(), DbError> {
        let committed = match &mut self.connection {
            Connection::Sqlite(session) => session.connection().batch("commit", "commit"),
            Connection::Postgres(connection) => connection.batch("commit", "commit"),
        };
        committed.map_err(|error| match error {
            DbError::Statement { source, .. } => DbError::CommitUnknown(source),
            other => other,
        })
    }

    pub(super) fn roll_back(&mut self) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().batch("rollback", "rollback"),
            Connection::Postgres(connection) => {
                connection.forget();
                connection.batch("rollback", "rollback")
            }
        }
    }

    /// Adds what waits to be added, so that whatever is wrong with it is known before the end.
    pub(super) fn flush(&mut self) -> Result<(), DbError> {
        self.flush_mentions()?;
        match &mut self.connection {
            Connection::Sqlite(_) => Ok(()),
            Connection::Postgres(connection) => connection.flush(),
        }
    }

    /// Notes that what is deleted here is to be found nowhere after it; see [`super::Db::scrub`].
    pub(crate) fn mark_for_scrubbing(&mut self) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().mark_for_scrubbing(),
            // What becomes of its files is for the server to settle.
            Connection::Postgres(_) => Ok(()),
        }
    }

    /// Runs statements that have no parameters and no rows.
    pub(super) fn batch(&mut self, name: &'static str, sqlite: &str, postgres: &str) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(session) => session.connection().batch(name, sqlite),
            Connection::Postgres(connection) => connection.batch(name, postgres),
        }
    }

    /// Runs a statement, and says how many rows it changed.
    pub(crate) fn execute(&mut self, statement: &'static Statement, values: &[Value<'_>]) -> Result<u64, DbError> {
        self.statements += 1;
        match &mut self.connection {
            Connection::Sqlite(session) => session.execute(statement, values),
            Connection::Postgres(connection) => connection.execute(statement, values),
        }
    }

    /// Adds a row by a statement that adds one. On a server, rows wait until something else is asked of it: what is wrong
    /// with a row is an error then.
    pub(crate) fn add(&mut self, statement: &'static Statement, values: &[Value<'_>]) -> Result<(), DbError> {
        self.statements += 1;
        match &mut self.connection {
            Connection::Sqlite(session) => session.execute(statement, values).map(|_| ()),
            Connection::Postgres(connection) => connection.add(statement, values),
        }
    }

    /// Where what an entry names waits to be added, until the entries go on: [`Self::flush_mentions`] comes before reading.
    pub(crate) fn mentions(&mut self, entry_id: u64) -> Result<&mut Mentions, DbError> {
        if self.mentions.is_beyond(entry_id) {
            self.flush_mentions()?;
        }
        Ok(&mut self.mentions)
    }

    /// Adds what waits of what entries name.
    pub(crate) fn flush_mentions(&mut self) -> Result<(), DbError> {
        let waiting = std::mem::take(&mut self.mentions);
        self.add_mentions(waiting)
    }

    /// Adds what entries name.
    pub(crate) fn add_mentions(&mut self, mentions: Mentions) -> Result<(), DbError> {
        mentions.into_rows().try_for_each(|(Key { subject, span, area }, places)| {
            let values = [Value::Text(&subject), number(span), Value::Text(area), Value::Text(&places)];
            self.add(statement!("mention/add"), &values)
        })
    }

    /// Runs a statement, and hands over each row.
    pub(crate) fn each(
        &mut self,
        statement: &'static Statement,
        values: &[Value<'_>],
        mut each: impl FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.statements += 1;
        match &mut self.connection {
            Connection::Sqlite(session) => session.each(statement, values, &mut each),
            Connection::Postgres(connection) => connection.each(statement, values, &mut each),
        }
    }

    /// What is made of each row of a statement.
    pub(crate) fn all<T>(
        &mut self,
        statement: &'static Statement,
        values: &[Value<'_>],
        mut read: impl FnMut(Row<'_>) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        let mut all = Vec::new();
        self.each(statement, values, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// What is made of the row that a statement gives, if it gives one.
    pub(crate) fn one<T>(
        &mut self,
        statement: &'static Statement,
        values: &[Value<'_>],
        read: impl FnMut(Row<'_>) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.all(statement, values, read)?.pop())
    }
}

impl fmt::Debug for Transaction<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transaction").finish_non_exhaustive()
    }
}
