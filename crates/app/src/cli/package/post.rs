//! Handing a package over by HTTP: what comes back is the acknowledgement, or why there is none.

use std::io::Read as _;
use std::time::Duration;

use anyhow::{Context as _, bail};
use reqwest::StatusCode;
use reqwest::blocking::Client;
use reqwest::redirect::Policy;

/// How long the other side has to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// The longest answer that is read, in bytes: a package has as many at most.
const LONGEST: u64 = 8 * 1024 * 1024;

/// Posts the file of a package to an instance, and gives the file of the acknowledgement.
pub(super) fn post(url: &str, letter: &str) -> anyhow::Result<Vec<u8>> {
    // Whoever comes second finds it done.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client =
        Client::builder().timeout(PATIENCE).redirect(Policy::none()).build().context("no requests can be made")?;
    let to = format!("{}/packages", url.trim_end_matches('/'));
    let answer = client.post(&to).body(letter.to_owned()).send()?;
    let (status, kind) = (answer.status(), answer.headers().get(reqwest::header::CONTENT_TYPE).cloned());
    let mut bytes = Vec::new();
    answer.take(LONGEST).read_to_end(&mut bytes)?;
    let is_acknowledged = kind.is_some_and(|kind| kind == "application/json");
    if is_acknowledged && [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY].contains(&status) {
        return Ok(bytes);
    }
    bail!("`{to}` answered {status}: {}", String::from_utf8_lossy(&bytes).trim_end())
}
