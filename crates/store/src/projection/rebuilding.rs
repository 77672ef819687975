//! Emptying the tables that follow from the journal, and filling them again from its entries.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::{PROJECTIONS, apply};
use crate::db::Transaction;
use crate::error::StoreError;
use crate::event::Recorded;
use crate::journal::{CHUNK, Leaf, leaves};
use crate::reading::opened;

/// So many threads open entries while another applies them.
const LANES: usize = 2;

/// So many chunks of entries are opened while another is applied: what is held stays the same however many there are.
const AHEAD: usize = 4;

/// A thread that opens entries: what goes to it, and what comes back.
struct Lane {
    chunks: SyncSender<Vec<Leaf>>,
    events: Receiver<Opened>,
}

/// The events of a chunk of entries; nothing for those that were erased.
type Opened = Result<Vec<Recorded>, StoreError>;

/// Empties every table that follows from the journal and fills it again; says how many entries were applied.
///
/// Entries that were erased are left out, as they were when they were erased.
pub(crate) fn rebuild(tx: &mut Transaction<'_>) -> Result<u64, StoreError> {
    tx.flush_mentions()?;
    let tables = PROJECTIONS.iter().rev().flat_map(|projection| projection.tables.iter().rev());
    for table in tables {
        tx.execute(table.empty, &[])?;
    }
    thread::scope(|scope| {
        let lanes = (0..LANES).map(|_| {
            let (chunks, to_open) = sync_channel(AHEAD);
            let (done, events) = sync_channel(AHEAD);
            scope.spawn(move || open_all(&to_open, &done));
            Lane { chunks, events }
        });
        fill(tx, &lanes.collect::<Vec<_>>())
    })
}

/// Reads entries, and applies the events that come back for them in the same order.
fn fill(tx: &mut Transaction<'_>, lanes: &[Lane]) -> Result<u64, StoreError> {
    let (mut next, mut applied) = (0, 0);
    let mut opening = VecDeque::new();
    for lane in lanes.iter().cycle() {
        let chunk = leaves(tx, next, CHUNK)?;
        let Some(last) = chunk.last() else { break };
        next = last.entry_id + 1;
        // It fails only when the other thread panicked, which ends this one as well.
        if lane.chunks.send(chunk).is_err() {
            break;
        }
        opening.push_back(lane);
        if opening.len() > AHEAD {
            applied += apply_next(tx, &mut opening)?;
        }
    }
    while !opening.is_empty() {
        applied += apply_next(tx, &mut opening)?;
    }
    Ok(applied)
}

/// Applies the events of the chunk that was sent first of those that are being opened.
fn apply_next(tx: &mut Transaction<'_>, opening: &mut VecDeque<&Lane>) -> Result<u64, StoreError> {
    match opening.pop_front().map(|lane| lane.events.recv()) {
        Some(Ok(opened)) => apply_all(tx, opened?),
        // A thread that panicked ends this one as well.
        Some(Err(_)) | None => Ok(0),
    }
}

/// Opens chunks until no more come, or nobody waits for them.
fn open_all(chunks: &Receiver<Vec<Leaf>>, done: &SyncSender<Opened>) {
    for chunk in chunks {
        let events = chunk.into_iter().filter_map(|leaf| opened(leaf).transpose());
        if done.send(events.collect()).is_err() {
            return;
        }
    }
}

fn apply_all(tx: &mut Transaction<'_>, events: Vec<Recorded>) -> Result<u64, StoreError> {
    let mut applied = 0;
    for recorded in events {
        apply(tx, &recorded)?;
        applied += 1;
    }
    Ok(applied)
}
