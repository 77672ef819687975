//! What `adhere case` accepts; its doc comments are the help text.

use adhere_domain::cases::matter::{CaseKind, Harm};
use adhere_domain::cases::step::StepKind;
use adhere_domain::cases::{CaseId, OfCase};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_part, parse_text};
use crate::cli::named::AnswerFormat;
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum CaseCommand {
    /// Open a case: its clocks run by the deadlines of a published code, from when it became known.
    Open(Box<OpenArguments>),
    /// List cases, that which was opened last first, with what is due next in each.
    List(ListArguments),
    /// Show a case: its clocks, and everything that was recorded of it.
    Show {
        #[command(flatten)]
        place: Place,
        /// Whose case it is.
        #[arg(value_parser = parse_id::<OfOrganisation>)]
        provider: OrganisationId,
        /// The case.
        #[arg(value_parser = parse_id::<OfCase>)]
        id: CaseId,
        /// As it was at the end of this day; as it is now if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// Record that something was done in a case.
    Step {
        #[command(flatten)]
        named: Named,
        /// What was done.
        #[arg(value_parser = parse_step)]
        step: StepKind,
        /// When, such as `2026-11-22T09:30:00Z`.
        #[arg(long, value_name = "MOMENT", value_parser = parse_moment)]
        at: Timestamp,
        /// What there is to say of it.
        #[arg(long, value_name = "TEXT", value_parser = parse_text)]
        note: Option<NonEmptyText>,
    },
    /// Note something in a case.
    Note {
        #[command(flatten)]
        named: Named,
        /// What.
        #[arg(value_parser = parse_text)]
        text: NonEmptyText,
    },
    /// Close a case.
    Close {
        #[command(flatten)]
        named: Named,
        /// Why.
        #[arg(long, value_name = "TEXT", value_parser = parse_text)]
        reason: NonEmptyText,
    },
    /// Open a closed case again.
    Reopen {
        #[command(flatten)]
        named: Named,
        /// Why.
        #[arg(long, value_name = "TEXT", value_parser = parse_text)]
        reason: NonEmptyText,
    },
}

/// A case, and who does something with it.
#[derive(Debug, Args)]
pub(crate) struct Named {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Whose case it is.
    #[arg(value_parser = parse_id::<OfOrganisation>)]
    pub(crate) provider: OrganisationId,
    /// The case.
    #[arg(value_parser = parse_id::<OfCase>)]
    pub(crate) id: CaseId,
}

#[derive(Debug, Args)]
pub(crate) struct OpenArguments {
    #[command(flatten)]
    pub(crate) named: Named,
    /// What it is about.
    #[arg(long, value_parser = parse_kind)]
    pub(crate) kind: CaseKind,
    /// What it is called.
    #[arg(long, value_parser = parse_text)]
    pub(crate) title: NonEmptyText,
    /// The version of the code by which its clocks run, such as `gpai@2025-07-10`.
    #[arg(long, value_name = "ID@VERSION")]
    pub(crate) code: String,
    /// When the provider became aware of it, or received it, such as `2026-11-22T09:30:00Z`.
    #[arg(long, value_name = "MOMENT", value_parser = parse_moment)]
    pub(crate) aware_at: Timestamp,
    /// The model that it is about, if it is about one.
    #[arg(long, value_name = "ID", value_parser = parse_part)]
    pub(crate) model: Option<PartId>,
    /// What a serious incident led to; may be given several times.
    #[arg(long = "harm", value_parser = parse_harm)]
    pub(crate) harms: Vec<Harm>,
    /// The last day that a request of the AI Office sets.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// Who complains.
    #[arg(long, value_parser = parse_text)]
    pub(crate) name: Option<NonEmptyText>,
    /// The address for letters of whoever complains.
    #[arg(long, value_parser = parse_text)]
    pub(crate) email: Option<NonEmptyText>,
    /// The work that a complaint is about, and the rights in it.
    #[arg(long, value_parser = parse_text)]
    pub(crate) work: Option<NonEmptyText>,
    /// What is complained of.
    #[arg(long, value_parser = parse_text)]
    pub(crate) text: Option<NonEmptyText>,
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Whose cases.
    #[arg(value_parser = parse_id::<OfOrganisation>)]
    pub(crate) provider: OrganisationId,
    /// Of this kind alone.
    #[arg(long, value_parser = parse_kind)]
    pub(crate) kind: Option<CaseKind>,
    /// Open or closed ones alone.
    #[arg(long, value_enum)]
    pub(crate) state: Option<State>,
    /// As they were at the end of this day; as they are now if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Those opened before this entry alone.
    #[arg(long, value_name = "ENTRY")]
    pub(crate) before: Option<u64>,
    /// At most so many.
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: u64,
    /// How to print.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
}

/// Whether a case is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum State {
    /// It is.
    Open,
    /// It was closed.
    Closed,
}

fn parse_kind(text: &str) -> Result<CaseKind, String> {
    CaseKind::named(text).ok_or_else(|| one_of(&CaseKind::ALL.map(|(_, id)| id)))
}

fn parse_harm(text: &str) -> Result<Harm, String> {
    Harm::named(text).ok_or_else(|| one_of(&Harm::ALL.map(|(_, id)| id)))
}

fn parse_step(text: &str) -> Result<StepKind, String> {
    StepKind::named(text).ok_or_else(|| one_of(&StepKind::ALL.map(|(_, id)| id)))
}

fn one_of(names: &[&str]) -> String {
    format!("one of `{}`", names.join("`, `"))
}

/// A moment, to the microsecond, which is how it is kept.
fn parse_moment(text: &str) -> Result<Timestamp, String> {
    let moment = text.parse::<Timestamp>().and_then(|at| Timestamp::from_microsecond(at.as_microsecond()));
    moment.map_err(|_| "a moment such as `2026-11-22T09:30:00Z`".to_owned())
}
