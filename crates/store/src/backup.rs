//! Backups: the journal as files that any tool for C2SP tlog-tiles can read, what opens its private entries, what
//! witnesses said, and the bytes of evidence. Tables that follow from the journal are not in it; they follow again.
//!
//! A backup is whole or not there: it is written beside its place and renamed. It is independent of the engine.

mod bytes;
mod form;
mod moving;
mod reading;
mod writing;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use adhere_domain::digest::Digest;
use adhere_journal::bundle::BundleError;
use adhere_journal::checkpoint::CheckpointError;
use adhere_journal::entry::EntryError;

use crate::audit::Finding;
use crate::db::{DatabasePlace, Db, DbError, statement};
use crate::error::{OpenError, StoreError};
use crate::home::{Home, HomeError, PrivateFileError};
use crate::journal::{self, Head};
use crate::projection::{Contents, content, named_bytes};
use crate::store::Store;

/// The names of what is in a backup, beside the tiles.
pub(crate) mod names {
    pub(crate) const CHECKPOINT: &str = "checkpoint";
    pub(crate) const CHECKPOINTS: &str = "checkpoints.jsonl";
    pub(crate) const OPENINGS: &str = "openings.jsonl";
    pub(crate) const COSIGNATURES: &str = "cosignatures.jsonl";
    pub(crate) const WATCHED: &str = "watched.jsonl";
    pub(crate) const KEYS: &str = "keys";
    pub(crate) const BLOBS: &str = "blobs";
}

/// Says how far a long work is: so many of so many entries.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64);

/// Why a backup was not made or not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The instance to restore into cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Its folder.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// A private file.
    #[error(transparent)]
    Private(#[from] PrivateFileError),
    /// There is something at its place already.
    #[error("`{}` is there already; name a folder that is not", .0.display())]
    AlreadyThere(PathBuf),
    /// There is nothing to back up.
    #[error("the journal has no entries")]
    Nothing,
    /// A file cannot be read or written.
    #[error("`{}` cannot be read or written", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Bytes that an entry names are not there.
    #[error("the bytes of `{owner}` are not there; run `adhere store audit`")]
    BytesMissing {
        /// Whose they are, such as `evidence/report`.
        owner: String,
        /// Their digest.
        digest: Digest,
    },
    /// Bytes in a backup are not those that an entry names.
    #[error("the bytes of `{owner}` in the backup are not those that were added; nothing was restored")]
    BytesWrong {
        /// Whose they are, such as `evidence/report`.
        owner: String,
        /// Their digest.
        digest: Digest,
    },
    /// A line of a file of the backup cannot be read.
    #[error("line {line} of `{}` is not one of a backup", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The entries of a bundle cannot be read.
    #[error("`{}` is not what was backed up", path.display())]
    Bundle {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: BundleError,
    },
    /// The checkpoint is not one that the log's key signed.
    #[error("the checkpoint of the backup is not one that the key of this instance signed")]
    Checkpoint(#[source] CheckpointError),
    /// An opening is not one.
    #[error("what should open private entry {entry_id} is not an entry")]
    Opening {
        /// The entry.
        entry_id: u64,
        /// Why.
        #[source]
        source: EntryError,
    },
    /// Something in it is not as it was signed.
    #[error("the backup was altered, and nothing was restored: {0}")]
    Altered(Finding),
    /// The entries do not have the root that was signed.
    #[error(
        "the entries of the backup do not have the root of its checkpoint: it was altered, and nothing was restored"
    )]
    Root,
    /// What is to be moved is not as it was signed.
    #[error("the journal is not as it was signed, and nothing was moved: {0}; run `adhere store audit`")]
    Unsound(Finding),
    /// The database to fill has entries.
    #[error("the database has {0} entries already, and not those of this journal; name one that is empty")]
    NotEmpty(u64),
    /// The tables that follow are not the same after moving.
    #[error("the tables `{0}` differ after moving; nothing was changed")]
    Differs(String),
    /// It was moved to another server before.
    #[error("the file was left for another server already, and the one that was named does not have its journal")]
    MovedElsewhere,
    /// The database is where it should be moved to.
    #[error("the instance is on a server already")]
    OnAServer,
}

