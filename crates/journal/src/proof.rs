//! Proofs over the tree (RFC 6962, sections 2.1.1 and 2.1.2): made from tiles, checked from nothing but hashes.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::hash::Hash;
use crate::tile::{HEIGHT, TileId};

/// Why a proof cannot be made.
#[derive(Debug, Error)]
pub enum TreeError<E> {
    /// A tile cannot be read.
    #[error("a tile cannot be read")]
    Read(#[source] E),
    /// A tile has fewer hashes than the tree has there.
    #[error("tile {index} of level {level} has {found} hashes, and {width} were asked for")]
    Narrow {
        /// The level of the tile.
        level: u8,
        /// Its index.
        index: u64,
        /// How many hashes were asked for.
        width: u16,
        /// How many there were.
        found: usize,
    },
    /// There is no such proof: the entry or the older tree is beyond the tree.
    #[error("the tree has {size} entries, and {asked} is beyond it")]
    Beyond {
        /// How large the tree is.
        size: u64,
        /// What was asked for: an entry or a size.
        asked: u64,
    },
}

/// What a proof fails to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ProofError {
    /// An entry beyond the tree, or an older tree that is larger.
    #[error("{asked} is beyond a tree of {size} entries")]
    Beyond {
        /// How large the tree is.
        size: u64,
        /// What was asked for: an entry or a size.
        asked: u64,
    },
    /// More or fewer hashes than a proof of this place has.
    #[error("the proof has {found} hashes, which is not what a proof of this place in this tree has")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The hashes lead to another root.
    #[error("the proof does not lead to the root of the tree")]
    Root,
    /// The hashes lead to another root of the older tree.
    #[error("the proof does not lead to the root of the older tree")]
    OldRoot,
}

/// The root of a perfect tree over the hashes of a tile or of an aligned part of one.
pub fn fold(hashes: &[Hash]) -> Hash {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        row = row.chunks(2).map(fold_pair).collect();
    }
    row.first().copied().unwrap_or_else(Hash::of_nothing)
}

fn fold_pair(pair: &[Hash]) -> Hash {
    match *pair {
        [left, right] => Hash::of_node(left, right),
        [single] => single,
        _ => Hash::of_nothing(),
    }
}

/// A tree whose tiles are read when they are needed, each once.
struct Tree<R> {
    size: u64,
    read: R,
    tiles: BTreeMap<TileId, Vec<Hash>>,
}

