//! What changed among the attributes of parts: what they cover, whom they bind, what falls due.

use std::collections::BTreeSet;

use super::part::Part;
use crate::codes::code::{Code, Commitment, Extent, Measure};
use crate::codes::deadline::{Deadline, Timing};

/// Attributes of one kind that only one of the versions has, written as in a code's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeChange {
    /// The attribute, such as `covers`.
    pub key: &'static str,
    /// What the old version alone has.
    pub removed: Vec<String>,
    /// What the new version alone has.
    pub added: Vec<String>,
}

/// An attribute with its value.
type Line = (&'static str, String);

/// What differs between parts of the old version together and one of the new.
pub(super) fn changes(old: &[Part<'_>], new: Part<'_>) -> Vec<AttributeChange> {
    let old: BTreeSet<Line> = old.iter().flat_map(|part| lines(*part)).collect();
    between(&old, &lines(new).into_iter().collect())
}

/// What is openly left out in one of two versions alone.
pub(super) fn left_out(old: &Code, new: &Code) -> Vec<AttributeChange> {
    let of = |code: &Code| code.left_out.iter().map(|it| ("left-out", it.provision.to_string())).collect();
    between(&of(old), &of(new))
}

fn between(old: &BTreeSet<Line>, new: &BTreeSet<Line>) -> Vec<AttributeChange> {
    let mut changes: Vec<AttributeChange> = Vec::new();
    let keys: BTreeSet<&'static str> = old.symmetric_difference(new).map(|(key, _)| *key).collect();
    for key in keys {
        let only = |these: &BTreeSet<Line>, others: &BTreeSet<Line>| {
            let only = these.difference(others).filter(|(other, _)| *other == key);
            only.map(|(_, value)| value.clone()).collect()
        };
        changes.push(AttributeChange { key, removed: only(old, new), added: only(new, old) });
    }
    changes
}

fn lines(part: Part<'_>) -> Vec<Line> {
    match part {
        Part::Commitment(commitment) => of_commitment(commitment),
        Part::Measure(measure) => of_measure(measure),
    }
}

fn of_commitment(commitment: &Commitment) -> Vec<Line> {
    let covers = commitment.covers.iter().map(|element| ("covers", element.to_string()));
    covers.chain([("binds", commitment.binds.id().to_owned())]).collect()
}

fn of_measure(measure: &Measure) -> Vec<Line> {
    let mut lines: Vec<Line> = measure.covers.iter().map(|element| ("covers", element.to_string())).collect();
    lines.extend(measure.condition.iter().map(|condition| ("applies", condition.expression().to_string())));
    for exemption in &measure.exemptions {
        let key = if exemption.extent == Extent::Whole { "exempt" } else { "relief" };
        let ground = exemption.ground.id();
        lines.push((key, ground.to_owned()));
        lines.extend(exemption.lifts.iter().map(|name| (key, format!("{ground} lifts {name}"))));
    }
    for variant in &measure.variants {
        lines.extend(variant.sizes.iter().map(|size| ("variant", size.id().to_owned())));
    }
    lines.extend(measure.deadlines.iter().map(deadline));
    lines.extend(measure.reports_to.iter().map(|to| ("report", to.clone())));
    lines
}

fn deadline(deadline: &Deadline) -> Line {
    let length =
        deadline.timing.length().map_or_else(String::new, |length| format!("{} {}", length.count, length.unit.id()));
    let (name, event) = (&deadline.name, deadline.event.id());
    match deadline.timing {
        Timing::Within(_) => ("due", format!("{name}: within {length} after {event}")),
        Timing::Every(_) => ("due", format!("{name}: every {length} after {event}")),
        Timing::Before(_) => ("due", format!("{name}: {length} before {event}")),
        Timing::By => ("due", format!("{name}: by {event}")),
        Timing::Unstated => ("due", format!("{name}: unstated after {event}")),
        Timing::Keep(_) => ("keep", format!("{name}: {length} after {event}")),
    }
}
