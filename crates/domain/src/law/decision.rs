//! One decision: every question of the law about one model on one day, in the order of the law, with its reasons.

use super::facts::{FactId, Model, Provider};
use super::obligation::{Obligation, Obligations};
use super::parameters::Law;
use super::reasons::{Reasons, Verdict};
use super::rules::caution::{Caution, cautions};
use super::rules::duty::{Duty, Grounds, duty};
use super::rules::fine::{Fine, fine};
use super::rules::general_purpose::general_purpose;
use super::rules::open_source::open_source;
use super::rules::pathway::{CodePosition, Pathway, pathways};
use super::rules::provider::provider as is_provider;
use super::rules::systemic_risk::{high_impact, systemic_risk};
use super::truth::Truth;

/// What the law says of one model of one provider on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Art. 3(63): is it a general-purpose AI model?
    pub general_purpose: Verdict,
    /// Art. 3(3): is this undertaking its provider?
    pub provider: Verdict,
    /// Art. 51(1)(a): does it have high-impact capabilities?
    pub high_impact: Verdict,
    /// Art. 51: does it present systemic risk?
    pub systemic_risk: Verdict,
    /// Arts 53(2), 54(6): is the open-source exception open?
    pub open_source: Verdict,
    /// Arts 52 to 55: the obligations, in the order of the law.
    pub duties: [Duty; Obligation::COUNT],
    /// Arts 40, 41, 53(4), 55(2), 56: the ways to show compliance.
    pub pathways: Vec<Pathway>,
    /// Art. 101.
    pub fine: Fine,
    /// What must be said about the figures.
    pub cautions: Vec<Caution>,
    /// The reasons of all of these.
    pub reasons: Reasons,
}

impl Decision {
    /// The obligations that bind, will bind, or cannot be ruled out.
    pub fn relevant(&self) -> Obligations {
        relevant(&self.duties)
    }

    /// The facts that would settle what is open, each once, in the order of the law.
    pub fn missing(&self, provider: &Provider, model: &Model) -> Vec<FactId> {
        let questions = [self.general_purpose, self.provider, self.high_impact, self.systemic_risk, self.open_source];
        let duties = self.duties.iter().map(|duty| duty.binds);
        let mut missing: Vec<FactId> = Vec::new();
        for verdict in questions.into_iter().chain(duties) {
            for fact in self.reasons.missing(verdict.node) {
                if fact.is_missing(provider, model) && !missing.contains(&fact) {
                    missing.push(fact);
                }
            }
        }
        missing
    }

    /// Every verdict of the decision, in the order of the law.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict> {
        [self.general_purpose, self.provider, self.high_impact, self.systemic_risk, self.open_source]
            .into_iter()
            .chain(self.duties.iter().map(|duty| duty.binds))
            .chain(self.pathways.iter().map(|pathway| pathway.open))
            .chain([self.fine.possible])
    }
}

/// Decides every question; the same arguments give the same answer and the same reasons.
pub fn decide(provider: &Provider, model: &Model, code: &CodePosition, law: &Law) -> Decision {
    let mut reasons = Reasons::with_room();
    let general_purpose = general_purpose(model, law, &mut reasons);
    let is_provider = is_provider(model, law, &mut reasons);
    let high_impact = high_impact(model, law, is_provider, &mut reasons);
    let systemic_risk = systemic_risk(model, law, general_purpose, high_impact, &mut reasons);
    let open_source = open_source(model, systemic_risk, &mut reasons);
    let grounds = Grounds { general_purpose, provider: is_provider, high_impact, systemic_risk, open_source };
    let duties = Obligation::ALL.map(|obligation| duty(obligation, (provider, model), law, &grounds, &mut reasons));
    let pathways = pathways(relevant(&duties), model, code, law, &mut reasons);
    let fine = fine(provider, &duties, law, &mut reasons);
    let cautions = cautions(model, is_provider.truth, law);
    Decision {
        general_purpose,
        provider: is_provider,
        high_impact,
        systemic_risk,
        open_source,
        duties,
        pathways,
        fine,
        cautions,
        reasons,
    }
}

fn relevant(duties: &[Duty]) -> Obligations {
    duties.iter().filter(|duty| duty.is_relevant()).map(|duty| duty.obligation).collect()
}

impl Duty {
    /// Whether it binds, will, does not, or is open: for counting and for short reports.
    pub fn status(&self, law: &Law) -> DutyStatus {
        match self.binds.truth {
            Truth::Yes => DutyStatus::Binds,
            Truth::No if self.is_ahead(law.as_of) => DutyStatus::Ahead,
            Truth::No => DutyStatus::DoesNotBind,
            Truth::NeedsFact | Truth::NeedsJudgment => DutyStatus::Open,
        }
    }
}

/// Where an obligation stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyStatus {
    /// It binds.
    Binds,
    /// It will bind from a known day.
    Ahead,
    /// It does not bind.
    DoesNotBind,
    /// A fact or a judgment is missing.
    Open,
}

impl DutyStatus {
    /// The status's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Binds => "binds",
            Self::Ahead => "ahead",
            Self::DoesNotBind => "does-not-bind",
            Self::Open => "open",
        }
    }
}
