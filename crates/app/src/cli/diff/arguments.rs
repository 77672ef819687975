//! What `adhere diff` accepts; its doc comments are the help text.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct DiffArguments {
    /// The old version: its folder, or the id of one that ships.
    pub(crate) old: String,
    /// The new version; its lineage from the old one says which parts belong together.
    pub(crate) new: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The full text of the old version, from `adhere code text`, where its folder has summaries.
    #[arg(long, value_name = "FILE")]
    pub(crate) old_text: Option<PathBuf>,
    /// The full text of the new version.
    #[arg(long, value_name = "FILE")]
    pub(crate) new_text: Option<PathBuf>,
    /// Show unchanged parts too.
    #[arg(long)]
    pub(crate) all: bool,
    /// End with exit code 1 when anything changed.
    #[arg(long)]
    pub(crate) check: bool,
}

/// How a difference is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// A redline, for people.
    Text,
    /// For machines; see `adhere schema difference`.
    Json,
    /// A redline as a page without outside requests.
    Html,
}
