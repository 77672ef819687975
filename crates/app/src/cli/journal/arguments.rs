//! What `adhere journal` accepts; its doc comments are the help text.

use std::path::PathBuf;

use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};

use crate::cli::acting::{Acting, parse_text};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    /// List what was recorded, the latest first.
    List {
        #[command(flatten)]
        place: Place,
        /// What names this alone, such as `organisation/acme` or `code/gpai`.
        #[arg(long, value_name = "SUBJECT")]
        about: Option<String>,
        /// What is of this kind alone, such as `adherence.declared`, or of this area, such as `adherence`.
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// What was recorded before this entry.
        #[arg(long, value_name = "ENTRY")]
        before: Option<u64>,
        /// At most so many.
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=10_000))]
        limit: u64,
    },
    /// Show an entry; one that is private is opened, as this is its own instance.
    Show {
        #[command(flatten)]
        place: Place,
        /// Its number, from 0.
        entry: u64,
    },
    /// Write the bytes of an entry as the log has them: what its receipt is about.
    Entry {
        #[command(flatten)]
        place: Place,
        /// Its number, from 0.
        entry: u64,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write the file that opens a private entry to somebody: with its receipt, it shows what was committed to.
    Open {
        #[command(flatten)]
        place: Place,
        /// Its number, from 0.
        entry: u64,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Erase what a private entry says, with all that was said of the same; that, who did it and why stays, for everybody to read.
    ///
    /// The log keeps its commitments, which say nothing any more. Backups and files that were handed out keep what they
    /// have. What can be erased is what is said of people, statements, evidence, cases and providers' files; the bytes
    /// of evidence that nothing names any more are deleted by `adhere store sweep`.
    Erase(EraseArguments),
    /// Have checkpoints stamped by a timestamp authority (RFC 3161), a third clock beside log and witnesses.
    #[command(subcommand)]
    Timestamp(TimestampCommand),
    /// Write the receipt of an entry: one text file that shows that and where it is in the journal.
    Receipt {
        #[command(flatten)]
        place: Place,
        /// Its number, from 0.
        entry: u64,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Under the first checkpoint after it that a timestamp authority stamped (`adhere journal timestamp files`).
        #[arg(long)]
        stamped: bool,
    },
    /// Write a signed checkpoint with what witnesses have said of it.
    Checkpoint {
        #[command(flatten)]
        place: Place,
        /// The one for so many entries; the latest if not given.
        #[arg(long, value_name = "ENTRIES")]
        size: Option<u64>,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write the proof that the journal only grew since it had so many entries, with its latest checkpoint.
    Growth {
        #[command(flatten)]
        place: Place,
        /// How many entries it had.
        since: u64,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct EraseArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Its number, from 0.
    pub(crate) entry: u64,
    /// Why; everybody can read it in the journal.
    #[arg(long, value_parser = parse_text)]
    pub(crate) reason: NonEmptyText,
    /// Erase without asking.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TimestampCommand {
    /// Write a request for an authority, and the checkpoint that it is about; both are needed for the answer.
    Request {
        #[command(flatten)]
        place: Place,
        /// The checkpoint for so many entries; the latest if not given.
        #[arg(long, value_name = "ENTRIES")]
        size: Option<u64>,
        /// Write the checkpoint to this file.
        #[arg(long, value_name = "FILE")]
        checkpoint: PathBuf,
        /// Write the request to this file (`application/timestamp-query`).
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
    /// Keep the answer of an authority: an entry of the journal has the timestamp and what was stamped.
    Keep {
        #[command(flatten)]
        acting: Acting,
        /// The file with the answer, or with the token alone.
        answer: PathBuf,
        /// The file with the checkpoint that was stamped.
        #[arg(long, value_name = "FILE")]
        checkpoint: PathBuf,
        /// The certificate (PEM or DER) whose key signs the timestamps of the authority.
        #[arg(long, value_name = "CERTIFICATE")]
        authority: PathBuf,
    },
    /// Ask an authority over HTTP for a timestamp on the latest checkpoint, and keep it.
    Ask {
        #[command(flatten)]
        acting: Acting,
        /// The address of the authority.
        #[arg(long)]
        url: String,
        /// The certificate (PEM or DER) whose key signs the timestamps of the authority.
        #[arg(long, value_name = "CERTIFICATE")]
        authority: PathBuf,
    },
    /// List the checkpoints that were stamped.
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Write the files of a timestamp, for those who verify: the checkpoint that was stamped, and the token.
    Files {
        #[command(flatten)]
        place: Place,
        /// The checkpoint for so many entries; the latest that was stamped if not given.
        #[arg(long, value_name = "ENTRIES")]
        size: Option<u64>,
        /// Write the checkpoint to this file.
        #[arg(long, value_name = "FILE")]
        checkpoint: PathBuf,
        /// Write the token to this file.
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
}
