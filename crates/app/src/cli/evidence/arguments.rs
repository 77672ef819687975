//! What `adhere evidence` accepts; its doc comments are the help text.

use std::path::PathBuf;

use adhere_domain::adherence::statements::Subject;
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, MediaType, OfEvidence};
use adhere_domain::evidence::passage::Position;
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_one_of, parse_text};
use crate::cli::named::{AnswerFormat, parse_statement};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceCommand {
    /// Add a file: its bytes are kept, and the journal names them by their SHA-256.
    Add(AddArguments),
    /// List items of evidence.
    List(ListArguments),
    /// Show an item, and to which statements it or passages of it are attached.
    Show {
        #[command(flatten)]
        place: Place,
        /// The item.
        #[arg(value_parser = parse_id::<OfEvidence>)]
        id: EvidenceId,
        /// As it was at the end of this day; as it is now if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// Get the bytes of an item; they are checked while they are read.
    Get {
        #[command(flatten)]
        place: Place,
        /// The item.
        #[arg(value_parser = parse_id::<OfEvidence>)]
        id: EvidenceId,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Attach an item, or a passage of a file of text, to a statement.
    Attach(AttachArguments),
    /// Detach what is attached.
    Detach {
        #[command(flatten)]
        acting: Acting,
        /// The entry that attached it, as `adhere evidence show` prints it.
        entry: u64,
    },
    /// Withdraw an item: it shows nothing more from a day on, and its bytes stay.
    Withdraw {
        #[command(flatten)]
        acting: Acting,
        /// The item.
        #[arg(value_parser = parse_id::<OfEvidence>)]
        id: EvidenceId,
        /// The first day for which it no longer speaks.
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// Why.
        #[arg(long, value_parser = parse_text)]
        reason: NonEmptyText,
    },
    /// Look for attached evidence that does not speak, for bytes that are missing, and for passages that moved or are gone.
    Check {
        #[command(flatten)]
        place: Place,
        /// The day for which it should speak; today if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// Look for the passages of this item in a later version of its file.
        #[arg(long, value_parser = parse_id::<OfEvidence>, requires = "against")]
        id: Option<EvidenceId>,
        /// The later version.
        #[arg(long, value_name = "FILE", requires = "id")]
        against: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AddArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The id of the item, which stands for it for ever.
    #[arg(value_parser = parse_id::<OfEvidence>)]
    pub(crate) id: EvidenceId,
    /// The file.
    pub(crate) file: PathBuf,
    /// What it is called.
    #[arg(long, value_parser = parse_text)]
    pub(crate) title: NonEmptyText,
    /// What kind of file it is, such as `application/pdf` or `text/plain`.
    #[arg(long, value_name = "TYPE", value_parser = parse_media_type)]
    pub(crate) media_type: MediaType,
    /// The first day for which it speaks, whenever it is added.
    #[arg(long, value_name = "DATE")]
    pub(crate) speaks_for: Date,
    /// The first day for which it no longer speaks.
    #[arg(long, value_name = "DATE")]
    pub(crate) expires: Option<Date>,
    /// Who may see it: `public`, `shared-with-authority` or `confidential`.
    #[arg(long, default_value = "confidential", value_parser = parse_confidentiality)]
    pub(crate) confidentiality: Confidentiality,
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Those that these may see alone.
    #[arg(long, value_parser = parse_confidentiality)]
    pub(crate) confidentiality: Option<Confidentiality>,
    /// Those attached to this statement alone.
    #[arg(long, value_name = "STATEMENT", value_parser = parse_statement)]
    pub(crate) attached_to: Option<Subject>,
    /// Those alone that no longer speak on this day.
    #[arg(long, value_name = "DATE")]
    pub(crate) silent_on: Option<Date>,
    /// As they were added, attached and withdrawn by the end of this day; as they are now if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Go on after this item.
    #[arg(long, value_name = "ID", value_parser = parse_id::<OfEvidence>)]
    pub(crate) after: Option<EvidenceId>,
    /// At most so many.
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: u64,
    /// How to print.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(crate) struct AttachArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The item.
    #[arg(value_parser = parse_id::<OfEvidence>)]
    pub(crate) id: EvidenceId,
    /// The statement.
    #[arg(value_parser = parse_statement)]
    pub(crate) statement: Subject,
    /// Attach the passage that says this, as it stands in the file.
    #[arg(long, value_name = "TEXT")]
    pub(crate) quote: Option<String>,
    /// What stands right before it, where the file says it more than once.
    #[arg(long, value_name = "TEXT", requires = "quote", default_value = "", hide_default_value = true)]
    pub(crate) prefix: String,
    /// What stands right after it.
    #[arg(long, value_name = "TEXT", requires = "quote", default_value = "", hide_default_value = true)]
    pub(crate) suffix: String,
    /// Attach the passage at this place: from the first letter, counted from 0, to the one after the last.
    #[arg(long, value_name = "FIRST..END", value_parser = parse_place, conflicts_with = "quote")]
    pub(crate) at: Option<Position>,
}

fn parse_media_type(text: &str) -> Result<MediaType, String> {
    MediaType::parse(text).ok_or_else(|| "a media type such as `application/pdf`, in small letters".to_owned())
}

fn parse_confidentiality(text: &str) -> Result<Confidentiality, String> {
    parse_one_of(&Confidentiality::ALL, text)
}

fn parse_place(text: &str) -> Result<Position, String> {
    let numbers = text.split_once("..").and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    let (start, end) = numbers.ok_or_else(|| "two numbers such as `120..180`".to_owned())?;
    if start < end { Ok(Position { start, end }) } else { Err("the first number is less than the second".to_owned()) }
}
