//! The name under which guesses from one place are counted.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use tracing::Span;

use super::Service;
use super::client::{Client, Peer};

/// Where a request comes from, by its name.
#[derive(Clone, Debug)]
pub(super) struct Place(String);

impl Place {
    /// Where a request with these headers comes from.
    pub(super) fn of(extensions: &Extensions, headers: &HeaderMap, service: &Service) -> Self {
        let trusted = &service.store.home().settings().web.trusted_proxies;
        let client = extensions.get::<Peer>().map(|peer| Client::of(*peer, headers, trusted));
        // Those behind a proxy that is not trusted are counted together: what it says could be anything.
        Self(match client {
            Some(Client::At(address)) => address.to_string(),
            Some(Client::Behind) | None => "behind a proxy".to_owned(),
        })
    }

    /// Its text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Has the lines that are told of a request say where it comes from.
pub(super) fn tell(extensions: &Extensions) {
    if let Some(Place(place)) = extensions.get() {
        Span::current().record("place", place.as_str());
    }
}

impl FromRequestParts<Service> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, Infallible> {
        // Who asks where somebody comes from is about to let them in, or to count them.
        tell(&parts.extensions);
        Ok(Self::of(&parts.extensions, &parts.headers, service))
    }
}
