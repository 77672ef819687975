//! Nothing is empty, nothing has two meanings, and the code binds those whom its kind addresses.

use std::collections::BTreeSet;

use crate::codes::code::{Addressee, Code, Commitment, Measure};
use crate::codes::finding::{Finding, Place};
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::codes::rule::Rule;

pub(super) fn check(code: &Code, findings: &mut Vec<Finding>) {
    for chapter in code.chapters.iter().filter(|chapter| chapter.commitments.is_empty()) {
        findings.push(about(Rule::ChapterEmpty, &chapter.id));
    }
    for (_, commitment) in code.commitments() {
        self::commitment(code.profile, commitment, findings);
        commitment.measures.iter().for_each(|measure| self::measure(measure, findings));
    }
}

fn about(rule: Rule, part: &PartId) -> Finding {
    Finding::new(rule, Place::Part(part.clone())).naming("part", &part)
}

fn commitment(profile: Profile, commitment: &Commitment, findings: &mut Vec<Finding>) {
    if commitment.measures.is_empty() {
        findings.push(about(Rule::CommitmentEmpty, &commitment.id));
    }
    if commitment.summary.is_empty() {
        findings.push(about(Rule::TextMissing, &commitment.id));
    }
    if !addresses(profile, commitment.binds) {
        let place = Place::Attribute(commitment.id.clone(), "binds");
        findings.push(Finding::new(Rule::BindsOutsideProfile, place).naming("part", &commitment.id));
    }
}

/// Whom the law has codes of a kind address: providers of models (Art. 56), providers and deployers of systems
/// (Arts 50(2) and (4), 95).
const fn addresses(profile: Profile, addressee: Addressee) -> bool {
    let models = matches!(addressee, Addressee::GeneralPurpose | Addressee::SystemicRisk);
    match profile {
        Profile::Aia56 => models,
        // Art. 50(2) binds providers of AI systems, general-purpose AI systems included.
        Profile::Aia50Para7 | Profile::Aia95 => !models,
    }
}

fn measure(measure: &Measure, findings: &mut Vec<Finding>) {
    if measure.summary.is_empty() {
        findings.push(about(Rule::TextMissing, &measure.id));
    }
    let mut names = BTreeSet::new();
    for (index, deadline) in measure.deadlines.iter().enumerate() {
        if !names.insert(deadline.name.as_str()) {
            let place = Place::Line(measure.id.clone(), "due", index);
            let finding = Finding::new(Rule::DeadlineTwice, place).naming("part", &measure.id);
            findings.push(finding.naming("deadline", &deadline.name));
        }
    }
    lifted(measure, &names, findings);
    let mut sizes = BTreeSet::new();
    for (index, variant) in measure.variants.iter().enumerate() {
        for size in variant.sizes.iter().filter(|size| !sizes.insert(**size)) {
            let place = Place::Line(measure.id.clone(), "variant", index);
            let finding = Finding::new(Rule::VariantTwice, place).naming("part", &measure.id);
            findings.push(finding.naming("size", &size.id()));
        }
    }
}

fn lifted(measure: &Measure, names: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    for (index, exemption) in measure.exemptions.iter().enumerate() {
        for name in exemption.lifts.iter().filter(|name| !names.contains(name.as_str())) {
            let place = Place::Line(measure.id.clone(), "exempt", index);
            let finding = Finding::new(Rule::ReliefLiftsUnknown, place).naming("part", &measure.id);
            findings.push(finding.naming("deadline", name));
        }
    }
}
