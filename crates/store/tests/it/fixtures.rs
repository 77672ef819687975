//! A fresh instance on each engine.

use std::path::{Path, PathBuf};

use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::Person;
use adhere_domain::text::NonEmptyText;
use adhere_store::event::{Event, InstanceEvent};
use adhere_store::home::{Home, Settings};
use adhere_store::{Store, StoreError};
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
    pub(crate) name: &'static str,
}

impl Instance {
    /// An instance in a folder, on SQLite.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self::named(folder, "example.eu/log")
    }

    /// An instance with a name, in a folder, on SQLite.
    pub(crate) fn named(folder: &Path, name: &'static str) -> Self {
        Self { folder: folder.to_owned(), server: None, name }
    }

    /// Its folder, made when it is not there.
    pub(crate) fn make(&self) -> Home {
        let mut settings = Settings::named(self.name).unwrap();
        settings.database.url.clone_from(&self.server);
        Home::open(&self.folder).or_else(|_| Home::make(&self.folder, settings)).unwrap()
    }

    /// Opens it as another process would, and makes it when it is not there.
    pub(crate) fn open(&self) -> Store {
        Store::open(self.make(), now()).unwrap()
    }
}

/// Runs a test on a fresh instance of each engine, and looks at everything that is kept at its end.
pub(crate) fn on_each_engine(test: impl Fn(&Instance)) {
    let folder = tempfile::tempdir().unwrap();
    let database = PostgresDatabase::create();
    let on_sqlite = Instance::in_folder(&folder.path().join("sqlite"));
    let on_postgres = Instance { server: Some(database.url()), ..Instance::in_folder(&folder.path().join("postgres")) };
    for instance in [on_sqlite, on_postgres] {
        test(&instance);
        let audit = instance.open().audit().unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
    }
}

/// An event that everybody may read.
pub(crate) fn public(program: &str) -> Event {
    let (known, origin) = (None, "example.org/other".to_owned());
    Event::Instance(InstanceEvent::WitnessConflict { origin, known, presented: program.to_owned() })
}

/// An event that nobody may read who was not shown it.
pub(crate) fn private(id: &str) -> Event {
    let person = Person { name: NonEmptyText::parse("Jo").unwrap() };
    Event::Party(PartyEvent::PersonRegistered(Id::parse(id).unwrap(), person))
}

/// Records so many events in one change, and says how many entries there are with them.
pub(crate) fn append(store: &Store, count: usize) -> Result<u64, StoreError> {
    let changed = store.change(now(), "test", |change| {
        (0..count).try_for_each(|number| change.record(public(&format!("program {number}"))).map(|_| ()))
    })?;
    Ok(changed.head.unwrap().size)
}
