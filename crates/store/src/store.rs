//! An open instance: its database, its keys and the edge of its journal. The one way to change anything.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::blob::Blobs;
use crate::change::{Change, Changed};
use crate::db::{Db, DbError, Transaction, statement};
use crate::error::{OpenError, StoreError};
use crate::event::{Event, InstanceEvent, KeyPurpose};
use crate::home::Home;
use crate::journal::{self, Edge, Head};
use crate::keys::Keys;
use crate::projection::instance_key::{self, InstanceKey};
use crate::projection::{self, Watch};
use crate::witnessed::Witnessed;

/// An open instance.
#[derive(Debug)]
pub struct Store {
    home: Home,
    db: Db,
    blobs: Blobs,
    keys: Keys,
    witnessed: Witnessed,
    /// The edge after the last change of this process; others may have gone on since.
    edge: Mutex<Edge>,
    /// The edge that was shown last. It is not that of changes: those look at more when others have gone on.
    shown: Mutex<Edge>,
}

/// How much there is in an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Where the journal ends.
    pub head: Option<Head>,
    /// How many of its entries are private and can be opened.
    pub private: u64,
}

/// An error on its way through a transaction: the store's own, or that of whoever uses it.
enum Passing<E> {
    Ours(StoreError),
    Theirs(E),
}

impl Store {
    /// Opens an instance, with its keys and its tables; both are made when they are not there yet.
    pub fn open(home: Home, now: Timestamp) -> Result<Self, OpenError> {
        let store = Self::open_as_it_is(home)?;
        store.begin(now)?;
        Ok(store)
    }

    /// Opens an instance and records nothing, also when there is nothing yet.
    pub fn open_as_it_is(home: Home) -> Result<Self, OpenError> {
        Self::over(Db::open(&home.database())?, home)
    }

    /// Opens an instance for somebody who watches how far it is where an earlier program's tables are filled anew.
    pub fn open_watched(home: Home, now: Timestamp, watch: Watch<'_>) -> Result<Self, OpenError> {
        let store = Self::over(Db::open_watched(&home.database(), watch)?, home)?;
        store.begin(now)?;
        Ok(store)
    }

    fn over(db: Db, home: Home) -> Result<Self, OpenError> {
        let blobs = Blobs::open(&home.blobs())?;
        let keys = Keys::open(&home, &recorded_keys(&db)?)?;
        let witnessed = Witnessed::open(&home.keys())?;
        Ok(Self { home, db, blobs, keys, witnessed, edge: Mutex::default(), shown: Mutex::default() })
    }

    /// The edge as it is now: the one known here unless others have gone on. Then the key may be another as well.
    fn current(&self, tx: &mut Transaction<'_>, head: Option<&Head>, known: &Edge) -> Result<Edge, StoreError> {
        if known.is_at(head) {
            return Ok(known.clone());
        }
        let keys = instance_key::list(tx, KeyPurpose::Log)?;
        if keys.last().is_some_and(|counting| counting.key != self.keys.log.public().to_string()) {
            return Err(StoreError::OldKey);
        }
        known.clone().advance(tx, head)
    }

    /// The edge at a head, to read tiles with: what has to be hashed for it is hashed once.
    pub(crate) fn edge(&self, tx: &mut Transaction<'_>, head: Option<&Head>) -> Result<Edge, StoreError> {
        let known = self.shown().clone();
        if known.is_at(head) {
            return Ok(known);
        }
        let edge = known.advance(tx, head)?;
        self.shown().clone_from(&edge);
        Ok(edge)
    }

    fn shown(&self) -> MutexGuard<'_, Edge> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the first entry of the journal, unless there is one, which another node may just have made.
    pub fn begin(&self, now: Timestamp) -> Result<(), StoreError> {
        if self.head()?.is_some() {
            return Ok(());
        }
        let created = InstanceEvent::Created {
            origin: self.home.settings().origin.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            log_key: self.keys.log.public().to_string(),
            witness_key: self.keys.witness.public().to_string(),
        };
        let begun = self.change(now, "adhere", |change| match journal::head(change.tx())? {
            Some(_) => Ok(()),
            None => change.record(Event::Instance(created)).map(|_| ()),
        });
        begun.map(|_| ())
    }

