//! The journal's rows: entries, full tiles of the tree and signed checkpoints. They are added to, and never changed.
//!
//! Partial tiles are computed: those of entries from the entries, those above from the full tiles below.

use adhere_journal::frontier::Frontier;
use adhere_journal::hash::Hash;
use adhere_journal::private::{Opening, Record};
use adhere_journal::proof::fold;
use adhere_journal::tile::{self, TileId};
use jiff::Timestamp;

use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::error::StoreError;

/// How many rows are read at once where all are read.
pub(crate) const CHUNK: u64 = 1000;

/// Where the journal ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub size: u64,
    /// The root of their tree.
    pub root: Hash,
    /// The signed checkpoint.
    pub note: String,
}

/// A leaf as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its place, from 0.
    pub entry_id: u64,
    /// Its bytes: those that the tree has.
    pub body: Vec<u8>,
    /// What opens it, if it is private and was not erased: the salt and the entry's bytes.
    pub opening: Option<(Vec<u8>, Vec<u8>)>,
}

/// The right edge of the tree, and when the last entry was made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edge {
    pub(crate) frontier: Frontier,
    pub(crate) last: Option<Timestamp>,
}

/// Where the journal ends, unless nothing was ever recorded.
pub(crate) fn head(tx: &mut Transaction<'_>) -> Result<Option<Head>, DbError> {
    tx.one(statement!("journal/head"), &[], |row| read_head(&row))
}

/// The checkpoint that was signed for a size, if one was.
pub(crate) fn checkpoint(tx: &mut Transaction<'_>, size: u64) -> Result<Option<Head>, DbError> {
    tx.one(statement!("journal/checkpoint"), &[number(size)], |row| read_head(&row))
}

/// A row with a size, a root and a note.
pub(crate) fn read_head(row: &Row<'_>) -> Result<Head, DbError> {
    let root = row.blob(1)?.try_into().map_err(|_| row.not(1, "32 bytes"))?;
    Ok(Head { size: row.count(0)?, root: Hash(root), note: row.text(2)?.to_owned() })
}

impl Edge {
    /// Whether the journal still ends here.
    pub(crate) fn is_at(&self, head: Option<&Head>) -> bool {
        match head {
            None => self.frontier.size() == 0,
            Some(head) => self.frontier.size() == head.size && self.frontier.root() == head.root,
        }
    }

    /// The edge at a head, from this one when not much was recorded since.
    pub(crate) fn advance(self, tx: &mut Transaction<'_>, head: Option<&Head>) -> Result<Self, StoreError> {
        let size = head.map_or(0, |head| head.size);
        let since = size.checked_sub(self.frontier.size()).filter(|since| *since <= CHUNK);
        let (Some(since), 1..) = (since, self.frontier.size()) else { return Self::restore(tx, head) };
        let mut next = self;
        for leaf in leaves(tx, next.frontier.size(), since)? {
            next.frontier.append(Hash::of_leaf(&leaf.body), |_, _| {});
            next.last = Some(Record::parse(&leaf.body)?.at());
        }
        // What was known here may be of another history, which a restored copy of the database has not.
        if next.is_at(head) { Ok(next) } else { Self::restore(tx, head) }
    }

    /// The hashes of a tile, full or partial, of the tree up to this edge or of one before it.
    pub(crate) fn tile(&self, tx: &mut Transaction<'_>, id: TileId) -> Result<Vec<Hash>, StoreError> {
        let width = usize::from(id.width());
        let mut partial = self.frontier.partial_tiles();
        let known = partial.find(|(own, _)| (own.level(), own.index()) == (id.level(), id.index()));
        match known.and_then(|(_, hashes)| hashes.get(..width)) {
            Some(hashes) => Ok(hashes.to_vec()),
            None => tile(tx, id),
        }
    }

    /// Takes the edge up from what is kept: at most 255 entries and 255 tiles for each level above.
    pub(crate) fn restore(tx: &mut Transaction<'_>, head: Option<&Head>) -> Result<Self, StoreError> {
        let Some(head) = head else { return Ok(Self::default()) };
        let frontier = Frontier::restore(head.size, |id| tile(tx, id))?;
        if frontier.root() != head.root {
            return Err(StoreError::OtherRoot { size: head.size });
        }
        let last = leaves(tx, head.size.saturating_sub(1), 1)?.pop();
        let last = last.map(|leaf| Record::parse(&leaf.body).map(|record| record.at())).transpose()?;
        Ok(Self { frontier, last })
    }
}

