//! How far a long work is, on a terminal and nowhere else.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that shows itself once a work takes longer than a moment.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A bar for the entries of a journal, or for the bytes of a file.
    pub(crate) fn of_entries() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len}, {eta}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// So many of so many are done.
    pub(crate) fn set(&self, done: u64, all: u64) {
        self.0.set_length(all);
        self.0.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
