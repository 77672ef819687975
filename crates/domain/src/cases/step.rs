//! What is done in a case, by kind: which steps a case has, which come after which, and which deadlines they meet.

use jiff::Timestamp;

use super::matter::CaseKind;
use crate::codes::deadline::{EventKind, Timing};
use crate::text::NonEmptyText;

/// Something that was done in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub kind: StepKind,
    /// When it was done, which may be before it was recorded.
    pub at: Timestamp,
    /// What there is to say of it.
    pub note: Option<NonEmptyText>,
}

/// Kinds of [`Step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// Receipt was acknowledged.
    Acknowledged,
    /// The initial report went out.
    InitialReport,
    /// An intermediate report went out.
    IntermediateReport,
    /// The incident was resolved.
    Resolved,
    /// The final report went out.
    FinalReport,
    /// Everything relevant was documented.
    Documented,
    /// What was asked or complained of was answered.
    Answered,
}

impl StepKind {
    /// All, in the order in which they are usually done, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Acknowledged, Self::Acknowledged.id()),
        (Self::InitialReport, Self::InitialReport.id()),
        (Self::IntermediateReport, Self::IntermediateReport.id()),
        (Self::Resolved, Self::Resolved.id()),
        (Self::FinalReport, Self::FinalReport.id()),
        (Self::Documented, Self::Documented.id()),
        (Self::Answered, Self::Answered.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::InitialReport => "initial-report",
            Self::IntermediateReport => "intermediate-report",
            Self::Resolved => "resolved",
            Self::FinalReport => "final-report",
            Self::Documented => "documented",
            Self::Answered => "answered",
        }
    }

    /// The step of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == id).map(|(kind, _)| kind)
    }

    /// Whether a case of a kind has it.
    pub const fn is_of(self, kind: CaseKind) -> bool {
        match self {
            Self::Acknowledged | Self::Answered => !matches!(kind, CaseKind::SeriousIncident),
            Self::InitialReport | Self::IntermediateReport | Self::Resolved | Self::FinalReport | Self::Documented => {
                matches!(kind, CaseKind::SeriousIncident)
            }
        }
    }

    /// Whether it can be done more than once.
    pub const fn recurs(self) -> bool {
        matches!(self, Self::IntermediateReport)
    }

    /// The step without which it makes no sense.
    pub const fn follows(self) -> Option<Self> {
        match self {
            Self::IntermediateReport => Some(Self::InitialReport),
            Self::FinalReport => Some(Self::Resolved),
            _ => None,
        }
    }

    /// The event of a code that happens when it is done.
    pub const fn event(self) -> Option<EventKind> {
        match self {
            Self::InitialReport => Some(EventKind::IncidentInitialReport),
            Self::Resolved => Some(EventKind::IncidentResolved),
            Self::Documented => Some(EventKind::IncidentDocumented),
            _ => None,
        }
    }

    /// The step by which a deadline of a code is met; none where it is met by no step of a case, as retention.
    pub const fn meeting(event: EventKind, timing: Timing) -> Option<Self> {
        match (event, timing) {
            (_, Timing::Keep(_) | Timing::Before(_)) => None,
            (
                EventKind::IncidentCriticalInfrastructure
                | EventKind::IncidentCybersecurity
                | EventKind::IncidentDeath
                | EventKind::IncidentSeriousHarm,
                _,
            ) => Some(Self::InitialReport),
            (EventKind::IncidentInitialReport, Timing::Every(_)) => Some(Self::IntermediateReport),
            (EventKind::IncidentInitialReport | EventKind::IncidentResolved, _) => Some(Self::FinalReport),
            (EventKind::DownstreamRequest | EventKind::AiOfficeRequest | EventKind::Complaint, _) => {
                Some(Self::Answered)
            }
            _ => None,
        }
    }
}
