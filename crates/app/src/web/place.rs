//! The name under which guesses from one place are counted.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::Service;
use super::client::{Client, Peer};

/// Where a request comes from, by its name.
#[derive(Clone, Debug)]
pub(super) struct Place(String);

impl Place {
    /// Its text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromRequestParts<Service> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, Infallible> {
        let trusted = &service.store.home().settings().web.trusted_proxies;
        let client = parts.extensions.get::<Peer>().map(|peer| Client::of(*peer, &parts.headers, trusted));
        // Those behind a proxy that is not trusted are counted together: what it says could be anything.
        Ok(Self(match client {
            Some(Client::At(address)) => address.to_string(),
            Some(Client::Behind) | None => "behind a proxy".to_owned(),
        }))
    }
}
