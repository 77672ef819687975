//! The main job: from the law on a day, a code and a provider's records to where the provider stands.

use jiff::civil::Date;

use super::binding::binding;
use super::due::{DueContext, DueItem, due_items};
use super::record::{Adherence, ModelRecord, Statement, Undertaking};
use super::scope::{ScopeVerdict, relied_on, scope_verdict};
use super::standing::{MeasureStanding, gap};
use crate::codes::code::{Code, CodeEventKind, Measure};
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::law::calendar::Calendars;
use crate::law::decision::{Decision, decide};
use crate::law::facts::FactId;
use crate::law::obligation::{Obligation, Obligations};
use crate::law::parameters::Law;
use crate::law::rules::pathway::CodePosition;
use crate::law::size::SizeClass;
use crate::law::truth::Truth;

/// Where one model stands.
#[derive(Clone, Debug)]
pub struct ModelAssessment<'a> {
    /// Its id.
    pub id: &'a PartId,
    /// What is on record.
    pub model: &'a ModelRecord,
    /// What the law says.
    pub decision: Decision,
    /// The code of practice it is measured against: the one adhered to, or else the one that could be.
    pub code: Option<&'a Code>,
    /// The adherence in force, and whether its scope is allowed.
    pub adherence: Option<(&'a Adherence, ScopeVerdict)>,
    /// The measures of the code; none without adherence.
    pub measures: Vec<MeasureStanding<'a>>,
    /// What is due, overdue first.
    pub due: Vec<DueItem<'a>>,
    /// The facts that would settle what is open.
    pub missing: Vec<FactId>,
}

/// Where a provider stands on one day, model by model.
#[derive(Clone, Copy, Debug)]
pub struct Assessor<'a> {
    /// The provider.
    pub undertaking: &'a Undertaking,
    /// The codes there are.
    pub codes: &'a [Code],
    /// The law that is applied.
    pub law: &'a Law,
    /// Public holidays.
    pub calendars: &'a Calendars,
    /// The provider's size class, if it is known.
    pub size: Option<SizeClass>,
}

impl<'a> Assessor<'a> {
    /// Makes ready to assess a provider.
    pub fn new(undertaking: &'a Undertaking, codes: &'a [Code], law: &'a Law, calendars: &'a Calendars) -> Self {
        Self { undertaking, codes, law, calendars, size: undertaking.facts.enterprise.size_class() }
    }

