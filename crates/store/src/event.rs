//! What can be recorded: the domain's events in the form in which the journal keeps them.
//!
//! Each area has a file with its wire forms. A form that was released never changes: a later one has another kind.

mod account;
mod approval;
mod case;
mod code;
mod comment;
mod document;
mod evidence;
mod file;
mod instance;
mod invitation;
mod package;
mod party;
pub(crate) mod passage;
mod register;
mod spelling;
mod statement;
pub mod subject;

use adhere_domain::adherence::comments::CommentEvent;
use adhere_domain::adherence::files::FileEvent;
use adhere_domain::adherence::invitations::InvitationEvent;
use adhere_domain::adherence::register::event::RegisterEvent;
use adhere_domain::adherence::statements::StatementRecorded;
use adhere_domain::cases::event::CaseEvent;
use adhere_domain::codes::publication::CodePublished;
use adhere_domain::evidence::approval::ApprovalGiven;
use adhere_domain::evidence::archive::EvidenceEvent;
use adhere_domain::parties::account::AccountEvent;
use adhere_domain::parties::directory::PartyEvent;
use adhere_journal::entry::EntryError;
use adhere_journal::payload::Payload;
use jiff::Timestamp;
use serde::Serialize;

pub use self::approval::fingerprint;
pub use self::document::DocumentPart;
pub use self::instance::{InstanceEvent, KeyPurpose, RotationReason};
pub use self::package::{
    Answer, AnsweredPackage, DecidedPackage, File, Frame, Objection, PackageEvent, Reason, SentPackage,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// To the instance itself.
    Instance(InstanceEvent),
    /// To organisations, people, roles and keys.
    Party(PartyEvent),
    /// A version of a code was published.
    Code(CodePublished),
    /// To adherence, and to what others say of it.
    Register(RegisterEvent),
    /// To what a provider's files say.
    File(FileEvent),
    /// A part of a document was kept.
    Document(DocumentPart),
    /// A statement on a measure.
    Statement(StatementRecorded),
    /// To a comment on a measure.
    Comment(CommentEvent),
    /// To evidence.
    Evidence(EvidenceEvent),
    /// A statement was approved.
    Approval(ApprovalGiven),
    /// To a package between organisations.
    Package(PackageEvent),
    /// To the account of a person.
    Account(AccountEvent),
    /// To a case.
    Case(CaseEvent),
    /// To an invitation to adhere.
    Invitation(InvitationEvent),
}

/// Which events have to be read together to decide on one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// The instance itself.
    Instance,
    /// Organisations, people, roles and keys.
    Party,
    /// Versions of codes.
    Code,
    /// Adherence to codes.
    Adherence,
    /// Providers' files.
    File,
    /// Documents.
    Document,
    /// Statements on measures.
    Statement,
    /// Comments on measures.
    Comment,
    /// Evidence.
    Evidence,
    /// Approvals.
    Approval,
    /// Packages.
    Package,
    /// Accounts.
    Account,
    /// Cases.
    Case,
    /// Invitations to adhere.
    Invitation,
}

/// Something that happened, with its place in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place, from 0.
    pub entry_id: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done, as `area.verb`.
    pub kind: String,
    /// What it was done to.
    pub subject: String,
    /// What happened.
    pub event: Event,
}

/// Who may read an entry in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Nobody but who is shown what opens it.
    Private,
}

/// The parts of an entry that an event gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wire {
    pub(crate) kind: &'static str,
    pub(crate) subject: String,
    pub(crate) payload: Payload,
}

/// Why an entry is not an event that this program knows.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// Its kind is not known.
    #[error("its kind `{0}` is not known; it was recorded by a later version of adhere")]
    Kind(String),
    /// Its payload is not of the form of its kind.
    #[error("its payload is not that of `{kind}`")]
    Payload {
        /// The kind.
        kind: String,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// What is to be recorded has no canonical form.
    #[error("`{kind}` cannot be recorded")]
    Unwritable {
        /// The kind.
        kind: String,
        /// Why.
        #[source]
        source: EntryError,
    },
    /// A value in its payload breaks a rule of the domain.
    #[error("`{field}` of `{kind}` is not {expected}")]
    Value {
        /// The kind.
        kind: String,
        /// The field.
        field: &'static str,
        /// What it should be.
        expected: &'static str,
    },
}

impl Event {
    /// The parts of its entry.
    pub(crate) fn to_wire(&self) -> Result<Wire, EventError> {
        match self {
            Self::Instance(event) => event.to_wire(),
            Self::Party(event) => party::to_wire(event),
            Self::Code(event) => code::to_wire(event),
            Self::Register(event) => register::to_wire(event),
            Self::File(event) => file::to_wire(event),
            Self::Document(part) => part.to_wire(),
            Self::Statement(event) => statement::to_wire(event),
            Self::Comment(event) => comment::to_wire(event),
            Self::Evidence(event) => evidence::to_wire(event),
            Self::Approval(event) => approval::to_wire(event),
            Self::Package(event) => event.to_wire(),
            Self::Account(event) => account::to_wire(event),
            Self::Case(event) => case::to_wire(event),
            Self::Invitation(event) => invitation::to_wire(event),
        }
    }

