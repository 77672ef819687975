//! Deadlines that a code sets: what falls due how long after, or before, which event.

use crate::law::period::Length;

/// A deadline of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its name within the measure, such as `initial-report`.
    pub name: String,
    /// When it falls due.
    pub timing: Timing,
    /// The event it runs from.
    pub event: EventKind,
    /// Exceptions and details, in our own words.
    pub note: Option<String>,
}

/// When something falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// At the latest so long after the event.
    Within(Length),
    /// At the latest so long before the event.
    Before(Length),
    /// Again and again, so long after the event and after each time it was done.
    Every(Length),
    /// At the latest on the day of the event.
    By,
    /// Kept for so long after the event.
    Keep(Length),
    /// After the event, in a time for which the code gives no number.
    Unstated,
}

impl Timing {
    /// The timing's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Within(_) => "within",
            Self::Before(_) => "before",
            Self::Every(_) => "every",
            Self::By => "by",
            Self::Keep(_) => "keep",
            Self::Unstated => "unstated",
        }
    }

    /// How long, if a length is part of it.
    pub const fn length(self) -> Option<Length> {
        match self {
            Self::Within(length) | Self::Before(length) | Self::Every(length) | Self::Keep(length) => Some(length),
            Self::By | Self::Unstated => None,
        }
    }
}

/// Events that deadlines run from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// The model is placed on the market.
    Placing,
    /// The condition of Art. 51(1)(a) is met or it becomes known that it will be met.
    ConditionKnown,
    /// The Commission is notified under Art. 52(1).
    SystemicRiskNotification,
    /// The Framework, or an update of it, is confirmed.
    FrameworkConfirmed,
    /// The Framework is assessed.
    FrameworkAssessed,
    /// A Model Report is submitted.
    ModelReport,
    /// An update of the Model Report is confirmed.
    ModelReportUpdate,
    /// A downstream provider asks for information.
    DownstreamRequest,
    /// The AI Office asks for information.
    AiOfficeRequest,
    /// A rightsholder complains.
    Complaint,
    /// The provider learns of an external evaluator's findings.
    EvaluatorFindings,
    /// Awareness that the model is involved in a disruption of critical infrastructure.
    IncidentCriticalInfrastructure,
    /// Awareness that the model is involved in a serious cybersecurity breach.
    IncidentCybersecurity,
    /// Awareness that the model is involved in a death.
    IncidentDeath,
    /// Awareness that the model is involved in serious harm to health, fundamental rights, property or the environment.
    IncidentSeriousHarm,
    /// The initial report on a serious incident is submitted.
    IncidentInitialReport,
    /// A serious incident is resolved.
    IncidentResolved,
    /// A serious incident is documented.
    IncidentDocumented,
    /// A model loses its standing as a safe reference.
    SafeReferenceLost,
    /// Authorised access is checked.
    AccessCheck,
}

impl EventKind {
    /// All events, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::Placing, Self::Placing.id()),
        (Self::ConditionKnown, Self::ConditionKnown.id()),
        (Self::SystemicRiskNotification, Self::SystemicRiskNotification.id()),
        (Self::FrameworkConfirmed, Self::FrameworkConfirmed.id()),
        (Self::FrameworkAssessed, Self::FrameworkAssessed.id()),
        (Self::ModelReport, Self::ModelReport.id()),
        (Self::ModelReportUpdate, Self::ModelReportUpdate.id()),
        (Self::DownstreamRequest, Self::DownstreamRequest.id()),
        (Self::AiOfficeRequest, Self::AiOfficeRequest.id()),
        (Self::Complaint, Self::Complaint.id()),
        (Self::EvaluatorFindings, Self::EvaluatorFindings.id()),
        (Self::IncidentCriticalInfrastructure, Self::IncidentCriticalInfrastructure.id()),
        (Self::IncidentCybersecurity, Self::IncidentCybersecurity.id()),
        (Self::IncidentDeath, Self::IncidentDeath.id()),
        (Self::IncidentSeriousHarm, Self::IncidentSeriousHarm.id()),
        (Self::IncidentInitialReport, Self::IncidentInitialReport.id()),
        (Self::IncidentResolved, Self::IncidentResolved.id()),
        (Self::IncidentDocumented, Self::IncidentDocumented.id()),
        (Self::SafeReferenceLost, Self::SafeReferenceLost.id()),
        (Self::AccessCheck, Self::AccessCheck.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Placing => "placing",
            Self::ConditionKnown => "condition-known",
            Self::SystemicRiskNotification => "systemic-risk-notification",
            Self::FrameworkConfirmed => "framework-confirmed",
            Self::FrameworkAssessed => "framework-assessed",
            Self::ModelReport => "model-report",
            Self::ModelReportUpdate => "model-report-update",
            Self::DownstreamRequest => "downstream-request",
            Self::AiOfficeRequest => "ai-office-request",
            Self::Complaint => "complaint",
            Self::EvaluatorFindings => "evaluator-findings",
            Self::IncidentCriticalInfrastructure => "incident-critical-infrastructure",
            Self::IncidentCybersecurity => "incident-cybersecurity",
            Self::IncidentDeath => "incident-death",
            Self::IncidentSeriousHarm => "incident-serious-harm",
            Self::IncidentInitialReport => "incident-initial-report",
            Self::IncidentResolved => "incident-resolved",
            Self::IncidentDocumented => "incident-documented",
            Self::SafeReferenceLost => "safe-reference-lost",
            Self::AccessCheck => "access-check",
        }
    }

    /// The event that renews what recurs after this one: an assessment of the Framework, an update of a Model Report.
    pub const fn renewed_by(self) -> Option<Self> {
        match self {
            Self::Placing => Some(Self::FrameworkAssessed),
            Self::ModelReport => Some(Self::ModelReportUpdate),
            _ => None,
        }
    }

    /// Whether a fact of the model says when it happened, so that no event needs to.
    pub const fn is_a_fact(self) -> bool {
        matches!(self, Self::Placing | Self::ConditionKnown | Self::SystemicRiskNotification)
    }

    /// Whether it is about a serious incident, of which there may be several at a time.
    pub const fn is_about_incident(self) -> bool {
        matches!(
            self,
            Self::IncidentCriticalInfrastructure
                | Self::IncidentCybersecurity
                | Self::IncidentDeath
                | Self::IncidentSeriousHarm
                | Self::IncidentInitialReport
                | Self::IncidentResolved
                | Self::IncidentDocumented
        )
    }

    /// Whether action on the event is taken towards the AI Office, so that the institutions' holidays count.
    pub const fn is_towards_ai_office(self) -> bool {
        !matches!(self, Self::DownstreamRequest | Self::Complaint | Self::EvaluatorFindings | Self::AccessCheck)
    }
}
