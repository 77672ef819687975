//! What can be wrong with a store.

use std::fmt;

use adhere_domain::digest::Digest;

/// Something that is not as it was signed, or not as it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// There is no entry at a place, though there is one after it.
    EntryMissing(u64),
    /// An entry's bytes are not those of an entry.
    EntryUnreadable(u64),
    /// An entry is earlier than the one before it.
    EntryOutOfTime(u64),
    /// An entry is beyond the last checkpoint.
    EntryBeyondHead(u64),
    /// The journal has fewer entries than its last checkpoint says.
    EntriesTooFew {
        /// How many there are.
        found: u64,
        /// How many were signed for.
        signed: u64,
    },
    /// What is kept to open a private entry does not open it.
    OpeningWrong(u64),
    /// What opened a private entry is gone, and no entry says that it was erased.
    OpeningMissing(u64),
    /// What opened a private entry is there, and an entry says that it was erased.
    OpeningBack(u64),
    /// Something is kept to open an entry that is not there or not private.
    OpeningStray(u64),
    /// A tile is not what the entries give.
    TileWrong {
        /// Its level.
        level: u8,
        /// Its index.
        index: u64,
    },
    /// A tile is missing.
    TileMissing {
        /// Its level.
        level: u8,
        /// Its index.
        index: u64,
    },
    /// There is a tile that the entries do not give.
    TileStray {
        /// Its level.
        level: i64,
        /// Its index.
        index: i64,
    },
    /// The entries do not have the root of a checkpoint.
    RootWrong {
        /// The size for which it was signed.
        size: u64,
    },
    /// A checkpoint is not signed by the log's key, or does not say what its row says.
    CheckpointWrong {
        /// The size for which it was signed.
        size: u64,
    },
    /// The checkpoint that a checkpoint names as the one before it is not there, or another is.
    CheckpointMissing {
        /// The size for which the later one was signed.
        size: u64,
    },
    /// There are entries and no checkpoint at all.
    Unsigned,
    /// What is kept as a witness's cosignature is none of its own.
    CosignatureWrong {
        /// The size of the checkpoint.
        size: u64,
        /// The name of the witness.
        witness: String,
    },
    /// A cosignature that was kept is not there any more.
    CosignatureMissing {
        /// The size of the checkpoint.
        size: u64,
        /// The name of the witness.
        witness: String,
    },
    /// What is kept as the last checkpoint of another log is none of its own.
    WatchedWrong {
        /// The name of the log.
        origin: String,
        /// How many entries it should have.
        size: u64,
    },
    /// More of another log was cosigned here than is kept.
    Forgotten {
        /// The name of the log.
        origin: String,
        /// How many entries were cosigned.
        seen: u64,
    },
    /// A witness has seen more entries than there are.
    RolledBack {
        /// The name of the witness.
        witness: String,
        /// How many it has seen.
        seen: u64,
    },
    /// A witness has seen the same number of entries with another root.
    OtherHistory {
        /// The name of the witness.
        witness: String,
        /// How many entries.
        size: u64,
    },
    /// The database says that it was left for another, and the settings name it still.
    Left,
    /// An entry cannot be applied to the tables that follow.
    NotApplied {
        /// Why.
        reason: String,
    },
    /// A table is not what the journal gives.
    TableDiffers {
        /// The table.
        table: &'static str,
        /// How many rows it has.
        found: u64,
        /// How many rows it should have.
        expected: u64,
    },
    /// A document that something rests on is not kept.
    DocumentMissing(Digest),
    /// A document is not what its digest is of.
    DocumentWrong(Digest),
    /// Bytes that an entry names are not kept.
    BytesMissing {
        /// Whose bytes they are, such as `evidence/report`.
        owner: String,
        /// Their digest.
        digest: Digest,
    },
    /// Bytes that an entry names were changed or cut.
    BytesWrong {
        /// Whose bytes they should be, such as `evidence/report`.
        owner: String,
        /// Their digest.
        digest: Digest,
    },
    /// Something is among the bytes of evidence that adhere did not put there.
    BytesStray(String),
    /// The engine itself reports damage.
    Engine(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntryMissing(id) => write!(f, "entry {id} is missing"),
            Self::EntryUnreadable(id) => write!(f, "entry {id} is not an entry"),
            Self::EntryOutOfTime(id) => write!(f, "entry {id} is earlier than the one before it"),
            Self::EntryBeyondHead(id) => write!(f, "entry {id} is beyond the last checkpoint"),
            Self::EntriesTooFew { found, signed } => {
                write!(f, "the journal has {found} entries, and {signed} were signed for")
            }
            Self::OpeningWrong(id) => write!(f, "what is kept of private entry {id} is not what was committed to"),
            Self::OpeningMissing(id) => {
                write!(f, "what opened private entry {id} is gone, and nothing says that it was erased")
            }
            Self::OpeningBack(id) => {
                write!(f, "what opens private entry {id} is kept, although an entry says that it was erased")
            }
            Self::OpeningStray(id) => {
                write!(f, "something is kept to open entry {id}, which is not private or not there")
            }
            Self::TileWrong { level, index } => write!(f, "tile {index} of level {level} is not what the entries give"),
            Self::TileMissing { level, index } => write!(f, "tile {index} of level {level} is missing"),
            Self::TileStray { level, index } => write!(f, "tile {index} of level {level} belongs to no entries"),
            Self::RootWrong { size } => write!(f, "the first {size} entries do not have the root that was signed"),
            Self::CheckpointWrong { size } => {
                write!(f, "the checkpoint for {size} entries is not one that the log signed")
            }
            Self::CheckpointMissing { size } => write!(f, "a checkpoint before the one for {size} entries is missing"),
            Self::CosignatureWrong { size, witness } => {
                write!(
                    f,
                    "what is kept as the cosignature of `{witness}` for {size} entries is not by a key of its own"
                )
            }
            Self::CosignatureMissing { size, witness } => {
                write!(f, "the cosignature of `{witness}` for {size} entries is missing")
            }
            Self::WatchedWrong { origin, size } => {
                write!(f, "what is kept as the checkpoint of `{origin}` for {size} entries is not one that it signed")
            }
            Self::Forgotten { origin, seen } => {
                write!(f, "{seen} entries of `{origin}` were cosigned here, and fewer are kept as the last")
            }
            Self::RolledBack { witness, seen } => write!(f, "the witness `{witness}` has seen {seen} entries"),
            Self::OtherHistory { witness, size } => {
                write!(f, "the witness `{witness}` has seen {size} entries with another root")
            }
            Self::Left => write!(f, "the database was left for another one, and the settings do not say so"),
            Self::Unsigned => write!(f, "there are entries and no checkpoint"),
            Self::NotApplied { reason } => write!(f, "the tables cannot be filled again: {reason}"),
            Self::TableDiffers { table, found, expected } => {
                write!(
                    f,
                    "the table `{table}` is not what the journal gives: it has {found} rows, and {expected} follow"
                )
            }
            Self::DocumentMissing(digest) => write!(f, "the document {digest} is missing"),
            Self::DocumentWrong(digest) => write!(f, "the document {digest} is not what it should be"),
            Self::BytesMissing { owner, digest } => {
                write!(f, "the bytes of `{owner}` are missing: no file with the SHA-256 {digest}")
            }
            Self::BytesWrong { owner, digest } => {
                write!(f, "the bytes of `{owner}` are not those that were added: {digest}")
            }
            Self::BytesStray(path) => write!(f, "among the bytes of evidence is `{path}`, which is none"),
            Self::Engine(report) => write!(f, "the database reports damage: {report}"),
        }
    }
}
