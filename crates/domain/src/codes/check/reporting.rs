//! Participants report regularly to the AI Office on implementation and outcomes, by size and capacity (Art. 56(5)).

use crate::codes::code::{Code, Commitment};
use crate::codes::finding::{Finding, Place};
use crate::codes::profile::Profile;
use crate::codes::rule::Rule;

/// How a measure names the AI Office as the one who is reported to.
const AI_OFFICE: &str = "ai-office";

pub(super) fn check(code: &Code, findings: &mut Vec<Finding>) {
    // Art. 56(5) speaks of codes of practice under Art. 56 alone.
    if code.profile != Profile::Aia56 {
        return;
    }
    let commitments = code.commitments().map(|(_, commitment)| commitment);
    let reporting: Vec<&Commitment> = commitments.filter(|commitment| reports(commitment)).collect();
    let place = Place::Manifest("profile");
    if reporting.is_empty() {
        findings.push(Finding::new(Rule::ReportMissing, place));
    } else if !reporting.into_iter().any(reflects_size) {
        findings.push(Finding::new(Rule::ReportNotBySize, place));
    }
}

fn reports(commitment: &Commitment) -> bool {
    commitment.measures.iter().any(|measure| measure.reports_to.iter().any(|to| to == AI_OFFICE))
}

/// What a report says is often asked for by another measure of the same commitment.
fn reflects_size(commitment: &Commitment) -> bool {
    commitment.measures.iter().any(|measure| !measure.variants.is_empty())
}
