//! What the journal shows to others: checkpoints with what witnesses said of them, receipts, proofs that it only grew,
//! and its tiles and bundles as C2SP tlog-tiles names them.

use adhere_journal::bundle::{self, BundleId};
use adhere_journal::hash::Hash;
use adhere_journal::note::{Note, Signature};
use adhere_journal::proof::{prove_consistency, prove_inclusion};
use adhere_journal::receipt::Receipt;
use adhere_journal::tile::{self, TileId};

use crate::db::{Transaction, statement};
use crate::error::StoreError;
use crate::journal::{self, Edge, Head, Leaf, number};
use crate::store::Store;

impl Store {
    /// The checkpoint for a size with the cosignatures on it; nothing when none was signed for it.
    pub fn checkpoint(&self, size: u64) -> Result<Option<Note>, StoreError> {
        self.read(|tx| journal::checkpoint(tx, size)?.map(|head| cosigned(tx, &head)).transpose())
    }

    /// The latest checkpoint with the cosignatures on it.
    pub fn latest_checkpoint(&self) -> Result<Option<Note>, StoreError> {
        self.read(|tx| journal::head(tx)?.map(|head| cosigned(tx, &head)).transpose())
    }

    /// An entry as it is kept; nothing when there is none.
    pub fn leaf(&self, entry_id: u64) -> Result<Option<Leaf>, StoreError> {
        self.read(|tx| Ok(journal::leaves(tx, entry_id, 1)?.pop().filter(|leaf| leaf.entry_id == entry_id)))
    }

    /// Entries as they are kept, from one on, at most so many.
    pub fn leaves(&self, from: u64, limit: u64) -> Result<Vec<Leaf>, StoreError> {
        self.read(|tx| Ok(journal::leaves(tx, from, limit)?))
    }

    /// The receipt of an entry, under the last checkpoint that a witness cosigned after it, or else under the latest.
    pub fn receipt(&self, entry_id: u64) -> Result<Receipt, StoreError> {
        self.read(|tx| {
            let head = journal::head(tx)?;
            let size = head.as_ref().map_or(0, |head| head.size);
            let edge = self.edge(tx, head.as_ref())?;
            let after = [number(entry_id)];
            let witnessed =
                tx.one(statement!("witness/cosigned_after"), &after, |row| row.optional_count(0))?.flatten();
            let under = match witnessed {
                Some(size) => journal::checkpoint(tx, size)?,
                None => head,
            };
            let under =
                under.filter(|head| entry_id < head.size).ok_or(StoreError::Beyond { size, asked: entry_id })?;
            let note = cosigned(tx, &under)?;
            receipt_under(tx, &edge, entry_id, under.size, note)
        })
    }

    /// The proof that the journal of a size continues that of an older size.
    pub fn consistency(&self, old_size: u64, size: u64) -> Result<Vec<Hash>, StoreError> {
        self.read(|tx| {
            let head = journal::head(tx)?;
            let edge = self.edge(tx, head.as_ref())?;
            Ok(prove_consistency(old_size, size, |id| edge.tile(tx, id))?)
        })
    }

    /// The bytes of a tile; nothing when the journal does not have it.
    pub fn tile(&self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|tx| {
            let head = journal::head(tx)?;
            let size = head.as_ref().map_or(0, |head| head.size);
            let own = TileId::in_tree(id.level(), id.index(), size).filter(|own| id.width() <= own.width());
            let Some(_) = own else { return Ok(None) };
            let edge = self.edge(tx, head.as_ref())?;
            Ok(Some(tile::to_bytes(&edge.tile(tx, id)?)))
        })
    }

    /// The bytes of a bundle of entries; nothing when the journal does not have it.
    pub fn bundle(&self, id: BundleId) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|tx| {
            let size = journal::head(tx)?.map_or(0, |head| head.size);
            match BundleId::in_log(id.index(), size).filter(|own| id.width() <= own.width()) {
                Some(_) => bundle_of(tx, id).map(Some),
                None => Ok(None),
            }
        })
    }
}

/// The receipt of an entry under a checkpoint for a size.
pub(crate) fn receipt_under(
    tx: &mut Transaction<'_>,
    edge: &Edge,
    entry_id: u64,
    size: u64,
    note: Note,
) -> Result<Receipt, StoreError> {
    let path = prove_inclusion(entry_id, size, |id| edge.tile(tx, id))?;
    Ok(Receipt { extra: None, index: entry_id, path, note })
}

/// The entries of a bundle as the log gives them: commitments for what is private.
pub(crate) fn bundle_of(tx: &mut Transaction<'_>, id: BundleId) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    let first = id.index() * u64::from(tile::FULL);
    tx.each(statement!("journal/bodies"), &[number(first), number(id.width().into())], |row| {
        bundle::push(&mut bytes, row.blob(0)?).map_err(|_| row.not(0, "an entry that is short enough"))
    })?;
    Ok(bytes)
}

/// A checkpoint with the cosignatures on it.
pub(crate) fn cosigned(tx: &mut Transaction<'_>, head: &Head) -> Result<Note, StoreError> {
    let note = Note::parse(head.note.as_bytes()).map_err(|source| StoreError::KeptNote { size: head.size, source })?;
    let lines = tx.all(statement!("witness/cosignatures"), &[number(head.size)], |row| {
        row.parsed(0, "a line of a signature", Signature::parse)
    })?;
    Ok(lines.into_iter().fold(note, Note::with))
}
