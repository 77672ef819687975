//! Which obligations of Arts 52 to 55 AI Act bind, and from when (Arts 111(3), 113).

use jiff::civil::Date;

use super::general_purpose::GENERAL_PURPOSE;
use super::open_source::{OPEN_SOURCE, would_be_open};
use super::provider::PROVIDER;
use super::systemic_risk::{HIGH_IMPACT, SYSTEMIC_RISK, classified_since};
use crate::law::facts::{FactId, Model, Placement, Provider};
use crate::law::obligation::{Obligation, Obligations};
use crate::law::parameters::Law;
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

static DUTY: Rule = Rule::of_law("duty", &[]);
static ADDRESSED: Rule = Rule::of_law("addressed", &[]);
static NOT_EXCEPTED: Rule = Rule::of_law("not-excepted", &["art_53__para_2", "art_54__para_6"]);
static THIRD_COUNTRY: Rule = Rule::of_law("third-country", &["art_54__para_1"]).asking(&[FactId::Country]);
static LIMITED: Rule = Rule::of_guidelines("limited-to-modification", &["rec_109"], "section 3.2.1");
static PLACED: Rule =
    Rule::of_law("placed-on-market", &["art_2__para_1__point_a", "art_3__point_9"]).asking(&[FactId::Placement]);
static APPLICATION: Rule = Rule::of_law("application-date-reached", &["art_113__point_b", "art_111__para_3"])
    .asking(&[FactId::Placement, FactId::ConditionKnownOn]);

pub(super) static RULES: &[&Rule] =
    &[&DUTY, &ADDRESSED, &NOT_EXCEPTED, &THIRD_COUNTRY, &LIMITED, &PLACED, &APPLICATION];

/// An obligation, whether it binds, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Which obligation.
    pub obligation: Obligation,
    /// Whether it binds on the day.
    pub binds: Verdict,
    /// Whether it is addressed to this provider of this model, whatever the day.
    pub addressed: Truth,
    /// The first day on which it binds if it is addressed; nothing while that day is open.
    pub from: Option<Date>,
    /// The first day on which the Commission can enforce it, by the same token (Arts 88 to 94, 101, 113).
    pub enforceable_from: Option<Date>,
}

impl Duty {
    /// Whether it does not bind yet but will, as things stand: from a known day, or from placing on the market.
    pub fn is_ahead(&self, as_of: Date) -> bool {
        self.addressed == Truth::Yes && self.binds.truth == Truth::No && self.from.is_none_or(|from| as_of < from)
    }

    /// Whether it binds or will, or cannot be ruled out.
    pub fn is_relevant(&self) -> bool {
        self.addressed != Truth::No
    }

    /// Whether it binds and can be enforced on the day.
    pub fn is_enforceable(&self, as_of: Date) -> Truth {
        let reached = self.enforceable_from.map(|from| from <= as_of);
        self.binds.truth.and(Truth::of(reached))
    }
}

/// The verdicts that duties rest on.
#[derive(Clone, Copy, Debug)]
pub(in crate::law) struct Grounds {
    pub(in crate::law) general_purpose: Verdict,
    pub(in crate::law) provider: Verdict,
    pub(in crate::law) high_impact: Verdict,
    pub(in crate::law) systemic_risk: Verdict,
    pub(in crate::law) open_source: Verdict,
}

/// One obligation: to whom it is addressed, then whether its day has come.
pub(in crate::law) fn duty(
    obligation: Obligation,
    facts: (&Provider, &Model),
    law: &Law,
    grounds: &Grounds,
    reasons: &mut Reasons,
) -> Duty {
    let (provider, model) = facts;
    let from = begins(obligation, model, law, grounds, reasons);
    let mut addressed = Truth::No;
    let binds = reasons.all_about(&DUTY, obligation, |reasons| {
        addressed = addressee(obligation, provider, grounds, reasons).truth;
        // Recital 109 limits how much is asked of a modifier, not whether it is.
        if model.modification.is_some() && Obligations::ART_53_1.contains(obligation) {
            reasons.leaf(&LIMITED, Truth::Yes);
        }
        if obligation != Obligation::SystemicRiskNotification {
            reasons.dated(&PLACED, placed(model, law), model.placement.and_then(Placement::date));
        }
        reasons.dated(&APPLICATION, reached(from, law), from);
    });
    let enforceable_from = from.map(|from| from.max(law.enforcement_applies));
    Duty { obligation, binds, addressed, from, enforceable_from }
}

