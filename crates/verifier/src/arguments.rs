//! The command line.

use std::path::PathBuf;

use adhere_journal::key::LogKey;
use clap::{Parser, ValueEnum};
use jiff::Timestamp;

use crate::grounds::Author;

/// Say what files prove, offline.
///
/// Give all files that belong together: a receipt with its entry, two checkpoints with the proof between them, a code
/// with the entry that names it, a timestamp with what was stamped. Exit code 0: every file proves something; 1: some file proves nothing; 2: nothing was
/// looked at.
#[derive(Clone, Debug, Parser)]
#[command(name = "adhere-verify", version)]
pub struct Arguments {
    /// Receipts, entries, openings of private ones, checkpoints, proofs of consistency, timestamps, packages,
    /// acknowledgements, statements, other files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Whom to believe: a file that names logs, witnesses and a quorum (C2SP tlog-policy).
    #[arg(long)]
    pub policy: Option<PathBuf>,
    /// The key of a log to believe, as `name+id+key`; with no policy, no witness is asked for.
    #[arg(long = "key", value_name = "VKEY")]
    pub keys: Vec<LogKey>,
    /// An organisation and a key of its authors to believe, as `organisation=name+id+key`.
    #[arg(long = "author", value_name = "ORGANISATION=VKEY")]
    pub authors: Vec<Author>,
    /// A timestamp authority to believe: a file with the certificate (PEM or DER) whose key signs its timestamps.
    #[arg(long = "authority", value_name = "CERTIFICATE")]
    pub authorities: Vec<PathBuf>,
    /// As of when keys must count and statements hold, such as `2026-11-22T09:30:00Z`; now, if not given.
    #[arg(long, value_name = "TIME")]
    pub as_of: Option<Timestamp>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}
