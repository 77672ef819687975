//! Deciding on packages that were received, and asking what was decided on one that was sent.

use adhere_actions::packages::{DecidePackage, Effect, decide_package};
use adhere_store::StoreError;
use adhere_store::event::Objection;
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use anyhow::anyhow;

use super::arguments::DecidingArguments;
use super::{filed, post, save};
use crate::cli::acting::{Acting, Instance};
use crate::cli::store::say;
use crate::cli::{CommandError, Exit};
use crate::words::Words;

/// Accepts a package, or refuses it.
pub(super) fn decide(arguments: &DecidingArguments, refused: Option<Objection>) -> Result<Exit, CommandError> {
    let instance = Instance::open(&arguments.acting.place)?;
    let wanted = Wanted { direction: Some(Direction::Received), entry: Some(arguments.entry), ..Wanted::default() };
    let package = one(&instance, &wanted)?;
    let Some(digest) = package.digest else { return Err(none()?) };
    let is_refused = refused.is_some();
    let command = DecidePackage { digest, refused };
    let decided = decide_package(&instance.context(&arguments.acting), &command, None)?.outcome;
    if let Some(file) = &arguments.output {
        save(file, &decided.acknowledgement)?;
    }
    let words = Words::english()?;
    let key = if is_refused { "package-is-refused" } else { "package-is-accepted" };
    let mut lines = vec![words.with(key, &[("package", package.id.into())])];
    if let Effect::Listed(listing) = decided.effect {
        let values = [("provider", listing.provider.to_string().into()), ("code", listing.code.to_string().into())];
        lines.push(words.with("package-is-listed", &values));
    }
    say(&lines)?;
    Ok(Exit::Done)
}

/// Asks what became of a package that was sent, and files the answer.
pub(super) fn ask(acting: &Acting, id: &str, url: &str) -> Result<Exit, CommandError> {
    let instance = Instance::open(&acting.place)?;
    let wanted = Wanted { direction: Some(Direction::Sent), id: Some(id), ..Wanted::default() };
    let Some(digest) = one(&instance, &wanted)?.digest else { return Err(none()?) };
    let answer = post::answer(url, &digest)?;
    filed(&instance, acting, &answer)
}

fn one(instance: &Instance, wanted: &Wanted<'_>) -> Result<Package, CommandError> {
    let found = instance.store.read(|tx| Ok::<_, StoreError>(list(tx, wanted, 1)?));
    match found.map_err(anyhow::Error::from)?.pop() {
        Some(package) => Ok(package),
        None => Err(none()?),
    }
}

fn none() -> anyhow::Result<CommandError> {
    Ok(anyhow!("{}", Words::english()?.text("package-none")).into())
}
