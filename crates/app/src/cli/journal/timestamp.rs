//! `adhere journal timestamp`: asks an authority for a timestamp on a checkpoint, as files or over HTTP, and keeps it.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use adhere_journal::note::Note;
use adhere_journal::timestamp::TimestampRequest;
use adhere_journal::timestamp::authority::Authority;
use adhere_store::Store;
use adhere_store::stamping::StampedCheckpoint;
use anyhow::{Context as _, anyhow, bail};
use reqwest::blocking::Client;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;

use super::arguments::TimestampCommand;
use super::checkpoint as checkpoint_of;
use crate::cli::acting::Acting;
use crate::cli::store::open::open;
use crate::cli::store::say;
use crate::cli::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::words::Words;

/// How long an authority has to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The longest answer that is read, in bytes: a token with a few certificates has some thousand.
const LONGEST: u64 = 64 * 1024;

pub(super) fn timestamp(command: &TimestampCommand) -> Result<Exit, CommandError> {
    match command {
        TimestampCommand::Request { place, size, checkpoint, output } => {
            let note = checkpoint_of(&open(place)?, *size)?;
            let request = request(&Note::parse(note.as_bytes()).map_err(anyhow::Error::from)?)?;
            put(checkpoint, note.as_bytes())?;
            put(output, &request.to_bytes().map_err(anyhow::Error::from)?)?;
        }
        TimestampCommand::Keep { acting, answer, checkpoint, authority } => {
            let note = Note::parse(&bytes(checkpoint)?).map_err(anyhow::Error::from)?;
            keep(&open(&acting.place)?, acting, &note, &bytes(answer)?, authority)?;
        }
        TimestampCommand::Ask { acting, url, authority } => ask(acting, url, authority)?,
        TimestampCommand::List { place } => list(&open(place)?)?,
        TimestampCommand::Files { place, size, checkpoint, output } => {
            let stamped = stamped(&open(place)?, *size)?;
            put(checkpoint, stamped.note.to_string().as_bytes())?;
            put(output, &stamped.token)?;
        }
    }
    Ok(Exit::Done)
}

/// A request with a number that nobody guesses: an answer to another one is noticed.
fn request(note: &Note) -> anyhow::Result<TimestampRequest> {
    let mut nonce = [0; 8];
    getrandom::fill(&mut nonce).map_err(|error| anyhow!("the system gives no random numbers: {error}"))?;
    Ok(TimestampRequest::of_note(note, u64::from_be_bytes(nonce)))
}

fn ask(acting: &Acting, url: &str, authority: &Path) -> anyhow::Result<()> {
    let store = open(&acting.place)?;
    let note = store.latest_checkpoint()?.ok_or_else(|| anyhow!("the journal has no entries yet"))?;
    let request = request(&note)?;
    // Whoever comes second finds it done.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client =
        Client::builder().timeout(PATIENCE).redirect(Policy::none()).build().context("no requests can be made")?;
    let asked = client.post(url).header(CONTENT_TYPE, "application/timestamp-query").body(request.to_bytes()?);
    let answer = asked.send()?;
    if !answer.status().is_success() {
        bail!("`{url}` answered {}", answer.status());
    }
    let mut bytes = Vec::new();
    answer.take(LONGEST).read_to_end(&mut bytes)?;
    let stamp = request.read(&bytes)?;
    keep(&store, acting, &note, &stamp.token, authority)
}

fn keep(store: &Store, acting: &Acting, note: &Note, answer: &[u8], authority: &Path) -> anyhow::Result<()> {
    let certificate =
        Authority::parse(&bytes(authority)?).with_context(|| format!("`{}` cannot be used", authority.display()))?;
    let changed = store.keep_timestamp((clock::now(), &acting.actor), note, answer, &certificate)?;
    let values = [("authority", certificate.to_string().into()), ("at", changed.outcome.latest.to_string().into())];
    let words = Words::english()?;
    let key = if changed.entries.is_empty() { "journal-stamp-known" } else { "journal-stamp-kept" };
    say(&[words.with(key, &values)])
}

fn list(store: &Store) -> anyhow::Result<()> {
    let words = Words::english()?;
    let mut lines = Vec::new();
    for stamped in store.stamped_checkpoints()? {
        let at = adhere_journal::timestamp::stamped(&stamped.token)?.latest.to_string();
        let values = [("size", stamped.size.into()), ("at", at.into()), ("entry", stamped.entry_id.into())];
        lines.push(words.with("journal-stamp", &values));
    }
    if lines.is_empty() {
        lines.push(words.text("journal-stamp-none"));
    }
    say(&lines)
}

fn stamped(store: &Store, size: Option<u64>) -> anyhow::Result<StampedCheckpoint> {
    let all = store.stamped_checkpoints()?.into_iter();
    let found = all.filter(|stamped| size.is_none_or(|size| stamped.size == size)).max_by_key(|stamped| stamped.size);
    found.ok_or_else(|| anyhow!("no such checkpoint was stamped"))
}

fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("`{}` cannot be read", file.display()))
}

fn put(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    write_to(Some(file), |out| Ok(out.write_all(bytes)?))
}
