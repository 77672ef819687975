//! What `adhere code` accepts; its doc comments are the help text.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::import::ImportArguments;
use super::publish::PublishArguments;
use super::text::TextArguments;

#[derive(Debug, Subcommand)]
pub(crate) enum CodeCommand {
    /// List the codes.
    List,
    /// Show a code, or one chapter, commitment or measure of it.
    Show {
        /// The code's id, or its folder.
        code: String,
        /// The id of a part, such as `S.M9.3`.
        part: Option<String>,
        /// Also print the part's full text from a file that `adhere code text` wrote.
        #[arg(long, value_name = "FILE", requires = "part")]
        text: Option<PathBuf>,
    },
    /// Bring in a published code: from Markdown files to a folder of source text, with a list of what is not in it.
    Import(ImportArguments),
    /// Publish a version of a code in the instance: it is never changed and never removed.
    Publish(PublishArguments),
    /// Match the full text of a code with its structure, as JSON; see `adhere schema code-text`.
    Text(TextArguments),
    /// Show what the law asks a code to cover against what its measures cover.
    Coverage {
        /// The code's id, or its folder.
        code: String,
        /// How to print.
        #[arg(long, value_enum, default_value_t = CoverageFormat::Text)]
        format: CoverageFormat,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// End with exit code 1 when something that the law asks for is neither covered nor left out with a reason.
        #[arg(long)]
        check: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CoverageFormat {
    /// A table, for people.
    Text,
    /// For machines; see `adhere schema coverage`.
    Json,
    /// A heat map.
    Svg,
    /// A page with the heat map and the table.
    Html,
}
