//! The rows of an instance's tables on either engine, read and changed behind adhere's back.

use std::fmt::Write as _;

use adhere_store::db::DatabasePlace;
use postgres::types::Type;
use rusqlite::types::ValueRef;

/// A value in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cell {
    Null,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// Rows in the order of their values.
pub(crate) type Rows = Vec<Vec<Cell>>;

/// A connection of whoever is not adhere.
pub(crate) enum Behind {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

impl Behind {
    /// A connection for which references and, where that is possible, other constraints do not count.
    pub(crate) fn open(place: &DatabasePlace) -> Self {
        match place {
            DatabasePlace::File(file) => {
                let connection = rusqlite::Connection::open(file).unwrap();
                connection.execute_batch("pragma foreign_keys = off; pragma ignore_check_constraints = on").unwrap();
                Self::Sqlite(connection)
            }
            DatabasePlace::Server(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
                client.batch_execute("set session_replication_role = replica").unwrap();
                Self::Postgres(client)
            }
        }
    }

    /// All tables that keep anything.
    pub(crate) fn tables(&mut self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => "select name from sqlite_master where type = 'table' order by name",
            // The row of `turn` is there to be locked, and is made anew with each opening.
            Self::Postgres(_) => {
                "select tablename::text from pg_tables where schemaname = 'public' and tablename <> 'turn' order by 1"
            }
        };
        let rows = self.select(sql);
        rows.into_iter()
            .map(|row| if let [Cell::Text(name)] = row.as_slice() { name.clone() } else { panic!() })
            .collect()
    }

    pub(crate) fn rows(&mut self, table: &str) -> Rows {
        let mut rows = self.select(&format!("select * from {table}"));
        rows.sort();
        rows
    }

    fn select(&mut self, sql: &str) -> Rows {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare(sql).unwrap();
                let width = statement.column_count();
                let rows = statement.query_map([], |row| (0..width).map(|at| row.get_ref(at).map(cell)).collect());
                rows.unwrap().map(Result::unwrap).collect()
            }
            Self::Postgres(client) => {
                let rows = client.query(sql, &[]).unwrap();
                rows.iter().map(|row| (0..row.len()).map(|at| cell_of(row, at)).collect()).collect()
            }
        }
    }

    /// Puts rows in the place of those that a table has; whether the database takes them.
    pub(crate) fn replace(&mut self, table: &str, rows: &Rows) -> bool {
        let values: Vec<String> = rows.iter().map(|row| self.literals(row)).collect();
        let insert =
            if values.is_empty() { String::new() } else { format!("insert into {table} values {}", values.join(", ")) };
        let sql = format!("begin; delete from {table}; {insert}; commit");
        let (taken, undo) = match self {
            Self::Sqlite(connection) => (connection.execute_batch(&sql).is_ok(), "rollback"),
            Self::Postgres(client) => (client.batch_execute(&sql).is_ok(), "rollback"),
        };
        if !taken {
            match self {
                Self::Sqlite(connection) => connection.execute_batch(undo).unwrap(),
                Self::Postgres(client) => client.batch_execute(undo).unwrap(),
            }
        }
        taken
    }

    fn literals(&self, row: &[Cell]) -> String {
        let cells = row.iter().map(|cell| match (cell, self) {
            (Cell::Null, _) => "null".to_owned(),
            (Cell::Number(number), _) => number.to_string(),
            (Cell::Text(text), _) => format!("'{}'", text.replace('\'', "''")),
            (Cell::Bytes(bytes), Self::Sqlite(_)) => format!("x'{}'", hexadecimal(bytes)),
            (Cell::Bytes(bytes), Self::Postgres(_)) => format!("'\\x{}'::bytea", hexadecimal(bytes)),
        });
        format!("({})", cells.collect::<Vec<_>>().join(", "))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Number(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8(text.to_vec()).unwrap()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        ValueRef::Real(number) => panic!("{number} in a table without such numbers"),
    }
}

fn cell_of(row: &postgres::Row, at: usize) -> Cell {
    let found = match *row.columns()[at].type_() {
        Type::INT8 => row.get::<_, Option<i64>>(at).map(Cell::Number),
        Type::TEXT => row.get::<_, Option<String>>(at).map(Cell::Text),
        Type::BYTEA => row.get::<_, Option<Vec<u8>>>(at).map(Cell::Bytes),
        ref other => panic!("a column of the type {other}"),
    };
    found.unwrap_or(Cell::Null)
}
