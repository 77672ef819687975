//! Why evidence or an approval is not recorded, by key.

use adhere_domain::evidence::approval::ApprovalRefusal;
use adhere_domain::evidence::archive::EvidenceRefusal;

use crate::web::said::Said;

/// What is told of a refusal of evidence.
pub(super) fn evidence(refusal: &EvidenceRefusal) -> Said {
    match refusal {
        EvidenceRefusal::UnknownItem(id) => Said::new("refused-no-evidence").of("id", id),
        EvidenceRefusal::IdTaken(id) => Said::new("refused-evidence-taken").of("id", id),
        EvidenceRefusal::HeldByAnother(id) => Said::new("refused-held-by-another").of("id", id),
        EvidenceRefusal::ExpiresFirst { item, speaks_for, expires } => {
            Said::new("refused-expires-first").of("item", item).of("speaks-for", speaks_for).of("expires", expires)
        }
        EvidenceRefusal::NotAttached { item } => Said::new("refused-not-attached").of("item", item),
        EvidenceRefusal::Withdrawn { item, from } => {
            Said::new("refused-evidence-withdrawn").of("item", item).of("from", from)
        }
        EvidenceRefusal::NothingStated { measure } => Said::new("refused-nothing-to-show").of("measure", measure),
        EvidenceRefusal::NoEditor { person, on } => {
            Said::new("refused-editor-nowhere").of("person", person).of("on", on)
        }
        EvidenceRefusal::NoSuchPassage { item } => Said::new("refused-no-passage").of("item", item),
        EvidenceRefusal::SeveralPlaces { item, places } => {
            Said::new("refused-several-places").of("item", item).number("places", *places)
        }
        EvidenceRefusal::NoText { item, media_type } => {
            Said::new("refused-no-text").of("item", item).of("media-type", media_type)
        }
    }
}

/// What is told of a refusal of an approval.
pub(super) fn approval(refusal: &ApprovalRefusal) -> Said {
    match refusal {
        ApprovalRefusal::NothingStated { measure } => Said::new("refused-nothing-stated").of("measure", measure),
        ApprovalRefusal::NotLatest { measure, revision, latest } => {
            Said::new("refused-not-latest").of("measure", measure).of("revision", revision).of("latest", latest)
        }
        ApprovalRefusal::OtherEvidence { measure } => Said::new("refused-other-evidence").of("measure", measure),
        ApprovalRefusal::SilentEvidence { item, standing: _, today } => {
            Said::new("refused-silent-evidence").of("item", item).of("today", today)
        }
        ApprovalRefusal::NoApprover { person, provider, on } => {
            Said::new("refused-no-approver").of("person", person).of("provider", provider).of("on", on)
        }
        ApprovalRefusal::OwnWords { person, revision } => {
            Said::new("refused-own-words").of("person", person).of("revision", revision)
        }
    }
}
