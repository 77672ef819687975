//! SQLite: the file on this machine, with a write-ahead log that is synced at each commit.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, ErrorCode, ToSql};

use super::row::Columns;
use super::{DbError, EngineError, Row, Statement, Value};

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is tried to begin the log of a file that others open.
const TRIES: u32 = 200;

/// How long whoever takes out what was erased waits for readers: the next who opens the file goes on.
const PATIENCE_WITH_READERS: Duration = Duration::from_secs(1);

/// How many prepared statements a connection keeps.
const PREPARED: usize = 200;

pub(super) struct Connection(rusqlite::Connection);

/// A connection with the statements that were prepared in a transaction, by where they are in memory: a large change
/// looks one up for each row.
pub(super) struct Session<'c> {
    connection: &'c Connection,
    prepared: BTreeMap<*const Statement, CachedStatement<'c>>,
}

impl Connection {
    pub(super) fn open(file: &Path) -> Result<Self, DbError> {
        let failed = |source| DbError::OpenFile { file: file.to_owned(), source };
        let connection = rusqlite::Connection::open(file).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        // `full` syncs the log at each commit: what was acknowledged survives a loss of power.
        // 32 MB of pages stay at hand, so that a large change does not write a page again and again.
        // What is deleted is not overwritten at once: see `scrub`.
        let settings = "pragma journal_mode = wal; pragma cache_size = -32768; pragma synchronous = full; pragma foreign_keys = on; \
                        pragma trusted_schema = off; pragma cell_size_check = on; pragma secure_delete = off;";
        // Those who open a new file at once all begin its log, and SQLite lets none of them wait there.
        let mut tries = 0;
        while let Err(error) = connection.execute_batch(settings) {
            if tries == TRIES || error.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) {
                return Err(failed(error));
            }
            tries += 1;
            thread::sleep(PATIENCE / TRIES);
        }
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(Self(connection))
    }

    pub(super) fn batch(&self, name: &'static str, sql: &str) -> Result<(), DbError> {
        self.0.execute_batch(sql).map_err(|error| explained(name, error))
    }

    /// Makes an empty table of this connection alone beside one of the file, which its name then stands for.
    pub(super) fn shadow(&self, table: &'static str) -> Result<(), DbError> {
        let failed = |error| explained("audit/shadow", error);
        // The file keeps each statement with its first words in capitals, whatever was written.
        let of_table = "select sql from main.sqlite_schema where tbl_name = ?1 and sql is not null order by type desc";
        let mut statement = self.0.prepare(of_table).map_err(failed)?;
        let made = statement.query_map([table], |row| row.get::<_, String>(0)).map_err(failed)?;
        for sql in made.collect::<Result<Vec<_>, _>>().map_err(failed)? {
            let beside = [
                ("CREATE TABLE ", "create temp table "),
                ("CREATE INDEX ", "create index temp."),
                ("CREATE UNIQUE INDEX ", "create unique index temp."),
            ];
            let beside =
                beside.iter().find_map(|(known, beside)| Some(format!("{beside}{}", sql.strip_prefix(known)?)));
            self.batch("audit/shadow", beside.as_deref().unwrap_or(&sql))?;
        }
        Ok(())
    }

    /// Notes in the file, within a transaction, that it is to be scrubbed after it.
    pub(super) fn mark_for_scrubbing(&self) -> Result<(), DbError> {
        self.batch("scrub/mark", "pragma user_version = 1")
    }

    /// Writes the file anew when that is due: rows that were moved or deleted leave what they held in it, and in the
    /// log, until something else takes the place. A crash in between leaves the mark, and the next who opens goes on.
    pub(super) fn scrub(&self) -> Result<(), DbError> {
        let failed = |error| explained("scrub/rewrite", error);
        let mark: i64 = self.0.query_row("pragma user_version", [], |row| row.get(0)).map_err(failed)?;
        if mark == 0 {
            return Ok(());
        }
        self.batch("scrub/rewrite", "vacuum")?;
        self.0.busy_timeout(PATIENCE_WITH_READERS).map_err(failed)?;
        let is_read = self.0.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0));
        self.0.busy_timeout(PATIENCE).map_err(failed)?;
        if is_read.map_err(failed)? {
            return Err(DbError::Busy { seconds: PATIENCE_WITH_READERS.as_secs() });
        }
        self.batch("scrub/done", "pragma user_version = 0")
    }

    /// Whether a statement is understood and numbers its parameters as it should.
    #[cfg(test)]
    pub(super) fn numbers_of_parameters(&self, sql: &str) -> Result<Vec<Option<String>>, rusqlite::Error> {
        let prepared = self.0.prepare(sql)?;
        Ok((1..=prepared.parameter_count()).map(|number| prepared.parameter_name(number).map(str::to_owned)).collect())
    }
}

impl<'c> Session<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, prepared: BTreeMap::new() }
    }

    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    pub(super) fn execute(&mut self, statement: &'static Statement, parameters: &[Value<'_>]) -> Result<u64, DbError> {
        let changed = self.prepared(statement)?.execute(rusqlite::params_from_iter(parameters));
        Ok(u64::try_from(changed.map_err(|error| explained(statement.name, error))?).unwrap_or(u64::MAX))
    }

    pub(super) fn each(
        &mut self,
        statement: &'static Statement,
        parameters: &[Value<'_>],
        each: &mut dyn FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let failed = |error| explained(statement.name, error);
        let mut rows = self.prepared(statement)?.query(rusqlite::params_from_iter(parameters)).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            each(Row { statement: statement.name, columns: Columns::Sqlite(row) })?;
        }
        Ok(())
    }

    fn prepared(&mut self, statement: &'static Statement) -> Result<&mut CachedStatement<'c>, DbError> {
        match self.prepared.entry(std::ptr::from_ref(statement)) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let prepared = self.connection.0.prepare_cached(statement.sqlite);
                Ok(place.insert(prepared.map_err(|error| explained(statement.name, error))?))
            }
        }
    }
}

fn explained(statement: &'static str, error: rusqlite::Error) -> DbError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => DbError::Busy { seconds: PATIENCE.as_secs() },
        _ => DbError::Statement { statement, source: EngineError::Sqlite(error) },
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
