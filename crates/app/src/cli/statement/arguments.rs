//! What `adhere statement` accepts; its doc comments are the help text.

use std::path::PathBuf;

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::Subject;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_part, parse_text};
use crate::cli::named::{AnswerFormat, parse_statement};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum StatementCommand {
    /// State how far a measure is implemented; what was stated before stays in the history.
    Record(RecordArguments),
    /// List statements as they were at the end of a day.
    List(ListArguments),
    /// Show a statement with what shows it, and whether it is approved.
    Show {
        #[command(flatten)]
        place: Place,
        /// The statement: `PROVIDER/CODE/VERSION/MEASURE`, and `/MODEL` if it is for one.
        #[arg(value_parser = parse_statement)]
        statement: Subject,
        /// As it was at the end of this day, with what was attached and approved then; as it is now if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// Show all revisions of a statement.
    History {
        #[command(flatten)]
        place: Place,
        /// The statement.
        #[arg(value_parser = parse_statement)]
        statement: Subject,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// Carry statements over to the version that follows, along its lineage; what changed is shown for review.
    CarryOver {
        #[command(flatten)]
        acting: Acting,
        /// Whose statements.
        #[arg(value_parser = parse_id::<OfOrganisation>)]
        provider: OrganisationId,
        /// The version that is answered: its folder, or `id@version`.
        old: String,
        /// The version that follows it.
        new: String,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RecordArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Whose statement.
    #[arg(value_parser = parse_id::<OfOrganisation>)]
    pub(crate) provider: OrganisationId,
    /// The code as it was published: its folder, or the id of one that ships.
    pub(crate) code: String,
    /// The measure.
    #[arg(value_parser = parse_part)]
    pub(crate) measure: PartId,
    /// The model, if the statement is for one alone.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) model: Option<PartId>,
    /// How far the measure is implemented: `implemented`, `partial`, `planned`, `alternative` or `not-applicable`.
    #[arg(long, value_parser = parse_state)]
    pub(crate) state: ImplementationState,
    /// What is stated, in your words.
    #[arg(long, value_parser = parse_text, conflicts_with = "text_file")]
    pub(crate) text: Option<NonEmptyText>,
    /// The file that says it.
    #[arg(long, value_name = "FILE")]
    pub(crate) text_file: Option<PathBuf>,
    /// Who answers for it.
    #[arg(long, value_parser = parse_text)]
    pub(crate) owner: Option<NonEmptyText>,
    /// By when what is missing will be done.
    #[arg(long, value_name = "DATE")]
    pub(crate) due: Option<Date>,
    /// The number of the revision that you have seen; 0 when nothing was stated before.
    #[arg(long, value_name = "REVISION", default_value_t = 0)]
    pub(crate) after: u32,
    /// The statement on an earlier version that was reviewed and is carried over.
    #[arg(long, value_name = "STATEMENT", value_parser = parse_statement)]
    pub(crate) carried_from: Option<Subject>,
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Of this provider alone.
    #[arg(long, value_name = "ID", value_parser = parse_id::<OfOrganisation>)]
    pub(crate) provider: Option<OrganisationId>,
    /// On this code alone.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) code: Option<PartId>,
    /// On this version alone.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) code_version: Option<PartId>,
    /// On this measure alone.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) measure: Option<PartId>,
    /// For this model alone.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) model: Option<PartId>,
    /// In this state alone.
    #[arg(long, value_parser = parse_state)]
    pub(crate) state: Option<ImplementationState>,
    /// As stated by the end of this day; today if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Go on after this statement.
    #[arg(long, value_name = "STATEMENT", value_parser = parse_statement)]
    pub(crate) after: Option<Subject>,
    /// At most so many.
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: u64,
    /// How to print.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
}

fn parse_state(text: &str) -> Result<ImplementationState, String> {
    let states = ImplementationState::ALL;
    states
        .into_iter()
        .find(|state| state.id() == text)
        .ok_or_else(|| format!("one of {}", states.map(|state| format!("`{}`", state.id())).join(", ")))
}
