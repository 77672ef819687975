//! What `adhere party` accepts; doc comments are the help text.

use adhere_domain::digest::Digest;
use adhere_domain::law::country::Country;
use adhere_domain::parties::key::{KeyId, OfKey};
use adhere_domain::parties::organisation::{OfOrganisation, OfPerson, OrganisationId, OrganisationKind, PersonId};
use adhere_domain::parties::role::Role;
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_one_of, parse_text};
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum PartyCommand {
    /// Organisations: providers, facilitators and others.
    #[command(subcommand)]
    Organisation(OrganisationCommand),
    /// People; what is recorded of them is private.
    #[command(subcommand)]
    Person(PersonCommand),
    /// What a person may do for an organisation, from when to when.
    #[command(subcommand)]
    Role(RoleCommand),
    /// The keys with which organisations and people sign.
    #[command(subcommand)]
    Key(KeyCommand),
}

#[derive(Debug, Subcommand)]
pub(crate) enum OrganisationCommand {
    /// Register an organisation under an id that stands for it for ever.
    Register(OrganisationArguments),
    /// Change what is known of one.
    Change(OrganisationArguments),
    /// List all.
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OrganisationArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Its id.
    #[arg(value_parser = parse_id::<OfOrganisation>)]
    pub(crate) id: OrganisationId,
    /// Its name.
    #[arg(long, value_parser = parse_text)]
    pub(crate) name: NonEmptyText,
    /// What it is: provider, deployer, facilitator, authority or other; may be given several times.
    #[arg(long = "kind", value_name = "KIND", required = true, value_parser = parse_kind)]
    pub(crate) kinds: Vec<OrganisationKind>,
    /// Where it is established, as a code of ISO 3166-1 such as `FR`.
    #[arg(long, value_parser = parse_country)]
    pub(crate) country: Option<Country>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PersonCommand {
    /// Register a person under an id that stands for it for ever; the id stands in public entries.
    Register(PersonArguments),
    /// Change what is known of one.
    Change(PersonArguments),
    /// List all.
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct PersonArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// Its id.
    #[arg(value_parser = parse_id::<OfPerson>)]
    pub(crate) id: PersonId,
    /// The name.
    #[arg(long, value_parser = parse_text)]
    pub(crate) name: NonEmptyText,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RoleCommand {
    /// Grant a role, such as `may-bind-statutory-representative`.
    Grant {
        #[command(flatten)]
        role: RoleArguments,
        /// First day no longer, if it ends.
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
        /// Where it is shown, such as an extract from a company register.
        #[arg(long, value_parser = parse_text)]
        source: Option<NonEmptyText>,
    },
    /// Revoke a role from a day on.
    Revoke {
        #[command(flatten)]
        role: RoleArguments,
        /// Why.
        #[arg(long, value_parser = parse_text)]
        reason: Option<NonEmptyText>,
    },
    /// List all, those that have ended too.
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RoleArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The person.
    #[arg(value_parser = parse_id::<OfPerson>)]
    pub(crate) person: PersonId,
    /// For which organisation.
    #[arg(value_parser = parse_id::<OfOrganisation>)]
    pub(crate) organisation: OrganisationId,
    /// The role.
    #[arg(value_parser = parse_role)]
    pub(crate) role: Role,
    /// First day of it, or of its end; today if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<Date>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Add a key.
    Add(KeyArguments),
    /// Put a key in the place of another of the same holder.
    Rotate {
        /// The id of the other.
        #[arg(value_parser = parse_id::<OfKey>)]
        old: KeyId,
        #[command(flatten)]
        new: KeyArguments,
    },
    /// Say that signatures with a key do not count from a moment on.
    Revoke {
        #[command(flatten)]
        acting: Acting,
        /// The id of the key.
        #[arg(value_parser = parse_id::<OfKey>)]
        id: KeyId,
        /// From when; now if not given.
        #[arg(long, value_name = "MOMENT")]
        from: Option<Timestamp>,
        /// Why.
        #[arg(long, value_parser = parse_text)]
        reason: NonEmptyText,
    },
    /// List all, those that have ended too.
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct KeyArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The id of the key.
    #[arg(value_parser = parse_id::<OfKey>)]
    pub(crate) id: KeyId,
    /// Its public part: 64 hexadecimal digits.
    #[arg(long, value_name = "HEX", value_parser = parse_public)]
    pub(crate) public: Digest,
    /// The person who holds it.
    #[arg(long, value_parser = parse_id::<OfPerson>)]
    pub(crate) person: Option<PersonId>,
    /// The organisation that holds it.
    #[arg(
        long,
        conflicts_with = "person",
        required_unless_present = "person",
        value_parser = parse_id::<OfOrganisation>
    )]
    pub(crate) organisation: Option<OrganisationId>,
    /// From when it counts; now if not given.
    #[arg(long, value_name = "MOMENT")]
    pub(crate) from: Option<Timestamp>,
    /// From when it counts no longer, if it ends.
    #[arg(long, value_name = "MOMENT")]
    pub(crate) until: Option<Timestamp>,
}

fn parse_kind(text: &str) -> Result<OrganisationKind, String> {
    parse_one_of(&OrganisationKind::ALL, text)
}

fn parse_role(text: &str) -> Result<Role, String> {
    parse_one_of(&Role::ALL, text)
}

fn parse_country(text: &str) -> Result<Country, String> {
    Country::parse(text).ok_or_else(|| "an assigned code of ISO 3166-1 in capitals, such as `FR`".to_owned())
}

/// The public part of a key is spelled as digests are: 64 lower-case hexadecimal digits.
fn parse_public(text: &str) -> Result<Digest, String> {
    Digest::parse(text).ok_or_else(|| "64 lower-case hexadecimal digits".to_owned())
}
