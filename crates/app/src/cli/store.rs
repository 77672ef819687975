//! `adhere store`: the instance on this machine, where everything is recorded.

pub(crate) mod arguments;
pub(crate) mod open;

mod keys;
mod moving;
pub(crate) mod progress;
mod settings;
mod status;

use adhere_store::home::{Home, Settings};
use anyhow::Context as _;

use self::arguments::{InitStoreArguments, StoreCommand};
use self::open::open;
use self::progress::Progress;
use super::{CommandError, Exit};
use crate::clock;
use crate::environment;
use crate::output::write_to;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn store(command: &StoreCommand) -> Result<Exit, CommandError> {
    match command {
        StoreCommand::Init(arguments) => init(arguments),
        StoreCommand::Settings { reference: true, .. } => settings::reference(),
        StoreCommand::Settings { place, reference: false } => settings::show(place),
        StoreCommand::Status { place } => status::status(&open(place)?),
        StoreCommand::Audit { place } => status::audit(&open(place)?),
        StoreCommand::Sweep { place, hours } => status::sweep(&open(place)?, *hours),
        StoreCommand::RotateKey { place, purpose, compromised } => keys::rotate(open(place)?, *purpose, *compromised),
        StoreCommand::EncryptKeys { place } => keys::encrypt(&open(place)?),
        StoreCommand::Backup { place, backup, with_keys } => moving::backup(&open(place)?, backup, *with_keys),
        StoreCommand::Restore { place, backup, keys, database } => {
            moving::restore(&place.folder()?, backup, keys.as_deref(), database.clone())
        }
        StoreCommand::Confirm { place, nothing_came_after: _ } => {
            open(place)?.confirm_latest().map_err(anyhow::Error::from)?;
            say(&[Words::english()?.text("store-confirmed")])?;
            Ok(Exit::Done)
        }
        StoreCommand::Migrate { place, database } => moving::migrate(open(place)?, database),
        StoreCommand::Rebuild { place } => {
            let store = open(place)?;
            let progress = Progress::of_entries();
            let rebuilt = store.rebuild_watched(&mut |done, all| progress.set(done, all));
            let entries = rebuilt.map_err(anyhow::Error::from)?;
            drop(progress);
            say(&[Words::english()?.with("store-rebuilt", &[("entries", entries.into())])])?;
            Ok(Exit::Done)
        }
    }
}

fn init(arguments: &InitStoreArguments) -> Result<Exit, CommandError> {
    let folder = arguments.place.folder()?;
    let origin = match &arguments.name {
        Some(name) => name.clone(),
        None => random_name()?,
    };
    let mut settings = Settings::named(&origin).map_err(anyhow::Error::from)?;
    settings.database.url.clone_from(&arguments.database);
    let home = Home::make(&folder, settings).map_err(anyhow::Error::from)?;
    let home = home.within(&environment::settings()).map_err(anyhow::Error::from)?;
    let home = home.with_passphrase(open::passphrase()?);
    let store = adhere_store::Store::open(home, clock::now()).map_err(anyhow::Error::from)?;
    let words = Words::english()?;
    say(&[
        words.with("store-made", &[("origin", origin.into()), ("folder", folder.display().to_string().into())]),
        words.with("store-key", &[("key", store.keys().log.public().to_string().into())]),
    ])?;
    Ok(Exit::Done)
}

/// A name that no other instance has, for who gives none. It says of itself that it is nobody's address.
fn random_name() -> anyhow::Result<String> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).context("the system gives no random numbers; give a name with `--name`")?;
    Ok(format!("{:016x}.invalid", u64::from_be_bytes(bytes)))
}

/// Prints lines.
pub(crate) fn say(lines: &[String]) -> anyhow::Result<()> {
    write_to(None, |out| lines.iter().try_for_each(|line| Ok(writeln!(out, "{line}")?)))
}
