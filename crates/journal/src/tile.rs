//! The tree in pieces of 256 hashes (C2SP tlog-tiles): their names and bytes. A full tile never changes.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::hash::Hash;

/// How many hashes a full tile has.
pub const FULL: u16 = 256;
/// A tile stands for so many levels of the tree.
pub(crate) const HEIGHT: u8 = 8;
/// The highest level that a path may name.
const TOP: u8 = 63;

/// Which tile, and how much of it.
// Invariant: the level is at most 63, and the width between 1 and 256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TileId {
    level: u8,
    index: u64,
    width: u16,
}

/// Why something is not a tile or not the name of one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TileError {
    /// Not the path of a tile, or not as it is spelled.
    #[error("`{path}` is not the path of a tile, such as `tile/0/x001/067.p/5`")]
    Path {
        /// What was given.
        path: String,
    },
    /// The bytes are not so many hashes of 32 bytes.
    #[error("a tile of width {width} has {expected} bytes, and this has {found}")]
    Length {
        /// How many hashes were asked for.
        width: u16,
        /// How many bytes they have.
        expected: usize,
        /// How many bytes there are.
        found: usize,
    },
}

impl TileId {
    /// A tile, when there can be such a one.
    pub fn new(level: u8, index: u64, width: u16) -> Option<Self> {
        (level <= TOP && (1..=FULL).contains(&width)).then_some(Self { level, index, width })
    }

    /// A tile with all its hashes.
    pub(crate) const fn full(level: u8, index: u64) -> Self {
        Self { level, index, width: FULL }
    }

    /// The tile as a tree of a size has it: full, partial at the right edge, or not at all.
    pub fn in_tree(level: u8, index: u64, size: u64) -> Option<Self> {
        let hashes = hashes_at(level, size);
        let width = hashes.checked_sub(index.checked_mul(u64::from(FULL))?)?.min(u64::from(FULL));
        Self::new(level, index, u16::try_from(width).ok()?)
    }

    /// How high it is: its hashes are those of `256 ^ level` entries each.
    pub fn level(self) -> u8 {
        self.level
    }

    /// Its place among the tiles of its level, from 0.
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many hashes it has.
    pub fn width(self) -> u16 {
        self.width
    }

    /// Whether it has all its hashes, and so never changes again.
    pub fn is_full(self) -> bool {
        self.width == FULL
    }
}

/// How many hashes the tiles of a level have in a tree of a size.
pub(crate) fn hashes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(HEIGHT)).unwrap_or(0)
}

/// Writes the path below the prefix of the log, such as `tile/0/x001/067.p/5`.
impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        write_place(f, self.index, self.width)
    }
}

impl FromStr for TileId {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (level, place) = path.strip_prefix("tile/")?.split_once('/')?;
            let (index, width) = parse_place(place)?;
            Self::new(parse_decimal(level)?, index, width)
        };
        parse().ok_or_else(|| TileError::Path { path: path.to_owned() })
    }
}

/// The bytes of a tile.
pub fn to_bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// Reads the hashes of a tile of a width.
pub fn parse(bytes: &[u8], width: u16) -> Result<Vec<Hash>, TileError> {
    let expected = usize::from(width) * size_of::<Hash>();
    if bytes.len() != expected {
        return Err(TileError::Length { width, expected, found: bytes.len() });
    }
    Ok(bytes.as_chunks().0.iter().map(|hash| Hash(*hash)).collect())
}

/// Writes an index in groups of three digits and a width unless it is full: `x001/067.p/5`.
pub(crate) fn write_place(f: &mut fmt::Formatter<'_>, index: u64, width: u16) -> fmt::Result {
    let mut divisor = 1;
    while index / divisor >= 1000 {
        divisor *= 1000;
    }
    while divisor > 1 {
        write!(f, "x{:03}/", index / divisor % 1000)?;
        divisor /= 1000;
    }
    write!(f, "{:03}", index % 1000)?;
    if width == FULL { Ok(()) } else { write!(f, ".p/{width}") }
}

/// Reads an index and a width as [`write_place`] writes them, and in no other spelling.
pub(crate) fn parse_place(place: &str) -> Option<(u64, u16)> {
    let (groups, width) = match place.split_once(".p/") {
        Some((groups, width)) => (groups, parse_decimal(width).filter(|width| *width < FULL)?),
        None => (place, FULL),
    };
    let (before, last) = groups.rsplit_once('/').map_or((None, groups), |(before, last)| (Some(before), last));
    let mut index = 0_u64;
    for group in before.into_iter().flat_map(|before| before.split('/')) {
        index = index.checked_mul(1000)?.checked_add(three_digits(group.strip_prefix('x')?)?)?;
        if index == 0 {
            // A leading group of zeros would be a second spelling.
            return None;
        }
    }
    Some((index.checked_mul(1000)?.checked_add(three_digits(last)?)?, width))
}

fn three_digits(group: &str) -> Option<u64> {
    let is_group = group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit());
    if is_group { group.parse().ok() } else { None }
}

/// Reads a number in decimal digits without leading zeros.
pub(crate) fn parse_decimal<N: FromStr>(digits: &str) -> Option<N> {
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if is_plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
