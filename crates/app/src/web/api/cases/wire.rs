//! Cases as programs read and send them.

use std::collections::BTreeSet;

use adhere_actions::cases::{CaseLine, ShownCase};
use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::{Clock, ClockStatus, Due};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::CaseChange;
use adhere_domain::cases::matter::{Harm, Matter};
use adhere_domain::cases::step::StepKind;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MOMENT;
use crate::web::api::field::Fields;

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

/// A case that is to be opened.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseBody {
    /// What it is called.
    pub(super) title: String,
    /// The version of the code by which its clocks run, `id@version`.
    pub(super) code: String,
    /// The model that it is about, if it is about one.
    pub(super) model: Option<String>,
    /// When the provider became aware of it, or received it (RFC 3339).
    pub(super) aware_at: String,
    /// What it is about.
    pub(super) matter: MatterBody,
}

/// A step that was done.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepBody {
    /// Which: `acknowledged`, `initial-report`, `intermediate-report`, `resolved`, `final-report`, `documented` or
    /// `answered`.
    pub(super) step: String,
    /// When it was done (RFC 3339).
    pub(super) at: String,
    /// What there is to say of it.
    pub(super) note: Option<String>,
}

/// A note.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteBody {
    /// What is noted.
    pub(super) note: String,
}

/// Why a case is closed, or opened again.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonBody {
    /// Why.
    pub(super) reason: String,
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

/// What a case is about, as it was sent.
pub(super) fn matter(fields: &mut Fields, body: MatterBody) -> Option<Matter> {
    match body {
        MatterBody::SeriousIncident { harms } => {
            let known = Harm::ALL.map(|(_, id)| id).join(", ");
            let mut harm = |(index, text): (usize, &String)| {
                fields.parsed(&format!("/matter/harms/{index}"), text, &format!("one of {known}"), Harm::named)
            };
            let read: Vec<Option<Harm>> = harms.iter().enumerate().map(&mut harm).collect();
            Some(Matter::SeriousIncident(read.into_iter().flatten().collect()))
        }
        MatterBody::DownstreamRequest {} => Some(Matter::DownstreamRequest),
        MatterBody::AiOfficeRequest { until } => {
            let day = "a day such as `2026-12-31`";
            let until = fields.optional("/matter/until", until.as_ref(), day, |text| text.parse().ok());
            Some(Matter::AiOfficeRequest(until))
        }
        MatterBody::Complaint { name, email, work, text } => {
            let mut part =
                |name: &str, text: &str| fields.parsed(&format!("/matter/{name}"), text, "a text", NonEmptyText::parse);
            let parts = (part("name", &name), part("email", &email), part("work", &work), part("text", &text));
            let (Some(name), Some(email), Some(work), Some(text)) = parts else { return None };
            let complaint = Complaint::new(name, email, work, text);
            if complaint.is_none() {
                let bounds = "a name of at most 200 characters in one line, an address for letters, a work of at most \
                              2 000 characters or a text of at most 8 000 is not what was sent";
                fields.refuse("/matter", bounds.to_owned());
            }
            complaint.map(Matter::Complaint)
        }
    }
}

impl Fields {
    /// A moment, to the microsecond, which is how it is kept.
    pub(super) fn moment(&mut self, pointer: &str, text: &str) -> Option<Timestamp> {
        let moment = |text: &str| Timestamp::from_microsecond(text.parse::<Timestamp>().ok()?.as_microsecond()).ok();
        self.parsed(pointer, text, MOMENT, moment)
    }
}
