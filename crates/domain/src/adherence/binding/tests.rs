use super::{binding, includes};
use crate::adherence::fixtures::{adherence, chapters, code, decision, model};
use crate::adherence::record::Scope;
use crate::law::facts::Model;
use crate::law::size::SizeClass;
use crate::law::truth::Truth;

fn binds(scope: Scope, measure: &str, model: &Model) -> Truth {
    let code = code();
    let found = code.measures().find(|(_, _, known)| known.id.as_str() == measure).unwrap();
    let binding = binding(&adherence(scope), found, &decision(model), model, Some(SizeClass::Small));
    assert_eq!(binding.reasons.recompute(binding.binds.node), Some(binding.binds.truth));
    binding.binds.truth
}

#[test]
fn a_measure_binds_whom_it_addresses() {
    let (small, systemic) = (model("10^24", false), model("10^26", false));
    assert_eq!(binds(Scope::Full, "T.M1", &small), Truth::Yes);
    assert_eq!(binds(Scope::Full, "S.M1", &small), Truth::No);
    assert_eq!(binds(Scope::Full, "S.M1", &systemic), Truth::Yes);
    let unknown = Model { training: crate::law::facts::TrainingCompute::default(), ..small };
    assert_eq!(binds(Scope::Full, "T.M1", &unknown), Truth::NeedsFact);
}

#[test]
fn a_measure_outside_the_scope_does_not_bind() {
    let systemic = model("10^26", false);
    assert_eq!(binds(chapters(&["S"]), "T.M1", &systemic), Truth::No);
    assert_eq!(binds(chapters(&["S"]), "S.M1", &systemic), Truth::Yes);
    assert_eq!(binds(Scope::Article53, "S.M1", &systemic), Truth::No);
    assert_eq!(binds(Scope::Article53, "T.M1", &systemic), Truth::Yes);
}

#[test]
fn a_ground_that_exempts_the_whole_measure_lifts_it_and_one_for_a_part_does_not() {
    let open = model("10^24", true);
    assert_eq!(binds(Scope::Full, "T.M1", &open), Truth::No);
    assert_eq!(binds(Scope::Full, "C.M1", &open), Truth::Yes);
    let inferior = Model { inferior_to_open_weight: Some(true), ..model("10^26", false) };
    assert_eq!(binds(Scope::Full, "S.M2", &inferior), Truth::No);
    assert_eq!(binds(Scope::Full, "S.M2", &model("10^26", false)), Truth::Yes);
    let similarly_safe = Model { similarly_safe: Some(true), ..model("10^26", false) };
    assert_eq!(binds(Scope::Full, "S.M1", &similarly_safe), Truth::Yes);
}

#[test]
fn the_variant_is_that_of_the_size() {
    let (code, model) = (code(), model("10^26", false));
    let found = code.measures().find(|(_, _, known)| known.id.as_str() == "S.M1").unwrap();
    let variant = |size| {
        let binding = binding(&adherence(Scope::Full), found, &decision(&model), &model, size);
        binding.variant.map(|variant| variant.note.clone())
    };
    assert_eq!(variant(Some(SizeClass::Small)).as_deref(), Some("less detail"));
    assert_eq!(variant(Some(SizeClass::Large)), None);
    assert_eq!(variant(None), None);
}

#[test]
fn a_limited_scope_includes_what_serves_art_53_and_addresses_everyone() {
    let code = code();
    let included: Vec<&str> = code
        .measures()
        .filter(|(chapter, commitment, measure)| includes(&Scope::Article53, chapter, commitment, measure))
        .map(|(_, _, measure)| measure.id.as_str())
        .collect();
    assert_eq!(included, ["T.M1", "C.M1"]);
}
