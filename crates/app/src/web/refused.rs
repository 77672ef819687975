//! Why an action was not done, by key: one message for each reason, with the facts that it names. What only who runs
//! this can mend has no words here.

mod access;
mod cases;
mod evidence;
mod invitations;
mod packages;
mod parties;
mod publication;
mod register;
mod statements;

use adhere_actions::erase::ErasureError;
use adhere_actions::{ActionError, Refusal};
use adhere_domain::law::parameters::NotInForce;

pub(super) use self::access::access;
use super::said::Said;

/// What is told of an error to whoever can mend it; nothing of one that only who runs this can.
pub(super) fn said(error: &ActionError) -> Option<Said> {
    Some(match error {
        ActionError::Refused(refusal) => refused(refusal).because(refusal.rule()),
        ActionError::NoPerson(id) => Said::new("refused-no-such-person").of("id", id),
        ActionError::BytesGone(digest) => Said::new("refused-bytes-gone").of("digest", digest),
        ActionError::TooLarge { item, size, most } => {
            Said::new("refused-too-large-for-passages").of("item", item).number("size", *size).number("most", *most)
        }
        ActionError::Files(findings) => Said::new("refused-files").number("count", findings.diagnostics.len()),
        ActionError::NotInForce(missing) => not_in_force(missing),
        ActionError::Package(error) => packages::package(error),
        ActionError::Access(error) => access(error)?,
        ActionError::Erasure(error) => erasure(error),
        ActionError::DoneAlready(_) => Said::new("refused-done-already"),
        ActionError::OtherRequest => Said::new("refused-other-request"),
        ActionError::AuditUnderWay => Said::new("refused-audit-under-way"),
        ActionError::ChangedMeanwhile => Said::new("refused-changed-meanwhile"),
        ActionError::Canonical(_)
        | ActionError::BytesMissing(_)
        | ActionError::Misfit(_)
        | ActionError::SourceMissing { .. }
        | ActionError::Source { .. }
        | ActionError::OtherCode { .. }
        | ActionError::Store(_) => return None,
    })
}

/// What a rule refuses, without the rule.
pub(super) fn refused(refusal: &Refusal) -> Said {
    match refusal {
        Refusal::Party(refusal) => parties::party(refusal),
        Refusal::Publication(refusal) => publication::publication(refusal),
        Refusal::Register(refusal) => register::register(refusal),
        Refusal::Statement(refusal) => statements::statement(refusal),
        Refusal::Comment(refusal) => statements::comment(refusal),
        Refusal::Evidence(refusal) => evidence::evidence(refusal),
        Refusal::Approval(refusal) => evidence::approval(refusal),
        Refusal::Case(refusal) => cases::case(refusal),
        Refusal::Invitation(refusal) => invitations::invitation(refusal),
    }
}

/// That there is no law on a day.
fn not_in_force(missing: &NotInForce) -> Said {
    Said::new("no-law-yet")
        .of("as-of", missing.as_of)
        .of("known-at", missing.known_at)
        .word("parameter", format!("parameter-{}", missing.parameter.replace('_', "-")))
}

fn erasure(error: &ErasureError) -> Said {
    match error {
        ErasureError::Nothing(entry) => Said::new("refused-no-entry").of("entry", entry),
        ErasureError::Public(entry) => Said::new("refused-entry-public").of("entry", entry),
        ErasureError::Kind { entry_id, kind } => Said::new("refused-entry-kind").of("entry", entry_id).of("kind", kind),
        ErasureError::Changed(subject) => Said::new("refused-entry-changed").of("subject", subject),
    }
}

#[cfg(test)]
mod tests;
