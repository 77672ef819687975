//! `adhere store backup`, `restore` and `migrate`.

use std::path::Path;

use adhere_store::backup::{BackupError, Keys};
use adhere_store::home::{Home, HomeError};
use adhere_store::{Head, Store};
use anyhow::Context as _;

use super::open::passphrase;
use super::progress::Progress;
use super::say;
use crate::cli::{CommandError, Exit};
use crate::environment;
use crate::words::Words;

/// Writes a backup.
pub(super) fn backup(store: &Store, folder: &Path, with_keys: bool) -> Result<Exit, CommandError> {
    let keys = if with_keys { Keys::Included } else { Keys::LeftOut };
    let progress = Progress::of_entries();
    let head = store.backup(folder, keys, &mut |done, all| progress.set(done, all)).map_err(anyhow::Error::from)?;
    drop(progress);
    let words = Words::english()?;
    let mut lines = vec![told(&words, "store-backed-up", &head, folder)];
    if keys == Keys::LeftOut {
        let own = store.home().keys().display().to_string();
        lines.push(words.with("store-keys-left-out", &[("folder", own.into())]));
    }
    say(&lines)?;
    Ok(Exit::Done)
}

/// Fills an instance from a backup.
pub(super) fn restore(
    folder: &Path,
    backup: &Path,
    keys: Option<&Path>,
    database: Option<String>,
) -> Result<Exit, CommandError> {
    let home = match Home::open(folder) {
        Ok(home) => home,
        Err(HomeError::Nothing(_)) => Home::from_backup(folder, backup, database).map_err(anyhow::Error::from)?,
        Err(error) => return Err(anyhow::Error::from(error).into()),
    };
    let home = home.within(&environment::settings()).map_err(anyhow::Error::from)?;
    let in_backup = backup.join("keys");
    if let Some(from) = keys.or(in_backup.is_dir().then_some(&in_backup)) {
        home.take_keys(from).map_err(anyhow::Error::from)?;
    } else if !home.keys().is_dir() {
        let hint = "the backup has no keys; name the folder that has them with `--keys`";
        return Err(anyhow::Error::msg(hint).into());
    }
    let home = home.with_passphrase(passphrase()?);
    let progress = Progress::of_entries();
    let head = Store::restore(home, backup, &mut |done, all| progress.set(done, all));
    let head = head.map_err(explained).with_context(|| format!("`{}` was not restored", backup.display()))?;
    drop(progress);
    let words = Words::english()?;
    say(&[told(&words, "store-restored", &head, folder), words.text("store-restored-next")])?;
    Ok(Exit::Done)
}

/// Moves everything to a server.
pub(super) fn migrate(store: Store, database: &str) -> Result<Exit, CommandError> {
    let file = store.home().folder().join("adhere.sqlite");
    let progress = Progress::of_entries();
    let head = store.migrate(database, &mut |done, all| progress.set(done, all)).map_err(anyhow::Error::from)?;
    drop(progress);
    say(&[told(&Words::english()?, "store-moved", &head, &file)])?;
    Ok(Exit::Done)
}

fn told(words: &Words, key: &str, head: &Head, folder: &Path) -> String {
    let folder = folder.display().to_string();
    words.with(key, &[("size", head.size.into()), ("root", head.root.to_string().into()), ("folder", folder.into())])
}

fn explained(error: BackupError) -> anyhow::Error {
    // Whoever fills a database that was used already most likely named the wrong folder.
    let used = matches!(error, BackupError::NotEmpty(_));
    let error = anyhow::Error::from(error);
    if used { error.context("choose another folder with `--store`") } else { error }
}
