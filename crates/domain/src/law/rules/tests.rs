use super::caution::{Caution, cautions};
use crate::law::compute::{ArchitectureUse, Compute, HardwareUse};
use crate::law::facts::{FactId, Model, Provider, TrainingCompute};
use crate::law::fixtures::law;

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
