//! What `adhere law` accepts; its doc comments are the help text.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::cli::arguments::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum LawCommand {
    /// List provisions with what they say.
    List {
        /// Only those whose id begins so, such as `art_56`.
        prefix: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    /// Show a provision with its versions, sources, official text and the measures that cover it.
    Show {
        /// Its element id, such as `art_56__para_6`.
        id: String,
        #[command(flatten)]
        day: Day,
        /// The language of the official text, such as `nl`; all that are imported if not given.
        #[arg(long, value_name = "CODE")]
        language: Option<String>,
        #[command(flatten)]
        library: LibraryArgument,
    },
    /// Import files of official text into the local library.
    Import(LawImportArguments),
    /// List the local library, or remove a file from it.
    Library(LibraryArguments),
    /// Hold what others say the law says against the official text, passage by passage.
    Compare(CompareArguments),
    /// List the questions that the text leaves open, their readings, and which one is chosen.
    Readings,
}

#[derive(Debug, Args)]
pub(crate) struct LibraryArgument {
    /// The folder of the local library; the user's data folder if not given.
    #[arg(long, value_name = "FOLDER", env = "ADHERE_LIBRARY", hide_env_values = true)]
    pub(crate) library: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct LawImportArguments {
    /// EUR-Lex HTML, a hand copy in Markdown, or a list of amendments in JSON.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The language, such as `nl`, where the file does not say it.
    #[arg(long, value_name = "CODE", value_parser = parse_name)]
    pub(crate) language: Option<String>,
    /// The act's CELEX number, such as `32024R1689`, where the file does not say it.
    #[arg(long, value_name = "CELEX", value_parser = parse_name)]
    pub(crate) act: Option<String>,
    /// First day in force of what the file says, where it does not say it.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    /// How much the text can be relied on, where it is not what the kind of file says.
    #[arg(long, value_enum)]
    pub(crate) standing: Option<StandingArgument>,
    /// Replace text of the same act, language and kind that was imported from another file.
    #[arg(long)]
    pub(crate) replace: bool,
    #[command(flatten)]
    pub(crate) library: LibraryArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StandingArgument {
    /// A copy of the official publication.
    OfficialCopy,
    /// A copy typed by hand.
    HandCopy,
    /// A secondary source.
    Secondary,
}

#[derive(Debug, Args)]
pub(crate) struct LibraryArguments {
    #[command(subcommand)]
    pub(crate) command: Option<LibraryCommand>,
    #[command(flatten)]
    pub(crate) library: LibraryArgument,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LibraryCommand {
    /// Remove a file from the library.
    Remove {
        /// Its name, as the list shows it.
        name: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CompareArguments {
    /// The text: Markdown, plain text or HTML.
    pub(crate) file: PathBuf,
    /// The article, recital or annex to compare with, such as `art_56`; found by content if not given.
    pub(crate) id: Option<String>,
    /// The language; found by content if not given.
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<String>,
    /// The day whose law is compared with; today in Brussels if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = CompareFormat::Text)]
    pub(crate) format: CompareFormat,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// End with exit code 1 when anything is not the official text in force.
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) library: LibraryArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// For people.
    Text,
    /// For machines; see `adhere schema comparison`.
    Json,
    /// As one page without outside requests.
    Html,
    /// What differs, for code hosts.
    Sarif,
}

/// A name that is part of a file's name: letters and digits alone.
fn parse_name(text: &str) -> Result<String, String> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| text.to_owned()).ok_or_else(|| "letters and digits alone".to_owned())
}
