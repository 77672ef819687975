//! Is this undertaking the model's provider? Art. 3(3) AI Act; for modifiers recital 109 and the guidelines' one-third rule.

use crate::law::facts::{FactId, Model, Modification};
use crate::law::parameters::Law;
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

/// The question.
pub static PROVIDER: Rule = Rule::of_law("provider", &["art_3__point_3"]);
static OWN_MODEL: Rule = Rule::of_law("not-a-modification", &["art_3__point_3"]);
static OVER_A_THIRD: Rule =
    Rule::of_guidelines("modification-over-a-third", &["art_3__point_3", "rec_109"], "section 3.2")
        .asking(&[FactId::ModificationCompute, FactId::OriginalSystemicRisk]);

pub(super) static RULES: &[&Rule] = &[&PROVIDER, &OWN_MODEL, &OVER_A_THIRD];

/// Who develops a model and places it on the market is its provider; who modifies another's becomes one
/// only if the modification used more than a third of the original's training compute.
pub fn provider(model: &Model, law: &Law, reasons: &mut Reasons) -> Verdict {
    reasons.any(&PROVIDER, |reasons| {
        reasons.leaf(&OWN_MODEL, model.modification.is_none());
        if let Some(modification) = &model.modification {
            reasons.leaf(&OVER_A_THIRD, over_a_third(modification, law));
        }
    })
}

/// Where the original's compute cannot be known, the guidelines put the threshold for systemic risk in its place
/// if the original presents systemic risk, and the indicative criterion if it does not.
fn over_a_third(modification: &Modification, law: &Law) -> Truth {
    // The rule is the guidelines': before them, whether a modification makes a provider was left to judgment.
    let Some(indicative_criterion) = law.indicative_criterion else { return Truth::NeedsJudgment };
    let Some(compute) = modification.modification_compute else { return Truth::NeedsFact };
    if let Some(original) = modification.original_compute {
        return Truth::from(compute.exceeds_a_third_of(original));
    }
    let over_systemic = Truth::from(compute.exceeds_a_third_of(law.presumption_threshold));
    let over_indicative = Truth::from(compute.exceeds_a_third_of(indicative_criterion));
    match modification.original_systemic_risk {
        Some(true) => over_systemic,
        Some(false) => over_indicative,
        None if over_systemic == over_indicative => over_systemic,
        None => Truth::NeedsFact,
    }
}
