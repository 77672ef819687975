//! What happens to providers' files. They hold trade secrets, and are for nobody who was not shown them.

use adhere_domain::adherence::files::FileEvent;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::payload::Payload;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ProviderWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    text: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ModelWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    model: PartId,
    text: String,
}

pub(super) fn to_wire(event: &FileEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let (subject, payload) = match event.clone() {
        FileEvent::ProviderRecorded { provider, text } | FileEvent::ProviderChanged { provider, text } => {
            (subject::organisation(&provider), payload(kind, &ProviderWire { provider, text })?)
        }
        FileEvent::ModelRecorded { provider, model, text } | FileEvent::ModelChanged { provider, model, text } => {
            (subject::model(&provider, &model), payload(kind, &ModelWire { provider, model, text })?)
        }
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<FileEvent, EventError> {
    Ok(match kind {
        "provider.recorded" => {
            let ProviderWire { provider, text } = form(kind, payload)?;
            FileEvent::ProviderRecorded { provider, text }
        }
        "provider.changed" => {
            let ProviderWire { provider, text } = form(kind, payload)?;
            FileEvent::ProviderChanged { provider, text }
        }
        "model.recorded" => {
            let ModelWire { provider, model, text } = form(kind, payload)?;
            FileEvent::ModelRecorded { provider, model, text }
        }
        "model.changed" => {
            let ModelWire { provider, model, text } = form(kind, payload)?;
            FileEvent::ModelChanged { provider, model, text }
        }
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// A model's file names its provider.
pub(super) fn mentions(event: &FileEvent) -> Vec<String> {
    match event {
        FileEvent::ProviderRecorded { .. } | FileEvent::ProviderChanged { .. } => Vec::new(),
        FileEvent::ModelRecorded { provider, .. } | FileEvent::ModelChanged { provider, .. } => {
            vec![subject::organisation(provider)]
        }
    }
}
