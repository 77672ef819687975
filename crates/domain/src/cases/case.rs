//! Cases with everything that was recorded of them, and what may be recorded next.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::CaseId;
use super::event::{CaseChange, CaseEvent, Opening};
use super::matter::Matter;
use super::refusal::CaseRefusal;
use super::step::{Step, StepKind};
use crate::codes::code::Code;
use crate::parties::organisation::OrganisationId;
use crate::recorded::{Misfit, Recorded};
use crate::text::NonEmptyText;

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whose it is.
    pub provider: OrganisationId,
    /// Its id.
    pub id: CaseId,
    /// How it began.
    pub opening: Opening,
    /// When it was recorded, which may be long after the provider became aware.
    pub opened_at: Timestamp,
    /// What was noted, and when.
    pub notes: Vec<(Timestamp, NonEmptyText)>,
    /// What was done, in the order in which it was recorded.
    pub steps: Vec<Step>,
    /// When and why it was closed and opened again, in turns: whether it is open follows from the last.
    pub turns: Vec<Turn>,
}

/// A case was closed or opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: NonEmptyText,
    /// Whether it was open from then on.
    pub is_open: bool,
}

/// All cases, or those that a command is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cases {
    by_id: BTreeMap<CaseId, Case>,
}

impl Case {
    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.turns.last().is_none_or(|turn| turn.is_open)
    }

    /// When it was closed; nothing while it is open.
    pub fn closed_at(&self) -> Option<Timestamp> {
        self.turns.last().filter(|turn| !turn.is_open).map(|turn| turn.at)
    }

    /// When a step was first done.
    pub fn done(&self, kind: StepKind) -> Option<Timestamp> {
        self.steps.iter().filter(|step| step.kind == kind).map(|step| step.at).min()
    }

    /// The steps that can be recorded next, in the order in which they are usually done.
    pub fn next_steps(&self) -> impl Iterator<Item = StepKind> {
        let kind = self.opening.matter.kind();
        let is_next = move |step: &StepKind| {
            let is_ready = step.follows().is_none_or(|first| self.done(first).is_some());
            step.is_of(kind) && is_ready && (step.recurs() || self.done(*step).is_none())
        };
        StepKind::ALL.into_iter().map(|(step, _)| step).filter(is_next)
    }

    fn decide_step(&self, step: &Step, now: Timestamp) -> Result<(), CaseRefusal> {
        let kind = self.opening.matter.kind();
        if !step.kind.is_of(kind) {
            return Err(CaseRefusal::OtherStep { kind, step: step.kind });
        }
        if let Some(at) = self.done(step.kind).filter(|_| !step.kind.recurs()) {
            return Err(CaseRefusal::DoneAlready { step: step.kind, at });
        }
        is_dated(step.at, self.opening.aware_at, now)?;
        match step.kind.follows() {
            Some(first) if self.done(first).is_none_or(|at| step.at < at) => {
                Err(CaseRefusal::NotYet { step: step.kind, first })
            }
            _ => Ok(()),
        }
    }
}

fn is_dated(at: Timestamp, earliest: Timestamp, now: Timestamp) -> Result<(), CaseRefusal> {
    if now < at {
        return Err(CaseRefusal::Ahead { at });
    }
    if at < earliest { Err(CaseRefusal::TooEarly { at, earliest }) } else { Ok(()) }
}

/// Whether a case can be opened so, under the version that it names, if that is published.
///
/// # Errors
/// The version says nothing of such cases, an incident names no harm, or it lies ahead.
pub fn may_open(opening: &Opening, code: Option<&Code>, now: Timestamp) -> Result<(), CaseRefusal> {
    let kind = opening.matter.kind();
    if !code.is_some_and(|code| kind.is_in(code)) {
        let (code, version) = (opening.code.clone(), opening.version.clone());
        return Err(CaseRefusal::NotInCode { code, version, kind });
    }
    if matches!(&opening.matter, Matter::SeriousIncident(harms) if harms.is_empty()) {
        return Err(CaseRefusal::NoHarm);
    }
    if now < opening.aware_at { Err(CaseRefusal::Ahead { at: opening.aware_at }) } else { Ok(()) }
}

