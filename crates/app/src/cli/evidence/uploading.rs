//! A file on its way into the instance, with how far it is.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::Context as _;

use crate::cli::store::progress::Progress;

/// A file that is read.
pub(super) struct Upload {
    file: File,
    done: u64,
    all: u64,
    progress: Progress,
}

impl Upload {
    /// Opens a file.
    pub(super) fn of(path: &Path) -> anyhow::Result<Self> {
        let cannot = || format!("cannot read `{}`", path.display());
        let file = File::open(path).with_context(cannot)?;
        let all = file.metadata().with_context(cannot)?.len();
        Ok(Self { file, done: 0, all, progress: Progress::of_entries() })
    }
}

impl Read for Upload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.done = self.done.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        self.progress.set(self.done, self.all);
        Ok(count)
    }
}
