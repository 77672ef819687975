//! May adherence be limited, and what does the limitation cost? Art. 56(7) AI Act; guidelines, para. 94.

use super::record::{Adherence, Scope};
use crate::codes::code::{Addressee, Code, Commitment, Measure};
use crate::law::obligation::Obligations;
use crate::law::parameters::Law;
use crate::law::readings::{ChapterOptOut, ReadingId};
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

pub(super) static ALLOWED: Rule = Rule::of_law("scope-allowed", &["art_56__para_7"]);
static WHOLE: Rule = Rule::of_law("scope-whole-code", &["art_56__para_7"]);
static LIMITED_TO_53: Rule = Rule::of_law("scope-limited-to-art-53", &["art_56__para_7"]);
static CHAPTERS: Rule =
    Rule::of_guidelines("scope-chapters", &["art_56__para_7"], "para. 94").read_as(ReadingId::ChapterOptOut);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&ALLOWED, &WHOLE, &LIMITED_TO_53, &CHAPTERS];

/// Whether the declared scope is allowed for a model, and what it leaves without the benefit of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeVerdict {
    /// Whether it is allowed.
    pub allowed: Verdict,
    /// The obligations that the code covers, that bind or will, and that the scope leaves out.
    pub lost: Obligations,
    /// Why.
    pub reasons: Reasons,
}

/// The obligations of Chapter V for which a scope relies on a code.
pub fn relied_on(code: &Code, scope: &Scope) -> Obligations {
    match scope {
        Scope::Full => code.covers(),
        Scope::Article53 => code.covers().intersection(Obligations::ART_53_1),
        Scope::Chapters(ids) => {
            let chosen = code.chapters.iter().filter(|chapter| ids.contains(&chapter.id));
            let commitments = chosen.flat_map(|chapter| &chapter.commitments);
            commitments.map(relied_on_by).fold(Obligations::NONE, Obligations::union)
        }
    }
}

/// Whether a scope leaves out all that a code could be relied on for beyond Art. 53.
pub fn is_limited_to_article_53(code: &Code, scope: &Scope) -> bool {
    *scope != Scope::Full && relied_on(code, scope).intersection(Obligations::ART_55_1).is_empty()
}

/// What a commitment is there to be relied on for: Art. 53 if it binds every provider, Art. 55 if it binds those of
/// models with systemic risk. That such a commitment also touches Art. 53 does not stand in for the chapter that serves it.
fn relied_on_by(commitment: &Commitment) -> Obligations {
    let serves = commitment.measures.iter().map(Measure::serves).fold(Obligations::NONE, Obligations::union);
    match commitment.binds {
        Addressee::GeneralPurpose => serves.intersection(Obligations::ART_53_1),
        Addressee::SystemicRisk => serves.intersection(Obligations::ART_55_1),
        Addressee::SystemProvider | Addressee::SystemDeployer => Obligations::NONE,
    }
}

/// Art. 56(7): providers of models that do not present systemic risk may limit adherence to Art. 53.
/// The guidelines add that opting out of chapters loses the benefit in that respect.
pub fn scope_verdict(
    adherence: &Adherence,
    code: &Code,
    systemic_risk: Truth,
    relevant: Obligations,
    law: &Law,
) -> ScopeVerdict {
    let relied_on = relied_on(code, &adherence.scope);
    let lost = code.covers().intersection(relevant).without(relied_on);
    let mut reasons = Reasons::default();
    let allowed = reasons.all(&ALLOWED, |reasons| {
        match &adherence.scope {
            Scope::Full => {
                reasons.leaf(&WHOLE, true);
            }
            _ if is_limited_to_article_53(code, &adherence.scope) => {
                reasons.leaf(&LIMITED_TO_53, systemic_risk.negate());
            }
            Scope::Article53 | Scope::Chapters(_) => {}
        }
        if matches!(adherence.scope, Scope::Chapters(_)) && !lost.is_empty() {
            reasons.leaf(&CHAPTERS, law.readings.chapter_opt_out == ChapterOptOut::WithLoss);
        }
    });
    ScopeVerdict { allowed, lost, reasons }
}

#[cfg(test)]
mod tests;
