//! Asking every witness of the policy over HTTP to cosign the latest checkpoint.

use std::time::Duration;

use adhere_journal::note::Signature;
use adhere_journal::policy::KnownWitness;
use adhere_journal::witness::AddCheckpoint;
use adhere_store::Store;
use anyhow::{Context as _, anyhow, bail};
use reqwest::StatusCode;
use reqwest::blocking::Client;
use reqwest::redirect::Policy;

use super::{kept, known, policy_file};
use crate::cli::store::say;
use crate::cli::{CommandError, Exit};
use crate::words::Words;

/// How long a witness has to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The longest answer that is read, in bytes.
const LONGEST: usize = 10_000;

/// Asks all witnesses that have an address; one that fails does not keep the others from being asked.
pub(super) fn ask(store: &Store) -> Result<Exit, CommandError> {
    let policy = known(store)?;
    let words = Words::english()?;
    // Whoever comes second finds it done.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client =
        Client::builder().timeout(PATIENCE).redirect(Policy::none()).build().context("no requests can be made")?;
    let mut lines = Vec::new();
    let mut exit = Exit::Done;
    for witness in policy.witnesses().iter().filter(|witness| witness.url.is_some()) {
        match ask_one(store, witness, &client) {
            Ok(Some(line)) => lines.push(line),
            Ok(None) => lines.push(words.with("witness-has-all", &[("witness", witness.name.clone().into())])),
            Err(error) => {
                let values = [("witness", witness.name.clone().into()), ("reason", format!("{error:#}").into())];
                lines.push(words.with("witness-failed", &values));
                exit = Exit::Failed;
            }
        }
    }
    if lines.is_empty() {
        let file = policy_file(store).display().to_string();
        lines.push(words.with("witness-none", &[("policy", file.into())]));
    }
    say(&lines)?;
    Ok(exit)
}

fn ask_one(store: &Store, witness: &KnownWitness, client: &Client) -> anyhow::Result<Option<String>> {
    let Some(mut request) = store.request_to(&witness.key)? else { return Ok(None) };
    // A witness that has seen less or more than is known here says how much; it is asked once more from there.
    for _ in 0..2 {
        let (status, body) = post(client, witness, &request)?;
        match status {
            StatusCode::OK => {
                let signature = Signature::parse(body.trim_end()).context("its answer is not a cosignature")?;
                return kept(store, &witness.key, request.checkpoint().size, signature).map(Some);
            }
            StatusCode::CONFLICT => {
                let size = body.trim_end().parse().context("its answer does not say how many entries it has seen")?;
                store.seen_by(&witness.key, size)?;
                let Some(next) = store.request_from(size)? else { return Ok(None) };
                request = next;
            }
            other => bail!("it answered {other}: {}", body.trim_end()),
        }
    }
    Err(anyhow!("it changes its mind on how many entries it has seen"))
}

fn post(client: &Client, witness: &KnownWitness, request: &AddCheckpoint) -> anyhow::Result<(StatusCode, String)> {
    let url = witness.url.as_deref().unwrap_or_default().trim_end_matches('/');
    let answer = client.post(format!("{url}/add-checkpoint")).body(request.to_string()).send()?;
    let status = answer.status();
    let text = answer.text()?;
    if text.len() > LONGEST {
        bail!("its answer is too long");
    }
    Ok((status, text))
}