    /// Where the journal ends.
    pub fn head(&self) -> Result<Option<Head>, StoreError> {
        self.read(|tx| Ok(journal::head(tx)?))
    }

    /// How far witnesses have seen the journal.
    pub(crate) fn witnessed(&self) -> &Witnessed {
        &self.witnessed
    }

    /// How much there is.
    pub fn status(&self) -> Result<Status, StoreError> {
        self.read(|tx| {
            let private = tx.one(statement!("journal/private"), &[], |row| row.count(0))?.unwrap_or_default();
            Ok(Status { head: journal::head(tx)?, private })
        })
    }

    /// Empties every table that follows from the journal and fills it again; says how many entries were applied.
    pub fn rebuild(&self) -> Result<u64, StoreError> {
        self.db.write(projection::rebuild)
    }

    /// The same for somebody who watches how far it is.
    pub fn rebuild_watched(&self, watch: Watch<'_>) -> Result<u64, StoreError> {
        self.db.write(|tx| projection::rebuild_watched(tx, watch))
    }

    /// Its folder.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Its database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The bytes of its evidence.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Its keys.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Reads in one transaction: everything read is of one moment.
    pub fn read<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.db.read(|tx| read(tx).map_err(Passing::Theirs)).map_err(Passing::arrived)
    }

    /// Reads and writes in one transaction what is not in the journal.
    pub(crate) fn write<T, E: From<StoreError>>(
        &self,
        body: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.db.write(|tx| body(tx).map_err(Passing::Theirs)).map_err(Passing::arrived)
    }

    /// Makes a change: everything it records, what follows from it and the checkpoint over it, or nothing at all.
    ///
    /// What is signed is handed out after it was saved, never before.
    ///
    /// # Errors
    /// Those of `body`, and those of the store.
    pub fn change<T, E: From<StoreError>>(
        &self,
        now: Timestamp,
        actor: &str,
        body: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        let mut known = self.edge.lock().unwrap_or_else(PoisonError::into_inner);
        let done = self.db.write(|tx| {
            let head = journal::head(tx)?;
            if tx.one(statement!("backup/is_left"), &[], |row| row.count(0))? != Some(0) {
                return Err(StoreError::Moved.into());
            }
            self.witnessed.check(head.as_ref())?;
            let edge = self.current(tx, head.as_ref(), &known)?;
            let mut change = Change::begin(tx, edge, now, actor);
            let outcome = body(&mut change).map_err(Passing::Theirs)?;
            let scrubs = change.is_scrubbing();
            Ok((change.seal(&self.keys.log, outcome)?, scrubs))
        });
        // If it is not known whether the change was saved, the next one finds out: the edge known here is then another.
        let ((changed, edge), scrubs) = done.map_err(Passing::arrived)?;
        *known = edge;
        if scrubs {
            self.db.scrub().map_err(StoreError::from)?;
        }
        Ok(changed)
    }
}

/// Which key counts for a purpose by the journal, if it says.
fn recorded_keys(db: &Db) -> Result<impl Fn(KeyPurpose) -> Option<String>, StoreError> {
    let recorded = db.read(|tx| {
        let last = |keys: Vec<InstanceKey>| keys.into_iter().next_back().map(|key| key.key);
        let log = last(instance_key::list(tx, KeyPurpose::Log)?);
        let witness = last(instance_key::list(tx, KeyPurpose::Witness)?);
        Ok::<_, StoreError>((log, witness))
    })?;
    Ok(move |purpose| match purpose {
        KeyPurpose::Log => recorded.0.clone(),
        KeyPurpose::Witness => recorded.1.clone(),
    })
}

impl<E: From<StoreError>> Passing<E> {
    fn arrived(self) -> E {
        match self {
            Self::Ours(error) => error.into(),
            Self::Theirs(error) => error,
        }
    }
}

impl<E> From<StoreError> for Passing<E> {
    fn from(error: StoreError) -> Self {
        Self::Ours(error)
    }
}

impl<E> From<DbError> for Passing<E> {
    fn from(error: DbError) -> Self {
        Self::Ours(error.into())
    }
}
