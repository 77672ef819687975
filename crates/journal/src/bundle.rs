//! The entries themselves in pieces of 256 (C2SP tlog-tiles, entry bundles): their names and bytes.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::tile::{self, FULL};

/// Which entries, and how many of them.
// Invariant: the width is between 1 and 256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BundleId {
    index: u64,
    width: u16,
}

/// Why something is not a bundle of entries or not the name of one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// Not the path of a bundle, or not as it is spelled.
    #[error("`{path}` is not the path of a bundle, such as `tile/entries/x001/067.p/5`")]
    Path {
        /// What was given.
        path: String,
    },
    /// An entry that is longer than its length can say.
    #[error("an entry has {length} bytes, and a bundle takes 65535 at most")]
    TooLong {
        /// How many bytes it has.
        length: usize,
    },
    /// The bytes end within an entry or before the last.
    #[error("the bundle ends within entry {position} of {width}")]
    Truncated {
        /// The entry, from 0.
        position: u16,
        /// How many there should be.
        width: u16,
    },
    /// There are bytes after the last entry.
    #[error("the bundle goes on after its {width} entries")]
    Trailing {
        /// How many there should be.
        width: u16,
    },
}

impl BundleId {
    /// A bundle, when there can be such a one.
    pub fn new(index: u64, width: u16) -> Option<Self> {
        (1..=FULL).contains(&width).then_some(Self { index, width })
    }

    /// The bundle as a log of a size has it: full, partial at the right edge, or not at all.
    pub fn in_log(index: u64, size: u64) -> Option<Self> {
        let width = size.checked_sub(index.checked_mul(u64::from(FULL))?)?.min(u64::from(FULL));
        Self::new(index, u16::try_from(width).ok()?)
    }

    /// Its place among the bundles, from 0; it begins with the entry of 256 times that.
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many entries it has.
    pub fn width(self) -> u16 {
        self.width
    }

    /// Whether it has all its entries, and so never changes again.
    pub fn is_full(self) -> bool {
        self.width == FULL
    }
}

/// Writes the path below the prefix of the log, such as `tile/entries/x001/067.p/5`.
impl fmt::Display for BundleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tile/entries/")?;
        tile::write_place(f, self.index, self.width)
    }
}

impl FromStr for BundleId {
    type Err = BundleError;

    fn from_str(path: &str) -> Result<Self, Self::Err> {
        let place = path.strip_prefix("tile/entries/").and_then(tile::parse_place);
        place
            .and_then(|(index, width)| Self::new(index, width))
            .ok_or_else(|| BundleError::Path { path: path.to_owned() })
    }
}

/// Appends an entry to the bytes of a bundle.
pub fn push(bundle: &mut Vec<u8>, entry: &[u8]) -> Result<(), BundleError> {
    let length = u16::try_from(entry.len()).map_err(|_| BundleError::TooLong { length: entry.len() })?;
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(entry);
    Ok(())
}

/// Reads the entries of a bundle of a width.
pub fn parse(mut bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    let mut entries = Vec::with_capacity(usize::from(width));
    for position in 0..width {
        let split = bytes.split_first_chunk().and_then(|(length, rest)| {
            let length = u16::from_be_bytes(*length);
            rest.split_at_checked(usize::from(length))
        });
        let (entry, rest) = split.ok_or(BundleError::Truncated { position, width })?;
        entries.push(entry);
        bytes = rest;
    }
    if bytes.is_empty() { Ok(entries) } else { Err(BundleError::Trailing { width }) }
}

#[cfg(test)]
mod tests;
