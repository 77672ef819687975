//! Checking again whenever a file of the code changes.
//!
//! The files are looked at twice a second: a code has a handful of them, and this works on every file system.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use adhere_formats::code_source::{MANIFEST_FILE, named_files};
use adhere_formats::source_file::read_text;
use anyhow::anyhow;

use crate::cli::arguments::CheckArguments;
use crate::cli::{CommandError, Exit};
use crate::output::tell;
use crate::words::Words;

const PAUSE: Duration = Duration::from_millis(500);

/// What tells one state of a file from another.
type State = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// Checks, waits for a change, and checks again, until the program is stopped.
pub(super) fn watch(
    arguments: &CheckArguments,
    words: &Words,
    check: impl Fn() -> Result<(), CommandError>,
) -> Result<Exit, CommandError> {
    let folder = Path::new(&arguments.code);
    if !folder.is_dir() {
        return Err(anyhow!("`{}` is not a folder: only a folder can be watched", folder.display()).into());
    }
    let mut seen = state(folder);
    loop {
        check()?;
        tell(&words.with("check-watching", &[("folder", folder.display().to_string().into())]));
        let mut now = seen.clone();
        while now == seen {
            sleep(PAUSE);
            now = state(folder);
        }
        seen = now;
    }
}

/// The manifest and the files that it names.
fn state(folder: &Path) -> State {
    let manifest = folder.join(MANIFEST_FILE);
    let named = read_text(&manifest).map(|text| named_files(&text)).unwrap_or_default();
    let files = named.all().map(|name| folder.join(name)).collect::<Vec<_>>();
    let of = |file: PathBuf| {
        let metadata = file.metadata().ok();
        let state = metadata.and_then(|metadata| Some((metadata.modified().ok()?, metadata.len())));
        (file, state)
    };
    std::iter::once(manifest).chain(files).map(of).collect()
}
