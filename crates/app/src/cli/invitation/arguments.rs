//! What `adhere invitation` accepts; its doc comments are the help text.

use adhere_domain::adherence::invitations::{InvitationId, InvitationState, OfInvitation};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use adhere_domain::text::NonEmptyText;
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::acting::{Acting, parse_id, parse_one_of, parse_part, parse_text};
use crate::cli::named::AnswerFormat;
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum InvitationCommand {
    /// Invite somebody to adhere to a published version of a code; prints the link to hand over.
    Send(Box<SendArguments>),
    /// Print another link for an invitation; the one before opens nothing any more.
    Again {
        #[command(flatten)]
        acting: Acting,
        /// The invitation.
        #[arg(value_parser = parse_id::<OfInvitation>)]
        id: InvitationId,
    },
    /// Take an invitation back; its link opens nothing any more.
    Withdraw {
        #[command(flatten)]
        acting: Acting,
        /// The invitation.
        #[arg(value_parser = parse_id::<OfInvitation>)]
        id: InvitationId,
        /// Why, if that is to be said.
        #[arg(long, value_name = "TEXT", value_parser = parse_text)]
        reason: Option<NonEmptyText>,
    },
    /// Decline an invitation for the organisation that was invited, which can adhere later all the same.
    Decline {
        #[command(flatten)]
        acting: Acting,
        /// The organisation that was invited.
        #[arg(value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
        /// The invitation.
        #[arg(value_parser = parse_id::<OfInvitation>)]
        id: InvitationId,
        /// Why, if that is to be said.
        #[arg(long, value_name = "TEXT", value_parser = parse_text)]
        reason: Option<NonEmptyText>,
    },
    /// List invitations and how they stand, that which was sent last first.
    List(ListArguments),
    /// Show an invitation and how it stands.
    Show {
        #[command(flatten)]
        place: Place,
        /// The invitation.
        #[arg(value_parser = parse_id::<OfInvitation>)]
        id: InvitationId,
        /// As it was at the end of this day; as it is now if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
}

#[derive(Debug, Args)]
pub(crate) struct SendArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The organisation that is invited, if it is registered here.
    #[arg(long, value_name = "ID", value_parser = parse_id::<OfOrganisation>, required_unless_present = "name")]
    pub(crate) organisation: Option<OrganisationId>,
    /// The name of somebody who is invited and is not registered here.
    #[arg(long, value_parser = parse_text, conflicts_with = "organisation")]
    pub(crate) name: Option<NonEmptyText>,
    /// The code.
    #[arg(long, value_parser = parse_part)]
    pub(crate) code: PartId,
    /// The version of the code.
    #[arg(long, value_parser = parse_part)]
    pub(crate) version: PartId,
    /// What is said beside it.
    #[arg(long, value_name = "TEXT", value_parser = parse_text)]
    pub(crate) words: Option<NonEmptyText>,
    /// The day until which an answer is hoped for. It is no deadline of the law.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// Say whether it would be sent, and record nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// To this organisation alone.
    #[arg(long, value_name = "ID", value_parser = parse_id::<OfOrganisation>)]
    pub(crate) organisation: Option<OrganisationId>,
    /// To this code alone.
    #[arg(long, value_parser = parse_part)]
    pub(crate) code: Option<PartId>,
    /// Of this state alone: `waiting`, `lapsed`, `declared`, `declined` or `withdrawn`.
    #[arg(long, value_parser = parse_state)]
    pub(crate) state: Option<InvitationState>,
    /// As they were at the end of this day; as they are now if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Those sent before this entry alone.
    #[arg(long, value_name = "ENTRY")]
    pub(crate) before: Option<u64>,
    /// At most so many.
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: u64,
    /// How to print.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
}

fn parse_state(text: &str) -> Result<InvitationState, String> {
    parse_one_of(&InvitationState::ALL, text)
}
