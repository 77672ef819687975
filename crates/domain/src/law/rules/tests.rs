use super::caution::{Caution, cautions};
use super::duty::Duty;
use super::general_purpose::exceeds;
use super::pathway::{CodePosition, PathwayState, Worth};
use crate::law::compute::{ArchitectureUse, Compute, HardwareUse};
use crate::law::decision::decide;
use crate::law::facts::{FactId, Model, Modification, Provider, TrainingCompute};
use crate::law::fixtures::law;
use crate::law::obligation::{Obligation, Obligations};
use crate::law::reasons::Verdict;
use crate::law::truth::Truth;

fn flop(text: &str) -> Compute {
    Compute::parse(text).unwrap()
}

/// Llama 3.1 70B: by hardware at a utilisation of 0.40, and by architecture (reference data of the guidelines' examples).
fn training(reported: Option<&str>) -> TrainingCompute {
    TrainingCompute {
        reported: reported.map(flop),
        hardware: vec![HardwareUse { chip_hours: 7_000_000, peak: flop("9.89e14"), utilisation: 4_000 }],
        architecture: Some(ArchitectureUse { parameters: flop("7e10"), tokens: flop("1.5e13") }),
    }
}

fn warned(training: TrainingCompute) -> Vec<Caution> {
    cautions(&Model { training, ..Model::default() }, Truth::Yes, &law())
}

#[test]
fn estimates_that_differ_and_figures_near_a_threshold_are_said_aloud() {
    let (hardware, architecture) = (flop("9.96912e24"), flop("6.3e24"));
    assert_eq!(
        warned(training(None)),
        [
            Caution::EstimatesDiffer { hardware, architecture },
            Caution::NearThreshold { figure: hardware, threshold: Compute::ten_to(25) },
        ]
    );
}

#[test]
fn a_reported_figure_is_held_against_each_estimate() {
    let (hardware, architecture) = (flop("9.96912e24"), flop("6.3e24"));
    let reported = flop("2e24");
    assert_eq!(
        warned(training(Some("2e24"))),
        [
            Caution::EstimatesDiffer { hardware, architecture },
            Caution::ReportDiffers { reported, estimated: hardware },
            Caution::ReportDiffers { reported, estimated: architecture },
            Caution::NearThreshold { figure: hardware, threshold: Compute::ten_to(25) },
        ]
    );
    let agreed = TrainingCompute { reported: Some(flop("1e23")), ..TrainingCompute::default() };
    let near = Caution::NearThreshold { figure: flop("1e23"), threshold: Compute::ten_to(23) };
    assert_eq!(warned(agreed), [near]);
    assert_eq!(warned(TrainingCompute::default()), []);
}

#[test]
fn a_figure_within_thirty_percent_of_a_threshold_is_said_aloud_on_both_sides() {
    let is_near = |figure: &str| {
        let training = TrainingCompute { reported: Some(flop(figure)), ..TrainingCompute::default() };
        !warned(training).is_empty()
    };
    for (figure, near) in [("6.999e24", false), ("7e24", true), ("1.4285e25", true), ("1.4286e25", false)] {
        assert_eq!(is_near(figure), near, "{figure}");
    }
}

#[test]
fn a_fact_is_missing_while_no_figure_of_it_is_known() {
    let missing =
        |training| FactId::TrainingCompute.is_missing(&Provider::default(), &Model { training, ..Model::default() });
    assert!(missing(TrainingCompute::default()));
    assert!(!missing(training(None)));
    let architecture = TrainingCompute { hardware: Vec::new(), ..training(None) };
    assert_eq!(architecture.figures().collect::<Vec<_>>(), [flop("6.3e24")]);
    assert!(!missing(architecture));
}

#[test]
fn a_modifier_is_told_that_obligations_are_limited_to_the_modification() {
    let modified = Model { modification: Some(Modification::default()), ..Model::default() };
    assert_eq!(cautions(&modified, Truth::Yes, &law()), [Caution::LimitedToModification]);
    for open in [Truth::No, Truth::NeedsFact, Truth::NeedsJudgment] {
        assert_eq!(cautions(&modified, open, &law()), []);
    }
    assert_eq!(cautions(&Model::default(), Truth::Yes, &law()), []);
}

