//! What can go wrong between the program and its database.

use std::path::PathBuf;

use crate::error::StoreError;

/// An error of the database, with the facts needed to act.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A file could not be opened as a database.
    #[error("the database `{}` cannot be opened", file.display())]
    OpenFile {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: rusqlite::Error,
    },
    /// A server could not be reached or refused.
    #[error("the PostgreSQL server cannot be used; check the address, the user and the password in `instance.toml`")]
    OpenServer(#[source] postgres::Error),
    /// Another writer held the database for longer than we wait.
    #[error("the database is busy: others wrote for longer than {seconds} s; nothing was changed, try again")]
    Busy {
        /// How long was waited.
        seconds: u64,
    },
    /// The connection broke while a change was being saved.
    #[error("the database did not say whether the change was saved; look before you try again")]
    CommitUnknown(#[source] EngineError),
    /// What was erased could not be taken out of the file of the database.
    #[error(
        "it is erased, but its bytes may still be in the file of the database; they are taken out when it is opened again"
    )]
    Remnants {
        /// Why.
        #[source]
        source: Box<DbError>,
    },
    /// A statement failed.
    #[error("the statement `{statement}` failed")]
    Statement {
        /// Its name: the path of its file under `sql`.
        statement: &'static str,
        /// Why.
        #[source]
        source: EngineError,
    },
    /// A statement that should add a row does not.
    #[error("the statement `{statement}` does not add one row to a table")]
    NoRow {
        /// Its name.
        statement: &'static str,
    },
    /// A stored row is not what the program writes.
    #[error("the statement `{statement}` gave a row whose column {column} is not {expected}")]
    Column {
        /// The statement's name.
        statement: &'static str,
        /// The column, from 0.
        column: usize,
        /// What was expected.
        expected: &'static str,
    },
    /// The tables were made by a later program.
    #[error(
        "the database was made by a later version of adhere (migration {found}, this program knows {known}); use that version"
    )]
    Later {
        /// The last migration found.
        found: i64,
        /// The last that this program knows.
        known: i64,
    },
    /// Tables that a later program has could not be filled from the journal.
    #[error("the tables that this version of adhere adds cannot be filled from the journal; nothing was changed")]
    Upgrade(#[source] Box<StoreError>),
    /// A migration was applied with another text.
    #[error("migration {migration} of the database is not this program's; it was made by another build")]
    OtherMigration {
        /// Its number.
        migration: i64,
    },
}

/// What an engine says.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// SQLite.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL.
    #[error("{}", described(.0))]
    Postgres(#[from] postgres::Error),
    /// A fault that a test asked for.
    #[error("a fault put in by a test")]
    Fault,
}

/// PostgreSQL's own words, which its error type keeps to itself.
fn described(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string)
}
