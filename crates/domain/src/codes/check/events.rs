//! What happened to a code happened after its publication, not in the future, and as the law of the day allowed.

use super::Surroundings;
use crate::codes::code::{Code, CodeEvent, CodeEventKind};
use crate::codes::finding::{Finding, Place};
use crate::codes::profile::Profile;
use crate::codes::rule::Rule;
use crate::law::parameters::CodeRegime;

pub(super) fn check(code: &Code, surroundings: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    if code.published > surroundings.today {
        let finding = Finding::new(Rule::FutureDate, Place::Manifest("published"));
        findings.push(finding.naming("date", &code.published));
    }
    for (index, event) in code.events.iter().enumerate() {
        let finding = |rule| Finding::new(rule, Place::Event(index)).naming("date", &event.on);
        if event.on < code.published {
            findings.push(finding(Rule::EventBeforePublication).naming("published", &code.published));
        }
        if event.on > surroundings.today {
            findings.push(finding(Rule::FutureDate));
        }
        if is_unlawful_approval(code.profile, event, surroundings) {
            findings.push(finding(Rule::ApprovalNotInLaw));
        }
    }
}

/// Approval by implementing act was in force until 26 July 2026, in Art. 56(6), second subparagraph, to which Art. 50(7)
/// referred; Art. 95 never had it.
fn is_unlawful_approval(profile: Profile, event: &CodeEvent, surroundings: &Surroundings<'_>) -> bool {
    let regime = surroundings.parameters.code_regime.at(event.on, surroundings.today);
    let has_approval = profile != Profile::Aia95 && regime == Some(&CodeRegime::Approval);
    event.kind == CodeEventKind::ApprovedByAct && !has_approval
}
