//! Does the model present systemic risk? Arts 51 and 52 AI Act.

use jiff::civil::Date;

use super::general_purpose::{GENERAL_PURPOSE, exceeds};
use super::provider::PROVIDER;
use crate::law::facts::{Classification, FactId, Model, Modification, Rebuttal};
use crate::law::parameters::Law;
use crate::law::readings::{MissingEvaluation, ModifiedModel, PendingRebuttal, ReadingId};
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

/// The question whether the condition of Art. 51(1)(a) is met, which alone makes notification due.
pub static HIGH_IMPACT: Rule = Rule::of_law("high-impact-capabilities", &["art_51__para_1__point_a"]);
static PRESUMED: Rule = Rule::of_law("high-impact-presumed", &["art_51__para_2"]).asking(&[FactId::TrainingCompute]);
static EVALUATED: Rule = Rule::of_law("high-impact-evaluated", &["art_51__para_1__point_a", "art_3__point_64"])
    .asking(&[FactId::HighImpactEvaluation])
    .read_as(ReadingId::MissingEvaluation);
static MODIFIED_FROM_SYSTEMIC: Rule =
    Rule::of_guidelines("modified-from-systemic-risk", &["art_51__para_1__point_a", "rec_109"], "section 3.2.2")
        .read_as(ReadingId::ModifiedModel);
static ORIGINAL_SYSTEMIC: Rule = Rule::of_guidelines("original-systemic-risk", &["art_51__para_1"], "section 3.2.2")
    .asking(&[FactId::OriginalSystemicRisk]);
static PRESUMED_FOR_MODIFIED: Rule =
    Rule::of_guidelines("presumed-for-modified-model", &["art_51__para_1__point_a"], "section 3.2.2")
        .read_as(ReadingId::ModifiedModel);

/// The question.
pub static SYSTEMIC_RISK: Rule = Rule::of_law("systemic-risk", &["art_51__para_1"]);
static CLASSIFIED: Rule = Rule::of_law("classified", &["art_51__para_1"]);
static CLASSIFIED_BY_CAPABILITIES: Rule = Rule::of_law("classified-by-capabilities", &["art_51__para_1__point_a"]);
static NOT_REBUTTED: Rule =
    Rule::of_law("not-rebutted", &["art_52__para_2", "art_52__para_3"]).read_as(ReadingId::PendingRebuttal);
static DESIGNATED: Rule =
    Rule::of_law("designated", &["art_51__para_1__point_b", "art_52__para_1", "art_52__para_4", "art_52__para_5"]);

pub(super) static RULES: &[&Rule] = &[
    &HIGH_IMPACT,
    &PRESUMED,
    &EVALUATED,
    &MODIFIED_FROM_SYSTEMIC,
    &ORIGINAL_SYSTEMIC,
    &PRESUMED_FOR_MODIFIED,
    &SYSTEMIC_RISK,
    &CLASSIFIED,
    &CLASSIFIED_BY_CAPABILITIES,
    &NOT_REBUTTED,
    &DESIGNATED,
];

/// Capabilities are presumed to be high-impact over the threshold of Art. 51(2), and may be evaluated so below it;
/// by the guidelines they are also presumed of what a modifier made of a model with systemic risk and became provider of.
pub fn high_impact(model: &Model, law: &Law, provider: Verdict, reasons: &mut Reasons) -> Verdict {
    reasons.any(&HIGH_IMPACT, |reasons| {
        reasons.leaf(&PRESUMED, exceeds(model, law.presumption_threshold));
        reasons.leaf(&EVALUATED, evaluated(model, law));
        if let Some(modification) = &model.modification {
            reasons.all(&MODIFIED_FROM_SYSTEMIC, |reasons| {
                let reads_so = law.readings.modified_model == ModifiedModel::PresumedHighImpact;
                // The presumption is the guidelines': before them there was none.
                reasons.leaf(&PRESUMED_FOR_MODIFIED, reads_so && law.indicative_criterion.is_some());
                reasons.leaf(&ORIGINAL_SYSTEMIC, original_systemic_risk(modification, law));
                reasons.refer(&PROVIDER, provider);
            });
        }
    })
}

/// As recorded, or else by the presumption of Art. 51(2): that the original is designated is for the record to say.
fn original_systemic_risk(modification: &Modification, law: &Law) -> Truth {
    let presumed = || modification.original_compute.map(|compute| compute > law.presumption_threshold);
    Truth::of(modification.original_systemic_risk.or_else(presumed))
}

/// By capabilities, unless the Commission accepted arguments to the contrary; or by designation.
pub fn systemic_risk(
    model: &Model,
    law: &Law,
    general_purpose: Verdict,
    high_impact: Verdict,
    reasons: &mut Reasons,
) -> Verdict {
    reasons.all(&SYSTEMIC_RISK, |reasons| {
        reasons.refer(&GENERAL_PURPOSE, general_purpose);
        reasons.any(&CLASSIFIED, |reasons| {
            reasons.all(&CLASSIFIED_BY_CAPABILITIES, |reasons| {
                reasons.refer(&HIGH_IMPACT, high_impact);
                reasons.leaf(&NOT_REBUTTED, !rebutted(model.classification.rebuttal, law));
            });
            reasons.dated(&DESIGNATED, designated(model.classification, law.as_of), model.classification.designated_on);
        });
    })
}

/// The day before which nothing that follows from classification can begin, where one is on record.
///
/// The earlier of the grounds in force (Art. 51(1): "any of"). For capabilities the day on which the condition was
/// met or known stands in for the day on which it was met; while they are open, no day keeps anything from beginning.
pub(super) fn classified_since(model: &Model, law: &Law, high_impact: Truth) -> Option<Date> {
    let classification = model.classification;
    let by_capabilities = high_impact.and(Truth::from(!rebutted(classification.rebuttal, law)));
    let ended = classification.designation_ended_on.is_some_and(|on| on <= law.as_of);
    let designated_on = classification.designated_on.filter(|_| !ended);
    match by_capabilities {
        Truth::Yes => {
            let known_on = classification.condition_known_on?;
            Some(designated_on.filter(|on| *on <= law.as_of).map_or(known_on, |on| on.min(known_on)))
        }
        Truth::No => designated_on,
        Truth::NeedsFact | Truth::NeedsJudgment => None,
    }
}

/// Whether a designation is in force on a day (Art. 52(4) and (5)).
fn designated(classification: Classification, as_of: Date) -> bool {
    let begun = classification.designated_on.is_some_and(|on| on <= as_of);
    let ended = classification.designation_ended_on.is_some_and(|on| on <= as_of);
    begun && !ended
}

fn evaluated(model: &Model, law: &Law) -> Truth {
    match (model.high_impact_evaluation, law.readings.missing_evaluation) {
        (Some(found), _) => Truth::from(found),
        (None, MissingEvaluation::NotMet) => Truth::No,
        (None, MissingEvaluation::Judgment) => Truth::NeedsJudgment,
    }
}

/// Arguments count as accepted from the day of the Commission's decision;
/// before it, Art. 52(3) makes classification depend on no more than the condition, unless read otherwise.
fn rebutted(rebuttal: Rebuttal, law: &Law) -> bool {
    match rebuttal {
        Rebuttal::None => false,
        Rebuttal::Accepted(on) if on <= law.as_of => true,
        Rebuttal::Rejected(on) if on <= law.as_of => false,
        Rebuttal::Pending | Rebuttal::Accepted(_) | Rebuttal::Rejected(_) => {
            law.readings.pending_rebuttal == PendingRebuttal::Suspends
        }
    }
}
