//! PostgreSQL: one database for many nodes.
//!
//! A node that stops in the middle of a change holds the turn; the server ends its transaction after
//! [`HELD_AT_MOST`] seconds, and the others go on.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Duration;

use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls};

use super::migrations::place_of_table;
use super::row::Columns;
use super::waiting::{Waiting, of_many, table_of};
use super::{DbError, EngineError, Row, Statement, Value};

/// How long a writer waits for its turn, in seconds.
const PATIENCE: u64 = 10;

/// How long a transaction may stand still before the server ends it, in seconds.
const HELD_AT_MOST: u64 = 4;

pub(super) struct Connection {
    client: Client,
    prepared: BTreeMap<&'static str, postgres::Statement>,
    adding: BTreeMap<&'static str, Adding>,
    waiting: Waiting,
}

/// How rows are added by a statement.
#[derive(Clone)]
struct Adding {
    /// The place of their table: it refers only to tables before it.
    place: usize,
    /// The statement that adds many at once.
    of_many: postgres::Statement,
}

impl Connection {
    pub(super) fn open(url: &str) -> Result<Self, DbError> {
        let mut config: Config = url.parse().map_err(DbError::OpenServer)?;
        config.application_name("adhere");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(PATIENCE));
        }
        let mut client = config.connect(NoTls).map_err(DbError::OpenServer)?;
        let settings = format!(
            "set lock_timeout = '{PATIENCE}s'; set idle_in_transaction_session_timeout = '{HELD_AT_MOST}s'; \
             set synchronous_commit = on; set client_min_messages = warning;"
        );
        client.batch_execute(&settings).map_err(DbError::OpenServer)?;
        Ok(Self { client, prepared: BTreeMap::new(), adding: BTreeMap::new(), waiting: Waiting::default() })
    }

    pub(super) fn batch(&mut self, name: &'static str, sql: &str) -> Result<(), DbError> {
        self.flush()?;
        self.client.batch_execute(sql).map_err(|error| explained(name, error))
    }

    /// Makes an empty table of this connection alone beside one of the database, which its name then stands for.
    pub(super) fn shadow(&mut self, table: &'static str) -> Result<(), DbError> {
        let sql = format!("create temporary table {table} (like {table} including all) on commit drop");
        self.batch("audit/shadow", &sql)?;
        // What was prepared means the other table still.
        self.prepared.clear();
        self.adding.clear();
        Ok(())
    }

    pub(super) fn execute(&mut self, statement: &'static Statement, values: &[Value<'_>]) -> Result<u64, DbError> {
        self.flush()?;
        let prepared = self.prepared(statement)?;
        let changed = self.client.execute(&prepared, &as_parameters(values));
        changed.map_err(|error| explained(statement.name, error))
    }

    pub(super) fn each(
        &mut self,
        statement: &'static Statement,
        values: &[Value<'_>],
        each: &mut dyn FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.flush()?;
        let failed = |error| explained(statement.name, error);
        let prepared = self.prepared(statement)?;
        // Rows are taken as they come: a table may be larger than memory.
        let mut rows = self.client.query_raw(&prepared, as_parameters(values)).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            each(Row { statement: statement.name, columns: Columns::Postgres(&row) })?;
        }
        Ok(())
    }

    /// Adds a row by a statement that adds one: it waits for others of its table.
    pub(super) fn add(&mut self, statement: &'static Statement, values: &[Value<'_>]) -> Result<(), DbError> {
        let place = self.adding(statement)?.place;
        if self.waiting.is_full_for(place, statement, values) {
            self.flush()?;
        }
        self.waiting.add(place, statement, values);
        Ok(())
    }

    /// Adds the rows that wait.
    pub(super) fn flush(&mut self) -> Result<(), DbError> {
        for rows in self.waiting.take() {
            let adding = self.adding(rows.statement)?;
            let added = self.client.execute(&adding.of_many, &rows.parameters());
            added.map_err(|error| explained(rows.statement.name, error))?;
        }
        Ok(())
    }

    /// Forgets the rows that wait.
    pub(super) fn forget(&mut self) {
        self.waiting.take().for_each(drop);
    }

    fn adding(&mut self, statement: &'static Statement) -> Result<Adding, DbError> {
        if let Some(adding) = self.adding.get(statement.name) {
            return Ok(adding.clone());
        }
        let no_row = || DbError::NoRow { statement: statement.name };
        let place = table_of(statement).and_then(place_of_table).ok_or_else(no_row)?;
        let of_one = self.prepared(statement)?;
        let of_many = of_many(statement.postgres, of_one.params()).ok_or_else(no_row)?;
        let of_many = self.client.prepare(&of_many).map_err(|error| explained(statement.name, error))?;
        let adding = Adding { place, of_many };
        self.adding.insert(statement.name, adding.clone());
        Ok(adding)
    }

    fn prepared(&mut self, statement: &'static Statement) -> Result<postgres::Statement, DbError> {
        if let Some(prepared) = self.prepared.get(statement.name) {
            return Ok(prepared.clone());
        }
        let prepared = self.client.prepare(statement.postgres).map_err(|error| explained(statement.name, error))?;
        self.prepared.insert(statement.name, prepared.clone());
        Ok(prepared)
    }

    /// Whether a statement is understood.
    #[cfg(test)]
    pub(super) fn prepare(&mut self, sql: &str) -> Result<(), postgres::Error> {
        self.client.prepare(sql).map(|_| ())
    }
}

fn explained(statement: &'static str, error: postgres::Error) -> DbError {
    match error.code() {
        Some(code) if *code == SqlState::LOCK_NOT_AVAILABLE => DbError::Busy { seconds: PATIENCE },
        _ => DbError::Statement { statement, source: EngineError::Postgres(error) },
    }
}

fn as_parameters<'v>(values: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl ToSql for Value<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Integer(number) => number.to_sql_checked(kind, out),
            Value::Text(text) => text.to_sql_checked(kind, out),
            Value::Blob(bytes) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Each value checks for itself.
        true
    }

    to_sql_checked!();
}
