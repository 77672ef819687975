//! What `adhere adherence` accepts; doc comments are the help text.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::life::{AdherenceId, OfAdherence};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OfPerson, OrganisationId, PersonId};
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_part, parse_text};

#[derive(Debug, Subcommand)]
pub(crate) enum AdherenceCommand {
    /// Declare adherence to a published version of a code.
    Declare {
        #[command(flatten)]
        asked: Asked,
        /// The id of the adherence, which stands for it for ever.
        #[arg(value_parser = parse_id::<OfAdherence>)]
        id: AdherenceId,
        /// The provider.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
        /// The code.
        #[arg(long, value_parser = parse_part)]
        code: PartId,
        /// The version of the code.
        #[arg(long, value_parser = parse_part)]
        version: PartId,
        #[command(flatten)]
        terms: TermsArguments,
        /// First day; the day of the signature if not given.
        #[arg(long, value_name = "DATE")]
        since: Option<Date>,
        #[command(flatten)]
        signed: SignedArguments,
        /// Where it is shown.
        #[arg(long, value_parser = parse_text)]
        source: Option<NonEmptyText>,
    },
    /// Change the scope of an adherence, or the models it is for.
    Change {
        #[command(flatten)]
        asked: Asked,
        /// The id of the adherence.
        #[arg(value_parser = parse_id::<OfAdherence>)]
        id: AdherenceId,
        #[command(flatten)]
        terms: TermsArguments,
        /// First day of the change; the day of the signature if not given.
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
        #[command(flatten)]
        signed: SignedArguments,
    },
    /// Withdraw an adherence.
    Withdraw {
        #[command(flatten)]
        asked: Asked,
        /// The id of the adherence.
        #[arg(value_parser = parse_id::<OfAdherence>)]
        id: AdherenceId,
        /// First day without it; the day of the signature if not given.
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
        #[command(flatten)]
        signed: SignedArguments,
        /// Why.
        #[arg(long, value_parser = parse_text)]
        reason: Option<NonEmptyText>,
    },
    /// Declare the interest of a provider to join the full code.
    Interest {
        #[command(flatten)]
        asked: Asked,
        /// The provider.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
        /// The code.
        #[arg(long, value_parser = parse_part)]
        code: PartId,
        #[command(flatten)]
        signed: SignedArguments,
    },
    /// Record what a source says of a provider and a code, which is not a declaration.
    ListFact {
        #[command(flatten)]
        asked: Asked,
        /// The provider.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
        /// The code.
        #[arg(long, value_parser = parse_part)]
        code: PartId,
        /// How much of the code the source says that the provider signed: `full`, `art-53` or chapters such as `S,C`.
        #[arg(long, value_parser = parse_scope, required_unless_present = "not_signatory")]
        scope: Option<Scope>,
        /// The source says that the provider has not signed.
        #[arg(long, conflicts_with = "scope")]
        not_signatory: bool,
        /// The source.
        #[arg(long, value_parser = parse_text)]
        source: NonEmptyText,
        /// The day on which the source said so.
        #[arg(long, value_name = "DATE")]
        as_of: Date,
        /// Since when it holds, if the source says so.
        #[arg(long, value_name = "DATE")]
        since: Option<Date>,
        /// A remark.
        #[arg(long, value_parser = parse_text)]
        note: Option<NonEmptyText>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Asked {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Say what it would come to, with the measures that would bind, and record nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TermsArguments {
    /// How much of the code: `full`, `art-53` or chapters such as `S,C`.
    #[arg(long, value_parser = parse_scope)]
    pub(crate) scope: Scope,
    /// A model it is for, by its id on record; all models if not given; may be given several times.
    #[arg(long = "model", value_name = "ID", value_parser = parse_part)]
    pub(crate) models: Vec<PartId>,
}

#[derive(Debug, Args)]
pub(crate) struct SignedArguments {
    /// The person who signed for the provider.
    #[arg(long, value_name = "PERSON", value_parser = parse_id::<OfPerson>)]
    pub(crate) signed_by: PersonId,
    /// The day of the signature; today if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) signed_on: Option<Date>,
}

impl TermsArguments {
    /// The models, unless it is for all.
    pub(crate) fn models(&self) -> Option<BTreeSet<PartId>> {
        (!self.models.is_empty()).then(|| self.models.iter().cloned().collect())
    }
}

/// `full`, `art-53`, or chapters between commas.
fn parse_scope(text: &str) -> Result<Scope, String> {
    match text {
        "full" => Ok(Scope::Full),
        "art-53" => Ok(Scope::Article53),
        chapters => chapters.split(',').map(parse_part).collect::<Result<_, _>>().map(Scope::Chapters),
    }
}
