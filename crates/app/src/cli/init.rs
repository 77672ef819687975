//! `adhere init`: start a provider's folder, or a code, with files that teach by their comments.

mod code;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use adhere_domain::codes::id::PartId;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use anyhow::{Context, Result, anyhow};

use super::arguments::InitArguments;
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

const PROVIDER: &str = include_str!("../../templates/init/adhere.toml");
const MODEL: &str = include_str!("../../templates/init/model.toml");

/// Writes the files; nothing that is there is overwritten.
pub(super) fn init(arguments: &InitArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    match arguments.code {
        Some(kind) => code::init(kind, &arguments.folder, &words)?,
        None => provider(arguments, &words)?,
    }
    Ok(Exit::Done)
}

fn provider(arguments: &InitArguments, words: &Words) -> Result<()> {
    let id = PartId::parse(&arguments.model)
        .ok_or_else(|| anyhow!("`{}` is not an id: letters, digits, `.`, `-` and `_`", arguments.model))?;
    let models = arguments.folder.join(MODELS_FOLDER);
    let provider_file = arguments.folder.join(PROVIDER_FILE);
    let model_file = models.join(format!("{id}.toml"));
    refuse_existing(&[&provider_file, &model_file])?;
    fs::create_dir_all(&models).with_context(|| format!("cannot make `{}`", models.display()))?;
    write_new(&provider_file, PROVIDER)?;
    write_new(&model_file, MODEL)?;
    let folder = arguments.folder.display().to_string();
    let message =
        words.with("init-done", &[("folder", folder.into()), ("model", model_file.display().to_string().into())]);
    write_to(None, |out| Ok(writeln!(out, "{message}")?))
}

/// Refuses to begin where one of the files is there already.
fn refuse_existing(files: &[&Path]) -> Result<()> {
    match files.iter().find(|file| file.exists()) {
        Some(file) => Err(anyhow!("`{}` is there already; nothing was written", file.display())),
        None => Ok(()),
    }
}

/// Creates a file that must not be there: two runs at once cannot overwrite each other.
fn write_new(path: &Path, text: &str) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => anyhow!("`{}` is there already; it was not overwritten", path.display()),
        _ => anyhow::Error::from(error).context(format!("cannot write `{}`", path.display())),
    })?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a file would keep the next run from writing it.
        let _ = fs::remove_file(path);
        anyhow::Error::from(error).context(format!("cannot write `{}`", path.display()))
    })
}
