//! Against an earlier version, every commitment and measure is kept, renumbered, merged, split or dropped with a reason.

use std::collections::BTreeSet;

use crate::codes::code::Code;
use crate::codes::finding::{Finding, Place};
use crate::codes::id::PartId;
use crate::codes::lineage::{Fate, Lineage};
use crate::codes::rule::Rule;

pub(super) fn check(code: &Code, earlier: Option<&Code>, findings: &mut Vec<Finding>) {
    let new = code.answerable();
    for lineage in &code.lineages {
        let old = earlier.filter(|earlier| earlier.version == lineage.from).map(Code::answerable);
        within(lineage, &new, old.as_ref(), findings);
    }
    let Some(earlier) = earlier else { return };
    let lineages = code.lineages.iter().filter(|lineage| lineage.from == earlier.version);
    let told: BTreeSet<&PartId> = lineages.flat_map(|lineage| &lineage.parts).map(|part| &part.id).collect();
    for lost in earlier.answerable().into_iter().filter(|id| !new.contains(id) && !told.contains(id)) {
        let finding = Finding::new(Rule::LineageLost, Place::Manifest("lineage"));
        findings.push(finding.naming("part", &lost).naming("version", &earlier.version));
    }
}

fn within(lineage: &Lineage, new: &BTreeSet<&PartId>, old: Option<&BTreeSet<&PartId>>, findings: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for descent in &lineage.parts {
        let finding = |rule| {
            let place = Place::Descent(lineage.from.clone(), descent.id.clone());
            Finding::new(rule, place).naming("part", &descent.id)
        };
        if !told.insert(&descent.id) {
            findings.push(finding(Rule::LineageTwice));
        }
        if old.is_some_and(|old| !old.contains(&descent.id)) {
            findings.push(finding(Rule::LineageUnknownOld).naming("version", &lineage.from));
        }
        for unknown in descent.became().iter().filter(|id| !new.contains(id)) {
            findings.push(finding(Rule::LineageUnknownNew).naming("new", &unknown));
        }
        if matches!(descent.fate, Fate::Dropped(_)) && new.contains(&descent.id) {
            findings.push(finding(Rule::LineageDroppedKept));
        }
    }
}
