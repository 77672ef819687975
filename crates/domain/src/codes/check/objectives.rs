//! Every commitment serves an objective, and every objective has an indicator or says why not (Art. 56(4)).

use std::collections::BTreeSet;

use crate::codes::code::{Code, Commitment};
use crate::codes::finding::{Finding, Place};
use crate::codes::id::PartId;
use crate::codes::rule::Rule;

pub(super) fn check(code: &Code, findings: &mut Vec<Finding>) {
    let none = BTreeSet::new();
    let indicated = code.indicators.as_ref().map_or(&none, |own| &own.indicated);
    let known: BTreeSet<&PartId> = code.objectives.iter().map(|objective| &objective.id).collect();
    for (_, commitment) in code.commitments() {
        if commitment.objectives.is_empty() {
            let place = Place::Part(commitment.id.clone());
            findings.push(Finding::new(Rule::ObjectiveMissing, place).naming("commitment", &commitment.id));
        }
        for unknown in commitment.objectives.iter().filter(|id| !known.contains(id)) {
            let place = Place::Attribute(commitment.id.clone(), "serves");
            let finding = Finding::new(Rule::ObjectiveUnknown, place).naming("commitment", &commitment.id);
            findings.push(finding.naming("objective", &unknown));
        }
    }
    let (mut served, mut measured) = (BTreeSet::new(), BTreeSet::new());
    for (_, commitment) in code.commitments() {
        served.extend(&commitment.objectives);
        if commitment.no_indicators.is_some() || is_indicated(commitment, indicated) {
            measured.extend(&commitment.objectives);
        }
    }
    for objective in &code.objectives {
        let finding =
            |rule| Finding::new(rule, Place::Objective(objective.id.clone())).naming("objective", &objective.id);
        if !served.contains(&objective.id) {
            findings.push(finding(Rule::ObjectiveUnserved));
        } else if !measured.contains(&objective.id) && code.no_indicators.is_none() {
            findings.push(finding(Rule::KpiMissing));
        }
    }
}

/// Whether the commitment or one of its measures has an indicator.
fn is_indicated(commitment: &Commitment, indicated: &BTreeSet<PartId>) -> bool {
    let measured = commitment.measures.iter().any(|measure| indicated.contains(&measure.id));
    measured || indicated.contains(&commitment.id)
}
