//! The journal itself: entries, what opens them, tiles and checkpoints, against the tree that the entries give.

use std::collections::{BTreeMap, BTreeSet};

use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::frontier::Frontier;
use adhere_journal::hash::Hash;
use adhere_journal::key::LogKey;
use adhere_journal::private::{Opening, Record};
use adhere_journal::tile::{self, TileId};
use serde::Deserialize;

use super::{Audit, AuditProgress, Finding};
use crate::db::{DbError, Transaction, Value, statement};
use crate::error::StoreError;
use crate::journal::{Head, Leaf, each_leaf, head, number, read_head};

/// How many checkpoints are held at once.
const CHUNK: u64 = 1000;

/// Looks at the journal's rows, from the first entry to the last.
pub(crate) fn look_at(tx: &mut Transaction<'_>, progress: &AuditProgress, audit: &mut Audit) -> Result<(), StoreError> {
    audit.head = head(tx)?;
    let mut walk = Walk::default();
    walk.checkpoint(tx, audit)?;
    each_leaf(tx, 0, |tx, leaf| {
        progress.step();
        walk.step(tx, &leaf, audit)
    })?;
    let (found, signed) = (walk.frontier.size(), audit.head.as_ref().map_or(0, |head| head.size));
    match &audit.head {
        None if found > 0 => audit.findings.push(Finding::Unsigned),
        _ if found < signed => audit.findings.push(Finding::EntriesTooFew { found, signed }),
        _ => {}
    }
    for id in walk.closed.difference(&walk.erased) {
        audit.findings.push(Finding::OpeningMissing(*id));
    }
    for id in walk.erased.difference(&walk.closed) {
        audit.findings.push(Finding::OpeningBack(*id));
    }
    stray_tiles(tx, &walk.frontier, audit)?;
    stray_openings(tx, audit)
}

/// What an entry on erasing says was erased.
#[derive(Deserialize)]
struct Erased {
    entries: BTreeSet<u64>,
}

/// What an entry on the instance's keys may say.
#[derive(Deserialize)]
struct Keys {
    purpose: Option<String>,
    log_key: Option<String>,
    new: Option<String>,
}

#[derive(Default)]
struct Walk {
    /// The key that signs, as the entries so far say; none when the journal does not begin as it should.
    signers: Vec<LogKey>,
    /// The key that signs after the next checkpoint.
    next: Option<LogKey>,
    frontier: Frontier,
    checkpoints: Checkpoints,
    signed_before: Option<u64>,
    /// Private entries that nothing opens.
    closed: BTreeSet<u64>,
    /// Entries that were erased, by what entries say.
    erased: BTreeSet<u64>,
}

/// The checkpoints to come, a few at a time.
#[derive(Default)]
struct Checkpoints {
    next: BTreeMap<u64, (Head, Option<u64>)>,
    read_to: Option<u64>,
    done: bool,
}

impl Checkpoints {
    /// The checkpoint for a size, asked for in rising order.
    fn take(&mut self, tx: &mut Transaction<'_>, size: u64) -> Result<Option<(Head, Option<u64>)>, DbError> {
        if self.next.is_empty() && !self.done {
            let after = self.read_to.map_or(Value::Integer(-1), number);
            let heads = tx.all(statement!("journal/checkpoints"), &[after, number(CHUNK)], |row| {
                Ok((read_head(&row)?, row.optional_count(3)?))
            })?;
            self.read_to = heads.last().map(|(head, _)| head.size);
            self.done = heads.is_empty();
            self.next = heads.into_iter().map(|kept| (kept.0.size, kept)).collect();
        }
        Ok(self.next.remove(&size))
    }
}

impl Walk {
    fn step(&mut self, tx: &mut Transaction<'_>, leaf: &Leaf, audit: &mut Audit) -> Result<(), StoreError> {
        let place = self.frontier.size();
        if leaf.entry_id != place {
            // What comes after a gap is held against what was signed as it stands: each entry is in another place.
            audit.findings.push(Finding::EntryMissing(place));
        }
        if audit.head.as_ref().is_some_and(|head| leaf.entry_id >= head.size) {
            audit.findings.push(Finding::EntryBeyondHead(leaf.entry_id));
        }
        if let Some(record) = look_at_leaf(leaf, audit) {
            self.rotate(&record);
            self.erase(leaf, &record);
        }
        let mut completed = Vec::new();
        self.frontier.append(Hash::of_leaf(&leaf.body), |id, hashes| completed.push((id, hashes.to_vec())));
        for (id, hashes) in completed {
            look_at_tile(tx, id, &hashes, audit)?;
        }
        audit.entries += 1;
        self.checkpoint(tx, audit)
    }

