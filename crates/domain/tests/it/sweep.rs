//! Every combination of what the rules distinguish: no case without an answer, every rule both ways,
//! and a histogram of outcomes that changes only on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use adhere_domain::law::compute::Compute;
use adhere_domain::law::country::Country;
use adhere_domain::law::facts::{Modification, Placement, Rebuttal};
use adhere_domain::law::obligation::Obligations;
use adhere_domain::law::rules;
use adhere_domain::law::truth::Truth;
use jiff::civil::date;

use crate::world::World;

/// One dimension of the space: a change to a case for each value.
type Dimension = &'static [fn(&mut World)];

const DIMENSIONS: [Dimension; 12] = [
    &[
        |w| w.as_of = date(2025, 8, 1),
        |w| w.as_of = date(2026, 7, 26),
        |w| w.as_of = date(2026, 11, 22),
        |w| w.as_of = date(2027, 8, 2),
    ],
    &[
        |w| w.model.training.reported = None,
        |w| w.model.training.reported = Some(Compute::ten_to(23)),
        |w| w.model.training.reported = Some(Compute::ten_to(25)),
        |w| w.model.training.reported = Some(Compute::new(10_u128.pow(25) + 1)),
    ],
    &[|w| w.model.generates_indicated_content = Some(true), |w| w.model.generates_indicated_content = Some(false)],
    &[|w| w.model.generality = None, |w| w.model.generality = Some(true), |w| w.model.generality = Some(false)],
    &[
        |w| w.model.placement = None,
        |w| w.model.placement = Some(Placement::NotYet),
        |w| {
            w.model.placement = Some(Placement::NotYet);
            w.model.research_only = Some(true);
        },
        |w| w.model.placement = Some(Placement::On(date(2025, 8, 1))),
        |w| w.model.placement = Some(Placement::On(date(2025, 8, 2))),
    ],
    &[|w| w.model.high_impact_evaluation = None, |w| w.model.high_impact_evaluation = Some(true)],
    &[
        |w| w.model.classification.rebuttal = Rebuttal::None,
        |w| w.model.classification.rebuttal = Rebuttal::Pending,
        |w| w.model.classification.rebuttal = Rebuttal::Accepted(date(2026, 1, 1)),
    ],
    &[
        |w| w.model.classification.designated_on = None,
        |w| w.model.classification.designated_on = Some(date(2026, 3, 1)),
        |w| {
            w.model.classification.designated_on = Some(date(2026, 3, 1));
            w.model.classification.designation_ended_on = Some(date(2026, 9, 1));
        },
    ],
    &[
        |w| w.set("model.licence.all", "true"),
        |w| w.set("model.licence.all", "unknown"),
        |w| w.set("model.licence.use", "false"),
    ],
    &[
        |w| w.provider.country = Country::parse("FR"),
        |w| w.provider.country = Country::parse("US"),
        |w| w.provider.country = None,
    ],
    &[
        |w| w.model.modification = None,
        |w| w.model.modification = Some(modified(10_u128.pow(23))),
        |w| w.model.modification = Some(modified(10_u128.pow(23) + 1)),
        |w| {
            let modification = modified(10_u128.pow(23) + 1);
            w.model.modification = Some(Modification { original_systemic_risk: Some(true), ..modification });
        },
    ],
    &[|w| w.code.relied_on = Obligations::NONE, |w| w.code.relied_on = w.code.covers],
];

fn modified(compute: u128) -> Modification {
    Modification {
        original_compute: Some(Compute::new(3 * 10_u128.pow(23))),
        modification_compute: Some(Compute::new(compute)),
        original_systemic_risk: None,
    }
}

#[test]
fn every_combination_has_an_answer_and_the_outcomes_are_those_on_record() {
    let mut histogram: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen: BTreeSet<(&str, Truth)> = BTreeSet::new();
    let count: usize = DIMENSIONS.iter().map(|dimension| dimension.len()).product();
    for number in 0..count {
        let world = combination(number);
        let decision = world.decide();
        seen.extend(decision.reasons.nodes().iter().map(|node| (node.rule.id, node.truth)));
        // The recomputation is cheap enough for a sample, and the invariants do it for every case of theirs.
        if number % 97 == 0 {
            for verdict in decision.verdicts() {
                assert_eq!(decision.reasons.recompute(verdict.node), Some(verdict.truth));
            }
        }
        let binding = decision.duties.iter().filter(|duty| duty.binds.truth == Truth::Yes).count();
        let open = decision.duties.iter().filter(|duty| !duty.binds.truth.is_decided()).count();
        let outcome = format!(
            "general-purpose {:14} systemic-risk {:14} exception {:14} binding {binding:2} open {open:2}",
            decision.general_purpose.truth.id(),
            decision.systemic_risk.truth.id(),
            decision.open_source.truth.id(),
        );
        *histogram.entry(outcome).or_default() += 1;
    }
    compare_with_record(&histogram, count);
    every_rule_is_reached_both_ways(&seen);
}

fn combination(number: usize) -> World {
    let mut world = World::usual();
    let mut rest = number;
    for dimension in DIMENSIONS {
        dimension[rest % dimension.len()](&mut world);
        rest /= dimension.len();
    }
    world
}

fn compare_with_record(histogram: &BTreeMap<String, usize>, count: usize) {
    let mut text = format!("{count} combinations\n");
    for (outcome, cases) in histogram {
        writeln!(text, "{cases:7} {outcome}").unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/sweep.outcomes.txt");
    if std::env::var_os("RECORD_OUTCOMES").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let recorded = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        text,
        recorded,
        "the outcomes differ from {}; read the difference, then run with RECORD_OUTCOMES=1",
        path.display()
    );
}

/// What the sweep does not vary: standards, specifications, common rules and approval acts are not there.
const ONE_WAY: [&str; 19] = [
    "no-standard-yet",
    "standard-published",
    "standard-conformed",
    "specification-adopted",
    "specification-conformed",
    "common-rules-adopted",
    "approved-by-act",
    "way-harmonised-standard",
    "way-common-specification",
    "way-common-rules",
    "way-general-validity",
    "code-published",
    "code-adequate",
    "not-monetised",
    "way-alternative-means",
    "not-otherwise-shown",
    "limited-to-modification",
    "indicative-criterion-published",
    "presumed-for-modified-model",
];

fn every_rule_is_reached_both_ways(seen: &BTreeSet<(&str, Truth)>) {
    for rule in rules::all().filter(|rule| !ONE_WAY.contains(&rule.id)) {
        for truth in [Truth::Yes, Truth::No] {
            assert!(seen.contains(&(rule.id, truth)), "`{}` never comes out {truth:?}", rule.id);
        }
    }
}
