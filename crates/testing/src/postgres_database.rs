//! A database of its own for a test, on the PostgreSQL server that the environment names.

use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, NoTls};

use crate::server;

/// The variable that names the server: a connection string whose user may make databases.
pub const POSTGRES: &str = "ADHERE_TEST_POSTGRES";

/// A database whose tables nobody else reads or writes until this is dropped.
#[must_use]
#[expect(missing_debug_implementations, reason = "a connection has nothing to show")]
pub struct Held {
    _client: Client,
}

static MADE: AtomicU32 = AtomicU32::new(0);

/// A database of its own, empty at first and gone with this value.
#[derive(Debug)]
pub struct PostgresDatabase {
    server: String,
    name: String,
}

impl PostgresDatabase {
    /// Makes a database.
    pub fn create() -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let database = Self { server: server(POSTGRES), name: format!("test_{}_{number}", std::process::id()) };
        // A process of the same number may have been killed before it dropped its own.
        database.drop_it();
        database.on_the_server(&format!("create database {}", database.name));
        database
    }

    /// How to connect to it.
    pub fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap_or((&self.server, ""));
        format!("{server}/{}", self.name)
    }

    /// Ends every connection to it, as a server that restarts does.
    pub fn end_connections(&self) {
        self.on_the_server(&format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'",
            self.name,
        ));
    }

    /// Keeps everybody else from reading or writing any of its tables, as a server that hangs does, as long as what is
    /// given back is there.
    pub fn hold(&self) -> Held {
        let tables = "select string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public'";
        let lock = format!("execute 'lock table ' || ({tables}) || ' in access exclusive mode'");
        Held { _client: Self::told(&self.url(), &format!("begin; do $$ begin {lock}; end $$")) }
    }

    /// Whether anybody waits for what is held.
    pub fn is_awaited(&self) -> bool {
        let waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        let found = Self::told(&self.url(), "").query(waiting, &[]);
        found.is_ok_and(|rows| !rows.is_empty())
    }

    fn drop_it(&self) {
        self.on_the_server(&format!("drop database if exists {} with (force)", self.name));
    }

    fn on_the_server(&self, statement: &str) {
        Self::told(&self.server, statement);
    }

    /// A connection that was told something.
    #[expect(clippy::panic, reason = "a test without its server fails, and says so")]
    fn told(url: &str, statement: &str) -> Client {
        let connected = Client::connect(url, NoTls);
        match connected.and_then(|mut client| client.batch_execute(statement).map(|()| client)) {
            Ok(client) => client,
            Err(error) => panic!("`{statement}` failed on the server that {POSTGRES} names: {error}"),
        }
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        // A test that fails is to say why itself.
        if !std::thread::panicking() {
            self.drop_it();
        }
    }
}
