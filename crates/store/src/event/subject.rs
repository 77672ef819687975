//! How entries name what they are about: the kind of thing, a slash, its id.

use adhere_domain::adherence::comments::CommentId;
use adhere_domain::adherence::invitations::InvitationId;
use adhere_domain::adherence::register::life::AdherenceId;
use adhere_domain::adherence::statements::Subject;
use adhere_domain::cases::CaseId;
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::parties::key::KeyId;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};

use super::Frame;

/// A log, by its origin.
pub fn log(origin: &str) -> String {
    format!("log/{origin}")
}

/// The origin of a log.
pub(super) fn log_of(subject: &str) -> Option<String> {
    subject.strip_prefix("log/").map(str::to_owned)
}

/// An organisation.
pub fn organisation(id: &OrganisationId) -> String {
    format!("organisation/{id}")
}

/// A person.
pub fn person(id: &PersonId) -> String {
    format!("person/{id}")
}

/// A key.
pub fn key(id: &KeyId) -> String {
    format!("key/{id}")
}

/// The public part of a key, whatever ids it was added under.
pub fn public_key(public: &[u8; 32]) -> String {
    format!("public-key/{}", Digest::new(*public))
}

/// A code, in all of its versions.
pub fn code(id: &PartId) -> String {
    format!("code/{id}")
}

/// A model of a provider: its id is its provider's own.
pub fn model(provider: &OrganisationId, id: &PartId) -> String {
    format!("model/{provider}/{id}")
}

/// An adherence.
pub fn adherence(id: &AdherenceId) -> String {
    format!("adherence/{id}")
}

/// A document, by the digest of its bytes.
pub fn document(digest: &Digest) -> String {
    format!("document/{digest}")
}

/// A statement of a provider on a measure, for all of its models or for one.
pub fn statement(subject: &Subject) -> String {
    let Subject { provider, code, version, measure, model } = subject;
    let about = format!("statement/{provider}/{code}/{version}/{measure}");
    model.as_ref().map_or_else(|| about.clone(), |model| format!("{about}/{model}"))
}

/// Between which two texts the names of statements lie: those of one provider, or all.
pub(crate) fn statements(provider: Option<&OrganisationId>) -> (String, String) {
    // `0` is the byte after `/`.
    provider.map_or_else(
        || ("statement/".to_owned(), "statement0".to_owned()),
        |provider| (format!("statement/{provider}/"), format!("statement/{provider}0")),
    )
}

/// A comment.
pub fn comment(id: &CommentId) -> String {
    format!("comment/{id}")
}

/// An item of evidence.
pub fn evidence(id: &EvidenceId) -> String {
    format!("evidence/{id}")
}

/// An invitation to adhere.
pub fn invitation(id: &InvitationId) -> String {
    format!("invitation/{id}")
}

/// What is in the link of an invitation's letter, by its digest.
pub fn invitation_reference(digest: &Digest) -> String {
    format!("invitation-reference/{digest}")
}

/// A case.
pub fn case(id: &CaseId) -> String {
    format!("case/{id}")
}

/// What lets whoever complained ask how the case stands, by its digest.
pub fn case_reference(digest: &Digest) -> String {
    format!("case-reference/{digest}")
}

/// A package that was sent from here, by its id.
pub fn package(id: &str) -> String {
    format!("package/{id}")
}

/// The file of a package or of an acknowledgement.
pub fn package_file(digest: &Digest) -> String {
    format!("package-file/{digest}")
}

/// The packages that follow one another. Neither an id nor a kind has a slash: no two threads have the same name.
pub fn package_thread(frame: &Frame) -> String {
    format!("package-thread/{}/{}/{}", frame.issuer, frame.kind, frame.about)
}

/// A package that was received, by its author's id for it.
pub fn received_package(frame: &Frame) -> String {
    format!("received-package/{}/{}", frame.issuer, frame.id)
}
