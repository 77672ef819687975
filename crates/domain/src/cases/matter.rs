//! What a case is about, and with which events of a code its clocks begin.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::complaint::Complaint;
use crate::codes::code::Code;
use crate::codes::deadline::EventKind;

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A serious incident (Art. 3(49) AI Act; reported under Art. 55(1)(c)) that led to these harms.
    // Invariant: not empty; `decide` refuses one without.
    SeriousIncident(BTreeSet<Harm>),
    /// A downstream provider asks for information (Art. 53(1)(b)).
    DownstreamRequest,
    /// The AI Office asks for information (Art. 91); the last day that its request sets, if it is known.
    AiOfficeRequest(Option<Date>),
    /// A rightsholder complains.
    Complaint(Complaint),
}

/// Kinds of [`Matter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseKind {
    /// A serious incident.
    SeriousIncident,
    /// A request of a downstream provider.
    DownstreamRequest,
    /// A request of the AI Office.
    AiOfficeRequest,
    /// A complaint.
    Complaint,
}

/// Harms by which codes tell serious incidents apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Harm {
    /// A serious and irreversible disruption of critical infrastructure.
    CriticalInfrastructure,
    /// A serious cybersecurity breach.
    Cybersecurity,
    /// A death.
    Death,
    /// Serious harm to health, fundamental rights, property or the environment.
    SeriousHarm,
}

impl CaseKind {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::SeriousIncident, Self::SeriousIncident.id()),
        (Self::DownstreamRequest, Self::DownstreamRequest.id()),
        (Self::AiOfficeRequest, Self::AiOfficeRequest.id()),
        (Self::Complaint, Self::Complaint.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SeriousIncident => "serious-incident",
            Self::DownstreamRequest => "downstream-request",
            Self::AiOfficeRequest => "ai-office-request",
            Self::Complaint => "complaint",
        }
    }

    /// The kind of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == id).map(|(kind, _)| kind)
    }

    /// The events of a code with which the clocks of such a case can begin.
    pub fn events(self) -> Vec<EventKind> {
        match self {
            Self::SeriousIncident => Harm::ALL.map(|(harm, _)| harm.event()).into(),
            Self::DownstreamRequest => vec![EventKind::DownstreamRequest],
            Self::AiOfficeRequest => vec![EventKind::AiOfficeRequest],
            Self::Complaint => vec![EventKind::Complaint],
        }
    }

    /// Whether a version of a code says anything of such cases.
    pub fn is_in(self, code: &Code) -> bool {
        let events = self.events();
        code.measures().any(|(_, _, measure)| measure.deadlines.iter().any(|it| events.contains(&it.event)))
    }

    /// Element id of the provision of the Act behind it; complaints of rightsholders rest on codes alone.
    pub const fn provision(self) -> Option<&'static str> {
        match self {
            Self::SeriousIncident => Some("art_55__para_1__point_c"),
            Self::DownstreamRequest => Some("art_53__para_1__point_b"),
            Self::AiOfficeRequest => Some("art_91__para_4"),
            Self::Complaint => None,
        }
    }
}

impl Harm {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::CriticalInfrastructure, Self::CriticalInfrastructure.id()),
        (Self::Cybersecurity, Self::Cybersecurity.id()),
        (Self::Death, Self::Death.id()),
        (Self::SeriousHarm, Self::SeriousHarm.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CriticalInfrastructure => "critical-infrastructure",
            Self::Cybersecurity => "cybersecurity",
            Self::Death => "death",
            Self::SeriousHarm => "serious-harm",
        }
    }

    /// The harm of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == id).map(|(harm, _)| harm)
    }

    /// The event of a code: awareness that the model is involved in such a harm.
    pub const fn event(self) -> EventKind {
        match self {
            Self::CriticalInfrastructure => EventKind::IncidentCriticalInfrastructure,
            Self::Cybersecurity => EventKind::IncidentCybersecurity,
            Self::Death => EventKind::IncidentDeath,
            Self::SeriousHarm => EventKind::IncidentSeriousHarm,
        }
    }
}

impl Matter {
    /// Its kind.
    pub const fn kind(&self) -> CaseKind {
        match self {
            Self::SeriousIncident(_) => CaseKind::SeriousIncident,
            Self::DownstreamRequest => CaseKind::DownstreamRequest,
            Self::AiOfficeRequest(_) => CaseKind::AiOfficeRequest,
            Self::Complaint(_) => CaseKind::Complaint,
        }
    }

    /// The events of a code that happened with it.
    pub fn events(&self) -> Vec<EventKind> {
        match self {
            Self::SeriousIncident(harms) => harms.iter().map(|harm| harm.event()).collect(),
            _ => self.kind().events(),
        }
    }
}
