//! The API: what the pages do, for programs that show a token. One list has every operation: its route, its guard and
//! its description (OpenAPI 3.1) are made from it, so that none of them says something else.

mod call;
mod description;
mod field;
mod operation;
mod paging;
pub(super) mod reference;
mod reply;

mod everyone;
mod journal;

mod adherence;
mod calendar;
pub(crate) mod cases;
mod comments;
mod complaints;
mod evidence;
mod files;
mod folder;
mod statements;

mod administration;
mod demand;
mod facilitation;
pub(crate) mod invitations;
mod packages;
mod parties;
mod people;
mod tokens;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;

use self::operation::Operation;
use super::Service;
use super::actor::{Guarded, behind_guards};

pub(crate) use self::description::description;
pub(super) use self::field::FieldError;

/// Where every operation is.
const ROOT: &str = "/api/v1/";

/// Every operation, in the order of the description.
fn operations() -> Vec<Operation> {
    let all = [
        everyone::operations(),
        journal::operations(),
        complaints::operations(),
        files::operations(),
        folder::operations(),
        statements::operations(),
        evidence::operations(),
        adherence::operations(),
        comments::operations(),
        cases::operations(),
        calendar::operations(),
        people::operations(),
        demand::operations(),
        tokens::operations(),
        packages::operations(),
        facilitation::operations(),
        invitations::operations(),
        administration::operations(),
        parties::operations(),
    ];
    all.into_iter().flatten().collect()
}

/// The operations that are not for everyone, with what each asks for.
pub(super) fn guarded() -> Vec<Guarded> {
    let guarded = operations().into_iter().filter_map(|operation| {
        let (method, path) = (operation.method.clone(), operation.path);
        operation.asks.map(|asks| Guarded { method, path, asks, handler: operation.handler() })
    });
    guarded.collect()
}

/// The ids of all operations, each with what it asks for.
#[cfg(test)]
pub(super) fn named() -> Vec<(&'static str, Option<super::actor::Asks>)> {
    operations().into_iter().map(|operation| (operation.id, operation.asks)).collect()
}

/// The routes of all operations.
pub(super) fn routes(service: &Service) -> Router<Service> {
    let open = operations().into_iter().filter(|operation| operation.asks.is_none());
    let open = open.fold(Router::new(), |router, operation| router.route(operation.path, operation.handler()));
    open.route("/api/v1/openapi.json", axum::routing::get(description::show))
        .merge(behind_guards(guarded(), service))
        .layer(from_fn(of_programs))
}

/// Whether an address is one of the API, which answers programs alone.
pub(super) fn has(path: &str) -> bool {
    path.starts_with(ROOT)
}

/// What a program accepts, kept apart so that no guard takes it for a browser.
#[derive(Clone)]
struct Accepted(String);

/// No cookie counts here, so that no other site can have a browser do anything; and nobody is sent to a page.
async fn of_programs(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(header::COOKIE);
    if let Some(accepted) = request.headers_mut().remove(header::ACCEPT) {
        let text = accepted.to_str().unwrap_or_default().to_owned();
        request.extensions_mut().insert(Accepted(text));
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
