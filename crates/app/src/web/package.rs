//! Packages from other organisations: each is verified, filed or refused, and answered with an acknowledgement.

use adhere_actions::packages::{Received, Standing, receive_package};
use adhere_actions::{Authority, Context};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Service;
use super::error::Problem;
use crate::clock;

/// Who acts where a package comes over HTTP: the program by itself.
const PROGRAM: &str = "adhere";

/// Receives a package. What is refused with an acknowledgement is told by the status, and why by the acknowledgement.
pub(super) async fn receive(State(service): State<Service>, body: Bytes) -> Result<Response, Problem> {
    let Received { standing, acknowledgement } = service.ask(move |service| received(service, &body)).await?;
    let status = match &standing {
        Standing::Filed | Standing::FiledBefore => StatusCode::OK,
        Standing::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    match (acknowledgement, standing) {
        (Some(text), _) => Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response()),
        (None, Standing::Refused(reason)) => {
            Err(Problem::unprocessable(format!("[{}] {}", reason.code, reason.reason)))
        }
        (None, Standing::Filed | Standing::FiledBefore) => Err(Problem::not_found("there is no acknowledgement")),
    }
}

fn received(service: &Service, bytes: &[u8]) -> Result<Received, Problem> {
    let Some(policy) = service.policy.as_ref() else {
        return Err(Problem::not_found("no packages are received here: nobody said which logs count"));
    };
    let (now, today) = (clock::now(), clock::today());
    let authority = Authority::Machine;
    let context =
        Context { store: &service.store, law: &service.law, actor: PROGRAM, now, today, authority, request: None };
    let received = receive_package(&context, policy, bytes).map_err(|error| Problem::failed(&error))?;
    Ok(received.outcome)
}
