//! What can be proven, what stays open, and why something proves nothing. Words for people are elsewhere.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::package::digest::FileDigest;

/// What a file proves, and what it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// What is proven.
    pub proven: Vec<Fact>,
    /// What is not, although one might think so.
    pub open: BTreeSet<Gap>,
    /// Files that it names by digest.
    pub(super) named: BTreeSet<FileDigest>,
}

/// Something proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are named in the words of what each variant says")]
pub enum Fact {
    /// A log that counts signed that it has so many entries with this root.
    LogSigned { log: String, size: u64, root: String },
    /// A witness that counts saw that state of the log.
    Witnessed { witness: String, at: String },
    /// The entry in a file is in the log.
    InLog { file: String, log: String, index: u64, size: u64 },
    /// What the entry says, and when the log says it was recorded.
    EntrySays { kind: String, actor: String, subject: String, at: String },
    /// The log has a commitment, and the entry stays hidden.
    EntryHidden { at: String },
    /// What opens the commitment in the log, as the file with the entry shows.
    Opens { log: String, index: u64 },
    /// What the log commits to without showing it is in a file.
    OpenedBy { file: String },
    /// An authority that counts saw a file, or the checkpoint in it.
    Stamped { file: String, authority: String, certificate: String, at: String },
    /// The log was only added to between two sizes.
    Continues { log: String, old_size: u64, size: u64 },
    /// The file is the one that another names.
    NamedBy { sha256: String, file: String },
    /// An organisation signed it with a key that counts.
    SignedBy { organisation: String, key: String, at: String },
    /// The entry that holds it is in the log, which says when it was recorded.
    Logged { log: String, index: u64, at: String },
    /// It was there by then.
    ThereBy { at: String },
    /// What the package is.
    PackageIs { id: String, kind: String, subject: String, sequence: u64 },
    /// Which version of which code it refers to.
    RefersTo { code: String, version: String, sha256: String },
    /// Whom it is addressed to.
    AddressedTo { organisation: String },
    /// Something that was hidden is shown.
    Shows { place: String },
    /// At most so many things are withheld at a place.
    Withholds { place: String, most: usize },
    /// The receiver of a package has it, and decides later.
    Received { package: String },
    /// The receiver of a package filed it.
    Accepted { package: String },
    /// The receiver of a package refused it.
    Refused { package: String, code: String, reason: String },
}

/// Something that is not proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// That what is said is true.
    Truth,
    /// Who holds the keys: they count because they were given as counting.
    Holders,
    /// That everybody is shown the same log: no witness that counts says so.
    Witnesses,
    /// When exactly it was recorded: that is the word of the log, up to the time of the witnesses.
    Recording,
    /// That nothing newer has taken its place.
    Newest,
    /// What is withheld.
    Withheld,
    /// That it was logged anywhere, and since when it has been there.
    Logging,
    /// That its addressee has it.
    Receipt,
    /// Which package is meant: its file is not among these.
    Package,
    /// That the log was only added to between this checkpoint and the others here.
    Continuity,
    /// That the clock of a timestamp authority was right, and its certificate not revoked.
    Clock,
    /// That nothing else was recorded on the matter: what is not opened stays hidden.
    Selection,
}

/// Why a file proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not a file of its form.
    #[error("{reason}")]
    Malformed {
        /// What is wrong.
        reason: String,
    },
    /// It is not by whom it should be, or was altered.
    #[error("{reason}")]
    Disbelieved {
        /// The word for the reason.
        code: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// A receipt is given without the entry that it is for.
    #[error("none of the files is the entry that this receipt is for: give that, too")]
    NoEntry,
    /// An entry is given without a receipt for it.
    #[error("none of the files is a receipt that proves this entry: give that, too")]
    NoReceipt,
    /// Two checkpoints show two histories of one log.
    #[error("`{other}` has another root for the same {size} entries of the log `{log}`: it shows two histories")]
    Fork {
        /// The log.
        log: String,
        /// The size of both.
        size: u64,
        /// The other file.
        other: String,
    },
    /// The older checkpoint of a proof of consistency is not there.
    #[error(
        "none of the files is a checkpoint of `{log}` with {size} entries, where this proof begins: give that, too"
    )]
    NoBeginning {
        /// The log.
        log: String,
        /// Its size.
        size: u64,
    },
    /// An opening is given without a receipt for its commitment.
    #[error("none of the files is a receipt that proves the commitment to this entry: give that, too")]
    NoCommitment,
    /// A timestamp is given without what it is of.
    #[error("none of the files is what this timestamp is of, the SHA-256 {sha256}: give that, too")]
    NothingStamped {
        /// What it is of.
        sha256: String,
    },
    /// Nothing proven names this file.
    #[error("nothing that is proven here names a file with the SHA-256 {sha256}")]
    Unnamed {
        /// Its digest.
        sha256: String,
    },
}

impl Gap {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Truth,
        Self::Holders,
        Self::Witnesses,
        Self::Recording,
        Self::Newest,
        Self::Withheld,
        Self::Logging,
        Self::Receipt,
        Self::Package,
        Self::Continuity,
        Self::Clock,
        Self::Selection,
    ];
}

impl Findings {
    pub(super) fn new(proven: Vec<Fact>) -> Self {
        Self { proven, open: BTreeSet::new(), named: BTreeSet::new() }
    }

    pub(super) fn open(mut self, gaps: impl IntoIterator<Item = Gap>) -> Self {
        self.open.extend(gaps);
        self
    }
}

impl Refusal {
    /// The word for the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::Disbelieved { code, .. } => code,
            Self::NoEntry => "no-entry",
            Self::NoReceipt => "no-receipt",
            Self::Fork { .. } => "fork",
            Self::NoBeginning { .. } => "no-beginning",
            Self::NoCommitment => "no-commitment",
            Self::NothingStamped { .. } => "nothing-stamped",
            Self::Unnamed { .. } => "unnamed",
        }
    }
}
