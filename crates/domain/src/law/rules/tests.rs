use jiff::civil::date;

use super::caution::{Caution, cautions};
use crate::law::compute::{ArchitectureUse, Compute, HardwareUse};
use crate::law::euro::Euro;
use crate::law::facts::{FactId, Model, Provider, TrainingCompute};
use crate::law::obligation::Obligations;
use crate::law::parameters::{CodeRegime, Law};
use crate::law::readings::Readings;

fn law() -> Law {
    Law {
        as_of: date(2026, 11, 22),
        known_at: date(2026, 11, 22),
        presumption_threshold: Compute::ten_to(25),
        indicative_criterion: Compute::ten_to(23),
        chapter_v_applies: date(2025, 8, 2),
        legacy_before: date(2025, 8, 2),
        legacy_comply_by: date(2027, 8, 2),
        enforcement_applies: date(2026, 8, 2),
        fine_percent: 3,
        fine_amount: Euro::millions(15),
        code_regime: CodeRegime::Assessment,
        standards: Obligations::NONE,
        specifications: Obligations::NONE,
        common_rules: Obligations::NONE,
        readings: Readings::FIRST,
    }
}

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
    cautions(&Model { training, ..Model::default() }, &law())
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
fn a_fact_is_missing_while_no_figure_of_it_is_known() {
    let missing =
        |training| FactId::TrainingCompute.is_missing(&Provider::default(), &Model { training, ..Model::default() });
    assert!(missing(TrainingCompute::default()));
    assert!(!missing(training(None)));
    let architecture = TrainingCompute { hardware: Vec::new(), ..training(None) };
    assert_eq!(architecture.figures().collect::<Vec<_>>(), [flop("6.3e24")]);
    assert!(!missing(architecture));
}
