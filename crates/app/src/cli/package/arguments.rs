//! What `adhere package` accepts; its doc comments are the help text.

use std::path::PathBuf;

use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use adhere_domain::text::NonEmptyText;
use adhere_journal::disclosure::pointer::Pointer;
use adhere_journal::package::kind::PackageKind;
use adhere_store::projection::package::Direction;
use clap::{Args, Subcommand};
use jiff::Timestamp;

use crate::cli::acting::{Acting, parse_id, parse_one_of, parse_text};
use crate::cli::named::AnswerFormat;
use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum PackageCommand {
    /// Print the public part of the key that signs packages, for `adhere party key add --public`.
    Key {
        #[command(flatten)]
        place: Place,
    },
    /// Sign a package for an organisation, record it, and write its file.
    Send(SendArguments),
    /// Write the file of a package that was sent anew, with what witnesses have said since.
    Write {
        #[command(flatten)]
        acting: Acting,
        /// The id of the package.
        id: String,
        /// The file.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Verify a package that was received, file or refuse it, and write the acknowledgement.
    Receive {
        #[command(flatten)]
        acting: Acting,
        /// The file of the package.
        file: PathBuf,
        /// The file of the acknowledgement.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// List the packages that were received, the latest first; those that wait for a decision where nothing else is said.
    Inbox {
        #[command(flatten)]
        place: Place,
        /// Those that stand so: `waiting`, `accepted` or `refused`.
        #[arg(long, default_value = "waiting", value_parser = ["waiting", "accepted", "refused"])]
        state: String,
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
    /// Accept a package that was received: an adherence that it declares is listed in the register.
    Accept {
        #[command(flatten)]
        deciding: DecidingArguments,
    },
    /// Refuse a package that was received; what was listed for it is taken back.
    Refuse {
        #[command(flatten)]
        deciding: DecidingArguments,
        /// Why.
        #[arg(long, value_parser = parse_text)]
        reason: NonEmptyText,
        /// The provision or the part of a code on which that rests.
        #[arg(long, value_parser = parse_text)]
        basis: Option<NonEmptyText>,
    },
    /// Ask the instance to which a package was handed over what became of it, and file the answer.
    Ask {
        #[command(flatten)]
        acting: Acting,
        /// The id of the package.
        id: String,
        /// The address of the instance.
        #[arg(long)]
        url: String,
        /// The file of the package that is asked about; the one that was written last if none is named.
        #[arg(long)]
        file: Option<PathBuf>,
    },
    /// Verify and file the acknowledgement of a package that was sent.
    Acknowledge {
        #[command(flatten)]
        acting: Acting,
        /// The file of the acknowledgement.
        file: PathBuf,
    },
    /// Show a package: what it says and keeps back, what verifying it says, and what became of it.
    Show {
        #[command(flatten)]
        place: Place,
        /// The id of the package.
        id: String,
        /// How to print.
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// List packages that were sent and received, the latest first.
    List {
        #[command(flatten)]
        place: Place,
        /// Those that went this way alone: `sent` or `received`.
        #[arg(long, value_parser = |text: &str| parse_one_of(&Direction::ALL, text))]
        direction: Option<Direction>,
        /// The one with this id alone.
        #[arg(long)]
        id: Option<String>,
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

#[derive(Debug, Args)]
pub(crate) struct DecidingArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The entry with which it was received, as `adhere package inbox` prints it.
    pub(crate) entry: u64,
    /// The file of the answer to its sender.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SendArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// What it holds: `adherence-declaration`, `statement-set` or `evidence-index`.
    #[arg(value_parser = parse_kind)]
    pub(crate) kind: PackageKind,
    /// What it is about: the id of an adherence, or `CODE@VERSION`.
    pub(crate) subject: String,
    /// The organisation that it is for.
    #[arg(long, value_name = "ORGANISATION", value_parser = parse_id::<OfOrganisation>)]
    pub(crate) to: OrganisationId,
    /// Keep a part of what it says back, such as `/body/signed`; can be given several times.
    #[arg(long, value_name = "POINTER")]
    pub(crate) hide: Vec<Pointer>,
    /// From when on it is not to be filed any more.
    #[arg(long, value_name = "TIME")]
    pub(crate) expires: Option<Timestamp>,
    /// The file.
    #[arg(short, long, value_name = "FILE", required_unless_present = "url")]
    pub(crate) output: Option<PathBuf>,
    /// Hand it over to the instance at this address, and file the acknowledgement that comes back.
    #[arg(long)]
    pub(crate) url: Option<String>,
}

fn parse_kind(text: &str) -> Result<PackageKind, String> {
    parse_one_of(&PackageKind::ALL.map(|kind| (kind, kind.name())), text)
}
