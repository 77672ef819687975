//! What `adhere approval` accepts; its doc comments are the help text.

use adhere_domain::adherence::statements::Subject;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use clap::Subcommand;
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id};
use crate::cli::named::{AnswerFormat, parse_statement};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum ApprovalCommand {
    /// Approve a revision of a statement with what shows it, as `adhere statement show` printed it.
    Give {
        #[command(flatten)]
        acting: Acting,
        /// The statement: `PROVIDER/CODE/VERSION/MEASURE`, and `/MODEL` if it is for one.
        #[arg(value_parser = parse_statement)]
        statement: Subject,
        /// The number of the revision that you have seen.
        #[arg(long)]
        revision: u32,
        /// The fingerprint of what you have seen: nothing else is approved.
        #[arg(long, value_parser = parse_digest)]
        fingerprint: Digest,
    },
    /// List approvals, the latest first.
    List {
        #[command(flatten)]
        place: Place,
        /// Of this statement alone.
        #[arg(long, value_parser = parse_statement)]
        statement: Option<Subject>,
        /// Of this provider alone.
        #[arg(long, value_name = "ID", value_parser = parse_id::<OfOrganisation>)]
        provider: Option<OrganisationId>,
        /// Given by the end of this day; today if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// Those recorded before this entry alone.
        #[arg(long, value_name = "ENTRY")]
        before: Option<u64>,
        /// At most so many.
        #[arg(long, value_name = "COUNT", default_value_t = 50)]
        limit: u64,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
}

fn parse_digest(text: &str) -> Result<Digest, String> {
    Digest::parse(text).ok_or_else(|| "64 hexadecimal digits in small letters".to_owned())
}