    fn checkpoint(&mut self, tx: &mut Transaction<'_>, audit: &mut Audit) -> Result<(), StoreError> {
        let size = self.frontier.size();
        let Some((head, previous)) = self.checkpoints.take(tx, size)? else { return Ok(()) };
        audit.checkpoints += 1;
        if previous != self.signed_before {
            audit.findings.push(Finding::CheckpointMissing { size });
        }
        self.signed_before = Some(size);
        if head.root != self.frontier.root() {
            audit.findings.push(Finding::RootWrong { size });
        }
        let is_signed = self.signers.iter().any(|key| {
            let says = Checkpoint { origin: key.name().clone(), size, root: head.root };
            let signed = SignedCheckpoint::open(head.note.as_bytes(), std::slice::from_ref(key));
            signed.is_ok_and(|signed| *signed.checkpoint() == says)
        });
        if !is_signed {
            audit.findings.push(Finding::CheckpointWrong { size });
        }
        // The change that recorded another key was the last that the old one signed.
        self.signers = self.next.take().map_or_else(|| std::mem::take(&mut self.signers), |next| vec![next]);
        Ok(())
    }

    /// Takes note of what is closed, and of what an entry says was erased.
    fn erase(&mut self, leaf: &Leaf, record: &Record) {
        match record {
            Record::Private(_) if leaf.opening.is_none() => {
                self.closed.insert(leaf.entry_id);
            }
            Record::Public(entry) if entry.kind == "instance.erased" => {
                let erased = entry.payload.read::<Erased>().map(|erased| erased.entries);
                self.erased.extend(erased.unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Takes the key that an entry says counts from now on.
    fn rotate(&mut self, record: &Record) {
        let Record::Public(entry) = record else { return };
        let is_first = self.frontier.size() == 0;
        let key = match (entry.kind.as_str(), is_first) {
            ("instance.created", true) | ("instance.key-rotated", _) => entry.payload.read::<Keys>(),
            _ => return,
        };
        let key = match key {
            Ok(Keys { purpose: None, log_key: key, .. }) => key,
            Ok(Keys { purpose: Some(purpose), new, .. }) if purpose == "log" => new,
            _ => return,
        };
        let key = key.and_then(|key| key.parse().ok());
        if is_first {
            self.signers = key.into_iter().collect();
        } else {
            self.next = key;
        }
    }
}

fn look_at_leaf(leaf: &Leaf, audit: &mut Audit) -> Option<Record> {
    let id = leaf.entry_id;
    let Ok(record) = Record::parse(&leaf.body) else {
        audit.findings.push(Finding::EntryUnreadable(id));
        return None;
    };
    if audit.last.is_some_and(|last| record.at() < last) {
        audit.findings.push(Finding::EntryOutOfTime(id));
    }
    audit.last = Some(record.at());
    match (&record, &leaf.opening) {
        (Record::Public(_), None) => {}
        (Record::Public(_), Some(_)) => audit.findings.push(Finding::OpeningStray(id)),
        (Record::Private(_), None) => audit.erased += 1,
        (Record::Private(commitment), Some((salt, body))) => {
            let salt = salt.as_slice().try_into().ok();
            let opening = salt.and_then(|salt| Opening::parse(salt, body.as_slice()).ok());
            if !opening.is_some_and(|opening| opening.opens(commitment)) {
                audit.findings.push(Finding::OpeningWrong(id));
            }
        }
    }
    Some(record)
}

fn look_at_tile(tx: &mut Transaction<'_>, id: TileId, hashes: &[Hash], audit: &mut Audit) -> Result<(), StoreError> {
    let (level, index) = (id.level(), id.index());
    let values = [Value::Integer(level.into()), number(index)];
    let kept = tx.one(statement!("journal/tile"), &values, |row| Ok(row.blob(0)? == tile::to_bytes(hashes)))?;
    match kept {
        Some(true) => {}
        Some(false) => audit.findings.push(Finding::TileWrong { level, index }),
        None => audit.findings.push(Finding::TileMissing { level, index }),
    }
    Ok(())
}

/// Tiles beyond those that the tree has.
fn stray_tiles(tx: &mut Transaction<'_>, frontier: &Frontier, audit: &mut Audit) -> Result<(), StoreError> {
    let size = frontier.size();
    tx.each(statement!("journal/tiles"), &[], |row| {
        let (level, index) = (row.integer(0)?, row.integer(1)?);
        let own = u8::try_from(level).ok().zip(u64::try_from(index).ok());
        let own = own.and_then(|(level, index)| TileId::in_tree(level, index, size));
        if !own.is_some_and(TileId::is_full) {
            audit.findings.push(Finding::TileStray { level, index });
        }
        Ok(())
    })?;
    Ok(())
}

/// What opens entries that are not there.
fn stray_openings(tx: &mut Transaction<'_>, audit: &mut Audit) -> Result<(), StoreError> {
    tx.each(statement!("journal/stray_openings"), &[], |row| {
        audit.findings.push(Finding::OpeningStray(row.count(0)?));
        Ok(())
    })?;
    Ok(())
}
