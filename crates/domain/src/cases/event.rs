//! What happens to cases, and what somebody wants to happen.

use jiff::Timestamp;

use super::CaseId;
use super::matter::Matter;
use super::step::Step;
use crate::codes::id::PartId;
use crate::parties::organisation::OrganisationId;
use crate::text::NonEmptyText;

/// The beginning of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The code whose deadlines count.
    pub code: PartId,
    /// Its version.
    pub version: PartId,
    /// The model that it is about, if it is about one.
    pub model: Option<PartId>,
    /// What it is called.
    pub title: NonEmptyText,
    /// What it is about.
    pub matter: Matter,
    /// When the provider became aware of it, or received it: from here its first clocks run.
    pub aware_at: Timestamp,
    /// The SHA-256 of what lets whoever complained ask how it stands, if that was handed out.
    pub reference: Option<[u8; 32]>,
}

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEvent {
    /// Whose case it is.
    pub provider: OrganisationId,
    /// The case.
    pub id: CaseId,
    /// What happened.
    pub change: CaseChange,
}

/// What can happen to a case, and what can be asked to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseChange {
    /// It was opened.
    Opened(Box<Opening>),
    /// Something was noted.
    Noted(NonEmptyText),
    /// A step was done.
    StepDone(Step),
    /// It was closed, for this reason.
    Closed(NonEmptyText),
    /// It was opened again, for this reason.
    Reopened(NonEmptyText),
}

impl CaseEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self.change {
            CaseChange::Opened(_) => "case.opened",
            CaseChange::Noted(_) => "case.noted",
            CaseChange::StepDone(_) => "case.step-done",
            CaseChange::Closed(_) => "case.closed",
            CaseChange::Reopened(_) => "case.reopened",
        }
    }
}
