//! What keeps a change or a question from being done.

use std::io;
use std::path::PathBuf;

use adhere_domain::digest::Digest;
use adhere_journal::checkpoint::CheckpointError;
use adhere_journal::entry::EntryError;
use adhere_journal::key::{KeyError, KeyName};
use adhere_journal::note::NoteError;
use adhere_journal::policy::PolicyError;
use adhere_journal::proof::TreeError;
use adhere_journal::sealed_key::SealError;

use crate::blob::BlobError;
use crate::db::DbError;
use crate::event::EventError;
use crate::home::PrivateFileError;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The bytes of evidence.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// An entry cannot be made, or a kept one is not one.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// An entry is of a kind or form that this program does not know.
    #[error("entry {entry_id} is not understood")]
    Event {
        /// The entry.
        entry_id: u64,
        /// Why.
        #[source]
        source: EventError,
    },
    /// What opens a private entry does not.
    #[error("what is kept of private entry {entry_id} is not what was committed to; run `adhere store audit`")]
    Opening {
        /// The entry.
        entry_id: u64,
    },
    /// There is nothing to erase of an entry.
    #[error("entry {entry_id} is public, was erased before or is not there: nothing of it can be erased")]
    NothingToErase {
        /// The entry.
        entry_id: u64,
    },
    /// What is kept of a document is not what its digest is of.
    #[error("what is kept of the document {digest} is not what it should be; run `adhere store audit`")]
    Document {
        /// The document.
        digest: Digest,
    },
    /// The rows do not have the root that was signed.
    #[error("the journal's rows do not have the root that was signed for {size} entries; run `adhere store audit`")]
    OtherRoot {
        /// How many entries.
        size: u64,
    },
    /// A full tile is missing.
    #[error("tile {index} of level {level} of the journal is missing; run `adhere store audit`")]
    NoTile {
        /// Its level.
        level: u8,
        /// Its index.
        index: u64,
    },
    /// A checkpoint cannot be signed or read.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// A tile has too few hashes, or an entry is beyond the tree.
    #[error("the journal has no such entry or size: it has {size} entries, and {asked} was asked for")]
    Beyond {
        /// How many entries there are.
        size: u64,
        /// What was asked for.
        asked: u64,
    },
    /// A tile has fewer hashes than the tree has there.
    #[error("a tile of level {level} has too few hashes; run `adhere store audit`")]
    NarrowTile {
        /// The level.
        level: u8,
    },
    /// There is no randomness to be had.
    #[error("the system gives no random numbers")]
    Randomness(#[from] getrandom::Error),
    /// A kept checkpoint is not a note.
    #[error("the checkpoint kept for {size} entries cannot be read; run `adhere store audit`")]
    KeptNote {
        /// For how many entries.
        size: u64,
        /// Why.
        #[source]
        source: NoteError,
    },
    /// A file beside the keys.
    #[error(transparent)]
    Private(#[from] PrivateFileError),
    /// The policy cannot be read.
    #[error("`{}` cannot be read", path.display())]
    PolicyFile {
        /// Its file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The policy is not one.
    #[error("`{}` is not usable", path.display())]
    Policy {
        /// Its file.
        path: PathBuf,
        /// Why.
        #[source]
        source: PolicyError,
    },
    /// The key of the log was rotated, and this process has the old one.
    #[error("the key of the log was rotated, and this process signs with the old one; open the instance anew")]
    OldKey,
    /// The database was left for another.
    #[error(
        "the instance was moved to another database; open it anew, and if that does not help, the move was interrupted: \
         do `adhere store migrate` again with the same server"
    )]
    Moved,
    /// The journal was restored from a backup that nobody has confirmed.
    #[error(
        "the journal was restored from a backup, and it is not known whether it is the latest: nothing is signed until \
         its witnesses were asked (`adhere witness ask`) or `adhere store confirm` says that nothing came after it"
    )]
    Restored,
    /// A witness has seen another history.
    #[error(
        "the witness `{witness}` has seen {size} entries with another root: there are two histories, and nothing is signed"
    )]
    OtherHistory {
        /// How many entries.
        size: u64,
        /// Who has seen the other.
        witness: String,
    },
    /// What was cosigned of another log is not known any more.
    #[error(
        "of the log `{origin}` {seen} entries were cosigned here, and the database knows of {size}: this is an older \
         copy, and nothing is cosigned with it; restore the latest one"
    )]
    Forgotten {
        /// The log.
        origin: String,
        /// How many entries the database knows of.
        size: u64,
        /// How many were cosigned.
        seen: u64,
    },
    /// An older backup is in use while a witness has seen more.
    #[error(
        "the journal has {size} entries, and the witness `{witness}` has seen {seen}: this is an older copy, and nothing \
         is signed with it; restore the latest one"
    )]
    RolledBack {
        /// How many entries there are.
        size: u64,
        /// Who has seen more.
        witness: String,
        /// How many.
        seen: u64,
    },
}

impl From<TreeError<Self>> for StoreError {
    fn from(error: TreeError<Self>) -> Self {
        match error {
            TreeError::Read(error) => error,
            TreeError::Narrow { level, .. } => Self::NarrowTile { level },
            TreeError::Beyond { size, asked } => Self::Beyond { size, asked },
        }
    }
}

/// Why an instance cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// Where the bytes of evidence are.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The journal.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A private file.
    #[error(transparent)]
    Private(#[from] PrivateFileError),
    /// A key's file does not hold a key.
    #[error("`{}` does not hold the key that belongs there", file.display())]
    Key {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: KeyError,
    },
    /// A key is of another instance.
    #[error("the key in `{}` is not that of `{name}`, the name that `instance.toml` gives", file.display())]
    KeyOfAnother {
        /// The file.
        file: PathBuf,
        /// The name that was expected.
        name: KeyName,
    },
    /// A key is encrypted, and there is no passphrase.
    #[error("`{}` is encrypted; give its passphrase in a file that ADHERE_PASSPHRASE_FILE names", file.display())]
    Sealed {
        /// The file.
        file: PathBuf,
    },
    /// A key cannot be encrypted or decrypted.
    #[error("`{}` cannot be used", file.display())]
    Seal {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: Box<SealError>,
    },
    /// Keys are to be encrypted, and there is no passphrase.
    #[error("there is no passphrase; give it in a file that ADHERE_PASSPHRASE_FILE names")]
    NoPassphrase,
    /// There is no randomness to be had.
    #[error("the system gives no random numbers, and so no keys can be made")]
    Randomness(#[from] getrandom::Error),
}
