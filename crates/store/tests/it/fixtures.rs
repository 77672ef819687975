//! A fresh instance on each engine.

use std::path::Path;

use adhere_store::Store;
use adhere_store::home::{Home, Settings};
use jiff::Timestamp;

/// A moment for tests.
pub(crate) fn now() -> Timestamp {
    "2026-03-01T09:00:00Z".parse().unwrap()
}

/// Opens the instance in a folder, making it when it is not there.
pub(crate) fn store(folder: &Path) -> Store {
    let home = Home::open(folder).or_else(|_| Home::make(folder, Settings::named("example.eu/log").unwrap())).unwrap();
    Store::open(home, now()).unwrap()
}

/// Runs a test on a fresh instance of each engine, and looks at everything that is kept at its end.
pub(crate) fn on_each_engine(test: impl Fn(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    test(folder.path());
    let audit = store(folder.path()).audit().unwrap();
    assert!(audit.is_clean(), "{:?}", audit.findings);
}
