//! What was missed under an adherence that has ended: it stays on record, marked.

use jiff::ToSpan;

use super::assessment::Assessor;
use super::due::{DueContext, DueItem, DueStatus, due_by_measures, sort};
use super::record::{Adherence, ModelRecord};
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::law::decision::decide;
use crate::law::parameters::Law;
use crate::law::rules::pathway::CodePosition;

impl<'a> Assessor<'a> {
    /// Adds what was missed under adherences that have ended, in place of what only seems to lie before a new one.
    pub(super) fn add_missed(self, id: &PartId, model: &'a ModelRecord, due: &mut Vec<DueItem<'a>>) {
        let mut missed = Vec::new();
        for adherence in self.undertaking.adherences.iter().filter(|adherence| adherence.names(id)) {
            missed.extend(self.missed_under(adherence, model));
        }
        let is_missed = |item: &DueItem<'_>| missed.iter().any(|missed| missed.is_same_as(item));
        due.retain(|item| item.status != DueStatus::BeforeAdherence || !is_missed(item));
        if !missed.is_empty() {
            due.extend(missed);
            sort(due);
        }
    }

    /// What bound on the last day of the adherence and fell due under it; the law's figures are those of the day asked about.
    fn missed_under(self, adherence: &Adherence, model: &'a ModelRecord) -> Vec<DueItem<'a>> {
        let Some(until) = adherence.until.filter(|until| *until <= self.law.as_of) else { return Vec::new() };
        let Some(code) = self.code_of(adherence) else { return Vec::new() };
        let last_day = until.checked_sub(1.day()).unwrap_or(until);
        let law = Law { as_of: last_day, ..self.law.clone() };
        let decision = decide(&self.undertaking.facts, &model.facts, &CodePosition::default(), &law);
        let measures = self.measures(adherence, code, model, &decision);
        let ctx = DueContext {
            provider: &self.undertaking.facts,
            model,
            decision: &decision,
            law: self.law,
            calendars: self.calendars,
            adheres_since: Some(adherence.since),
        };
        let under = |item: &DueItem<'_>| adherence.since <= item.on && item.on < until;
        let missed = due_by_measures(ctx, &measures).into_iter();
        let missed = missed.filter(|item| item.status == DueStatus::Overdue && under(item));
        missed.map(|item| DueItem { status: DueStatus::MissedBeforeEnd(until), ..item }).collect()
    }

    /// The code of practice under Art. 56 that an adherence names.
    pub(super) fn code_of(self, adherence: &Adherence) -> Option<&'a Code> {
        let code = self.codes.iter().find(|code| code.id == adherence.code && code.version == adherence.version);
        code.filter(|code| code.profile == Profile::Aia56)
    }
}

#[cfg(test)]
mod tests;
