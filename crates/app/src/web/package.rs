//! Packages from other organisations: each is verified, filed or refused, and answered with an acknowledgement.

use adhere_actions::packages::{Received, Standing, answer_to, receive_package};
use adhere_actions::{Authority, Context};
use adhere_domain::digest::Digest;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Service;
use super::error::Problem;
use super::said::Said;
use crate::clock;

/// Who acts where a package comes over HTTP: the program by itself.
const PROGRAM: &str = "adhere";

/// Receives a package. What is refused with an acknowledgement is told by the status, and why by the acknowledgement.
pub(super) async fn receive(State(service): State<Service>, body: Bytes) -> Result<Response, Problem> {
    let Received { standing, acknowledgement } = service.ask(move |service| received(service, &body)).await?;
    let status = match &standing {
        Standing::Filed | Standing::Waiting | Standing::FiledBefore => StatusCode::OK,
        Standing::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    match (acknowledgement, standing) {
        (Some(text), _) => Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response()),
        (None, Standing::Refused(reason)) => {
            let said = Said::new("problem-package-refused").of("code", &reason.code);
            Err(Problem::unprocessable(format!("[{}] {}", reason.code, reason.reason)).saying(Some(said)))
        }
        (None, Standing::Filed | Standing::Waiting | Standing::FiledBefore) => {
            Err(Problem::not_found(Said::new("problem-no-acknowledgement")))
        }
    }
}

fn received(service: &Service, bytes: &[u8]) -> Result<Received, Problem> {
    let Some(policy) = service.policy.as_ref() else {
        return Err(Problem::not_found(Said::new("problem-no-packages-here")));
    };
    let received = receive_package(&context(service), policy, bytes).map_err(|error| Problem::failed(&error))?;
    Ok(received.outcome)
}

/// What is answered by now for a package, by the SHA-256 of its file: whoever sent it knows that.
pub(super) async fn answer(State(service): State<Service>, Path(digest): Path<String>) -> Result<Response, Problem> {
    let unknown = || Problem::not_found(Said::new("problem-no-such-package"));
    let digest = Digest::parse(&digest).ok_or_else(unknown)?;
    let answer = service.ask(move |service| Ok(answer_to(&context(service), &digest)?)).await?;
    let text = answer.ok_or_else(unknown)?;
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], text).into_response())
}

/// What actions need where the program acts by itself.
fn context(service: &Service) -> Context<'_> {
    let (now, today) = (clock::now(), clock::today());
    let authority = Authority::Machine;
    Context { store: &service.store, law: &service.law, actor: PROGRAM, now, today, authority, request: None }
}
