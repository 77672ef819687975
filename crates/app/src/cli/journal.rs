//! `adhere journal`: what was recorded, and what shows it to those who do not trust this machine.

pub(super) mod arguments;
mod erasing;
mod timestamp;

use std::path::Path;

use adhere_journal::private::{Opening, Record};
use adhere_store::projection::history::{Line, Wanted, before};
use adhere_store::{Leaf, Store, StoreError};
use anyhow::{anyhow, bail};

use self::arguments::JournalCommand;
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn journal(command: &JournalCommand) -> Result<Exit, CommandError> {
    match command {
        JournalCommand::List { place, about, kind, before, limit } => {
            let wanted = Wanted { subject: about.as_deref(), kind: kind.as_deref() };
            list(&open(place)?, &wanted, *before, *limit)?;
        }
        JournalCommand::Show { place, entry } => say(&[shown(&leaf(&open(place)?, *entry)?)?])?,
        JournalCommand::Entry { place, entry, output } => {
            put(output.as_deref(), &leaf(&open(place)?, *entry)?.body)?;
        }
        JournalCommand::Open { place, entry, output } => {
            put(output.as_deref(), opening(&leaf(&open(place)?, *entry)?)?.as_bytes())?;
        }
        JournalCommand::Erase(arguments) => return erasing::erase(arguments),
        JournalCommand::Timestamp(command) => return timestamp::timestamp(command),
        JournalCommand::Receipt { place, entry, stamped: true, output } => {
            let receipt = open(place)?.stamped_receipt(*entry).map_err(anyhow::Error::from)?;
            let (receipt, _) = receipt.ok_or_else(|| anyhow!("no checkpoint after entry {entry} was stamped"))?;
            put(output.as_deref(), receipt.to_string().as_bytes())?;
        }
        JournalCommand::Receipt { place, entry, stamped: false, output } => {
            let receipt = open(place)?.receipt(*entry).map_err(anyhow::Error::from)?;
            put(output.as_deref(), receipt.to_string().as_bytes())?;
        }
        JournalCommand::Checkpoint { place, size, output } => {
            put(output.as_deref(), checkpoint(&open(place)?, *size)?.as_bytes())?;
        }
        JournalCommand::Growth { place, since, output } => {
            let request = open(place)?.request_from(*since).map_err(anyhow::Error::from)?;
            let request = request.ok_or_else(|| anyhow!("the journal has no more than {since} entries"))?;
            put(output.as_deref(), request.to_string().as_bytes())?;
        }
    }
    Ok(Exit::Done)
}

fn list(store: &Store, wanted: &Wanted<'_>, first: Option<u64>, limit: u64) -> anyhow::Result<()> {
    let lines = store.read(|tx| before(tx, wanted, first, limit))?;
    let words = Words::english()?;
    let Some(last) = lines.last() else { return say(&[words.text("journal-nothing")]) };
    let mut said: Vec<String> = lines.iter().map(printed).collect();
    if lines.len() as u64 == limit && last.entry_id > 0 {
        said.push(words.with("journal-more", &[("before", last.entry_id.into())]));
    }
    say(&said)
}

fn printed(line: &Line) -> String {
    let Line { entry_id, at, actor, kind, subject } = line;
    format!("{entry_id:>8}  {}  {kind:<26} {subject}  ({actor})", at.strftime("%Y-%m-%d %H:%M:%SZ"))
}

fn leaf(store: &Store, entry: u64) -> anyhow::Result<Leaf> {
    store.leaf(entry)?.ok_or_else(|| anyhow!("the journal has no entry {entry}"))
}

/// An entry for people: what opens it, where it is private, or else what the log has of it.
fn shown(leaf: &Leaf) -> anyhow::Result<String> {
    let bytes = leaf.opening.as_ref().map_or(&leaf.body, |(_, body)| body);
    let value: serde_json::Value = serde_json::from_slice(bytes)?;
    Ok(format!("{value:#}"))
}

/// The file that opens a private entry.
fn opening(leaf: &Leaf) -> anyhow::Result<String> {
    let id = leaf.entry_id;
    if matches!(Record::parse(&leaf.body)?, Record::Public(_)) {
        bail!("entry {id} is public, and needs no opening: `adhere journal entry {id}` writes it");
    }
    let (salt, body) = leaf.opening.as_ref().ok_or_else(|| anyhow!("entry {id} was erased: nothing opens it"))?;
    let salt = salt.as_slice().try_into().map_err(|_| StoreError::Opening { entry_id: id })?;
    Ok(Opening::parse(salt, body.as_slice())?.to_file()?)
}

fn checkpoint(store: &Store, size: Option<u64>) -> anyhow::Result<String> {
    let note = match size {
        Some(size) => store.checkpoint(size)?.ok_or_else(|| anyhow!("no checkpoint was signed for {size} entries"))?,
        None => store.latest_checkpoint()?.ok_or_else(|| anyhow!("the journal has no entries yet"))?,
    };
    Ok(note.to_string())
}

fn put(output: Option<&Path>, bytes: &[u8]) -> anyhow::Result<()> {
    write_to(output, |out| Ok(out.write_all(bytes)?))
}
