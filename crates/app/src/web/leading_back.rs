//! Leads back to the page of a form. A form that is shown again stands at the address to which it was sent, and there
//! nobody can only look: whoever chooses another day or language on it, or asks for it anew, is led to the page above.

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::api;

/// Leads a browser that cannot look at an address to the page above it.
pub(super) async fn to_the_page(request: Request, next: Next) -> Response {
    let above = above(&request);
    let response = next.run(request).await;
    match above {
        Some(above) if response.status() == StatusCode::METHOD_NOT_ALLOWED => Redirect::to(&above).into_response(),
        _ => response,
    }
}

/// The address above that which a browser wants to look at, with the same day and language.
fn above(request: &Request) -> Option<String> {
    let accepted = request.headers().get(header::ACCEPT)?.to_str().ok()?;
    let path = request.uri().path();
    // An address that begins with two slashes would lead to another site.
    let is_page = request.method() == Method::GET && accepted.contains("text/html") && !path.starts_with("//");
    let (folder, _) = path.rsplit_once('/').filter(|_| is_page && !api::has(path))?;
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    Some(if folder.is_empty() { format!("/{query}") } else { format!("{folder}{query}") })
}
