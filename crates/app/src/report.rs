//! The assessment as people read it: views whose fields are ready to print, and the writers that print them.

pub(crate) mod reasons;

mod due;
mod duties;
mod measures;
pub(crate) mod model;

pub(crate) mod summary;

pub(crate) mod full;

pub(crate) mod calendar;
pub(crate) mod code_findings;
pub(crate) mod code_view;
pub(crate) mod comparison;
pub(crate) mod coverage;
pub(crate) mod difference;
pub(crate) mod findings;
pub(crate) mod listed;
pub(crate) mod official_text;
pub(crate) mod statement;

use adhere_domain::adherence::assessment::{Assessor, ModelAssessment};
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::law::decision::DutyStatus;
use adhere_domain::law::truth::Truth;
use adhere_formats::law_data::LawData;

use crate::cli::Exit;
use crate::words::Words;

/// What every report needs.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) words: &'a Words,
    pub(crate) data: &'a LawData,
    pub(crate) assessor: &'a Assessor<'a>,
}

/// What an assessment comes to, for `--check` and for totals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) models: usize,
    pub(crate) overdue: usize,
    pub(crate) gaps: usize,
    pub(crate) scopes_not_allowed: usize,
    pub(crate) open: usize,
}

impl Outcome {
    /// Counts one model in.
    pub(crate) fn count(&mut self, model: &ModelAssessment<'_>, assessor: &Assessor<'_>) {
        self.models += 1;
        self.overdue += model.due.iter().filter(|item| item.status == DueStatus::Overdue).count();
        self.gaps += model.measures.iter().filter(|standing| standing.gap.is_some()).count();
        let not_allowed = |scope: &adhere_domain::adherence::scope::ScopeVerdict| scope.allowed.truth == Truth::No;
        self.scopes_not_allowed += usize::from(model.adherence.as_ref().is_some_and(|(_, scope)| not_allowed(scope)));
        let duties = model.decision.duties.iter();
        self.open += duties.filter(|duty| duty.status(assessor.law) == DutyStatus::Open).count();
    }

    /// Counts all models.
    pub(crate) fn of_all(assessor: &Assessor<'_>) -> Self {
        let mut outcome = Self::default();
        assessor.models().for_each(|model| outcome.count(&model, assessor));
        outcome
    }

    /// The exit code for pipelines.
    pub(crate) const fn exit(self) -> Exit {
        if self.overdue + self.gaps + self.scopes_not_allowed > 0 {
            Exit::Found
        } else if self.open > 0 || self.models == 0 {
            Exit::Open
        } else {
            Exit::Done
        }
    }
}
