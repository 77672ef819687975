//! What `adhere register` accepts; doc comments are the help text.

use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::cli::acting::{parse_id, parse_part};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum RegisterCommand {
    /// List who adheres to what on a day, and what sources say.
    List {
        #[command(flatten)]
        asked: RegisterArguments,
        /// This provider alone.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: Option<OrganisationId>,
        /// Those with a scope of this kind.
        #[arg(long, value_enum)]
        scope: Option<ScopeKind>,
        /// Those with an adherence for a model of this id: for all models, or for it by name.
        #[arg(long, value_name = "ID", value_parser = parse_part)]
        model: Option<PartId>,
    },
    /// Show where a provider stands on a day, and what was recorded of it.
    Show {
        #[command(flatten)]
        asked: RegisterArguments,
        /// The provider.
        #[arg(value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RegisterArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// This code alone.
    #[arg(long, value_parser = parse_part)]
    pub(crate) code: Option<PartId>,
    /// The day; today in Brussels if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// The moment until which what was recorded counts, such as `2026-03-01T12:00:00Z`; now if not given.
    #[arg(long, value_name = "MOMENT")]
    pub(crate) known_at: Option<Timestamp>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = RegisterFormat::Text)]
    pub(crate) format: RegisterFormat,
}

/// Kinds of scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScopeKind {
    /// The whole code.
    Full,
    /// Limited to Art. 53.
    #[value(name = "art-53")]
    Article53,
    /// Some chapters.
    Chapters,
}

/// How a register is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RegisterFormat {
    /// For people.
    Text,
    /// For machines; see `adhere schema register`.
    Json,
    /// For spreadsheets.
    Csv,
}

impl ScopeKind {
    /// Its name in data.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Article53 => "art-53",
            Self::Chapters => "chapters",
        }
    }
}
