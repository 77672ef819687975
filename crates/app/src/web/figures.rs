//! Figures for who watches the server, in the text form of `OpenMetrics`, which Prometheus reads.
//!
//! Labels have the patterns of addresses, never addresses: how many there are does not depend on who asks.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use adhere_formats::digest::digest;
use adhere_journal::private::Record;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::Service;
use super::client::{Client, Peer};
use super::error::Problem;
use super::said::Said;

/// The bounds of the histogram, in seconds.
const BOUNDS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.0, 5.0, 30.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u32,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
}

/// What is counted as it happens.
#[derive(Debug)]
pub(super) struct Figures {
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
}

impl Default for Figures {
    fn default() -> Self {
        let durations: fn() -> Histogram = || Histogram::new(BOUNDS);
        let durations = Family::new_with_constructor(durations);
        Self { requests: Family::default(), durations, in_flight: Gauge::default() }
    }
}

impl Figures {
    /// A request has begun.
    pub(super) fn begun(&self) {
        self.in_flight.inc();
    }

    /// A request that had begun was answered.
    pub(super) fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        self.in_flight.dec();
        let status = status.into();
        self.requests.get_or_create(&Answered { method, route: route.to_owned(), status }).inc();
        self.durations.get_or_create(&Route { route: route.to_owned() }).observe(took.as_secs_f64());
    }

    fn register(&self, registry: &mut Registry) {
        registry.register("requests", "Requests that were answered", self.requests.clone());
        let durations = self.durations.clone();
        registry.register_with_unit("request_duration", "How long requests took", Unit::Seconds, durations);
        registry.register("requests_in_flight", "Requests that are being answered", self.in_flight.clone());
    }
}

/// The figures as they are now.
pub(super) async fn metrics(
    State(service): State<Service>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let settings = service.store.home().settings();
    let client = Client::of(peer, &headers, &settings.web.trusted_proxies);
    if !may_read(settings.metrics.token.as_deref(), client, &headers) {
        return Err(Problem::forbidden(Said::new("problem-no-figures")));
    }
    let text = service.ask(text).await?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text).into_response())
}

fn may_read(token: Option<&str>, client: Client, headers: &HeaderMap) -> bool {
    let Some(token) = token else { return client.is_on_this_machine() };
    let given = headers.get(header::AUTHORIZATION).and_then(|given| given.to_str().ok()?.strip_prefix("Bearer "));
    // Digests are compared, so that how long it takes says nothing about the token.
    given.is_some_and(|given| digest(given.as_bytes()) == digest(token.as_bytes()))
}

fn text(service: &Service) -> Result<String, Problem> {
    // What is asked for these figures is none of what is told.
    let sent = service.store.db().statements();
    let mut registry = Registry::with_prefix("adhere");
    let program = Info::new([("version", env!("CARGO_PKG_VERSION")), ("engine", service.store.db().engine())]);
    registry.register("program", "The program", program);
    service.figures.register(&mut registry);
    let mut add = |name: &str, help: &str, value: u64| {
        let gauge: Gauge<u64, AtomicU64> = Gauge::default();
        gauge.set(value);
        registry.register(name, help, gauge);
    };
    let entries = service.store.head()?.map_or(0, |head| head.size);
    add("journal_entries", "Entries of the journal", entries);
    if let Some(last) = entries.checked_sub(1) {
        let leaf = service.store.leaf(last)?;
        let record = leaf.map(|leaf| Record::parse(&leaf.body)).transpose().map_err(|error| Problem::failed(&error))?;
        let second = record.and_then(|record| u64::try_from(record.at().as_second()).ok());
        add("journal_changed_timestamp_seconds", "When the journal changed last", second.unwrap_or_default());
    }
    let connections = service.store.db().connections();
    add("database_connections_used", "Connections to the database that are in use", connections.used);
    add("database_connections_idle", "Connections to the database that are kept", connections.idle);
    add("database_statements", "Statements that were sent to the database since it was opened", sent);
    let (pages, bytes) = service.pages.size();
    add("kept_pages", "Pages that are kept", pages);
    add("kept_pages_bytes", "Bytes of pages that are kept", bytes);
    add("connections", "Connections of clients", service.running.connections().into());
    add("draining", "Whether the server was told to end", service.running.is_draining().into());
    let mut text = String::new();
    encode(&mut text, &registry).map_err(|error| Problem::failed(&error))?;
    Ok(text)
}
