//! Where a request comes from: the address of whoever sends it, by which guesses are counted.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

/// Where a request comes from.
#[derive(Clone, Debug)]
pub(super) struct Place(String);

impl Place {
    /// Its text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(address.map_or_else(String::new, |ConnectInfo(address)| address.ip().to_string())))
    }
}
