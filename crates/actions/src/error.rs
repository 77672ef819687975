//! Why an action was not done: it was refused by a rule, or it could not be done.

use adhere_domain::adherence::comments::CommentRefusal;
use adhere_domain::adherence::invitations::InvitationRefusal;
use adhere_domain::adherence::register::refusal::RegisterRefusal;
use adhere_domain::adherence::statements::StatementRefusal;
use adhere_domain::cases::refusal::CaseRefusal;
use adhere_domain::codes::publication::PublicationRefusal;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::ApprovalRefusal;
use adhere_domain::evidence::archive::EvidenceRefusal;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::law::parameters::NotInForce;
use adhere_domain::law::reasons::Rule;
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_domain::recorded::Misfit;
use adhere_formats::code_source::bundle::BundleError;
use adhere_formats::diagnostic::Findings;
use adhere_journal::canonical::CanonicalError;
use adhere_store::StoreError;
use adhere_store::answered_request::AnsweredRequest;

use crate::access::AccessError;
use crate::erase::ErasureError;
use crate::packages::PackageError;

/// Why an action was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// A rule refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Only a person does it.
    #[error("`{0}` is not the id of a person, and only a person can do this")]
    NoPerson(String),
    /// What shows the statement cannot be told.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The bytes were deleted between their upload and their recording.
    #[error("the bytes with the SHA-256 {0} are not kept any more; add the file again")]
    BytesGone(Digest),
    /// The bytes of evidence are not there.
    #[error("the bytes of the evidence `{0}` are not kept; run `adhere store audit`")]
    BytesMissing(EvidenceId),
    /// A file of text is too large to look for passages in it.
    #[error("the evidence `{item}` has {size} bytes, and adhere looks for passages in files of up to {most}")]
    TooLarge {
        /// The item.
        item: EvidenceId,
        /// How many bytes it has.
        size: u64,
        /// How many it may have.
        most: u64,
    },
    /// What was recorded earlier does not fit together.
    #[error("{0}; run `adhere store audit`")]
    Misfit(#[from] Misfit),
    /// A provider's files cannot be used.
    #[error("the provider's files cannot be used")]
    Files(Findings),
    /// There is no law on the day.
    #[error(transparent)]
    NotInForce(#[from] NotInForce),
    /// The source of a published code is not kept.
    #[error("the source {source_digest} of `{code}` is not kept; run `adhere store audit`")]
    SourceMissing {
        /// The code with its version.
        code: String,
        /// The digest of its source.
        source_digest: Digest,
    },
    /// This program cannot use the source of a published code.
    #[error("the source of `{code}` cannot be used by this version of adhere")]
    Source {
        /// The code with its version.
        code: String,
        /// Why.
        #[source]
        source: BundleError,
    },
    /// The source of a published code gives another code in this version of adhere.
    #[error(
        "the source of `{code}` does not give what was published, which is {published}; use the version of adhere that published it"
    )]
    OtherCode {
        /// The code with its version.
        code: String,
        /// The digest of what was published.
        published: Digest,
    },
    /// A package cannot be made or taken.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// Somebody is not let in.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// Nothing is erased.
    #[error(transparent)]
    Erasure(#[from] ErasureError),
    /// It was asked for under the same key before, and done.
    #[error("this was asked for under the same key before, and was done")]
    DoneAlready(AnsweredRequest),
    /// Something else was asked for under the key.
    #[error("something else was asked for under this key: take a key of its own for each request")]
    OtherRequest,
    /// An audit goes on.
    #[error("an audit goes on already; wait until it has ended")]
    AuditUnderWay,
    /// What is to be changed is not as it was shown.
    #[error("this is not as it was shown any more: read it again")]
    ChangedMeanwhile,
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a rule refuses.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// About parties.
    #[error(transparent)]
    Party(#[from] PartyRefusal),
    /// About the publication of a code.
    #[error(transparent)]
    Publication(#[from] PublicationRefusal),
    /// About adherence, and what others say of it.
    #[error(transparent)]
    Register(#[from] RegisterRefusal),
    /// About statements.
    #[error(transparent)]
    Statement(#[from] StatementRefusal),
    /// About comments.
    #[error(transparent)]
    Comment(#[from] CommentRefusal),
    /// About evidence.
    #[error(transparent)]
    Evidence(#[from] EvidenceRefusal),
    /// About approvals.
    #[error(transparent)]
    Approval(#[from] ApprovalRefusal),
    /// About cases.
    #[error(transparent)]
    Case(#[from] CaseRefusal),
    /// About invitations to adhere.
    #[error(transparent)]
    Invitation(#[from] InvitationRefusal),
}

impl Refusal {
    /// The rule that refuses it.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Party(refusal) => refusal.rule(),
            Self::Publication(refusal) => refusal.rule(),
            Self::Register(refusal) => refusal.rule(),
            Self::Statement(refusal) => refusal.rule(),
            Self::Comment(refusal) => refusal.rule(),
            Self::Evidence(refusal) => refusal.rule(),
            Self::Approval(refusal) => refusal.rule(),
            Self::Case(refusal) => refusal.rule(),
            Self::Invitation(refusal) => refusal.rule(),
        }
    }
}

impl From<PartyRefusal> for ActionError {
    fn from(refusal: PartyRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<PublicationRefusal> for ActionError {
    fn from(refusal: PublicationRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<RegisterRefusal> for ActionError {
    fn from(refusal: RegisterRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<StatementRefusal> for ActionError {
    fn from(refusal: StatementRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<CommentRefusal> for ActionError {
    fn from(refusal: CommentRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<EvidenceRefusal> for ActionError {
    fn from(refusal: EvidenceRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<ApprovalRefusal> for ActionError {
    fn from(refusal: ApprovalRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<InvitationRefusal> for ActionError {
    fn from(refusal: InvitationRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<CaseRefusal> for ActionError {
    fn from(refusal: CaseRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}
