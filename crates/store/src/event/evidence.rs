//! What happens to evidence. The bytes are not in the journal: an entry names them by their digest.

use adhere_domain::digest::Digest;
use adhere_domain::evidence::archive::{Attachment, EvidenceEvent, EvidenceWithdrawal, Holding};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, Item, MediaType};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::passage::PassageWire;
use super::statement::{SubjectWire, named_by};
use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ItemWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    #[serde(with = "spelling")]
    digest: Digest,
    size: u64,
    #[serde(with = "spelling")]
    media_type: MediaType,
    #[serde(with = "spelling")]
    title: NonEmptyText,
    #[serde(with = "spelling")]
    speaks_for: Date,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    expires: Option<Date>,
    #[serde(with = "spelling")]
    confidentiality: Confidentiality,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct HoldingWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    #[serde(with = "spelling")]
    provider: OrganisationId,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AttachmentWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    statement: SubjectWire,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passage: Option<PassageWire>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct CarriedWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    statement: SubjectWire,
    from: SubjectWire,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passage: Option<PassageWire>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WithdrawalWire {
    #[serde(with = "spelling")]
    evidence: EvidenceId,
    #[serde(with = "spelling")]
    from: Date,
    #[serde(with = "spelling")]
    reason: NonEmptyText,
}

pub(super) fn to_wire(event: &EvidenceEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let (subject, payload) = match event.clone() {
        EvidenceEvent::Added(item) => (subject::evidence(&item.id), payload(kind, &ItemWire::from(item))?),
        EvidenceEvent::Held(Holding { item, provider }) => {
            (subject::evidence(&item), payload(kind, &HoldingWire { evidence: item, provider })?)
        }
        EvidenceEvent::Attached(attachment) | EvidenceEvent::Detached(attachment) => {
            (subject::evidence(&attachment.item), payload(kind, &AttachmentWire::from(attachment))?)
        }
        EvidenceEvent::Carried { attachment, from } => {
            let AttachmentWire { evidence, statement, passage } = AttachmentWire::from(attachment);
            let form = CarriedWire { evidence, statement, from: from.into(), passage };
            (subject::evidence(&form.evidence), payload(kind, &form)?)
        }
        EvidenceEvent::Withdrawn(EvidenceWithdrawal { item, from, reason }) => {
            (subject::evidence(&item), payload(kind, &WithdrawalWire { evidence: item, from, reason })?)
        }
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<EvidenceEvent, EventError> {
    Ok(match kind {
        "evidence.added" => EvidenceEvent::Added(form::<ItemWire>(kind, payload)?.into()),
        "evidence.held" => {
            let HoldingWire { evidence, provider } = form(kind, payload)?;
            EvidenceEvent::Held(Holding { item: evidence, provider })
        }
        "evidence.attached" => EvidenceEvent::Attached(form::<AttachmentWire>(kind, payload)?.into()),
        "evidence.carried" => {
            let CarriedWire { evidence, statement, from, passage } = form(kind, payload)?;
            let attachment = AttachmentWire { evidence, statement, passage }.into();
            EvidenceEvent::Carried { attachment, from: from.into() }
        }
        "evidence.detached" => EvidenceEvent::Detached(form::<AttachmentWire>(kind, payload)?.into()),
        "evidence.withdrawn" => {
            let WithdrawalWire { evidence, from, reason } = form(kind, payload)?;
            EvidenceEvent::Withdrawn(EvidenceWithdrawal { item: evidence, from, reason })
        }
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// What an event names beside its item: in whose library it is, or the statement and what that names. One that was carried over is of the
/// statement that it was carried to, and outlives the other.
pub(super) fn mentions(event: &EvidenceEvent) -> Vec<String> {
    match event {
        EvidenceEvent::Added(_) | EvidenceEvent::Withdrawn(_) => Vec::new(),
        EvidenceEvent::Held(holding) => vec![subject::organisation(&holding.provider)],
        EvidenceEvent::Attached(Attachment { subject, .. })
        | EvidenceEvent::Carried { attachment: Attachment { subject, .. }, .. }
        | EvidenceEvent::Detached(Attachment { subject, .. }) => {
            [vec![subject::statement(subject)], named_by(subject)].concat()
        }
    }
}

impl From<Item> for ItemWire {
    fn from(item: Item) -> Self {
        let Item { id, digest, size, media_type, title, speaks_for, expires, confidentiality } = item;
        Self { evidence: id, digest, size, media_type, title, speaks_for, expires, confidentiality }
    }
}

impl From<ItemWire> for Item {
    fn from(wire: ItemWire) -> Self {
        let ItemWire { evidence, digest, size, media_type, title, speaks_for, expires, confidentiality } = wire;
        Self { id: evidence, digest, size, media_type, title, speaks_for, expires, confidentiality }
    }
}

impl From<Attachment> for AttachmentWire {
    fn from(Attachment { subject, item, passage }: Attachment) -> Self {
        Self { evidence: item, statement: subject.into(), passage: passage.map(PassageWire) }
    }
}

impl From<AttachmentWire> for Attachment {
    fn from(AttachmentWire { evidence, statement, passage }: AttachmentWire) -> Self {
        Self { subject: statement.into(), item: evidence, passage: passage.map(|PassageWire(passage)| passage) }
    }
}
