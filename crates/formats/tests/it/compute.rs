//! Training compute as model files state it: the guidelines' worked examples, known models, and the one-third rule.

use std::collections::BTreeMap;

use adhere_domain::law::compute::Compute;
use adhere_domain::law::decision::decide;
use adhere_domain::law::facts::{Model, Provider};
use adhere_domain::law::parameters::Law;
use adhere_domain::law::readings::Readings;
use adhere_domain::law::rules::pathway::CodePosition;
use adhere_domain::law::truth::Truth;
use adhere_formats::provider_folder::model;
use jiff::civil::date;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::reference::{law, shared_data, text, told};

/// A figure as the reference data writes it: read by adhere's own parser, never as a float.
type Figure = Box<RawValue>;
type Figures = BTreeMap<String, Figure>;

#[derive(Deserialize)]
struct Vectors {
    #[serde(rename = "annex_A3_examples")]
    worked_examples: Vec<Figures>,
    known_models: Vec<KnownModel>,
    modification_rule_cases: Vec<Figures>,
}

#[derive(Deserialize)]
struct KnownModel {
    model: String,
    hardware: Option<Figures>,
    arch: Figures,
    #[serde(rename = "C_hardware")]
    by_hardware: Option<Figure>,
    #[serde(rename = "C_arch")]
    by_architecture: Figure,
    #[serde(rename = "C_arch_wrong_total_params")]
    by_total: Option<Figure>,
}

fn vectors() -> Vectors {
    serde_json::from_str(&text(&shared_data("evidence/compute/compute_vectors.json"))).unwrap()
}

/// Reads a model's file with these lines below `[model]`.
fn facts(lines: &str) -> Model {
    let file = format!("[model]\nname = \"Example\"\n{lines}\n");
    let (record, findings) = model("example.toml", &file);
    record.unwrap_or_else(|| panic!("{}\n{file}", told(&findings))).facts
}

fn hardware_lines(chip_hours: &str, peak: &str, utilisation: &str) -> String {
    format!(
        "[[model.hardware-estimate]]\nchip-hours = \"{chip_hours}\"\npeak-flop-per-second = \"{peak}\"\n\
         utilisation = \"{utilisation}\"\n"
    )
}

fn architecture_lines(parameters: &str, tokens: &str) -> String {
    format!("[model.architecture-estimate]\nparameters = \"{parameters}\"\ntraining-tokens = \"{tokens}\"\n")
}

fn raw(figure: &Figure) -> &str {
    figure.get()
}

fn compute(figure: &str) -> Compute {
    Compute::parse(figure).unwrap()
}

/// The reference was computed in floating point: its last digits are noise, one part in a million millions is not.
fn assert_agrees(ours: Option<Compute>, reference: &str, about: &str) {
    let (ours, reference) = (ours.unwrap().operations(), compute(reference).operations());
    assert!(ours.abs_diff(reference) <= reference / 1_000_000_000_000, "{about}: {ours} and {reference}");
}

#[test]
fn the_eight_worked_examples_of_the_guidelines_come_out() {
    let examples = vectors().worked_examples;
    assert_eq!(examples.len(), 8);
    for example in &examples {
        let of = |key: &str| raw(&example[key]);
        let training = match of("approach") {
            "\"hardware\"" => facts(&hardware_lines(of("gpu_hours"), of("H"), of("U"))).training,
            _ => facts(&architecture_lines(of("P"), of("D"))).training,
        };
        let ours = training.by_hardware().or(training.by_architecture());
        assert_eq!(ours, Some(compute(of("computed"))), "example {}", of("id"));
        // The guidelines round: the published figure lies within the margin that they allow themselves.
        assert!(!ours.unwrap().differs_widely_from(compute(of("published"))), "example {}", of("id"));
    }
}

#[test]
fn the_known_models_come_out_as_computed() {
    let models = vectors().known_models;
    assert_eq!(models.len(), 9);
    for known in &models {
        let name = &known.model;
        let active = known.arch.get("P_active").or(known.arch.get("P")).unwrap();
        let mut lines = architecture_lines(raw(active), raw(&known.arch["D"]));
        if let Some(total) = known.arch.get("P_total") {
            lines = format!("{lines}total-parameters = \"{}\"\n", raw(total));
        }
        if let Some(hardware) = &known.hardware {
            let number = |key: &str| raw(&hardware[key]).parse::<u64>().unwrap();
            let chip_hours = hardware.get("gpu_hours").map(|hours| raw(hours).to_owned());
            let chip_hours = chip_hours.unwrap_or_else(|| (number("N") * number("days") * 24).to_string());
            lines += &hardware_lines(&chip_hours, raw(&hardware["H"]), raw(&hardware["U_assumed"]));
        }
        let training = facts(&lines).training;
        assert_agrees(training.by_architecture(), raw(&known.by_architecture), name);
        match &known.by_hardware {
            Some(expected) => assert_agrees(training.by_hardware(), raw(expected), name),
            None => assert_eq!(training.by_hardware(), None, "{name}"),
        }
        if let Some(wrong) = &known.by_total {
            let ours = training.by_architecture().unwrap();
            assert!(ours < compute(raw(wrong)), "{name}: active parameters count, never the total");
        }
    }
}

fn today() -> Law {
    let day = date(2026, 11, 22);
    law().parameters.law(day, day, Readings::FIRST).unwrap()
}

#[test]
fn a_modifier_becomes_a_provider_above_a_third() {
    let (cases, law) = (vectors().modification_rule_cases, today());
    assert_eq!(cases.len(), 5);
    for case in &cases {
        let of = |key: &str| raw(&case[key]);
        let original = match of("original") {
            "null" => String::new(),
            figure => format!("original-compute = \"{figure}\"\n"),
        };
        let lines = format!(
            "[model.modification]\nmodification-compute = \"{}\"\noriginal-systemic-risk = {}\n{original}",
            of("mod"),
            of("gpaisr")
        );
        let decision = decide(&Provider::default(), &facts(&lines), &CodePosition::default(), &law);
        let expected = Truth::from(of("becomes_provider") == "true");
        assert_eq!(decision.provider.truth, expected, "{}", of("case"));
    }
}

#[test]
fn exactly_the_threshold_is_not_above_it() {
    let law = today();
    for (figure, systemic_risk) in [
        ("10^25", Truth::No),
        ("10000000000000000000000000", Truth::No),
        ("10000000000000000000000001", Truth::Yes),
        ("9999999999999999999999999", Truth::No),
    ] {
        let lines = format!("generates = [\"text\"]\ntraining-compute = \"{figure}\"");
        let decision = decide(&Provider::default(), &facts(&lines), &CodePosition::default(), &law);
        assert_eq!(decision.systemic_risk.truth, systemic_risk, "{figure}");
    }
}
