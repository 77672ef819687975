//! Asks a service of OpenID Connect: over TLS unless it is on this machine, in bounded time, for a bounded answer, and
//! nowhere else than at the address that was meant.

use std::io::{self, Read as _};
use std::time::Duration;

use adhere_store::home::setting::is_confidential;
use anyhow::Context as _;
use openidconnect::{HttpRequest, HttpResponse, SyncHttpClient};
use reqwest::Url;
use reqwest::blocking::Client;
use reqwest::redirect::Policy;

/// A service answers within this time: a page waits for a few answers.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest answer that is read, in bytes: keys with certificates have some ten thousand.
const LONGEST: u64 = 512 * 1024;

/// What asks.
pub(super) struct Asking {
    client: Client,
    /// The scheme of the issuer: a service that is reached over TLS names no address that is not.
    scheme: String,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(in crate::web) enum AskingError {
    /// The service names an address at which others could listen.
    #[error("`{0}` is not reached over TLS")]
    Open(Url),
    /// The service names something that is no address.
    #[error("`{0}` is not an address")]
    Address(String),
    /// It cannot be reached, or takes too long.
    #[error("it gives no answer")]
    Silent(#[source] reqwest::Error),
    /// It says that it cannot answer.
    #[error("it answers with status {0}")]
    Failing(u16),
    /// The answer breaks off.
    #[error("its answer breaks off")]
    Broken(#[source] io::Error),
    /// The answer is longer than what is read.
    #[error("its answer is longer than {LONGEST} bytes")]
    Long,
}

impl Asking {
    pub(super) fn new(issuer: &Url) -> anyhow::Result<Self> {
        // Whichever library was set up first is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(PATIENCE).redirect(Policy::none()).build();
        Ok(Self { client: client.context("no requests can be made")?, scheme: issuer.scheme().to_owned() })
    }

    /// Whether an address that the service names may be gone to.
    pub(super) fn permit(&self, url: &Url) -> Result<(), AskingError> {
        let is_permitted = url.scheme() == self.scheme && is_confidential(url);
        if is_permitted { Ok(()) } else { Err(AskingError::Open(url.clone())) }
    }
}

impl SyncHttpClient for Asking {
    type Error = AskingError;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, AskingError> {
        let (head, body) = request.into_parts();
        let address = head.uri.to_string();
        let url = Url::parse(&address).map_err(|_| AskingError::Address(address))?;
        self.permit(&url)?;
        let request = self.client.request(head.method, url).headers(head.headers).body(body);
        let answer = request.send().map_err(AskingError::Silent)?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        if status.is_server_error() {
            return Err(AskingError::Failing(status.as_u16()));
        }
        let mut bytes = Vec::new();
        let read = answer.take(LONGEST + 1).read_to_end(&mut bytes).map_err(AskingError::Broken)?;
        if u64::try_from(read).is_ok_and(|read| read > LONGEST) {
            return Err(AskingError::Long);
        }
        let mut response = HttpResponse::new(bytes);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}
