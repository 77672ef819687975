//! What `adhere journal` accepts; its doc comments are the help text.

use std::path::PathBuf;

use clap::Subcommand;

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
    /// Write the receipt of an entry: one text file that shows that and where it is in the journal.
    Receipt {
        #[command(flatten)]
        place: Place,
        /// Its number, from 0.
        entry: u64,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
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
