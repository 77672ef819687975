//! Handing a package over by HTTP, and asking what became of it: what comes back is the acknowledgement, or why there is
//! none.

use std::io::Read as _;
use std::time::Duration;

use adhere_domain::digest::Digest;
use anyhow::{Context as _, bail};
use reqwest::StatusCode;
use reqwest::blocking::{Client, Response};
use reqwest::redirect::Policy;

/// How long the other side has to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// The longest answer that is read, in bytes: a package has as many at most.
const LONGEST: u64 = 8 * 1024 * 1024;

/// Posts the file of a package to an instance, and gives the file of the acknowledgement.
pub(super) fn post(url: &str, letter: &str) -> anyhow::Result<Vec<u8>> {
    let to = format!("{}/packages", url.trim_end_matches('/'));
    let answer = client()?.post(&to).body(letter.to_owned()).send()?;
    acknowledgement(&to, answer)
}

/// Asks an instance for the answer to a package by the digest of its file, and gives the file of the acknowledgement.
pub(super) fn answer(url: &str, digest: &Digest) -> anyhow::Result<Vec<u8>> {
    let to = format!("{}/packages/{digest}", url.trim_end_matches('/'));
    let answer = client()?.get(&to).send()?;
    acknowledgement(&to, answer)
}

fn client() -> anyhow::Result<Client> {
    // Whoever comes second finds it done.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(PATIENCE).redirect(Policy::none()).build().context("no requests can be made")
}

fn acknowledgement(to: &str, answer: Response) -> anyhow::Result<Vec<u8>> {
    let (status, kind) = (answer.status(), answer.headers().get(reqwest::header::CONTENT_TYPE).cloned());
    let mut bytes = Vec::new();
    answer.take(LONGEST).read_to_end(&mut bytes)?;
    let is_acknowledged = kind.is_some_and(|kind| kind == "application/json");
    if is_acknowledged && [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY].contains(&status) {
        return Ok(bytes);
    }
    bail!("`{to}` answered {status}: {}", String::from_utf8_lossy(&bytes).trim_end())
}
