//! Opening the instance that a command names.

use std::fs;
use std::path::PathBuf;

use adhere_store::Store;
use adhere_store::home::{Home, Passphrase};
use anyhow::Context as _;

use super::arguments::Place;
use super::progress::Progress;
use crate::clock;
use crate::environment;

/// The variable that names a file with what the keys are encrypted with.
const PASSPHRASE_FILE: &str = "ADHERE_PASSPHRASE_FILE";

/// Opens an instance; what is made on its first opening is made then.
pub(crate) fn open(place: &Place) -> anyhow::Result<Store> {
    let home = Home::open(&place.folder()?)?.within(&environment::settings())?.with_passphrase(passphrase()?);
    let progress = Progress::of_entries();
    Ok(Store::open_watched(home, clock::now(), &mut |done, all| progress.set(done, all))?)
}

/// What the keys are encrypted with, if a file with it is named.
pub(super) fn passphrase() -> anyhow::Result<Option<Passphrase>> {
    let Some(file) = environment::variable(PASSPHRASE_FILE).map(PathBuf::from) else { return Ok(None) };
    let text = fs::read_to_string(&file);
    let text =
        text.with_context(|| format!("the file `{}`, which {PASSPHRASE_FILE} names, cannot be read", file.display()))?;
    Ok(Some(Passphrase(text.trim_end_matches(['\r', '\n']).to_owned())))
}
