//! Requests to witness other logs (C2SP tlog-witness, `add-checkpoint`).

use adhere_journal::witness::{AddCheckpoint, Decision};
use adhere_store::witnessing::WitnessError;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Service;
use super::error::Problem;
use crate::clock;

/// The type of the body that names the size that a witness has.
const SIZE: &str = "text/x.tlog.size";

/// Cosigns a checkpoint, or says why not.
pub(super) async fn add_checkpoint(State(service): State<Service>, body: Bytes) -> Result<Response, Problem> {
    let request = AddCheckpoint::parse(&body).map_err(|error| Problem::bad_request(error.to_string()))?;
    let decision = service.ask(move |service| decided(service, &request)).await?;
    let status = StatusCode::from_u16(decision.status()).map_err(|error| Problem::failed(&error))?;
    let kind = match decision {
        Decision::Conflict { .. } | Decision::Fork { .. } => SIZE,
        _ => "text/plain; charset=utf-8",
    };
    Ok((status, [(header::CONTENT_TYPE, kind)], decision.body()).into_response())
}

fn decided(service: &Service, request: &AddCheckpoint) -> Result<Decision, Problem> {
    let known: Vec<_> =
        service.policy.iter().flat_map(adhere_journal::policy::Policy::logs).map(|log| log.key.clone()).collect();
    service.store.cosign(request, &known, clock::now()).map_err(|error: WitnessError| Problem::failed(&error))
}
