//! Is the open-source exception open? Arts 53(2) and 54(6) AI Act, which set the same conditions.

use super::systemic_risk::SYSTEMIC_RISK;
use crate::law::facts::{FactId, Model};
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

const EXCEPTION: &[&str] = &["art_53__para_2", "art_54__para_6"];

/// The question.
pub static OPEN_SOURCE: Rule = Rule::of_law("open-source-exception", EXCEPTION);
static FREE_LICENCE: Rule = Rule::of_law("free-licence", EXCEPTION);
static ACCESS: Rule = Rule::of_law("licence-access", EXCEPTION).asking(&[FactId::LicenceAccess]);
static USE: Rule = Rule::of_law("licence-use", EXCEPTION).asking(&[FactId::LicenceUse]);
static MODIFICATION: Rule = Rule::of_law("licence-modification", EXCEPTION).asking(&[FactId::LicenceModification]);
static DISTRIBUTION: Rule = Rule::of_law("licence-distribution", EXCEPTION).asking(&[FactId::LicenceDistribution]);
static NOT_MONETISED: Rule =
    Rule::of_guidelines("not-monetised", EXCEPTION, "section 4.2").asking(&[FactId::Monetised]);
static PUBLIC_PARAMETERS: Rule = Rule::of_law("public-parameters", EXCEPTION);
static WEIGHTS: Rule = Rule::of_law("weights-public", EXCEPTION).asking(&[FactId::WeightsPublic]);
static ARCHITECTURE: Rule = Rule::of_law("architecture-public", EXCEPTION).asking(&[FactId::ArchitecturePublic]);
static USAGE: Rule = Rule::of_law("usage-information-public", EXCEPTION).asking(&[FactId::UsageInformationPublic]);
static NO_SYSTEMIC_RISK: Rule = Rule::of_law("no-systemic-risk", EXCEPTION);

pub(super) static RULES: &[&Rule] = &[
    &OPEN_SOURCE,
    &FREE_LICENCE,
    &ACCESS,
    &USE,
    &MODIFICATION,
    &DISTRIBUTION,
    &NOT_MONETISED,
    &PUBLIC_PARAMETERS,
    &WEIGHTS,
    &ARCHITECTURE,
    &USAGE,
    &NO_SYSTEMIC_RISK,
];

/// Whether everything but systemic risk opens the exception, as its reasons say.
pub(super) fn would_be_open(open_source: Verdict, reasons: &Reasons) -> Truth {
    let conditions = reasons.children(open_source.node).filter_map(|child| reasons.node(child));
    conditions.filter(|node| node.rule.id != NO_SYSTEMIC_RISK.id).fold(Truth::Yes, |all, node| all.and(node.truth))
}

/// A licence with four freedoms, three kinds of public information, and no systemic risk.
pub fn open_source(model: &Model, systemic_risk: Verdict, reasons: &mut Reasons) -> Verdict {
    let release = &model.release;
    reasons.all(&OPEN_SOURCE, |reasons| {
        reasons.all(&FREE_LICENCE, |reasons| {
            reasons.leaf(&ACCESS, Truth::of(release.allows_access));
            reasons.leaf(&USE, Truth::of(release.allows_use));
            reasons.leaf(&MODIFICATION, Truth::of(release.allows_modification));
            reasons.leaf(&DISTRIBUTION, Truth::of(release.allows_distribution));
            // Section 4.2 of the guidelines: what asks for something of value in return is not free.
            reasons.leaf(&NOT_MONETISED, Truth::of(release.monetised).negate());
        });
        reasons.all(&PUBLIC_PARAMETERS, |reasons| {
            reasons.leaf(&WEIGHTS, Truth::of(release.weights_public));
            reasons.leaf(&ARCHITECTURE, Truth::of(release.architecture_public));
            reasons.leaf(&USAGE, Truth::of(release.usage_information_public));
        });
        reasons.not(&NO_SYSTEMIC_RISK, &SYSTEMIC_RISK, systemic_risk);
    })
}