fn addressee(obligation: Obligation, provider: &Provider, grounds: &Grounds, reasons: &mut Reasons) -> Verdict {
    reasons.all_about(&ADDRESSED, obligation, |reasons| {
        reasons.refer(&GENERAL_PURPOSE, grounds.general_purpose);
        reasons.refer(&PROVIDER, grounds.provider);
        match obligation {
            // Art. 52(1): "meets the condition referred to in Article 51(1), point (a)", rebutted or not.
            Obligation::SystemicRiskNotification => {
                reasons.refer(&HIGH_IMPACT, grounds.high_impact);
            }
            // Art. 53(2): the exception reaches points (a) and (b) only.
            Obligation::TechnicalDocumentation | Obligation::DownstreamInformation => {
                reasons.not(&NOT_EXCEPTED, &OPEN_SOURCE, grounds.open_source);
            }
            Obligation::CopyrightPolicy | Obligation::TrainingContentSummary | Obligation::Cooperation => {}
            // Art. 54(1) and (6).
            Obligation::AuthorisedRepresentative => {
                let third_country = provider.country.map(|country| !country.is_member_state());
                reasons.leaf(&THIRD_COUNTRY, Truth::of(third_country));
                reasons.not(&NOT_EXCEPTED, &OPEN_SOURCE, grounds.open_source);
            }
            Obligation::ModelEvaluation
            | Obligation::SystemicRiskMitigation
            | Obligation::SeriousIncidents
            | Obligation::Cybersecurity => {
                reasons.refer(&SYSTEMIC_RISK, grounds.systemic_risk);
            }
        }
    })
}

/// The first day on which the obligation binds, if it is addressed.
///
/// Art. 113(b): Chapter V applies from 2 August 2025. Art. 111(3): providers of models placed before that day
/// comply by 2 August 2027. What Art. 55 asks begins with classification at the earliest, and so does what the
/// open-source exception lifted until then (Arts 53(2), 54(6)).
fn begins(obligation: Obligation, model: &Model, law: &Law, grounds: &Grounds, reasons: &Reasons) -> Option<Date> {
    let start = match (obligation, model.placement) {
        (_, Some(Placement::On(placed))) if placed < law.legacy_before => law.legacy_comply_by,
        (Obligation::SystemicRiskNotification, Some(placement)) => {
            let known = model.classification.condition_known_on.or(placement.date())?;
            known.max(law.chapter_v_applies)
        }
        (_, Some(Placement::On(placed))) => placed.max(law.chapter_v_applies),
        (_, Some(Placement::NotYet) | None) => return None,
    };
    let classified_since = classified_since(model, law, grounds.high_impact.truth);
    let not_before = if Obligations::ART_55_1.contains(obligation) {
        classified_since
    } else if Obligations::EXCEPTED_OPEN_SOURCE.contains(obligation) {
        // A day that is still ahead has ended nothing yet.
        classified_since.filter(|on| *on <= law.as_of && exception_ended(grounds, reasons))
    } else {
        None
    };
    Some(not_before.map_or(start, |on| start.max(on)))
}

/// Whether systemic risk alone keeps the open-source exception from being open.
fn exception_ended(grounds: &Grounds, reasons: &Reasons) -> bool {
    grounds.systemic_risk.truth == Truth::Yes && would_be_open(grounds.open_source, reasons) == Truth::Yes
}

fn placed(model: &Model, law: &Law) -> Truth {
    Truth::of(model.placement.map(|placement| placement.date().is_some_and(|on| on <= law.as_of)))
}

/// Before Chapter V applies at all, no further fact is needed to say that the day has not come.
fn reached(from: Option<Date>, law: &Law) -> Truth {
    if law.as_of < law.chapter_v_applies {
        return Truth::No;
    }
    Truth::of(from.map(|from| from <= law.as_of))
}
