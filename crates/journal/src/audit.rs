//! Derives a log anew from its entries and lists every difference to its tiles and its checkpoint.
//! It reads the log once from the beginning to the end, and needs the same memory for every size.

use thiserror::Error;

use crate::bundle::{self, BundleError, BundleId};
use crate::checkpoint::Checkpoint;
use crate::frontier::Frontier;
use crate::hash::Hash;
use crate::tile::{self, FULL, TileError, TileId};

/// Where a log is read from: a folder, an archive, a database, a server.
pub trait LogFiles {
    /// Why something cannot be read that may well be there.
    type Error;
    /// The bytes of a bundle of entries, or nothing if it is not there.
    fn bundle(&mut self, id: BundleId) -> Result<Option<Vec<u8>>, Self::Error>;
    /// The bytes of a tile, or nothing if it is not there.
    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Self::Error>;
}

/// Something that is not as the entries and the checkpoint say.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Difference {
    /// Entries are not there.
    #[error("`{0}` is missing")]
    MissingBundle(BundleId),
    /// The bytes are not a bundle of so many entries.
    #[error("`{0}` is broken: {1}")]
    BrokenBundle(BundleId, BundleError),
    /// A full tile is not there. Partial tiles may be missing, as they follow from the rest.
    #[error("`{0}` is missing")]
    MissingTile(TileId),
    /// The bytes are not a tile of that width.
    #[error("`{0}` is broken: {1}")]
    BrokenTile(TileId, TileError),
    /// A tile has a hash that is not that of what lies below: of the entry, or of the tile.
    #[error("hash {position} of `{tile}` is not that of what lies below it")]
    Hash {
        /// The tile.
        tile: TileId,
        /// The place of the hash in it, from 0.
        position: usize,
    },
    /// Everything that is there gives another root than the one that was signed.
    #[error("the entries give the root {derived}, and the checkpoint of {size} entries has {signed}")]
    Root {
        /// The size of the checkpoint.
        size: u64,
        /// The root of the checkpoint.
        signed: Hash,
        /// The root that the entries give.
        derived: Hash,
    },
    /// So much is missing that no root follows.
    #[error("no root follows from what is there, so the checkpoint is not confirmed")]
    NoRoot,
}

/// Lists every difference between the entries, the tiles and the checkpoint of a log, and shows each entry that is
/// there to `visit`, with its place.
///
/// The signatures of the checkpoint, and what the entries mean, are not looked at.
pub fn audit<F: LogFiles>(
    files: &mut F,
    checkpoint: &Checkpoint,
    mut visit: impl FnMut(u64, &[u8]),
) -> Result<Vec<Difference>, F::Error> {
    let mut audit =
        Audit { files, size: checkpoint.size, frontier: Some(Frontier::default()), differences: Vec::new() };
    let mut index = 0;
    while let Some(id) = BundleId::in_log(index, checkpoint.size) {
        audit.entries(id, &mut visit)?;
        index += 1;
    }
    audit.right_edge()?;
    Ok(audit.finish(checkpoint))
}

struct Audit<'f, F> {
    files: &'f mut F,
    size: u64,
    /// The tree over the entries so far; nothing once entries are lost whose hashes are lost as well.
    frontier: Option<Frontier>,
    differences: Vec<Difference>,
}

impl<F: LogFiles> Audit<'_, F> {
    fn entries(&mut self, id: BundleId, visit: &mut impl FnMut(u64, &[u8])) -> Result<(), F::Error> {
        let below = self.bundle(id, visit)?;
        let tile = match TileId::in_tree(0, id.index(), self.size) {
            Some(tile) => self.tile(tile)?.map(|hashes| (tile, hashes)),
            None => None,
        };
        let leaves = match (below, tile) {
            (Some(leaves), Some((tile, hashes))) => {
                self.compare(tile, &leaves, &hashes);
                Some(leaves)
            }
            (leaves, tile) => leaves.or(tile.map(|(_, hashes)| hashes)),
        };
        let Some((frontier, leaves)) = self.frontier.as_mut().zip(leaves) else {
            self.frontier = None;
            return Ok(());
        };
        let mut completed = Vec::new();
        for leaf in leaves {
            frontier.append(leaf, |tile, hashes| {
                // The tiles of the entries themselves were compared above.
                if tile.level() > 0 {
                    completed.push((tile, hashes.to_vec()));
                }
            });
        }
        for (tile, derived) in completed {
            if let Some(hashes) = self.tile(tile)? {
                self.compare(tile, &derived, &hashes);
            }
        }
        Ok(())
    }

    /// The hashes of the entries of a bundle.
    fn bundle(&mut self, id: BundleId, visit: &mut impl FnMut(u64, &[u8])) -> Result<Option<Vec<Hash>>, F::Error> {
        let Some(bytes) = self.files.bundle(id)? else {
            self.differences.push(Difference::MissingBundle(id));
            return Ok(None);
        };
        match bundle::parse(&bytes, id.width()) {
            Ok(entries) => {
                (id.index() * u64::from(FULL)..).zip(&entries).for_each(|(index, entry)| visit(index, entry));
                Ok(Some(entries.into_iter().map(Hash::of_leaf).collect()))
            }
            Err(error) => {
                self.differences.push(Difference::BrokenBundle(id, error));
                Ok(None)
            }
        }
    }

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<Hash>>, F::Error> {
        let Some(bytes) = self.files.tile(id)? else {
            if id.is_full() {
                self.differences.push(Difference::MissingTile(id));
            }
            return Ok(None);
        };
        let parsed = tile::parse(&bytes, id.width());
        Ok(parsed.map_err(|error| self.differences.push(Difference::BrokenTile(id, error))).ok())
    }

    fn compare(&mut self, tile: TileId, derived: &[Hash], hashes: &[Hash]) {
        let pairs = derived.iter().zip(hashes).enumerate();
        let wrong = pairs.filter(|(_, (derived, hash))| derived != hash);
        self.differences.extend(wrong.map(|(position, _)| Difference::Hash { tile, position }));
    }

    /// The partial tiles above those of the entries.
    fn right_edge(&mut self) -> Result<(), F::Error> {
        let Some(frontier) = self.frontier.clone() else { return Ok(()) };
        for (tile, derived) in frontier.partial_tiles().filter(|(tile, _)| tile.level() > 0) {
            if let Some(hashes) = self.tile(tile)? {
                self.compare(tile, derived, &hashes);
            }
        }
        Ok(())
    }

    fn finish(mut self, checkpoint: &Checkpoint) -> Vec<Difference> {
        match self.frontier.map(|frontier| frontier.root()) {
            None => self.differences.push(Difference::NoRoot),
            Some(derived) if derived != checkpoint.root => {
                self.differences.push(Difference::Root { size: checkpoint.size, signed: checkpoint.root, derived });
            }
            Some(_) => {}
        }
        self.differences
    }
}

#[cfg(test)]
mod tests;
