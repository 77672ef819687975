//! What `adhere account` accepts; doc comments are the help text.

use adhere_domain::parties::organisation::{OfOrganisation, OfPerson, OrganisationId, OrganisationKind, PersonId};
use adhere_domain::parties::role::Role;
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_one_of, parse_text};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// Say which organisation runs the instance, and let its first administrator in.
    Begin(BeginArguments),
    /// Let somebody in with roles; prints where the person sets a password.
    Invite(InviteArguments),
    /// Print anew where somebody sets a password; what was printed before no longer counts.
    Again {
        #[command(flatten)]
        acting: Acting,
        /// Who.
        #[arg(value_parser = parse_id::<OfPerson>)]
        person: PersonId,
    },
    /// Close an account: nobody signs in with it any more. What the person did stays recorded.
    Close {
        #[command(flatten)]
        acting: Acting,
        /// Whose.
        #[arg(value_parser = parse_id::<OfPerson>)]
        person: PersonId,
    },
    /// List all accounts.
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Invited {
    /// Who: an id that stands for the person for ever.
    #[arg(value_parser = parse_id::<OfPerson>)]
    pub(crate) person: PersonId,
    /// The address of the person, with which it signs in.
    #[arg(long)]
    pub(crate) email: String,
    /// What the person is called; the id, if nothing is said.
    #[arg(long, value_parser = parse_text)]
    pub(crate) name: Option<NonEmptyText>,
    /// For which organisation.
    #[arg(long, value_parser = parse_id::<OfOrganisation>)]
    pub(crate) organisation: OrganisationId,
    /// A role for it; may be given several times.
    #[arg(long = "role", value_name = "ROLE", value_parser = parse_role)]
    pub(crate) roles: Vec<Role>,
    /// First day of the roles; today if nothing is said.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct BeginArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(flatten)]
    pub(crate) invited: Invited,
    /// The name of the organisation; its id, if nothing is said. It counts where the organisation is not registered yet.
    #[arg(long, value_parser = parse_text)]
    pub(crate) organisation_name: Option<NonEmptyText>,
    /// What the organisation is: provider, deployer, facilitator, authority or other; may be given several times.
    #[arg(long = "kind", value_name = "KIND", required = true, value_parser = parse_kind)]
    pub(crate) kinds: Vec<OrganisationKind>,
}

#[derive(Debug, Args)]
pub(crate) struct InviteArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    #[command(flatten)]
    pub(crate) invited: Invited,
}

fn parse_role(text: &str) -> Result<Role, String> {
    parse_one_of(&Role::ALL, text)
}

fn parse_kind(text: &str) -> Result<OrganisationKind, String> {
    parse_one_of(&OrganisationKind::ALL, text)
}