    /// Reads the parts of an entry.
    pub(crate) fn parse(kind: &str, subject: &str, payload: &Payload) -> Result<Self, EventError> {
        match Area::of(kind).ok_or_else(|| EventError::Kind(kind.to_owned()))? {
            Area::Instance => InstanceEvent::parse(kind, subject, payload).map(Self::Instance),
            Area::Party => party::parse(kind, payload).map(Self::Party),
            Area::Code => code::parse(kind, payload).map(Self::Code),
            Area::Adherence => register::parse(kind, payload).map(Self::Register),
            Area::File => file::parse(kind, payload).map(Self::File),
            Area::Document => DocumentPart::parse(kind, payload).map(Self::Document),
            Area::Statement => statement::parse(kind, payload).map(Self::Statement),
            Area::Comment => comment::parse(kind, payload).map(Self::Comment),
            Area::Evidence => evidence::parse(kind, payload).map(Self::Evidence),
            Area::Approval => approval::parse(kind, payload).map(Self::Approval),
            Area::Package => PackageEvent::parse(kind, payload).map(Self::Package),
            Area::Account => account::parse(kind, payload).map(Self::Account),
            Area::Case => case::parse(kind, payload).map(Self::Case),
            Area::Invitation => invitation::parse(kind, payload).map(Self::Invitation),
        }
    }

    /// What it has to be read together with.
    pub fn area(&self) -> Area {
        match self {
            Self::Instance(_) => Area::Instance,
            Self::Party(_) => Area::Party,
            Self::Code(_) => Area::Code,
            Self::Register(_) => Area::Adherence,
            Self::File(_) => Area::File,
            Self::Document(_) => Area::Document,
            Self::Statement(_) => Area::Statement,
            Self::Comment(_) => Area::Comment,
            Self::Evidence(_) => Area::Evidence,
            Self::Approval(_) => Area::Approval,
            Self::Package(_) => Area::Package,
            Self::Account(_) => Area::Account,
            Self::Case(_) => Area::Case,
            Self::Invitation(_) => Area::Invitation,
        }
    }

    /// Everything it names, beside its subject.
    pub(crate) fn mentions(&self) -> Vec<String> {
        match self {
            Self::Instance(_) | Self::Code(_) | Self::Document(_) | Self::Account(_) => Vec::new(),
            Self::Party(event) => party::mentions(event),
            Self::Register(event) => register::mentions(event),
            Self::File(event) => file::mentions(event),
            Self::Statement(event) => statement::mentions(event),
            Self::Comment(event) => comment::mentions(event),
            Self::Evidence(event) => evidence::mentions(event),
            Self::Approval(event) => approval::mentions(event),
            Self::Package(event) => event.mentions(),
            Self::Case(event) => case::mentions(event),
            Self::Invitation(event) => invitation::mentions(event),
        }
    }

    /// Who may read it.
    pub fn visibility(&self) -> Visibility {
        match self {
            Self::Instance(_) | Self::Code(_) | Self::Register(_) | Self::Document(_) => Visibility::Public,
            Self::File(_)
            | Self::Statement(_)
            | Self::Comment(_)
            | Self::Evidence(_)
            | Self::Approval(_)
            | Self::Package(_)
            | Self::Account(_)
            | Self::Case(_)
            | Self::Invitation(_) => Visibility::Private,
            Self::Party(event) => party::visibility(event),
        }
    }
}

impl Area {
    /// The area of a kind such as `adherence.declared`, or of the word before its point; nothing when it is not known.
    pub(crate) fn of(kind: &str) -> Option<Self> {
        Some(match kind.split_once('.').map_or(kind, |(word, _)| word) {
            "instance" | "witness" => Self::Instance,
            "organisation" | "person" | "role" | "key" => Self::Party,
            "code" => Self::Code,
            "adherence" | "interest" => Self::Adherence,
            "provider" | "model" => Self::File,
            "document" => Self::Document,
            "statement" => Self::Statement,
            "comment" => Self::Comment,
            "evidence" => Self::Evidence,
            "approval" => Self::Approval,
            "package" => Self::Package,
            "account" => Self::Account,
            "case" => Self::Case,
            "invitation" => Self::Invitation,
            _ => return None,
        })
    }

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Instance => "instance",
            Self::Party => "party",
            Self::Code => "code",
            Self::Adherence => "adherence",
            Self::File => "file",
            Self::Document => "document",
            Self::Statement => "statement",
            Self::Comment => "comment",
            Self::Evidence => "evidence",
            Self::Approval => "approval",
            Self::Package => "package",
            Self::Account => "account",
            Self::Case => "case",
            Self::Invitation => "invitation",
        }
    }
}

/// The payload of a form.
pub(crate) fn payload(kind: &str, form: &impl Serialize) -> Result<Payload, EventError> {
    Payload::of(form).map_err(|source| EventError::Unwritable { kind: kind.to_owned(), source })
}

/// The form of a payload.
pub(crate) fn form<F: serde::de::DeserializeOwned>(kind: &str, payload: &Payload) -> Result<F, EventError> {
    payload.read().map_err(|source| EventError::Payload { kind: kind.to_owned(), source })
}

#[cfg(test)]
mod tests;
