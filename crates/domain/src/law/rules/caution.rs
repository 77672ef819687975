//! What must be said aloud: about figures of training compute (Commission guidelines, annex, para. 123),
//! and about how far obligations reach for whoever modified another's model (recital 109).

use crate::law::compute::Compute;
use crate::law::facts::Model;
use crate::law::parameters::Law;
use crate::law::truth::Truth;

/// A warning about the facts, not a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The two estimates differ by more than 30 % of the larger.
    EstimatesDiffer {
        /// By hardware.
        hardware: Compute,
        /// By architecture.
        architecture: Compute,
    },
    /// The reported figure and an estimate differ by more than 30 % of the larger.
    ReportDiffers {
        /// As reported.
        reported: Compute,
        /// As estimated.
        estimated: Compute,
    },
    /// A figure and a threshold differ by no more than 30 % of the larger.
    NearThreshold {
        /// The figure.
        figure: Compute,
        /// The threshold.
        threshold: Compute,
    },
    /// What is asked of a modifier is limited to the modification: by recital 109 and section 3.2.1 of the guidelines,
    /// neither of which is the operative text.
    LimitedToModification,
}

/// All warnings, in the order in which the figures are listed.
pub fn cautions(model: &Model, provider: Truth, law: &Law) -> Vec<Caution> {
    let training = &model.training;
    let (hardware, architecture) = (training.by_hardware(), training.by_architecture());
    let mut cautions = Vec::new();
    if let Some((hardware, architecture)) = hardware.zip(architecture)
        && hardware.differs_widely_from(architecture)
    {
        cautions.push(Caution::EstimatesDiffer { hardware, architecture });
    }
    for estimated in hardware.into_iter().chain(architecture) {
        if let Some(reported) = training.reported.filter(|reported| reported.differs_widely_from(estimated)) {
            cautions.push(Caution::ReportDiffers { reported, estimated });
        }
    }
    for figure in training.figures() {
        for threshold in law.indicative_criterion.into_iter().chain([law.presumption_threshold]) {
            if !figure.differs_widely_from(threshold) {
                cautions.push(Caution::NearThreshold { figure, threshold });
            }
        }
    }
    if model.modification.is_some() && provider == Truth::Yes {
        cautions.push(Caution::LimitedToModification);
    }
    cautions
}
