//! Emptying the tables that follow from the journal, and filling them again from its entries.

use std::collections::VecDeque;
use std::mem;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::{PROJECTIONS, apply_rows, history};
use crate::db::{Mentions, Transaction};
use crate::error::StoreError;
use crate::event::Recorded;
use crate::journal::{CHUNK, Leaf, head, leaves};
use crate::reading::opened;

/// So many threads open entries while another applies them.
const LANES: usize = 2;

/// So many chunks of entries are opened while another is applied: what is held stays the same however many there are.
const AHEAD: usize = 4;

/// A thread that opens entries: what goes to it, and what comes back.
struct Lane {
    chunks: SyncSender<Chunk>,
    events: Receiver<Opened>,
}

/// What goes to a thread.
struct Chunk {
    leaves: Vec<Leaf>,
    /// Events that were applied: memory is given back most cheaply by threads that have time.
    applied: Vec<Recorded>,
}

type Opened = Result<Events, StoreError>;

/// The events of a chunk of entries, without those that were erased, and what they name.
struct Events {
    events: Vec<Recorded>,
    mentions: Mentions,
}

/// Is told how many entries were applied, of how many.
pub type Watch<'w> = &'w mut dyn FnMut(u64, u64);

/// Empties every table that follows from the journal and fills it again; says how many entries were applied.
///
/// Entries that were erased are left out, as they were when they were erased.
pub(crate) fn rebuild(tx: &mut Transaction<'_>) -> Result<u64, StoreError> {
    rebuild_watched(tx, &mut |_, _| {})
}

/// The same for somebody who watches how far it is.
pub(crate) fn rebuild_watched(tx: &mut Transaction<'_>, watch: Watch<'_>) -> Result<u64, StoreError> {
    let all = head(tx)?.map_or(0, |head| head.size);
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
        fill(tx, &lanes.collect::<Vec<_>>(), &mut |count| watch(count, all))
    })
}

/// Reads entries, and applies the events that come back for them in the same order.
fn fill(tx: &mut Transaction<'_>, lanes: &[Lane], applied_so_far: &mut dyn FnMut(u64)) -> Result<u64, StoreError> {
    let (mut next, mut count) = (0, 0_u64);
    let mut opening = VecDeque::new();
    let mut applied = Vec::new();
    for lane in lanes.iter().cycle() {
        let leaves = leaves(tx, next, CHUNK)?;
        let Some(last) = leaves.last() else { break };
        next = last.entry_id + 1;
        // It fails only when the other thread panicked, which ends this one as well.
        if lane.chunks.send(Chunk { leaves, applied: mem::take(&mut applied) }).is_err() {
            break;
        }
        opening.push_back(lane);
        if opening.len() > AHEAD {
            applied = apply_next(tx, &mut opening)?;
            count += applied.len() as u64;
            applied_so_far(count);
        }
    }
    while !opening.is_empty() {
        count += apply_next(tx, &mut opening)?.len() as u64;
        applied_so_far(count);
    }
    Ok(count)
}

/// Applies the events of the chunk that was sent first of those that are being opened.
fn apply_next(tx: &mut Transaction<'_>, opening: &mut VecDeque<&Lane>) -> Result<Vec<Recorded>, StoreError> {
    match opening.pop_front().map(|lane| lane.events.recv()) {
        Some(Ok(opened)) => {
            let Events { events, mentions } = opened?;
            tx.add_mentions(mentions)?;
            events.iter().try_for_each(|recorded| apply_rows(tx, recorded))?;
            Ok(events)
        }
        // A thread that panicked ends this one as well.
        Some(Err(_)) | None => Ok(Vec::new()),
    }
}

/// Opens chunks until no more come, or nobody waits for them.
fn open_all(chunks: &Receiver<Chunk>, done: &SyncSender<Opened>) {
    for Chunk { leaves, applied } in chunks {
        drop(applied);
        if done.send(open(leaves)).is_err() {
            return;
        }
    }
}

fn open(leaves: Vec<Leaf>) -> Opened {
    let events = leaves.into_iter().filter_map(|leaf| opened(leaf).transpose());
    let events = events.collect::<Result<Vec<Recorded>, StoreError>>()?;
    let mut mentions = Mentions::default();
    for recorded in &events {
        history::name(&mut mentions, recorded);
    }
    Ok(Events { events, mentions })
}
