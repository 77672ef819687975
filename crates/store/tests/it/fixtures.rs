//! A fresh instance on each engine.

use std::path::{Path, PathBuf};

use adhere_store::Store;
use adhere_store::home::{Home, Settings};
use adhere_testing::PostgresDatabase;
use jiff::Timestamp;

/// A moment for tests.
pub(crate) fn now() -> Timestamp {
    "2026-03-01T09:00:00Z".parse().unwrap()
}

/// Where an instance is, and where its database is.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub(crate) folder: PathBuf,
    pub(crate) server: Option<String>,
}

impl Instance {
    /// An instance in a folder, on SQLite.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), server: None }
    }

    /// Opens it as another process would, and makes it when it is not there.
    pub(crate) fn open(&self) -> Store {
        let mut settings = Settings::named("example.eu/log").unwrap();
        settings.database.url.clone_from(&self.server);
        let home = Home::open(&self.folder).or_else(|_| Home::make(&self.folder, settings)).unwrap();
        Store::open(home, now()).unwrap()
    }
}

/// Runs a test on a fresh instance of each engine, and looks at everything that is kept at its end.
pub(crate) fn on_each_engine(test: impl Fn(&Instance)) {
    let folder = tempfile::tempdir().unwrap();
    let database = PostgresDatabase::create();
    let on_sqlite = Instance::in_folder(&folder.path().join("sqlite"));
    let on_postgres = Instance { folder: folder.path().join("postgres"), server: Some(database.url()) };
    for instance in [on_sqlite, on_postgres] {
        test(&instance);
        let audit = instance.open().audit().unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
    }
}
