//! For tests: a fresh database on each engine.

use adhere_testing::PostgresDatabase;

use crate::db::DatabasePlace;

/// Runs a test on a fresh database of each engine.
pub(crate) fn on_each_engine(test: impl Fn(DatabasePlace)) {
    let folder = tempfile::tempdir().unwrap();
    test(DatabasePlace::File(folder.path().join("adhere.sqlite")));
    let database = PostgresDatabase::create();
    test(DatabasePlace::Server(database.url()));
}
