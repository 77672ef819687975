//! Cases as programs read them.

use std::collections::BTreeSet;

use adhere_actions::cases::{CaseLine, ShownCase};
use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::{Clock, ClockStatus, Due};
use adhere_domain::cases::event::CaseChange;
use adhere_domain::cases::matter::Matter;
use adhere_domain::cases::step::StepKind;
use adhere_domain::parties::organisation::OrganisationId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A case in a list.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaseRow {
    /// Its id.
    id: String,
    /// What it is about: `serious-incident`, `downstream-request`, `ai-office-request` or `complaint`.
    kind: &'static str,
    /// What it is called.
    title: String,
    /// The version of the code by which its clocks run, `id@version`.
    code: String,
    /// The model that it is about, if it is about one.
    model: Option<String>,
    /// Whether it is open.
    is_open: bool,
    /// When the provider became aware of it, or received it.
    aware_at: String,
    /// When it was recorded.
    opened_at: String,
    /// What is to be done next, if anything is.
    next: Option<ClockWire>,
    /// Where it is.
    location: String,
}

/// A case.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaseWire {
    /// Its id.
    id: String,
    /// What it is called.
    title: String,
    /// What it is about.
    matter: MatterBody,
    /// The version of the code by which its clocks run, `id@version`.
    code: String,
    /// The model that it is about, if it is about one.
    model: Option<String>,
    /// Whether it is open.
    is_open: bool,
    /// When the provider became aware of it, or received it.
    aware_at: String,
    /// When it was recorded.
    opened_at: String,
    /// Its clocks, the most urgent first.
    clocks: Vec<ClockWire>,
    /// The steps that can be recorded next.
    next_steps: Vec<&'static str>,
    /// Everything that was recorded, in its order.
    history: Vec<LineWire>,
}

/// A deadline of the code as it runs in a case.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ClockWire {
    /// The measure that sets it.
    measure: String,
    /// What the code calls the deadline.
    deadline: String,
    /// The step that meets it; nothing where something is kept.
    step: Option<&'static str>,
    /// The day from which it runs.
    runs_from: String,
    /// The last day; nothing where neither the code nor the request gives one.
    due: Option<String>,
    /// Who sets that day: `code` or `request`; nothing where nobody does.
    set_by: Option<&'static str>,
    /// Where it stands: `overdue`, `running`, `keep`, `done-late`, `done`, `missed` or `stopped`.
    status: &'static str,
    /// The day on which it was done or stopped, if it was.
    ended_on: Option<String>,
    /// Years for which no table of holidays is known, so that the last day may lie later.
    years_without_holidays: BTreeSet<i16>,
}

/// Something that was recorded of a case.
#[derive(Serialize, JsonSchema)]
struct LineWire {
    /// The entry of the journal that says so.
    entry: u64,
    /// When it was recorded.
    at: String,
    /// Who recorded it.
    actor: String,
    /// What: `case.opened`, `case.noted`, `case.step-done`, `case.closed` or `case.reopened`.
    kind: &'static str,
    /// Which step was done.
    step: Option<&'static str>,
    /// When that was.
    done_at: Option<String>,
    /// What was noted, or the reason.
    text: Option<String>,
}

/// What a case is about.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum MatterBody {
    /// A serious incident (Art. 3(49); reported under Art. 55(1)(c)).
    SeriousIncident {
        /// What it led to: `critical-infrastructure`, `cybersecurity`, `death`, `serious-harm`.
        harms: Vec<String>,
    },
    /// A downstream provider asks for information (Art. 53(1)(b)).
    DownstreamRequest {},
    /// The AI Office asks for information (Art. 91).
    AiOfficeRequest {
        /// The last day that the request sets, if it is known.
        until: Option<String>,
    },
    /// A rightsholder complains.
    Complaint {
        /// Who.
        name: String,
        /// The address for letters of whoever complains.
        email: String,
        /// The work, and the rights in it.
        work: String,
        /// What is complained of.
        text: String,
    },
}

