//! Sentences about the law that hold whatever the facts.

use adhere_domain::law::compute::Compute;
use adhere_domain::law::decision::Decision;
use adhere_domain::law::facts::{Placement, Rebuttal};
use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::truth::Truth;
use jiff::ToSpan;

use crate::random::Random;
use crate::world::World;

const CASES: u64 = 20_000;

fn for_many_worlds(check: impl Fn(&World, &mut Random)) {
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let world = random.world();
        check(&world, &mut random);
    }
}

fn binding(decision: &Decision) -> Vec<Obligation> {
    let duties = decision.duties.iter().filter(|duty| duty.binds.truth == Truth::Yes);
    duties.map(|duty| duty.obligation).collect()
}

fn assert_still_binding(before: &Decision, after: &Decision, world: &World) {
    let after = binding(after);
    for obligation in binding(before) {
        assert!(after.contains(&obligation), "{obligation:?} no longer binds: {world:?}");
    }
}

#[test]
fn more_compute_never_removes_a_duty() {
    for_many_worlds(|world, random| {
        let Some(compute) = world.model.training.reported else { return };
        let mut more = world.clone();
        let factor = 1 + u128::from(random.below(1_000));
        more.model.training.reported = Some(Compute::new(compute.operations().saturating_mul(factor)));
        assert_still_binding(&world.decide(), &more.decide(), world);
    });
}

#[test]
fn opening_the_licence_never_adds_a_duty() {
    for_many_worlds(|world, random| {
        let mut open = world.clone();
        let release = &mut open.model.release;
        match random.below(8) {
            0 => release.allows_access = Some(true),
            1 => release.allows_use = Some(true),
            2 => release.allows_modification = Some(true),
            3 => release.allows_distribution = Some(true),
            4 => release.weights_public = Some(true),
            5 => release.architecture_public = Some(true),
            6 => release.usage_information_public = Some(true),
            _ => release.monetised = Some(false),
        }
        assert_still_binding(&open.decide(), &world.decide(), world);
    });
}

#[test]
fn signing_never_changes_a_duty_or_a_fine() {
    for_many_worlds(|world, _| {
        let mut signed = world.clone();
        signed.code.relied_on = signed.code.covers;
        let (before, after) = (world.decide(), signed.decide());
        assert_eq!(before.duties, after.duties);
        assert_eq!(before.fine.from, after.fine.from);
        assert_eq!(before.fine.possible.truth, after.fine.possible.truth);
        assert_eq!(before.fine.ceiling, after.fine.ceiling);
    });
}

#[test]
fn a_later_date_never_lifts_a_duty_unless_an_event_does() {
    for_many_worlds(|world, random| {
        let later_date = world.as_of.checked_add(i64::try_from(random.below(900)).unwrap().days()).unwrap();
        let happens = |date: Option<jiff::civil::Date>| date.is_some_and(|on| world.as_of < on && on <= later_date);
        let classification = world.model.classification;
        let decided = match classification.rebuttal {
            Rebuttal::Accepted(on) | Rebuttal::Rejected(on) => Some(on),
            Rebuttal::None | Rebuttal::Pending => None,
        };
        if happens(decided) || happens(classification.designated_on) || happens(classification.designation_ended_on) {
            return;
        }
        let mut later = world.clone();
        later.as_of = later_date;
        later.known_at = later.known_at.max(later_date);
        assert_still_binding(&world.decide(), &later.decide(), world);
    });
}

#[test]
fn a_fact_made_known_never_flips_what_is_decided() {
    for_many_worlds(|world, random| {
        let mut known = world.clone();
        random.make_known(&mut known);
        let (before, after) = (world.decide(), known.decide());
        for (open, settled) in before.verdicts().take(16).zip(after.verdicts().take(16)) {
            if open.truth.is_decided() {
                assert_eq!(open.truth, settled.truth, "{:?}\n{world:?}\n{known:?}", before.reasons.node(open.node));
            }
        }
    });
}

#[test]
fn the_exception_is_never_open_to_a_model_with_systemic_risk() {
    for_many_worlds(|world, _| {
        let decision = world.decide();
        assert!(decision.open_source.truth != Truth::Yes || decision.systemic_risk.truth == Truth::No);
    });
}

#[test]
fn nothing_binds_before_chapter_v_applies_and_no_fine_before_enforcement() {
    for_many_worlds(|world, _| {
        let (decision, law) = (world.decide(), world.law());
        if law.as_of < law.chapter_v_applies {
            assert_eq!(binding(&decision), []);
        }
        if law.as_of < law.enforcement_applies {
            assert_eq!(decision.fine.possible.truth, Truth::No);
        }
        let legacy = matches!(world.model.placement, Some(Placement::On(on)) if on < law.legacy_before);
        if legacy && law.as_of < law.legacy_comply_by {
            assert_eq!(binding(&decision), []);
        }
    });
}

#[test]
fn ways_cover_nothing_that_is_not_relevant_and_a_presumption_comes_from_standards_alone() {
    for_many_worlds(|world, _| {
        let decision = world.decide();
        for way in &decision.pathways {
            assert!(way.covers.without(decision.relevant()).is_empty(), "{way:?}");
            assert!(way.open.truth.is_decided(), "{way:?}");
        }
        assert_eq!(decision.pathways.is_empty(), decision.relevant().is_empty());
    });
}

#[test]
fn every_verdict_follows_from_the_leaves_of_its_own_tree() {
    for_many_worlds(|world, _| {
        let decision = world.decide();
        for verdict in decision.verdicts() {
            assert_eq!(decision.reasons.recompute(verdict.node), Some(verdict.truth));
        }
    });
}

#[test]
fn the_same_facts_give_the_same_decision() {
    for_many_worlds(|world, _| assert_eq!(world.decide(), world.decide()));
}
