//! Is it a general-purpose AI model? Art. 3(63) AI Act, with the indicative criterion of the Commission's guidelines.

use crate::law::compute::Compute;
use crate::law::facts::{FactId, Model, Modification, Placement};
use crate::law::parameters::Law;
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

/// The question.
pub static GENERAL_PURPOSE: Rule = Rule::of_law("general-purpose", &["art_3__point_63"]);
static SIGNIFICANTLY_GENERAL: Rule = Rule::of_law("significant-generality", &["art_3__point_63"]);
static INDICATED: Rule = Rule::of_guidelines("generality-indicated", &["art_3__point_63"], "para. 17");
static CRITERION_PUBLISHED: Rule =
    Rule::of_guidelines("indicative-criterion-published", &["art_3__point_63"], "para. 17");
static OVER_CRITERION: Rule =
    Rule::of_guidelines("compute-over-indicative-criterion", &["art_3__point_63"], "para. 17")
        .asking(&[FactId::TrainingCompute]);
static INDICATED_CONTENT: Rule =
    Rule::of_guidelines("generates-indicated-content", &["art_3__point_63"], "para. 17").asking(&[FactId::Generates]);
static NOT_EXCEPTIONALLY_NARROW: Rule =
    Rule::of_guidelines("not-exceptionally-narrow", &["art_3__point_63"], "para. 20");
static EXCEPTIONALLY_GENERAL: Rule = Rule::of_guidelines("exceptionally-general", &["art_3__point_63"], "para. 20");
static NOT_EXCEPTED_AS_RESEARCH: Rule = Rule::of_law("not-excepted-as-research", RESEARCH);
static NOT_FOR_RESEARCH_ONLY: Rule = Rule::of_law("not-for-research-only", RESEARCH);
static PLACING_ON_RECORD: Rule = Rule::of_law("placing-on-record", RESEARCH).asking(&[FactId::Placement]);

const RESEARCH: &[&str] = &["art_3__point_63", "rec_97"];

pub(super) static RULES: &[&Rule] = &[
    &GENERAL_PURPOSE,
    &SIGNIFICANTLY_GENERAL,
    &INDICATED,
    &CRITERION_PUBLISHED,
    &OVER_CRITERION,
    &INDICATED_CONTENT,
    &NOT_EXCEPTIONALLY_NARROW,
    &EXCEPTIONALLY_GENERAL,
    &NOT_EXCEPTED_AS_RESEARCH,
    &NOT_FOR_RESEARCH_ONLY,
    &PLACING_ON_RECORD,
];

/// Significant generality is what Art. 3(63) asks; paras 17 and 20 of the guidelines say what indicates it,
/// and that exceptionally a model may have it below the criterion or lack it above.
/// What is used for research, development or prototyping before it is placed on the market is excepted.
pub fn general_purpose(model: &Model, law: &Law, reasons: &mut Reasons) -> Verdict {
    reasons.all(&GENERAL_PURPOSE, |reasons| {
        reasons.any(&SIGNIFICANTLY_GENERAL, |reasons| {
            reasons.all(&INDICATED, |reasons| {
                match law.indicative_criterion {
                    Some(criterion) => {
                        reasons.leaf(&OVER_CRITERION, exceeds(model, criterion));
                        reasons.leaf(&INDICATED_CONTENT, Truth::of(model.generates_indicated_content));
                    }
                    // Before the guidelines nothing official said what indicates generality.
                    None => {
                        reasons.leaf(&CRITERION_PUBLISHED, Truth::NeedsJudgment);
                    }
                }
                reasons.leaf(&NOT_EXCEPTIONALLY_NARROW, model.generality != Some(false));
            });
            reasons.leaf(&EXCEPTIONALLY_GENERAL, model.generality == Some(true));
        });
        reasons.any(&NOT_EXCEPTED_AS_RESEARCH, |reasons| {
            reasons.leaf(&NOT_FOR_RESEARCH_ONLY, model.research_only != Some(true));
            // Art. 52(1) has models notified before they are placed: one whose day is set is on its way to the market.
            let placing = model.placement.map(|placement| placement.date().is_some());
            reasons.dated(&PLACING_ON_RECORD, Truth::of(placing), model.placement.and_then(Placement::date));
        });
    })
}

/// Whether training compute is greater than a threshold.
///
/// The reported figure decides. Without one the estimates decide if they agree;
/// which of two that disagree is to be believed is a matter of judgment (guidelines, annex, para. 123).
/// Without any figure of a modified model, original and modification count together (annex, A.1).
pub(super) fn exceeds(model: &Model, threshold: Compute) -> Truth {
    let training = &model.training;
    if let Some(reported) = training.reported {
        return Truth::from(reported > threshold);
    }
    match (training.by_hardware(), training.by_architecture()) {
        (None, None) => modified_exceeds(model.modification, threshold),
        (Some(only), None) | (None, Some(only)) => Truth::from(only > threshold),
        (Some(hardware), Some(architecture)) if (hardware > threshold) == (architecture > threshold) => {
            Truth::from(hardware > threshold)
        }
        (Some(_), Some(_)) => Truth::NeedsJudgment,
    }
}

/// What is known of one part may be enough to exceed a threshold, and never enough not to.
fn modified_exceeds(modification: Option<Modification>, threshold: Compute) -> Truth {
    let (known, is_all) = modification.unwrap_or_default().cumulative();
    match (known > threshold, is_all) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::No,
        (false, false) => Truth::NeedsFact,
    }
}