    /// Assesses one model after another, in order of id; the work grows with their number.
    pub fn models(self) -> impl Iterator<Item = ModelAssessment<'a>> {
        self.undertaking.models.iter().map(move |(id, model)| self.assess_model(id, model))
    }

    fn assess_model(self, id: &'a PartId, model: &'a ModelRecord) -> ModelAssessment<'a> {
        let provider = &self.undertaking.facts;
        let adhered = self.adherence(id);
        let code = adhered.map(|(_, code)| code).or_else(|| self.available());
        let position = position(code, adhered.map(|(adherence, _)| adherence), self.law);
        let mut decision = decide(provider, &model.facts, &position, self.law);
        let adherence = adhered.map(|(adherence, code)| {
            let systemic_risk = decision.systemic_risk.truth;
            (adherence, scope_verdict(adherence, code, systemic_risk, decision.relevant(), self.law))
        });
        // Whether the scope is allowed follows from the decision; a scope that is not is nothing to rely on.
        if adherence.as_ref().is_some_and(|(_, scope)| scope.allowed.truth == Truth::No) {
            let without = CodePosition { relied_on: Obligations::NONE, ..position };
            decision = decide(provider, &model.facts, &without, self.law);
        }
        let measures =
            adhered.map_or_else(Vec::new, |(adherence, code)| self.measures(adherence, code, model, &decision));
        let adheres_since = adhered.map(|(adherence, _)| adherence.since);
        let ctx = DueContext {
            provider,
            model,
            decision: &decision,
            law: self.law,
            calendars: self.calendars,
            adheres_since,
        };
        let mut due = due_items(ctx, &measures);
        self.add_missed(id, model, &mut due);
        let missing = self.missing(model, &decision);
        ModelAssessment { id, model, decision, code, adherence, measures, due, missing }
    }

    /// The adherence in force to a code of practice under Art. 56, with the code; the latest if there are several.
    fn adherence(self, model: &PartId) -> Option<(&'a Adherence, &'a Code)> {
        let in_force = self.undertaking.adherences.iter().filter(|adherence| adherence.holds(self.law.as_of, model));
        let with_code = in_force.filter_map(|adherence| Some((adherence, self.code_of(adherence)?)));
        with_code.max_by_key(|(adherence, _)| adherence.since)
    }

    /// The code of practice under Art. 56 that could be adhered to: the latest published by the day.
    fn available(self) -> Option<&'a Code> {
        let published =
            self.codes.iter().filter(|code| code.profile == Profile::Aia56 && code.published <= self.law.as_of);
        published.max_by_key(|code| code.published)
    }

    pub(super) fn measures(
        self,
        adherence: &Adherence,
        code: &'a Code,
        model: &'a ModelRecord,
        decision: &Decision,
    ) -> Vec<MeasureStanding<'a>> {
        let standing = |(chapter, commitment, measure)| {
            let binding = binding(adherence, (chapter, commitment, measure), decision, &model.facts, self.size);
            let statement = self.statement(model, measure);
            let gap = gap(binding.binds.truth, statement, self.law.as_of);
            MeasureStanding { chapter, commitment, measure, binding, statement, gap }
        };
        code.measures().map(standing).collect()
    }

    fn statement(self, model: &'a ModelRecord, measure: &Measure) -> Option<&'a Statement> {
        let mut statements = model.statements.iter().chain(&self.undertaking.statements);
        statements.find(|statement| statement.measure == measure.id)
    }

    /// What would settle open questions, then what deadlines, the fine and the size class still need.
    fn missing(self, model: &ModelRecord, decision: &Decision) -> Vec<FactId> {
        let provider = &self.undertaking.facts;
        let mut missing = decision.missing(provider, &model.facts);
        let mut also = |fact: FactId, wanted: bool| {
            if wanted && !missing.contains(&fact) {
                missing.push(fact);
            }
        };
        also(FactId::ConditionKnownOn, is_notification_undated(model, decision));
        let to_appoint = decision.duties.iter().find(|duty| duty.obligation == Obligation::AuthorisedRepresentative);
        let to_appoint = to_appoint.is_some_and(|duty| duty.addressed == Truth::Yes);
        also(FactId::Representative, to_appoint && provider.representative.is_none());
        let relevant = !decision.relevant().is_empty();
        also(FactId::WorldwideTurnover, relevant && provider.worldwide_turnover.is_none());
        let enterprise = &provider.enterprise;
        also(FactId::AccountingPeriods, self.size.is_none() && enterprise.periods.is_empty());
        also(FactId::PublicBodyControl, self.size.is_none() && !enterprise.periods.is_empty());
        missing
    }
}

/// Whether the Commission is to be notified and nothing says from which day the two weeks of Art. 52(1) run.
fn is_notification_undated(model: &ModelRecord, decision: &Decision) -> bool {
    let classification = model.facts.classification;
    let undated = classification.condition_known_on.is_none() && classification.notified_on.is_none();
    let to_notify = decision.duties.iter().find(|duty| duty.obligation == Obligation::SystemicRiskNotification);
    undated && to_notify.is_some_and(|duty| duty.addressed == Truth::Yes)
}

/// What the law sees of a code, as far as it was known on the day whose knowledge is used.
fn position(code: Option<&Code>, adherence: Option<&Adherence>, law: &Law) -> CodePosition {
    let Some(code) = code else { return CodePosition::default() };
    let known = |on: &Date| *on <= law.known_at;
    CodePosition {
        published: Some(code.published).filter(known),
        assessed_adequate: code.happened(CodeEventKind::AssessedAdequate).filter(known),
        approved_by_act: code.happened(CodeEventKind::ApprovedByAct).filter(known),
        covers: code.covers(),
        relied_on: adherence.map_or(Obligations::NONE, |adherence| relied_on(code, &adherence.scope)),
    }
}
