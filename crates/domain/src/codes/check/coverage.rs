//! What the law asks a code to cover is covered, or openly left out; and nothing is said twice.

use crate::codes::code::{Code, Commitment, Measure};
use crate::codes::coverage::{coverage, gaps};
use crate::codes::finding::{Finding, Place};
use crate::codes::rule::Rule;
use crate::law::corpus::ElementId;

pub(super) fn check(code: &Code, findings: &mut Vec<Finding>) {
    for gap in gaps(&coverage(code)) {
        let place = Place::Manifest("profile");
        findings.push(Finding::new(Rule::CoverageMissing, place).naming("provision", &gap.requirement.element));
    }
    for left_out in &code.left_out {
        let finding = |rule| {
            let place = Place::LeftOut(left_out.provision.clone());
            Finding::new(rule, place).naming("provision", &left_out.provision)
        };
        let by = code.measures().map(|(_, _, measure)| measure);
        let by: Vec<&str> =
            by.filter(|m| m.covers_element(left_out.provision.as_str())).map(|m| m.id.as_str()).collect();
        if !by.is_empty() {
            findings.push(finding(Rule::LeftOutCovered).naming("measures", &by.join(", ")));
        }
        let asked = code.profile.requirements().iter();
        if !asked.into_iter().any(|requirement| left_out.provision.as_str() == requirement.element) {
            findings.push(finding(Rule::LeftOutUnasked));
        }
    }
    for (_, commitment, measure) in code.measures() {
        measure_within(code, commitment, measure, findings);
    }
    code.commitments().for_each(|(_, commitment)| commitment_within(commitment, findings));
}

fn measure_within(code: &Code, commitment: &Commitment, measure: &Measure, findings: &mut Vec<Finding>) {
    let place = || Place::Attribute(measure.id.clone(), "covers");
    let asked = code.profile.requirements();
    if !asked.iter().any(|requirement| touches(&measure.covers, requirement.element)) {
        findings.push(Finding::new(Rule::CoversOutsideProfile, place()).naming("measure", &measure.id));
    }
    // A commitment that names no provision leaves it to its measures.
    let beyond = |covered: &&ElementId| !commitment.covers.iter().any(|by| by.contains(covered.as_str()));
    for covered in measure.covers.iter().filter(beyond).filter(|_| !commitment.covers.is_empty()) {
        let finding = Finding::new(Rule::CoversBeyondCommitment, place());
        let finding = finding.naming("measure", &measure.id).naming("commitment", &commitment.id);
        findings.push(finding.naming("provision", &covered));
    }
}

fn commitment_within(commitment: &Commitment, findings: &mut Vec<Finding>) {
    let covered = |provision: &str| commitment.measures.iter().any(|measure| touches(&measure.covers, provision));
    let beyond = commitment.covers.iter().filter(|provision| !covered(provision.as_str()));
    for provision in beyond.filter(|_| !commitment.measures.is_empty()) {
        let place = Place::Attribute(commitment.id.clone(), "covers");
        let finding = Finding::new(Rule::CommitmentBeyondMeasures, place);
        findings.push(finding.naming("commitment", &commitment.id).naming("provision", &provision));
    }
}

/// Whether one of the elements is this one, encloses it or lies within it.
fn touches(elements: &[ElementId], other: &str) -> bool {
    elements.iter().any(|element| {
        let within = element.as_str().strip_prefix(other).is_some_and(|rest| rest.starts_with("__"));
        within || element.contains(other)
    })
}
