use jiff::civil::{Date, date};

use super::{Gap, gap};
use crate::adherence::fixtures::part;
use crate::adherence::record::{Evidence, EvidencePlace, ImplementationState, Statement};
use crate::law::truth::Truth;

const TODAY: Date = date(2026, 11, 22);

fn evidence(speaks_for: Option<Date>, expires: Option<Date>) -> Evidence {
    Evidence { place: EvidencePlace::File("a.pdf".to_owned()), title: None, speaks_for, expires }
}

fn stated(state: ImplementationState, evidence: Vec<Evidence>) -> Option<Gap> {
    let statement = Statement { measure: part("T.M1"), state, text: None, owner: None, due: None, evidence };
    gap(Truth::Yes, Some(&statement), TODAY)
}

#[test]
fn each_state_has_its_gap() {
    assert_eq!(gap(Truth::Yes, None, TODAY), Some(Gap::NoStatement));
    assert_eq!(stated(ImplementationState::NotApplicable, Vec::new()), Some(Gap::HeldNotApplicable));
    assert_eq!(stated(ImplementationState::Planned, Vec::new()), Some(Gap::Planned));
    assert_eq!(stated(ImplementationState::Partial, Vec::new()), Some(Gap::Partial));
    for state in [ImplementationState::Implemented, ImplementationState::Alternative] {
        assert_eq!(stated(state, Vec::new()), Some(Gap::NoEvidence));
        assert_eq!(stated(state, vec![evidence(None, None)]), None);
    }
}

#[test]
fn only_what_binds_for_certain_has_a_gap() {
    for binds in [Truth::No, Truth::NeedsFact, Truth::NeedsJudgment] {
        assert_eq!(gap(binds, None, TODAY), None);
    }
}

#[test]
fn evidence_speaks_from_its_day_until_it_expires() {
    let with = |items: Vec<Evidence>| stated(ImplementationState::Implemented, items);
    let (yesterday, tomorrow) = (date(2026, 11, 21), date(2026, 11, 23));
    assert_eq!(with(vec![evidence(Some(TODAY), Some(tomorrow))]), None);
    assert_eq!(with(vec![evidence(Some(tomorrow), None)]), Some(Gap::NoEvidence));
    assert_eq!(with(vec![evidence(None, Some(TODAY))]), Some(Gap::EvidenceExpired(TODAY)));
    assert_eq!(
        with(vec![evidence(None, Some(TODAY)), evidence(None, Some(yesterday))]),
        Some(Gap::EvidenceExpired(TODAY))
    );
    assert_eq!(with(vec![evidence(None, Some(yesterday)), evidence(None, None)]), None);
}

#[test]
fn gaps_have_names() {
    let gaps = [
        Gap::NoStatement,
        Gap::HeldNotApplicable,
        Gap::Planned,
        Gap::Partial,
        Gap::NoEvidence,
        Gap::EvidenceExpired(TODAY),
    ];
    assert_eq!(
        gaps.map(Gap::id),
        ["no-statement", "held-not-applicable", "planned", "partial", "no-evidence", "evidence-expired"]
    );
}
