//! `adhere witness`: having the journal witnessed by other instances, and witnessing theirs; as files or over HTTP.

pub(super) mod arguments;

mod ask;

use std::fs;
use std::path::{Path, PathBuf};

use adhere_journal::key::WitnessKey;
use adhere_journal::note::Signature;
use adhere_journal::policy::Policy;
use adhere_journal::witness::{AddCheckpoint, Decision};
use adhere_store::Store;
use anyhow::{Context as _, anyhow};

use self::arguments::WitnessCommand;
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn witness(command: &WitnessCommand) -> Result<Exit, CommandError> {
    match command {
        WitnessCommand::Key { place } => {
            let store = open(place)?;
            say(&[store.keys().witness.public().to_string()])?;
            Ok(Exit::Done)
        }
        WitnessCommand::Request { place, witness, output } => request(&open(place)?, witness, output.as_deref()),
        WitnessCommand::Answer { place, request, output } => answer(&open(place)?, request, output.as_deref()),
        WitnessCommand::Keep { place, witness, size, cosignature } => keep(&open(place)?, witness, *size, cosignature),
        WitnessCommand::Ask { place } => ask::ask(&open(place)?),
    }
}

/// The file that says which logs and witnesses count.
pub(crate) fn policy_file(store: &Store) -> PathBuf {
    store.home().policy()
}

/// Which logs and witnesses count, if anybody has said so.
pub(crate) fn policy(store: &Store) -> anyhow::Result<Option<Policy>> {
    let file = policy_file(store);
    if !file.exists() {
        return Ok(None);
    }
    let cannot = || format!("`{}` is not usable", file.display());
    Policy::parse(&fs::read(&file).with_context(cannot)?).map(Some).with_context(cannot)
}

/// The same, where nothing can be done without it.
pub(crate) fn known(store: &Store) -> anyhow::Result<Policy> {
    let file = policy_file(store);
    policy(store)?.ok_or_else(|| {
        anyhow!(
            "there is no `{}`; write which logs and witnesses count into it (docs/guide/journal.md)",
            file.display()
        )
    })
}

/// The key of a witness by its name in the policy.
fn witness_key(store: &Store, name: &str) -> anyhow::Result<WitnessKey> {
    let policy = known(store)?;
    let found = policy.witnesses().iter().find(|witness| witness.name == name).map(|witness| witness.key.clone());
    found.ok_or_else(|| anyhow!("`{}` names no witness `{name}`", policy_file(store).display()))
}

fn request(store: &Store, witness: &str, output: Option<&Path>) -> Result<Exit, CommandError> {
    let request = store.request_to(&witness_key(store, witness)?).map_err(anyhow::Error::from)?;
    let Some(request) = request else {
        say(&[Words::english()?.with("witness-has-all", &[("witness", witness.into())])])?;
        return Ok(Exit::Done);
    };
    write_to(output, |out| Ok(out.write_all(request.to_string().as_bytes())?))?;
    Ok(Exit::Done)
}

fn answer(store: &Store, request: &Path, output: Option<&Path>) -> Result<Exit, CommandError> {
    let cannot = || format!("`{}` is not a request to witness", request.display());
    let bytes = fs::read(request).with_context(|| format!("cannot read `{}`", request.display()))?;
    let request = AddCheckpoint::parse(&bytes).with_context(cannot)?;
    let logs: Vec<_> = known(store)?.logs().iter().map(|log| log.key.clone()).collect();
    let decision = store.cosign(&request, &logs, clock::now()).map_err(anyhow::Error::from)?;
    if let Decision::Cosigned { .. } = decision {
        write_to(output, |out| Ok(out.write_all(decision.body().as_bytes())?))?;
        return Ok(Exit::Done);
    }
    say(&[told(store, &request, &decision)?])?;
    Ok(Exit::Found)
}

/// Why a checkpoint was not cosigned.
fn told(store: &Store, request: &AddCheckpoint, decision: &Decision) -> anyhow::Result<String> {
    let words = Words::english()?;
    let log = ("log", request.checkpoint().origin.to_string().into());
    Ok(match decision {
        Decision::Cosigned { .. } => words.with("witness-cosigned", &[log, ("size", request.checkpoint().size.into())]),
        Decision::Conflict { size } => words.with("witness-conflict", &[log, ("size", (*size).into())]),
        Decision::Fork { .. } | Decision::Inconsistent { .. } => {
            let entry = store.head()?.map_or(0, |head| head.size.saturating_sub(1));
            words.with("witness-fork", &[log, ("entry", entry.into())])
        }
        Decision::UnknownLog => words.with("witness-unknown", &[log]),
        Decision::BadSignature(reason) => {
            words.with("witness-bad-signature", &[log, ("reason", reason.to_string().into())])
        }
    })
}

fn keep(store: &Store, witness: &str, size: Option<u64>, cosignature: &Path) -> Result<Exit, CommandError> {
    let key = witness_key(store, witness)?;
    let text = fs::read_to_string(cosignature).with_context(|| format!("cannot read `{}`", cosignature.display()))?;
    let signature = Signature::parse(text.trim_end())
        .ok_or_else(|| anyhow!("`{}` is not one line with a cosignature", cosignature.display()))?;
    let latest = store.head().map_err(anyhow::Error::from)?.map_or(0, |head| head.size);
    say(&[kept(store, &key, size.unwrap_or(latest), signature)?])?;
    Ok(Exit::Done)
}

/// Keeps a cosignature, and says so.
fn kept(store: &Store, key: &WitnessKey, size: u64, signature: Signature) -> anyhow::Result<String> {
    let cosignature = store.keep_cosignature(key, size, signature)?;
    let values = [
        ("witness", cosignature.witness.to_string().into()),
        ("size", size.into()),
        ("at", cosignature.at.to_string().into()),
    ];
    Ok(Words::english()?.with("witness-kept", &values))
}
