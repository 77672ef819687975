//! The tree of reasons: a verdict follows from its leaves, and what is decisive decides.

use std::collections::BTreeSet;

use adhere_domain::law::reasons::{Connective, Reasons};
use adhere_domain::law::rules;
use adhere_domain::law::truth::Truth;

use crate::world::World;

#[test]
fn names_of_rules_are_distinct_and_every_rule_that_stands_alone_cites_a_provision() {
    let mut names = BTreeSet::new();
    for rule in rules::all() {
        assert!(names.insert(rule.id), "`{}` is used twice", rule.id);
        // The rules about several obligations cite the obligation's own provision.
        assert!(!rule.cites.is_empty() || ["duty", "addressed"].contains(&rule.id), "`{}` cites nothing", rule.id);
    }
    assert!(names.len() > 50);
}

#[test]
fn every_rule_in_a_tree_is_listed_and_every_child_lies_within_its_parent() {
    let listed: BTreeSet<&str> = rules::all().map(|rule| rule.id).collect();
    let decision = World::usual().decide();
    let reasons = &decision.reasons;
    for (place, node) in reasons.nodes().iter().enumerate() {
        assert!(listed.contains(node.rule.id), "{}", node.rule.id);
        let place = u32::try_from(place).unwrap();
        let below: u32 = reasons.children(place).map(|child| 1 + reasons.node(child).unwrap().descendants).sum();
        assert_eq!(below, node.descendants, "{}", node.rule.id);
        if matches!(node.connective, Connective::Leaf | Connective::Refers(_)) {
            assert_eq!(node.descendants, 0);
        }
    }
    assert_eq!(reasons.node(u32::MAX), None);
    assert_eq!(reasons.children(u32::MAX - 1).count(), 0);
    assert_eq!(Reasons::default().recompute(0), None);
}

#[test]
fn an_open_verdict_names_the_facts_that_settle_it_and_a_decided_one_names_none() {
    let mut world = World::usual();
    world.set("model.training-compute", "unknown");
    let decision = world.decide();
    let keys = |node: u32| decision.reasons.missing(node).iter().map(|fact| fact.key()).collect::<Vec<_>>();
    assert_eq!(keys(decision.general_purpose.node), ["model.training-compute"]);
    assert_eq!(keys(decision.provider.node), Vec::<&str>::new());
    // Through the verdict it refers to, and once only.
    assert_eq!(keys(decision.systemic_risk.node), ["model.training-compute"]);
}

#[test]
fn what_is_open_and_would_not_matter_is_not_asked_for() {
    let mut world = World::usual();
    world.set("model.training-compute", "10^22");
    world.set("model.generates", "unknown");
    let decision = world.decide();
    assert_eq!(decision.general_purpose.truth, Truth::No);
    assert_eq!(decision.missing(&world.provider, &world.model), Vec::new());
}

#[test]
fn all_verdicts_of_a_decision_are_told_in_order() {
    let decision = World::usual().decide();
    let nodes: Vec<u32> = decision.verdicts().map(|verdict| verdict.node).collect();
    assert!(nodes.is_sorted());
    assert_eq!(nodes.len(), 5 + 11 + 5 + 1);
    let truths: Vec<Truth> = decision.verdicts().map(|verdict| verdict.truth).collect();
    let by_node = nodes.iter().map(|node| decision.reasons.node(*node).unwrap().truth).collect::<Vec<_>>();
    assert_eq!(truths, by_node);
}