impl Store {
    /// Writes a backup into a folder that is not there yet; its keys too, if they are asked for.
    pub fn backup(&self, folder: &Path, keys: Keys, progress: Progress<'_>) -> Result<Head, BackupError> {
        let partial = partial(folder)?;
        let (head, named) =
            self.read(|tx| Ok::<_, BackupError>((writing::write(tx, &partial, progress)?, named_bytes(tx)?)))?;
        bytes::write(self.blobs(), &named, &partial.join(names::BLOBS))?;
        if keys == Keys::Included {
            writing::copy_keys(&self.home().keys(), &partial.join(names::KEYS))?;
        }
        writing::copy_settings(self.home(), &partial)?;
        writing::finish(&partial, folder)?;
        Ok(head)
    }

    /// Fills an instance without entries from a backup. Nothing is signed with it until it is confirmed that nothing
    /// came after the backup.
    pub fn restore(home: Home, folder: &Path, progress: Progress<'_>) -> Result<Head, BackupError> {
        Self::open_as_it_is(home)?.refill(folder, progress)
    }

    /// Does the same for an instance that was opened as it is.
    pub fn refill(&self, folder: &Path, progress: Progress<'_>) -> Result<Head, BackupError> {
        // Before anything is there: from here on a crash leaves an instance that signs nothing, or an empty one.
        self.witnessed().set_restored(true)?;
        let log = self.keys().log.public();
        self.db().write(|tx| {
            let head = reading::read(tx, folder, &log, progress)?;
            // Before the entries are saved: no entry names bytes that are not there.
            bytes::read(&folder.join(names::BLOBS), &named_bytes(tx)?, self.blobs())?;
            Ok(head)
        })
    }

    /// Says that nothing came after the backup that was restored.
    pub fn confirm_latest(&self) -> Result<(), StoreError> {
        self.witnessed().set_restored(false)
    }

    /// Moves everything from the file in the folder to a server, with the same journal, and leaves the file behind.
    ///
    /// Whatever interrupts it, it can be done again with the same server, and goes on from where it had come to.
    pub fn migrate(self, url: &str, progress: Progress<'_>) -> Result<Head, BackupError> {
        if matches!(self.home().database(), DatabasePlace::Server(_)) {
            return Err(BackupError::OnAServer);
        }
        let target = Db::open(&DatabasePlace::Server(url.to_owned()))?;
        let head = self.db().write(|tx| {
            // While this is open nobody records anything more, and after it the file says that it was left: whoever
            // crashes in between finds either everything here, or everything there.
            if tx.one(statement!("backup/is_left"), &[], |row| row.count(0))? != Some(0) {
                return has_moved(journal::head(tx)?.as_ref(), target.read(journal::head)?.as_ref());
            }
            let head = journal::head(tx)?.ok_or(BackupError::Nothing)?;
            let found = content(tx)?;
            target.write(|there| {
                // An earlier attempt may have ended between the server's saving and the file's.
                if journal::head(there)?.as_ref() != Some(&head) {
                    moving::copy(tx, there, &head, progress)?;
                }
                same(&found, &content(there)?)
            })?;
            tx.execute(statement!("backup/leave"), &[])?;
            Ok::<_, BackupError>(head)
        })?;
        self.home().move_to(url)?;
        Ok(head)
    }
}

/// Whether an earlier attempt had moved everything already.
fn has_moved(left: Option<&Head>, there: Option<&Head>) -> Result<Head, BackupError> {
    match (left, there) {
        (Some(left), Some(there)) if left == there => Ok(there.clone()),
        _ => Err(BackupError::MovedElsewhere),
    }
}

/// Whether the keys of an instance go into its backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// They do; whoever has the backup can sign as the instance, unless they are encrypted.
    Included,
    /// They do not, and are to be kept elsewhere.
    LeftOut,
}

fn same(found: &Contents, moved: &Contents) -> Result<(), BackupError> {
    let differing = found.iter().filter(|(table, content)| moved.get(*table) != Some(*content));
    let differing: Vec<&str> = differing.map(|(table, _)| *table).collect();
    if differing.is_empty() { Ok(()) } else { Err(BackupError::Differs(differing.join("`, `"))) }
}

/// The folder beside its place in which a backup is written.
fn partial(folder: &Path) -> Result<PathBuf, BackupError> {
    if folder.exists() {
        return Err(BackupError::AlreadyThere(folder.to_owned()));
    }
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    let partial = folder.with_file_name(name);
    // What a crash left behind is of no use.
    remove(&partial)?;
    Ok(partial)
}

fn remove(folder: &Path) -> Result<(), BackupError> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(BackupError::Io { path: folder.to_owned(), source })
        }
        _ => Ok(()),
    }
}

impl From<DbError> for BackupError {
    fn from(error: DbError) -> Self {
        Self::Store(error.into())
    }
}