/// The path from an entry up to the root of the tree of a size.
///
/// `read` is asked for tiles as the tree of that size has them; wider ones serve as well.
pub fn prove_inclusion<E>(
    index: u64,
    size: u64,
    read: impl FnMut(TileId) -> Result<Vec<Hash>, E>,
) -> Result<Vec<Hash>, TreeError<E>> {
    if index >= size {
        return Err(TreeError::Beyond { size, asked: index });
    }
    let mut tree = Tree { size, read, tiles: BTreeMap::new() };
    let mut path = Vec::new();
    let (mut low, mut high) = (0, size);
    while high - low > 1 {
        let middle = low + split(high - low);
        if index < middle {
            path.push(tree.root_between(middle, high)?);
            high = middle;
        } else {
            path.push(tree.root_between(low, middle)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The hashes that lead both to the root of the tree of an older size and to that of the tree of a size.
///
/// `read` is asked for tiles as the larger tree has them; wider ones serve as well.
pub fn prove_consistency<E>(
    old_size: u64,
    size: u64,
    read: impl FnMut(TileId) -> Result<Vec<Hash>, E>,
) -> Result<Vec<Hash>, TreeError<E>> {
    if old_size > size {
        return Err(TreeError::Beyond { size, asked: old_size });
    }
    let mut tree = Tree { size, read, tiles: BTreeMap::new() };
    let mut path = Vec::new();
    if old_size == 0 || old_size == size {
        return Ok(path);
    }
    let (mut low, mut high) = (0, size);
    while high != old_size {
        let middle = low + split(high - low);
        if old_size <= middle {
            path.push(tree.root_between(middle, high)?);
            high = middle;
        } else {
            path.push(tree.root_between(low, middle)?);
            low = middle;
        }
    }
    // When nothing was left aside, this is the root of the older tree, which the verifier has.
    if low > 0 {
        path.push(tree.root_between(low, high)?);
    }
    path.reverse();
    Ok(path)
}

/// The root of the tree of a size, from its tiles.
pub fn root<E>(size: u64, read: impl FnMut(TileId) -> Result<Vec<Hash>, E>) -> Result<Hash, TreeError<E>> {
    let mut tree = Tree { size, read, tiles: BTreeMap::new() };
    if size == 0 { Ok(Hash::of_nothing()) } else { tree.root_between(0, size) }
}

impl<E, R: FnMut(TileId) -> Result<Vec<Hash>, E>> Tree<R> {
    /// The root over the entries from one up to another; `low` must be aligned as the tree is.
    fn root_between(&mut self, low: u64, high: u64) -> Result<Hash, TreeError<E>> {
        let mut low = low;
        let mut peaks = Vec::new();
        while high - low > 0 {
            let height = (high - low).ilog2();
            peaks.push(self.perfect(low, height)?);
            low += 1 << height;
        }
        let folded = peaks.into_iter().rev().reduce(|right, left| Hash::of_node(left, right));
        Ok(folded.unwrap_or_else(Hash::of_nothing))
    }

    /// The root of the perfect tree of a height that begins with an entry.
    fn perfect(&mut self, low: u64, height: u32) -> Result<Hash, TreeError<E>> {
        // A tree over a whole tile is one hash of the tile above, if that is there: it is, as the tree goes on so far.
        let level = height / u32::from(HEIGHT);
        let first = low >> (level * u32::from(HEIGHT));
        let count = 1_usize << (height % u32::from(HEIGHT));
        let (index, position) = (first >> HEIGHT, first & 0xff);
        let beyond = TreeError::Beyond { size: self.size, asked: low };
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        let Some(id) = TileId::in_tree(level, index, self.size) else { return Err(beyond) };
        let tile = self.tile(id)?;
        let hashes = usize::try_from(position).ok().and_then(|from| tile.get(from..from + count));
        hashes.map(fold).ok_or(beyond)
    }

    fn tile(&mut self, id: TileId) -> Result<&[Hash], TreeError<E>> {
        match self.tiles.entry(id) {
            std::collections::btree_map::Entry::Occupied(tile) => Ok(tile.into_mut()),
            std::collections::btree_map::Entry::Vacant(place) => {
                let tile = (self.read)(id).map_err(TreeError::Read)?;
                if tile.len() < usize::from(id.width()) {
                    let (level, index, width) = (id.level(), id.index(), id.width());
                    return Err(TreeError::Narrow { level, index, width, found: tile.len() });
                }
                Ok(place.insert(tile))
            }
        }
    }
}

/// The largest power of two below a number of at least two: where a tree of so many entries is split.
fn split(entries: u64) -> u64 {
    1 << (entries - 1).ilog2()
}

/// Checks that an entry stands at an index of the tree of a size with a root.
pub fn verify_inclusion(index: u64, size: u64, leaf: Hash, path: &[Hash], root: Hash) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Beyond { size, asked: index });
    }
    let (mut position, mut last) = (index, size - 1);
    let mut hash = leaf;
    for sibling in path {
        if last == 0 {
            return Err(ProofError::Length { found: path.len() });
        }
        if position & 1 == 1 || position == last {
            hash = Hash::of_node(*sibling, hash);
            // At the right edge, levels on which there is no neighbour to the right are passed over.
            while position & 1 == 0 && position != 0 {
                position >>= 1;
                last >>= 1;
            }
        } else {
            hash = Hash::of_node(hash, *sibling);
        }
        position >>= 1;
        last >>= 1;
    }
    match last {
        0 if hash == root => Ok(()),
        0 => Err(ProofError::Root),
        _ => Err(ProofError::Length { found: path.len() }),
    }
}

/// Checks that the tree of an older size with a root is the beginning of the tree of a size with a root.
pub fn verify_consistency(
    (old_size, old_root): (u64, Hash),
    (size, root): (u64, Hash),
    path: &[Hash],
) -> Result<(), ProofError> {
    if old_size > size {
        return Err(ProofError::Beyond { size, asked: old_size });
    }
    let length = ProofError::Length { found: path.len() };
    if old_size == 0 || old_size == size {
        let expected = if old_size == 0 { Hash::of_nothing() } else { root };
        return match path {
            [_, ..] => Err(length),
            [] if old_root != expected => Err(ProofError::OldRoot),
            [] if size == 0 && root != expected => Err(ProofError::Root),
            [] => Ok(()),
        };
    }
    // The proof begins with a perfect tree at the right edge of the older one; when that is all of it, with its root.
    let perfect = old_size.trailing_zeros();
    let (first, path) = if old_size.is_power_of_two() {
        (old_root, path)
    } else {
        let (first, rest) = path.split_first().ok_or(length)?;
        (*first, rest)
    };
    let (mut position, mut last) = ((old_size - 1) >> perfect, (size - 1) >> perfect);
    let (mut old, mut new) = (first, first);
    for sibling in path {
        if last == 0 {
            return Err(length);
        }
        if position & 1 == 1 || position == last {
            old = Hash::of_node(*sibling, old);
            new = Hash::of_node(*sibling, new);
            while position & 1 == 0 && position != 0 {
                position >>= 1;
                last >>= 1;
            }
        } else {
            new = Hash::of_node(new, *sibling);
        }
        position >>= 1;
        last >>= 1;
    }
    match () {
        () if last != 0 => Err(length),
        () if old != old_root => Err(ProofError::OldRoot),
        () if new != root => Err(ProofError::Root),
        () => Ok(()),
    }
}

#[cfg(test)]
pub(crate) mod tests;