#[test]
fn the_compute_of_a_modified_model_is_known_once_both_parts_are() {
    let part = |text: Option<&str>| text.map(flop);
    for (original, modification, cumulative) in [
        (Some("1e24"), Some("5e23"), ("1.5e24", true)),
        (Some("1e24"), None, ("1e24", false)),
        (None, Some("5e23"), ("5e23", false)),
        (None, None, ("0", false)),
    ] {
        let modification = Modification {
            original_compute: part(original),
            modification_compute: part(modification),
            original_systemic_risk: None,
        };
        let (known, is_all) = cumulative;
        assert_eq!(modification.cumulative(), (flop(known), is_all));
        let model = Model { modification: Some(modification), ..Model::default() };
        assert_eq!(FactId::TrainingCompute.is_missing(&Provider::default(), &model), !is_all);
    }
}

#[test]
fn an_estimate_that_equals_a_threshold_does_not_exceed_it() {
    // 3600 operations by either estimate: one chip-hour at one operation a second, 600 parameters and one token.
    let hardware = vec![HardwareUse { chip_hours: 1, peak: flop("1"), utilisation: 10_000 }];
    let architecture = Some(ArchitectureUse { parameters: flop("600"), tokens: flop("1") });
    let by = |hardware: &[HardwareUse], architecture| {
        let training = TrainingCompute { hardware: hardware.to_vec(), architecture, reported: None };
        Model { training, ..Model::default() }
    };
    let less = Some(ArchitectureUse { parameters: flop("599"), tokens: flop("1") });
    let more = Some(ArchitectureUse { parameters: flop("601"), tokens: flop("1") });
    for (model, exceeds_it) in [
        (by(&hardware, None), Truth::No),
        (by(&[], architecture), Truth::No),
        (by(&[], more), Truth::Yes),
        (by(&hardware, architecture), Truth::No),
        (by(&hardware, less), Truth::No),
        (by(&hardware, more), Truth::NeedsJudgment),
    ] {
        assert_eq!(exceeds(&model, flop("3600")), exceeds_it, "{model:?}");
    }
    let two = [hardware.clone(), hardware].concat();
    assert_eq!(exceeds(&by(&two, architecture), flop("3600")), Truth::NeedsJudgment);
    assert_eq!(exceeds(&by(&two, more), flop("3600")), Truth::Yes);
}

#[test]
fn an_obligation_is_no_longer_ahead_on_its_first_day() {
    let verdict = Verdict { truth: Truth::No, node: 0 };
    let first = jiff::civil::date(2027, 8, 2);
    let duty = Duty {
        obligation: Obligation::CopyrightPolicy,
        binds: verdict,
        addressed: Truth::Yes,
        from: Some(first),
        enforceable_from: Some(first),
    };
    assert!(duty.is_ahead(jiff::civil::date(2027, 8, 1)));
    assert!(!duty.is_ahead(first));
}

#[test]
fn what_is_relevant_of_a_decision_is_what_is_addressed() {
    let training = TrainingCompute { reported: Some(flop("1e24")), ..TrainingCompute::default() };
    let model = Model { training, generates_indicated_content: Some(true), ..Model::default() };
    let provider = Provider { country: crate::law::country::Country::parse("FR"), ..Provider::default() };
    let decision = decide(&provider, &model, &CodePosition::default(), &law());
    assert_eq!(decision.relevant(), Obligations::ART_53_1.with(Obligation::Cooperation));
}

#[test]
fn states_and_worths_of_ways_have_names() {
    let states = [PathwayState::Open, PathwayState::OnAdhering, PathwayState::Closed].map(PathwayState::id);
    assert_eq!(states, ["open", "on-adhering", "closed"]);
    let worths = [
        Worth::PresumptionOfConformity,
        Worth::ReliedOnToDemonstrate,
        Worth::BindingRules,
        Worth::AssessedByCommission,
    ];
    let names = ["presumption-of-conformity", "relied-on-to-demonstrate", "binding-rules", "assessed-by-commission"];
    assert_eq!(worths.map(Worth::id), names);
}
