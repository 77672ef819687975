//! Whether the server lives, and whether it can do its work: for who starts it again and who sends requests to it.
//!
//! Which part fails is said to everybody, and why to who runs it alone.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use adhere_store::{Part, StoreError};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use super::Service;
use super::error::chain;

/// What was found out counts for so long, so that asking often is cheap.
const FRESH: Duration = Duration::from_millis(500);
/// Who does not answer within this time does not answer.
const WITHIN: Duration = Duration::from_secs(5);

/// The parts that work, and when that was found out.
type Found = (Instant, BTreeSet<Part>);

/// What was found out last.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked(Arc<Mutex<Option<Found>>>);

/// That the server answers at all.
pub(super) async fn live() -> Response {
    told(StatusCode::OK, json!({ "live": true }))
}

/// Whether requests are best sent here.
pub(super) async fn ready(State(service): State<Service>) -> Response {
    // One looks at a time: if the database hangs, those who wait do not wait for it each on its own.
    let working = timeout(WITHIN, working(&service)).await.unwrap_or_default();
    let parts: Map<String, Value> =
        Part::ALL.into_iter().map(|part| (part.id().to_owned(), working.contains(&part).into())).collect();
    let draining = service.running.is_draining();
    let ready = working.len() == Part::ALL.len() && !draining;
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    told(status, json!({ "ready": ready, "parts": parts, "draining": draining }))
}

async fn working(service: &Service) -> BTreeSet<Part> {
    let mut checked = Arc::clone(&service.checked.0).lock_owned().await;
    if let Some((at, working)) = checked.as_ref()
        && at.elapsed() < FRESH
    {
        return working.clone();
    }
    let (own, span) = (service.clone(), tracing::Span::current());
    let looked = tokio::task::spawn_blocking(move || {
        let tell =
            |part: Part, error: &StoreError| tracing::error!(part = part.id(), error = chain(error), "not ready");
        let working = span.in_scope(|| own.store.health(tell));
        // Held until here: it is this thread that waits, also when nobody waits for it any more.
        *checked = Some((Instant::now(), working.clone()));
        working
    });
    looked.await.unwrap_or_default()
}

fn told(status: StatusCode, body: Value) -> Response {
    let headers = [(header::CACHE_CONTROL, "no-store")];
    (status, headers, Json(body)).into_response()
}
