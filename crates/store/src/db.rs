//! One database behind two engines: SQLite in a file, or PostgreSQL 15 and later.
//!
//! Writers take turns on both: SQLite locks the file, PostgreSQL the one row of `turn`. A change therefore decides
//! on what it has read, and no outcome depends on two changes crossing each other.

mod error;
mod fault;
mod mentions;
mod migrations;
mod pool;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod transaction;
mod waiting;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use self::error::{DbError, EngineError};
pub use self::fault::{CommitFault, Faults};
pub(crate) use self::mentions::{Mentions, SPAN};
pub(crate) use self::row::{Row, Value};
pub(crate) use self::statement::{Statement, one_text, statement};
pub use self::transaction::Transaction;

use self::pool::{Pool, Soundness};
use crate::projection::Watch;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabasePlace {
    /// A file of SQLite's.
    File(PathBuf),
    /// A PostgreSQL server, as a connection string (`postgres://user@host/database` or `host=… dbname=…`).
    Server(String),
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Db {
    engine: Engine,
    faults: Arc<Faults>,
    statements: Arc<AtomicU64>,
}

#[derive(Clone, Debug)]
enum Engine {
    Sqlite(Arc<Pool<sqlite::Connection>>),
    Postgres(Arc<Pool<postgres::Connection>>),
}

/// How many connections there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// How many are used right now.
    pub used: u64,
    /// How many are kept for the next who needs one.
    pub idle: u64,
}

/// What becomes of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Read,
    Write,
    /// Written, and undone.
    Rehearse,
    /// Read, with tables beside those that are there.
    Aside,
}

impl Db {
    /// Opens a database, and brings its tables up to what this program knows.
    ///
    /// # Errors
    /// The place cannot be opened, or its tables are of a later program or were changed by hand.
    pub fn open(place: &DatabasePlace) -> Result<Self, DbError> {
        Self::open_watched(place, &mut |_, _| {})
    }

    /// The same for somebody who watches how far it is where an earlier program's tables are filled anew.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn open_watched(place: &DatabasePlace, watch: Watch<'_>) -> Result<Self, DbError> {
        let engine = match place.clone() {
            DatabasePlace::File(file) => Engine::Sqlite(Arc::new(Pool::new(move || sqlite::Connection::open(&file)))),
            DatabasePlace::Server(url) => {
                Engine::Postgres(Arc::new(Pool::new(move || postgres::Connection::open(&url))))
            }
        };
        let db = Self { engine, faults: Arc::default(), statements: Arc::default() };
        migrations::run(&db, watch)?;
        db.scrub()?;
        Ok(db)
    }

    /// Takes what was deleted out of the file of the database, if a transaction asked for it.
    ///
    /// # Errors
    /// [`DbError::Remnants`]: it is tried again when the database is opened again.
    pub(crate) fn scrub(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(pool) => {
                let scrubbed = pool.with(|own| (own.scrub(), Soundness::Sound))?;
                scrubbed.map_err(|source| DbError::Remnants { source: Box::new(source) })
            }
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// Reads in one transaction: everything read is of one moment.
    pub fn read<T, E: From<DbError>>(&self, read: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        self.within(Mode::Read, read)
    }

    /// Reads and writes in one transaction, while nobody else writes. An error leaves everything as it was.
    ///
    /// # Errors
    /// Those of `change`; [`DbError::Busy`] when others wrote for too long; [`DbError::CommitUnknown`] when the
    /// connection broke while the change was being saved: then it may or may not be.
    pub fn write<T, E: From<DbError>>(
        &self,
        change: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(Mode::Write, change)
    }

    /// Reads in one transaction, on a connection of its own on which tables can be made anew beside those that are
    /// there: see [`Transaction::shadow`]. Whoever writes meanwhile waits for nothing.
    pub(crate) fn aside<T, E: From<DbError>>(
        &self,
        read: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let run = |mut tx: Transaction<'_>| {
            let (outcome, _) = run(&mut tx, Mode::Aside, &self.faults, read);
            self.statements.fetch_add(tx.statements(), Ordering::Relaxed);
            outcome
        };
        match &self.engine {
            Engine::Sqlite(pool) => pool.aside(|own| run(Transaction::sqlite(own)))?,
            Engine::Postgres(pool) => pool.aside(|own| run(Transaction::postgres(own)))?,
        }
    }

    /// Writes, and undoes all of it: what it returns says what would have been.
    pub fn rehearse<T, E: From<DbError>>(
        &self,
        change: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(Mode::Rehearse, change)
    }

    /// Runs without a transaction of ours.
    fn bare(&self, body: impl FnOnce(&mut Transaction<'_>) -> Result<(), DbError>) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(pool) => pool.with(|own| (body(&mut Transaction::sqlite(own)), Soundness::Sound))?,
            Engine::Postgres(pool) => pool.with(|own| (body(&mut Transaction::postgres(own)), Soundness::Sound))?,
        }
    }

    fn within<T, E: From<DbError>>(
        &self,
        mode: Mode,
        body: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let run = |tx: &mut Transaction<'_>| {
            let ran = run(tx, mode, &self.faults, body);
            self.statements.fetch_add(tx.statements(), Ordering::Relaxed);
            ran
        };
        match &self.engine {
            Engine::Sqlite(pool) => pool.with(|own| run(&mut Transaction::sqlite(own)))?,
            Engine::Postgres(pool) => pool.with(|own| run(&mut Transaction::postgres(own)))?,
        }
    }

    /// Faults that tests put into commits.
    #[doc(hidden)]
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// How many statements were sent since it was opened, beside those that begin and end transactions.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// How many connections there are.
    pub fn connections(&self) -> Connections {
        let (used, idle) = match &self.engine {
            Engine::Sqlite(pool) => pool.size(),
            Engine::Postgres(pool) => pool.size(),
        };
        let count = |connections| u64::try_from(connections).unwrap_or(u64::MAX);
        Connections { used: count(used), idle: count(idle) }
    }

    /// What the engine is called.
    pub fn engine(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }
}

fn run<T, E: From<DbError>>(
    tx: &mut Transaction<'_>,
    mode: Mode,
    faults: &Faults,
    body: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> (Result<T, E>, Soundness) {
    let begun = match mode {
        Mode::Read => tx.begin_reading(),
        Mode::Write | Mode::Rehearse => tx.begin_writing(),
        Mode::Aside => tx.begin_aside(),
    };
    if let Err(error) = begun {
        return (Err(error.into()), Soundness::Broken);
    }
    let outcome = body(tx).and_then(|outcome| tx.flush().map(|()| outcome).map_err(E::from));
    let ended = match (&outcome, mode) {
        (Ok(_), Mode::Read) => tx.commit(),
        (Ok(_), Mode::Write) => faults.around(|| tx.commit()),
        (Ok(_), Mode::Rehearse | Mode::Aside) | (Err(_), _) => tx.roll_back(),
    };
    match ended {
        Ok(()) => (outcome, Soundness::Sound),
        // What went wrong first says more than that undoing failed as well.
        Err(error) => (outcome.and(Err(error.into())), Soundness::Broken),
    }
}

impl fmt::Debug for DatabasePlace {
    /// Without the password that a connection string may hold.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => write!(f, "{}", file.display()),
            Self::Server(_) => f.write_str("PostgreSQL"),
        }
    }
}

#[cfg(test)]
mod tests;