impl Cases {
    /// The event that a command leads to; none when it is so already.
    ///
    /// `code` is the published version that a new case names, if there is one.
    pub fn decide(
        &self,
        command: CaseEvent,
        code: Option<&Code>,
        now: Timestamp,
    ) -> Result<Option<CaseEvent>, CaseRefusal> {
        let known = self.by_id.get(&command.id);
        if let CaseChange::Opened(opening) = &command.change {
            return match known {
                Some(case) if case.provider == command.provider && case.opening == **opening => Ok(None),
                Some(_) => Err(CaseRefusal::Taken(command.id)),
                None => may_open(opening, code, now).map(|()| Some(command)),
            };
        }
        let unknown = || CaseRefusal::Unknown { provider: command.provider.clone(), id: command.id.clone() };
        let case = known.filter(|case| case.provider == command.provider).ok_or_else(unknown)?;
        let closed = || CaseRefusal::Closed(case.id.clone());
        let is_new = match &command.change {
            CaseChange::Opened(_) => false,
            CaseChange::Noted(note) => !case.notes.iter().any(|(_, known)| known == note),
            CaseChange::StepDone(step) if case.steps.contains(step) => false,
            CaseChange::StepDone(_) if !case.is_open() => return Err(closed()),
            CaseChange::StepDone(step) => case.decide_step(step, now).map(|()| true)?,
            CaseChange::Closed(reason) => match case.turns.last() {
                Some(turn) if !turn.is_open && turn.reason == *reason => false,
                Some(turn) if !turn.is_open => return Err(closed()),
                _ => true,
            },
            CaseChange::Reopened(reason) => match case.turns.last() {
                Some(turn) if turn.is_open && turn.reason == *reason => false,
                Some(turn) if !turn.is_open => true,
                _ => return Err(CaseRefusal::IsOpen(case.id.clone())),
            },
        };
        Ok(is_new.then_some(command))
    }

    /// The cases after an event.
    pub fn apply(mut self, recorded: Recorded<CaseEvent>) -> Result<Self, Misfit> {
        let Recorded { at, event } = recorded;
        let misfit = || Misfit::new(event.kind(), &event.id);
        if let CaseChange::Opened(opening) = event.change {
            let CaseEvent { provider, id, .. } = event;
            let (notes, steps, turns) = (Vec::new(), Vec::new(), Vec::new());
            let case = Case { provider, id: id.clone(), opening: *opening, opened_at: at, notes, steps, turns };
            let before = self.by_id.insert(id.clone(), case);
            return if before.is_none() { Ok(self) } else { Err(Misfit::new("case.opened", &id)) };
        }
        let case = self.by_id.get_mut(&event.id).filter(|case| case.provider == event.provider);
        let case = case.ok_or_else(misfit)?;
        let is_open = case.is_open();
        match event.change {
            CaseChange::Opened(_) => {}
            CaseChange::Noted(note) => case.notes.push((at, note)),
            CaseChange::StepDone(step) => case.steps.push(step),
            CaseChange::Closed(reason) if is_open => case.turns.push(Turn { at, reason, is_open: false }),
            CaseChange::Reopened(reason) if !is_open => case.turns.push(Turn { at, reason, is_open: true }),
            CaseChange::Closed(_) => return Err(Misfit::new("case.closed", &case.id)),
            CaseChange::Reopened(_) => return Err(Misfit::new("case.reopened", &case.id)),
        }
        Ok(self)
    }

    /// A case by its id.
    pub fn get(&self, id: &CaseId) -> Option<&Case> {
        self.by_id.get(id)
    }

    /// All cases in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &Case> {
        self.by_id.values()
    }
}
