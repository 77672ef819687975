//! Which code a command means: one that ships, by its id, or one of the user's, by its folder.

use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_source::{CodeFolder, MANIFEST_FILE, read_code_folder};
use adhere_formats::shipped;
use anyhow::anyhow;

use crate::cli::CommandError;

/// Finds a code by `id`, `id@version` or the path of its folder.
pub(in crate::cli) fn find_code(name: &str, corpus: &Corpus) -> Result<CodeFolder, CommandError> {
    match folder_of(name) {
        Some(folder) => Ok(read_code_folder(folder, corpus)?),
        None => find_shipped(name, corpus),
    }
}

/// The folder that a name means, if it means one.
///
/// What looks like a path is one, so that a mistyped folder is not looked up among the shipped codes.
pub(in crate::cli) fn folder_of(name: &str) -> Option<&Path> {
    let path = Path::new(name);
    let is_path = path.components().count() != 1 || name.starts_with('.') || name.ends_with(['/', '\\']);
    (is_path || path.join(MANIFEST_FILE).exists()).then_some(path)
}

/// Finds a shipped code by `id` or `id@version`.
pub(in crate::cli) fn find_shipped(name: &str, corpus: &Corpus) -> Result<CodeFolder, CommandError> {
    let codes = shipped::codes(corpus)?;
    let known: Vec<String> = codes.iter().map(|shipped| full_name(&shipped.source.code)).collect();
    let is_meant = |code: &Code| name == code.id.as_str() || name == full_name(code);
    let found = codes.into_iter().find(|shipped| is_meant(&shipped.source.code));
    let found = found.ok_or_else(|| {
        let known = known.join("`, `");
        anyhow!(
            "there is no code `{name}`: adhere has `{known}`, and `{name}` is not a folder with a `{MANIFEST_FILE}`"
        )
    })?;
    Ok(CodeFolder { source: found.source, files: owned(found.files) })
}

/// Refuses two codes that are not versions of one.
pub(in crate::cli) fn same_code(old: &Code, new: &Code) -> anyhow::Result<()> {
    if old.id == new.id {
        return Ok(());
    }
    let (old, new) = (full_name(old), full_name(new));
    Err(anyhow!("`{old}` is not a version of the code of `{new}`: their ids differ"))
}

/// A code with its version, such as `gpai@2025-07-10`.
pub(in crate::cli) fn full_name(code: &Code) -> String {
    format!("{}@{}", code.id, code.version)
}

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}
