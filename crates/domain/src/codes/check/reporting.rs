//! Participants report regularly on implementation and outcomes, by size and capacity (Art. 56(5)).

use crate::codes::code::Code;
use crate::codes::finding::{Finding, Place};
use crate::codes::profile::Profile;
use crate::codes::rule::Rule;

pub(super) fn check(code: &Code, findings: &mut Vec<Finding>) {
    // Art. 56(5) speaks of codes of practice under Art. 56 alone.
    if code.profile != Profile::Aia56 {
        return;
    }
    let reports = || code.measures().map(|(_, _, measure)| measure).filter(|measure| !measure.reports_to.is_empty());
    let place = Place::Manifest("profile");
    if reports().next().is_none() {
        findings.push(Finding::new(Rule::ReportMissing, place));
    } else if !code.measures().any(|(_, _, measure)| !measure.variants.is_empty()) {
        findings.push(Finding::new(Rule::ReportNotBySize, place));
    }
}
