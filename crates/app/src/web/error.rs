//! The one place where errors become answers over HTTP (RFC 9457).

use std::fmt::Display;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::output::tell;

/// Why something is not answered as it was asked.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    detail: String,
}

#[derive(Serialize)]
struct ProblemWire<'p> {
    title: &'p str,
    status: u16,
    detail: &'p str,
}

impl Problem {
    /// There is no such thing.
    pub(super) fn not_found(detail: impl Display) -> Self {
        Self { status: StatusCode::NOT_FOUND, detail: detail.to_string() }
    }

    /// What was sent cannot be read.
    pub(super) fn bad_request(detail: impl Display) -> Self {
        Self { status: StatusCode::BAD_REQUEST, detail: detail.to_string() }
    }

    /// What was sent can be read, and is not accepted.
    pub(super) fn unprocessable(detail: impl Display) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, detail: detail.to_string() }
    }

    /// Something went wrong here; it is told to who runs this, and not to who asked.
    pub(super) fn failed(error: &dyn std::error::Error) -> Self {
        tell(&format!("error: {}", chain(error)));
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, detail: "something went wrong here, not with you".to_owned() }
    }
}

/// An error with what caused it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        text.push_str(": ");
        text.push_str(&source.to_string());
        cause = source.source();
    }
    text
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or_default();
        let wire = ProblemWire { title, status: self.status.as_u16(), detail: &self.detail };
        let body = serde_json::to_string(&wire).unwrap_or_default();
        (self.status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
