//! The clocks by which is measured, and what the machine itself can do: durable writes in a folder, and SHA-256.

use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use sha2::{Digest as _, Sha256};

use crate::Outcome;

/// A moment, by both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopwatch {
    wall: Duration,
    cpu: Duration,
}

impl Stopwatch {
    pub(crate) fn start() -> Outcome<Self> {
        Ok(Self { wall: read(ClockId::Monotonic)?, cpu: read(ClockId::ProcessCPUTime)? })
    }

    /// How long ago it was started.
    pub(crate) fn wall(&self) -> Outcome<Duration> {
        Ok(read(ClockId::Monotonic)?.saturating_sub(self.wall))
    }

    /// How much CPU time this process has used since.
    pub(crate) fn cpu(&self) -> Outcome<Duration> {
        Ok(read(ClockId::ProcessCPUTime)?.saturating_sub(self.cpu))
    }
}

fn read(clock: ClockId) -> Outcome<Duration> {
    let time = clock_gettime(clock);
    Ok(Duration::new(time.tv_sec.try_into()?, time.tv_nsec.try_into()?))
}

/// A file to which pages are added, each of which is on the disk before the next.
pub(crate) struct DurableFile(File);

impl DurableFile {
    pub(crate) fn create(folder: &Path) -> Outcome<Self> {
        Ok(Self(File::create(folder.join("durable-writes"))?))
    }

    /// Adds a page of 4 KiB, and says how long it took until it was on the disk.
    pub(crate) fn add(&mut self) -> Outcome<Duration> {
        let watch = Stopwatch::start()?;
        self.0.write_all(&[7; 4096])?;
        self.0.sync_data()?;
        watch.wall()
    }
}

/// The least CPU time of SHA-256 over a node of the tree.
pub(crate) fn hashing() -> Outcome<Duration> {
    const NODES: u32 = 100_000;
    let mut least = Duration::MAX;
    for _ in 0..10 {
        let watch = Stopwatch::start()?;
        for _ in 0..NODES {
            black_box(Sha256::digest(black_box([7_u8; 65])));
        }
        least = least.min(watch.cpu()? / NODES);
    }
    Ok(least)
}
