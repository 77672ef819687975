//! Deciding on packages that were received, and asking what was decided on one that was sent.

use std::path::Path;

use adhere_actions::packages::{DecidePackage, Effect, decide_package};
use adhere_domain::digest::Digest;
use adhere_formats::digest::digest;
use adhere_store::StoreError;
use adhere_store::event::{Area, Event, Objection, PackageEvent, subject};
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use adhere_store::reading::about;
use anyhow::anyhow;

use super::arguments::DecidingArguments;
use super::{filed, post, read, save};
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

/// Asks what became of a package that was sent, by one of the files that were written of it, and files the answer.
pub(super) fn ask(acting: &Acting, id: &str, url: &str, file: Option<&Path>) -> Result<Exit, CommandError> {
    let instance = Instance::open(&acting.place)?;
    let wanted = Wanted { direction: Some(Direction::Sent), id: Some(id), ..Wanted::default() };
    let Some(last) = one(&instance, &wanted)?.digest else { return Err(none()?) };
    let digest = match file {
        Some(file) => digest(&read(file)?),
        None => last,
    };
    if file.is_some() && written_as(&instance, &digest)?.as_deref() != Some(id) {
        return Err(anyhow!("{}", Words::english()?.with("package-no-file", &[("package", id.into())])).into());
    }
    let answer = post::answer(url, &digest)?;
    if file.is_none() {
        // Each time that a package is written it has another file, and each is answered by itself.
        let asked = Words::english()?.with("package-asked-last", &[("digest", digest.to_string().into())]);
        say(&[asked])?;
    }
    filed(&instance, acting, &answer)
}

/// Of which package a file was written here.
fn written_as(instance: &Instance, digest: &Digest) -> anyhow::Result<Option<String>> {
    let recorded = instance.store.read(|tx| about(tx, Area::Package, &[subject::package_file(digest)]))?;
    let mut written = recorded.into_iter().filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Written { id, .. }) => Some(id),
        _ => None,
    });
    Ok(written.next())
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
