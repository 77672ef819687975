//! Each request as who runs the server sees it: its id, a line that says how it was answered, and figures.
//!
//! No line holds a query, a header or a body: those hold what is nobody else's. Where a request comes from is told
//! of those that ask for what is not for everyone, and who sends it of those that may change something.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;
use tracing::field::Empty;
use tracing::{Instrument as _, Span};

use super::Service;
use super::place::Place;

/// The header that names a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// So many letters an id has at most.
const LONGEST_ID: usize = 64;
/// So many letters of a path are told at most.
const LONGEST_PATH: usize = 200;

/// Names a request, so that an answer and what was told of it are found together.
#[derive(Clone, Debug)]
pub(super) struct RequestId(Arc<str>);

/// A request until it is answered, or given up by who sent it.
struct Asking {
    service: Service,
    span: Span,
    method: &'static str,
    path: String,
    route: String,
    begun: Instant,
    status: Option<StatusCode>,
}

impl RequestId {
    /// The id that a request brings along if it is one, and a new one otherwise.
    fn of(headers: &HeaderMap) -> Self {
        let brought = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok());
        let letter = |letter: u8| letter.is_ascii_alphanumeric() || b"-_.".contains(&letter);
        let is_id = |id: &&str| (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(letter);
        Self(brought.filter(is_id).map_or_else(new_id, Arc::from))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn new_id() -> Arc<str> {
    let mut bytes = [0_u8; 16];
    // Without random numbers ids are alike, and nothing rests on their being different.
    let _ = getrandom::fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes)).into()
}

/// Names a request, has it answered, and tells how.
pub(super) async fn observed(State(service): State<Service>, mut request: Request, next: Next) -> Response {
    let id = RequestId::of(request.headers());
    request.extensions_mut().insert(id.clone());
    let place = Place::of(request.extensions(), request.headers(), &service);
    request.extensions_mut().insert(place);
    let is_draining = service.running.is_draining();
    let mut asking = Asking::new(service, &request, &id);
    let mut response = next.run(request).instrument(asking.span.clone()).await;
    asking.status = Some(response.status());
    if let Ok(id) = HeaderValue::from_str(id.as_str()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    if is_draining {
        // Whoever keeps the connection is told to ask elsewhere next time.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

impl Asking {
    fn new(service: Service, request: &Request, id: &RequestId) -> Self {
        let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
        let path = request.uri().path().chars().take(LONGEST_PATH).collect();
        service.figures.begun();
        let span = tracing::error_span!("request", id = id.as_str(), place = Empty, person = Empty);
        Self { service, span, method: known(request.method()), path, route, begun: Instant::now(), status: None }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        let took: Duration = self.begun.elapsed();
        // 499, as proxies have it: who asked went away before there was an answer.
        let status = self.status.map_or(499, |status| status.as_u16());
        self.service.figures.answered(self.method, &self.route, status, took);
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let (method, path) = (self.method, self.path.as_str());
        self.span.in_scope(|| tracing::info!(method, path, status, microseconds, "answered"));
    }
}

/// A method by its name; those that anybody can make up have one name together.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
