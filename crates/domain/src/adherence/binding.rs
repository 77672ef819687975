//! Which measures of a code bind a provider for a model, and in which variant for its size.

use super::condition;
use super::record::{Adherence, Scope};
use crate::codes::code::{Addressee, Chapter, Commitment, Extent, Ground, Measure, Variant};
use crate::law::decision::Decision;
use crate::law::facts::Model;
use crate::law::obligation::Obligations;
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::size::SizeClass;
use crate::law::truth::Truth;

static BINDS: Rule = Rule::of_code("measure-binds", &["art_56__para_7"]);
static IN_SCOPE: Rule = Rule::of_code("measure-in-scope", &["art_56__para_7"]);
static CONDITION: Rule = Rule::of_code("measure-condition", &["art_56__para_5"]);
static TO_ALL: Rule = Rule::of_code("measure-addresses-general-purpose", &["art_3__point_63"]);
static TO_SYSTEMIC: Rule = Rule::of_code("measure-addresses-systemic-risk", &["art_51__para_1"]);
static TO_SYSTEMS: Rule = Rule::of_code("measure-addresses-systems", &["art_95__para_1"]);
static NOT_OPEN_SOURCE: Rule = Rule::of_code("measure-not-exempt-open-source", &["art_53__para_2"]);
static NOT_SIMILARLY_SAFE: Rule = Rule::of_code("measure-not-exempt-similarly-safe", &["art_55__para_1"]);
static NOT_INFERIOR: Rule = Rule::of_code("measure-not-exempt-inferior", &["art_55__para_1__point_d"]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[
    &BINDS,
    &IN_SCOPE,
    &CONDITION,
    &TO_ALL,
    &TO_SYSTEMIC,
    &TO_SYSTEMS,
    &NOT_OPEN_SOURCE,
    &NOT_SIMILARLY_SAFE,
    &NOT_INFERIOR,
];

/// Whether a measure binds, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding<'a> {
    /// Whether it binds.
    pub binds: Verdict,
    /// What it asks instead of a provider of this size, if the size is known.
    pub variant: Option<&'a Variant>,
    /// Why.
    pub reasons: Reasons,
}

/// Whether a scope includes a measure.
///
/// Adherence limited to Art. 53 includes the measures that serve its obligations and bind every provider.
pub fn includes(scope: &Scope, chapter: &Chapter, commitment: &Commitment, measure: &Measure) -> bool {
    match scope {
        Scope::Full => true,
        Scope::Chapters(ids) => ids.contains(&chapter.id),
        Scope::Article53 => {
            commitment.binds == Addressee::GeneralPurpose
                && !measure.serves().intersection(Obligations::ART_53_1).is_empty()
        }
    }
}

/// A measure binds when the adherence includes it, when it addresses such a model, and when no ground exempts it whole.
pub fn binding<'a>(
    adherence: &Adherence,
    (chapter, commitment, measure): (&Chapter, &Commitment, &'a Measure),
    decision: &Decision,
    model: &Model,
    size: Option<SizeClass>,
) -> Binding<'a> {
    let mut reasons = Reasons::default();
    let binds = reasons.all(&BINDS, |reasons| {
        reasons.leaf(&IN_SCOPE, includes(&adherence.scope, chapter, commitment, measure));
        addressed(commitment.binds, decision, reasons);
        if let Some(condition) = &measure.condition {
            reasons.leaf(&CONDITION, condition::is_met(condition, decision, model, size));
        }
        for exemption in measure.exemptions.iter().filter(|exemption| exemption.extent == Extent::Whole) {
            let (rule, exempt) = exempt(exemption.ground, decision, model);
            reasons.leaf(rule, exempt.negate());
        }
    });
    let variant = size.and_then(|size| measure.variants.iter().find(|variant| variant.sizes.contains(&size)));
    Binding { binds, variant, reasons }
}

fn addressed(addressee: Addressee, decision: &Decision, reasons: &mut Reasons) {
    let general_purpose = decision.general_purpose.truth.and(decision.provider.truth);
    match addressee {
        Addressee::GeneralPurpose => reasons.leaf(&TO_ALL, general_purpose),
        Addressee::SystemicRisk => {
            reasons.leaf(&TO_SYSTEMIC, decision.systemic_risk.truth.and(decision.provider.truth))
        }
        // Codes of conduct address AI systems: whether one is on record is for their own rules.
        Addressee::SystemProvider | Addressee::SystemDeployer => reasons.leaf(&TO_SYSTEMS, Truth::NeedsJudgment),
    };
}

/// Whether a ground is made out. The grounds of a code are for the provider to claim: not claimed is not made out.
pub(super) fn exempt(ground: Ground, decision: &Decision, model: &Model) -> (&'static Rule, Truth) {
    match ground {
        Ground::OpenSource => (&NOT_OPEN_SOURCE, decision.open_source.truth),
        Ground::SimilarlySafe => (&NOT_SIMILARLY_SAFE, Truth::from(model.similarly_safe == Some(true))),
        Ground::InferiorToOpenWeight => (&NOT_INFERIOR, Truth::from(model.inferior_to_open_weight == Some(true))),
    }
}

#[cfg(test)]
mod tests;
