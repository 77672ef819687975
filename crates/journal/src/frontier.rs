//! The right edge of the tree: all that is needed to append to it and to know its root.

use crate::hash::Hash;
use crate::proof::{TreeError, fold};
use crate::tile::{FULL, HEIGHT, TileId};

/// The right edge of a tree of entries.
// Invariant: `peaks` has the root of one perfect tree for each bit of `size` that is set, the largest first, and
// `edge` has the partial tiles of the tree, those of the entries first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
    edge: Vec<Vec<Hash>>,
}

impl Frontier {
    /// Takes the edge up again from the partial tiles of a tree, at most one on each level.
    pub fn restore<E>(size: u64, mut read: impl FnMut(TileId) -> Result<Vec<Hash>, E>) -> Result<Self, TreeError<E>> {
        let mut frontier = Self { size, ..Self::default() };
        let mut level = 0;
        while let Some(hashes) = size.checked_shr(u32::from(level) * u32::from(HEIGHT)).filter(|hashes| *hashes > 0) {
            let partial = TileId::in_tree(level, hashes / u64::from(FULL), size);
            let mut tile = match partial {
                Some(id) => read(id).map_err(TreeError::Read)?,
                None => Vec::new(),
            };
            let width = partial.map_or(0, TileId::width);
            if tile.len() < usize::from(width) {
                return Err(TreeError::Narrow { level, index: hashes / u64::from(FULL), width, found: tile.len() });
            }
            tile.truncate(usize::from(width));
            frontier.peaks.splice(0..0, peaks_of(&tile));
            frontier.edge.push(tile);
            level += 1;
        }
        Ok(frontier)
    }

    /// Appends an entry by its hash; each tile that is full with it is handed out, the lowest first.
    pub fn append(&mut self, leaf: Hash, mut completed: impl FnMut(TileId, &[Hash])) {
        let mut hash = leaf;
        let mut level = 0;
        let mut height = 0;
        loop {
            // At the height of a tile's foot the hash is one that a tile has.
            if height % HEIGHT == 0 {
                self.extend_edge(level, hash, &mut completed);
                level += 1;
            }
            // As in counting: where the bit is set, the perfect tree there and this one make the next larger.
            if self.size.checked_shr(u32::from(height)).is_none_or(|bits| bits & 1 == 0) {
                break;
            }
            let Some(left) = self.peaks.pop() else { break };
            hash = Hash::of_node(left, hash);
            height += 1;
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    fn extend_edge(&mut self, level: u8, hash: Hash, completed: &mut impl FnMut(TileId, &[Hash])) {
        let Some(tile) = self.edge.get_mut(usize::from(level)) else {
            self.edge.push(vec![hash]);
            return;
        };
        tile.push(hash);
        if tile.len() == usize::from(FULL) {
            let entries = u32::from(level + 1) * u32::from(HEIGHT);
            completed(TileId::full(level, self.size.checked_shr(entries).unwrap_or(0)), tile);
            tile.clear();
        }
    }

    /// How many entries the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        let folded = self.peaks.iter().rev().copied().reduce(|right, left| Hash::of_node(left, right));
        folded.unwrap_or_else(Hash::of_nothing)
    }

    /// The partial tiles of the tree, those of the entries first.
    pub fn partial_tiles(&self) -> impl Iterator<Item = (TileId, &[Hash])> {
        self.edge.iter().zip(0_u8..).filter_map(|(tile, level)| {
            let index = self.size.checked_shr((u32::from(level) + 1) * u32::from(HEIGHT)).unwrap_or(0);
            Some((TileId::new(level, index, u16::try_from(tile.len()).ok()?)?, tile.as_slice()))
        })
    }
}

/// The roots of the perfect trees over a partial tile's hashes, the largest first.
fn peaks_of(tile: &[Hash]) -> Vec<Hash> {
    let mut rest = tile;
    let mut peaks = Vec::new();
    for height in (0..HEIGHT).rev() {
        if tile.len() & (1 << height) != 0 {
            let (perfect, after) = rest.split_at_checked(1 << height).unwrap_or((rest, &[]));
            peaks.push(fold(perfect));
            rest = after;
        }
    }
    peaks
}

#[cfg(test)]
mod tests;