/// Where a case is.
pub(super) fn address(provider: &OrganisationId, id: &CaseId) -> String {
    format!("/api/v1/organisations/{provider}/cases/{id}")
}

/// A case for a list.
pub(crate) fn row(case: &Case, running: &[Clock<'_>]) -> CaseRow {
    let opening = &case.opening;
    CaseRow {
        id: case.id.to_string(),
        kind: opening.matter.kind().id(),
        title: opening.title.to_string(),
        code: format!("{}@{}", opening.code, opening.version),
        model: opening.model.as_ref().map(ToString::to_string),
        is_open: case.is_open(),
        aware_at: opening.aware_at.to_string(),
        opened_at: case.opened_at.to_string(),
        next: running.iter().find(|clock| clock.status.is_open()).map(clock_wire),
        location: address(&case.provider, &case.id),
    }
}

/// A case with everything that was recorded of it.
pub(crate) fn shown(found: &ShownCase, running: &[Clock<'_>]) -> CaseWire {
    let case = &found.case;
    let opening = &case.opening;
    let next = |step: StepKind| step.id();
    CaseWire {
        id: case.id.to_string(),
        title: opening.title.to_string(),
        matter: (&opening.matter).into(),
        code: format!("{}@{}", opening.code, opening.version),
        model: opening.model.as_ref().map(ToString::to_string),
        is_open: case.is_open(),
        aware_at: opening.aware_at.to_string(),
        opened_at: case.opened_at.to_string(),
        clocks: running.iter().map(clock_wire).collect(),
        next_steps: if case.is_open() { case.next_steps().map(next).collect() } else { Vec::new() },
        history: found.history.iter().map(line).collect(),
    }
}

fn clock_wire(clock: &Clock<'_>) -> ClockWire {
    ClockWire {
        measure: clock.measure.id.to_string(),
        deadline: clock.deadline.name.clone(),
        step: clock.step.map(StepKind::id),
        runs_from: clock.runs_from.to_string(),
        due: clock.due.on().map(|on| on.to_string()),
        set_by: match clock.due {
            Due::ByCode(_) => Some("code"),
            Due::ByRequest(_) => Some("request"),
            Due::Unstated => None,
        },
        status: clock.status.id(),
        ended_on: match clock.status {
            ClockStatus::Done(on) | ClockStatus::DoneLate(on) | ClockStatus::Stopped(on) => Some(on.to_string()),
            ClockStatus::Overdue | ClockStatus::Running | ClockStatus::Keep | ClockStatus::Missed => None,
        },
        years_without_holidays: clock.unknown_years.clone(),
    }
}

fn line(line: &CaseLine) -> LineWire {
    let (step, text) = match &line.event.change {
        CaseChange::Opened(_) => (None, None),
        CaseChange::StepDone(step) => (Some(step), step.note.as_ref()),
        CaseChange::Noted(text) | CaseChange::Closed(text) | CaseChange::Reopened(text) => (None, Some(text)),
    };
    LineWire {
        entry: line.entry_id,
        at: line.at.to_string(),
        actor: line.actor.clone(),
        kind: line.event.kind(),
        step: step.map(|step| step.kind.id()),
        done_at: step.map(|step| step.at.to_string()),
        text: text.map(ToString::to_string),
    }
}

impl From<&Matter> for MatterBody {
    fn from(matter: &Matter) -> Self {
        match matter {
            Matter::SeriousIncident(harms) => {
                Self::SeriousIncident { harms: harms.iter().map(|harm| harm.id().to_owned()).collect() }
            }
            Matter::DownstreamRequest => Self::DownstreamRequest {},
            Matter::AiOfficeRequest(until) => Self::AiOfficeRequest { until: until.map(|until| until.to_string()) },
            Matter::Complaint(complaint) => Self::Complaint {
                name: complaint.name().to_string(),
                email: complaint.email().to_string(),
                work: complaint.work().to_string(),
                text: complaint.text().to_string(),
            },
        }
    }
}