/// Leaves from a place on, at most so many.
pub(crate) fn leaves(tx: &mut Transaction<'_>, from: u64, limit: u64) -> Result<Vec<Leaf>, DbError> {
    tx.all(statement!("journal/from"), &[number(from), number(limit)], |row| read_leaf(&row))
}

/// A row with an entry and what opens it.
pub(crate) fn read_leaf(row: &Row<'_>) -> Result<Leaf, DbError> {
    let opening = match row.optional_blob(2)? {
        Some(salt) => Some((salt.to_vec(), row.blob(3)?.to_vec())),
        None => None,
    };
    Ok(Leaf { entry_id: row.count(0)?, body: row.blob(1)?.to_vec(), opening })
}

/// Hands over all leaves from a place on, in their order, never many at once.
pub(crate) fn each_leaf<E: From<DbError>>(
    tx: &mut Transaction<'_>,
    from: u64,
    mut each: impl FnMut(&mut Transaction<'_>, Leaf) -> Result<(), E>,
) -> Result<(), E> {
    let mut next = from;
    loop {
        let chunk = leaves(tx, next, CHUNK)?;
        let Some(last) = chunk.last() else { return Ok(()) };
        next = last.entry_id + 1;
        chunk.into_iter().try_for_each(|leaf| each(tx, leaf))?;
    }
}

/// The hashes of a tile, full or partial.
pub(crate) fn tile(tx: &mut Transaction<'_>, id: TileId) -> Result<Vec<Hash>, StoreError> {
    if id.is_full() {
        return full_tile(tx, id.level(), id.index())?
            .ok_or(StoreError::NoTile { level: id.level(), index: id.index() });
    }
    // The tile of a smaller tree is the beginning of the one that is full by now.
    if let Some(mut hashes) = full_tile(tx, id.level(), id.index())? {
        hashes.truncate(usize::from(id.width()));
        return Ok(hashes);
    }
    let first = id.index() * u64::from(tile::FULL);
    if id.level() == 0 {
        let mut hashes = Vec::with_capacity(usize::from(id.width()));
        tx.each(statement!("journal/bodies"), &[number(first), number(u64::from(id.width()))], |row| {
            hashes.push(Hash::of_leaf(row.blob(0)?));
            Ok(())
        })?;
        return Ok(hashes);
    }
    let below = first..first + u64::from(id.width());
    let below = below.map(|index| {
        let hashes = full_tile(tx, id.level() - 1, index)?;
        hashes.map(|hashes| fold(&hashes)).ok_or(StoreError::NoTile { level: id.level() - 1, index })
    });
    below.collect()
}

fn full_tile(tx: &mut Transaction<'_>, level: u8, index: u64) -> Result<Option<Vec<Hash>>, DbError> {
    tx.one(statement!("journal/tile"), &[Value::Integer(level.into()), number(index)], |row| {
        tile::parse(row.blob(0)?, tile::FULL).map_err(|_| row.not(0, "a full tile"))
    })
}

/// Adds a leaf.
pub(crate) fn append(tx: &mut Transaction<'_>, entry_id: u64, body: &[u8]) -> Result<(), DbError> {
    tx.add(statement!("journal/append"), &[number(entry_id), Value::Blob(body)])
}

/// Adds what opens a private entry.
pub(crate) fn keep_opening(tx: &mut Transaction<'_>, entry_id: u64, opening: &Opening) -> Result<(), DbError> {
    let values = [number(entry_id), Value::Blob(&opening.salt()), Value::Blob(opening.bytes())];
    tx.add(statement!("journal/keep_opening"), &values)
}

/// Adds a tile that is full.
pub(crate) fn keep_tile(tx: &mut Transaction<'_>, id: TileId, hashes: &[Hash]) -> Result<(), DbError> {
    let bytes = tile::to_bytes(hashes);
    let values = [Value::Integer(id.level().into()), number(id.index()), Value::Blob(&bytes)];
    tx.add(statement!("journal/keep_tile"), &values)
}

/// Adds a signed checkpoint after the one for another size, unless it is the first.
pub(crate) fn keep_checkpoint(tx: &mut Transaction<'_>, previous: u64, head: &Head) -> Result<(), DbError> {
    let previous = if previous == 0 { Value::Null } else { number(previous) };
    let values = [number(head.size), previous, Value::Blob(&head.root.0), Value::Text(&head.note)];
    tx.execute(statement!("journal/keep_checkpoint"), &values).map(|_| ())
}

/// A count as a parameter; no database holds as many rows as would not fit.
pub(crate) fn number(count: u64) -> Value<'static> {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
