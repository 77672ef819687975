//! Approvals of statements, with all that was approved.

use std::collections::BTreeSet;

use adhere_domain::adherence::statements::{Revision, Subject};
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::{Approval, ApprovalGiven, Exhibit};
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::parties::organisation::PersonId;
use adhere_journal::canonical::{self, CanonicalError};
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::passage::PassageWire;
use super::statement::{ContentWire, SubjectWire, named_by};
use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ApprovalWire {
    statement: SubjectWire,
    revision: u32,
    content: ContentWire,
    exhibits: Vec<ExhibitWire>,
    #[serde(with = "spelling")]
    fingerprint: Digest,
    #[serde(with = "spelling")]
    by: PersonId,
    #[serde(with = "spelling")]
    on: Date,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ExhibitWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    #[serde(with = "spelling")]
    digest: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passage: Option<PassageWire>,
}

pub(super) fn to_wire(ApprovalGiven(approval): &ApprovalGiven) -> Result<Wire, EventError> {
    let kind = ApprovalGiven::KIND;
    let subject = subject::statement(&approval.subject);
    Ok(Wire { kind, subject, payload: payload(kind, &ApprovalWire::from(approval.clone()))? })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<ApprovalGiven, EventError> {
    match kind {
        ApprovalGiven::KIND => Ok(ApprovalGiven(form::<ApprovalWire>(kind, payload)?.into())),
        _ => Err(EventError::Kind(kind.to_owned())),
    }
}

/// The digest of what an approver sees of a statement: the revision, what it states, and what shows it.
pub fn fingerprint(
    statement: &Subject,
    revision: &Revision,
    exhibits: &BTreeSet<Exhibit>,
) -> Result<Digest, CanonicalError> {
    let shown = json!({
        "statement": SubjectWire::from(statement.clone()),
        "revision": revision.number,
        "content": ContentWire::from(revision.content.clone()),
        "exhibits": exhibits.iter().cloned().map(ExhibitWire::from).collect::<Vec<_>>(),
    });
    Ok(Digest::new(Sha256::digest(canonical::to_bytes(&shown)?).into()))
}

/// Who approved, what shows the statement, and what that names.
pub(super) fn mentions(ApprovalGiven(approval): &ApprovalGiven) -> Vec<String> {
    let exhibits: BTreeSet<String> = approval.exhibits.iter().map(|exhibit| subject::evidence(&exhibit.item)).collect();
    named_by(&approval.subject).into_iter().chain([subject::person(&approval.by)]).chain(exhibits).collect()
}

impl From<Approval> for ApprovalWire {
    fn from(approval: Approval) -> Self {
        let Approval { subject, revision, content, exhibits, fingerprint, by, on } = approval;
        let exhibits = exhibits.into_iter().map(ExhibitWire::from).collect();
        Self { statement: subject.into(), revision, content: content.into(), exhibits, fingerprint, by, on }
    }
}

impl From<ApprovalWire> for Approval {
    fn from(wire: ApprovalWire) -> Self {
        let ApprovalWire { statement, revision, content, exhibits, fingerprint, by, on } = wire;
        let exhibits = exhibits.into_iter().map(Exhibit::from).collect();
        Self { subject: statement.into(), revision, content: content.into(), exhibits, fingerprint, by, on }
    }
}

impl From<Exhibit> for ExhibitWire {
    fn from(Exhibit { item, digest, passage }: Exhibit) -> Self {
        Self { evidence: item, digest, passage: passage.map(PassageWire) }
    }
}

impl From<ExhibitWire> for Exhibit {
    fn from(ExhibitWire { evidence, digest, passage }: ExhibitWire) -> Self {
        Self { item: evidence, digest, passage: passage.map(|PassageWire(passage)| passage) }
    }
}
