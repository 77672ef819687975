//! What keeps a page from doing, or being made to do, what it should not: headers on every answer, and refusal of
//! requests that another site has a browser send.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Service;
use super::error::Problem;
use super::place;
use super::said::Said;

/// Pages load nothing but the program's own style and pictures, and run nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The same for pages that the program's own scripts improve: those run, and may ask this site.
const WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; \
                                      img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// For a year browsers ask a site over TLS alone that said so over TLS.
const OVER_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Puts the headers on an answer that does not have its own.
pub(super) async fn with_headers(State(service): State<Service>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if service.is_secure() {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, OVER_TLS);
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Lets a page run the program's own scripts.
pub(super) fn with_script(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(WITH_SCRIPT));
    response
}

/// Says that an answer is for one person, and kept nowhere.
pub(super) async fn for_one_person(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Refuses what a browser sends for another site. Programs send no such headers, and have no cookies to abuse.
pub(super) async fn from_here(request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_from_here(request.headers()) {
        return next.run(request).await;
    }
    place::tell(request.extensions());
    tracing::warn!(about = "access", "sent by another site");
    Problem::forbidden(Said::new("problem-other-site")).into_response()
}

fn is_from_here(headers: &HeaderMap) -> bool {
    sent_from_here(headers).unwrap_or(true)
}

/// Whether headers show that a page of this site sent a request.
pub(super) fn is_sent_from_here(headers: &HeaderMap) -> bool {
    sent_from_here(headers).unwrap_or(false)
}

/// Whether a page of this site sent a request, if the headers tell.
fn sent_from_here(headers: &HeaderMap) -> Option<bool> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => Some(matches!(site, "same-origin" | "none")),
        (None, Some(origin)) => Some(origin.split_once("://").map(|(_, host)| host) == text("host")),
        (None, None) => None,
    }
}
