//! What happens to cases. They hold personal data and trade secrets, and are for nobody who was not shown them.

use std::collections::BTreeSet;

use adhere_domain::cases::CaseId;
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{Harm, Matter};
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OpenedWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    case: CaseId,
    #[serde(with = "spelling")]
    code: PartId,
    #[serde(with = "spelling")]
    version: PartId,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    model: Option<PartId>,
    #[serde(with = "spelling")]
    title: NonEmptyText,
    matter: MatterWire,
    #[serde(with = "spelling")]
    aware_at: Timestamp,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    reference: Option<[u8; 32]>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "kind")]
enum MatterWire {
    SeriousIncident {
        #[serde(with = "spelling::set")]
        harms: BTreeSet<Harm>,
    },
    DownstreamRequest {},
    AiOfficeRequest {
        #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    Complaint {
        #[serde(with = "spelling")]
        name: NonEmptyText,
        #[serde(with = "spelling")]
        email: NonEmptyText,
        #[serde(with = "spelling")]
        work: NonEmptyText,
        #[serde(with = "spelling")]
        text: NonEmptyText,
    },
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct NotedWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    case: CaseId,
    #[serde(with = "spelling")]
    note: NonEmptyText,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StepWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    case: CaseId,
    #[serde(with = "spelling")]
    step: StepKind,
    #[serde(with = "spelling")]
    at: Timestamp,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    note: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TurnWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    case: CaseId,
    #[serde(with = "spelling")]
    reason: NonEmptyText,
}

pub(super) fn to_wire(event: &CaseEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let CaseEvent { provider, id: case, change } = event.clone();
    let subject = subject::case(&case);
    let payload = match change {
        CaseChange::Opened(opening) => payload(kind, &opened(provider, case, *opening))?,
        CaseChange::Noted(note) => payload(kind, &NotedWire { provider, case, note })?,
        CaseChange::StepDone(Step { kind: step, at, note }) => {
            payload(kind, &StepWire { provider, case, step, at, note })?
        }
        CaseChange::Closed(reason) | CaseChange::Reopened(reason) => {
            payload(kind, &TurnWire { provider, case, reason })?
        }
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<CaseEvent, EventError> {
    Ok(match kind {
        "case.opened" => read_opened(kind, form(kind, payload)?)?,
        "case.noted" => {
            let NotedWire { provider, case, note } = form(kind, payload)?;
            CaseEvent { provider, id: case, change: CaseChange::Noted(note) }
        }
        "case.step-done" => {
            let StepWire { provider, case, step, at, note } = form(kind, payload)?;
            CaseEvent { provider, id: case, change: CaseChange::StepDone(Step { kind: step, at, note }) }
        }
        "case.closed" => turned(form(kind, payload)?, CaseChange::Closed),
        "case.reopened" => turned(form(kind, payload)?, CaseChange::Reopened),
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// Whose case it is, the code and the model that it is about, and what lets whoever complained ask how it stands.
pub(super) fn mentions(event: &CaseEvent) -> Vec<String> {
    let mut names = vec![subject::organisation(&event.provider)];
    if let CaseChange::Opened(opening) = &event.change {
        names.push(subject::code(&opening.code));
        names.extend(opening.model.as_ref().map(|model| subject::model(&event.provider, model)));
        names.extend(opening.reference.map(|reference| subject::case_reference(&Digest::new(reference))));
    }
    names
}

fn opened(provider: OrganisationId, case: CaseId, opening: Opening) -> OpenedWire {
    let Opening { code, version, model, title, matter, aware_at, reference } = opening;
    OpenedWire { provider, case, code, version, model, title, matter: matter.into(), aware_at, reference }
}

fn read_opened(kind: &str, wire: OpenedWire) -> Result<CaseEvent, EventError> {
    let OpenedWire { provider, case, code, version, model, title, matter, aware_at, reference } = wire;
    let matter = match matter {
        MatterWire::SeriousIncident { harms } => Matter::SeriousIncident(harms),
        MatterWire::DownstreamRequest {} => Matter::DownstreamRequest,
        MatterWire::AiOfficeRequest { until } => Matter::AiOfficeRequest(until),
        MatterWire::Complaint { name, email, work, text } => {
            let expected = "a complaint within the bounds of one";
            let wrong = || EventError::Value { kind: kind.to_owned(), field: "matter", expected };
            Matter::Complaint(Complaint::new(name, email, work, text).ok_or_else(wrong)?)
        }
    };
    let opening = Opening { code, version, model, title, matter, aware_at, reference };
    Ok(CaseEvent { provider, id: case, change: CaseChange::Opened(Box::new(opening)) })
}

fn turned(wire: TurnWire, change: impl FnOnce(NonEmptyText) -> CaseChange) -> CaseEvent {
    let TurnWire { provider, case, reason } = wire;
    CaseEvent { provider, id: case, change: change(reason) }
}

impl From<Matter> for MatterWire {
    fn from(matter: Matter) -> Self {
        match matter {
            Matter::SeriousIncident(harms) => Self::SeriousIncident { harms },
            Matter::DownstreamRequest => Self::DownstreamRequest {},
            Matter::AiOfficeRequest(until) => Self::AiOfficeRequest { until },
            Matter::Complaint(complaint) => Self::Complaint {
                name: complaint.name().clone(),
                email: complaint.email().clone(),
                work: complaint.work().clone(),
                text: complaint.text().clone(),
            },
        }
    }
}
