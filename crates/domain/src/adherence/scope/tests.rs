use super::{relied_on, scope_verdict};
use crate::adherence::fixtures::{adherence, chapters, code};
use crate::adherence::record::Scope;
use crate::law::fixtures::law;
use crate::law::obligation::Obligations;
use crate::law::readings::ReadingId;
use crate::law::truth::Truth;

fn allowed(scope: Scope, systemic_risk: Truth, option: &str) -> (Truth, Obligations) {
    let mut law = law();
    law.readings = law.readings.choose(ReadingId::ChapterOptOut, option).unwrap();
    let verdict = scope_verdict(&adherence(scope), &code(), systemic_risk, Obligations::DEMONSTRABLE, &law);
    assert_eq!(verdict.reasons.recompute(verdict.allowed.node), Some(verdict.allowed.truth));
    (verdict.allowed.truth, verdict.lost)
}

#[test]
fn the_whole_code_is_always_allowed_and_loses_nothing() {
    for systemic_risk in Truth::ALL {
        assert_eq!(allowed(Scope::Full, systemic_risk, "not-provided-for"), (Truth::Yes, Obligations::NONE));
    }
}

#[test]
fn a_limitation_to_art_53_is_for_models_without_systemic_risk() {
    // Art. 56(7), second sentence.
    for (systemic_risk, expected) in
        [(Truth::No, Truth::Yes), (Truth::Yes, Truth::No), (Truth::NeedsFact, Truth::NeedsFact)]
    {
        assert_eq!(allowed(Scope::Article53, systemic_risk, "with-loss"), (expected, Obligations::ART_55_1));
        assert_eq!(allowed(chapters(&["T", "C"]), systemic_risk, "with-loss").0, expected);
    }
}

#[test]
fn a_chapter_left_out_beyond_that_loses_the_benefit_or_is_not_provided_for() {
    let lost = Obligations::ART_53_1.without(Obligations::DEMONSTRABLE.without(code().covers()));
    assert_eq!(allowed(chapters(&["S"]), Truth::Yes, "with-loss"), (Truth::Yes, lost));
    assert_eq!(allowed(chapters(&["S"]), Truth::Yes, "not-provided-for"), (Truth::No, lost));
    assert_eq!(allowed(chapters(&["T", "C", "S"]), Truth::Yes, "not-provided-for"), (Truth::Yes, Obligations::NONE));
}

#[test]
fn what_is_relied_on_follows_the_scope() {
    let code = code();
    assert_eq!(relied_on(&code, &Scope::Full), code.covers());
    assert_eq!(relied_on(&code, &Scope::Article53), code.covers().intersection(Obligations::ART_53_1));
    assert_eq!(relied_on(&code, &chapters(&["S"])), Obligations::ART_55_1);
    assert_eq!(relied_on(&code, &chapters(&["X"])), Obligations::NONE);
}

#[test]
fn a_chapter_for_systemic_risk_does_not_stand_in_for_the_chapters_on_art_53() {
    let mut code = code();
    let covers = &mut code.chapters.last_mut().unwrap().commitments[0].measures[0].covers;
    covers.push(crate::law::corpus::ElementId::of("art_53__para_1__point_a"));
    assert_eq!(relied_on(&code, &chapters(&["S"])), Obligations::ART_55_1);
}
