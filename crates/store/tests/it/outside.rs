//! What whoever kept an older checkpoint and a receipt finds out from outside, from what a log serves alone.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use adhere_journal::audit::{Difference, LogFiles, audit};
use adhere_journal::bundle::BundleId;
use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::note::Note;
use adhere_journal::policy::Policy;
use adhere_journal::receipt::Receipt;
use adhere_journal::tile::TileId;
use adhere_journal::verify::fact::Refusal;
use adhere_journal::verify::{Exhibit, Grounds, verify};
use adhere_store::{Store, StoreError};
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use crate::fixtures::{Instance, append, now, public};
use crate::rows::{Behind, Cell};

/// What somebody outside kept.
struct Kept {
    policy: Policy,
    checkpoint: Note,
    receipt: Receipt,
    entry: Vec<u8>,
}

impl Kept {
    fn from(store: &Store, entry_id: u64) -> Self {
        let policy = format!("log {}\nquorum none\n", store.keys().log.public());
        Self {
            policy: Policy::parse(policy.as_bytes()).unwrap(),
            checkpoint: store.latest_checkpoint().unwrap().unwrap(),
            receipt: store.receipt(entry_id).unwrap(),
            entry: store.leaf(entry_id).unwrap().unwrap().body,
        }
    }

    /// What is wrong with a log that is asked now.
    fn hold_against(&self, store: &Store) -> Result<(), String> {
        self.receipt.verify(&self.entry, &self.policy).map_err(|error| error.to_string())?;
        let latest = store.latest_checkpoint().map_err(|error| error.to_string())?.ok_or("no checkpoint is served")?;
        let logs: Vec<_> = self.policy.logs().iter().map(|log| log.key.clone()).collect();
        let signed = SignedCheckpoint::verify(latest, &logs).map_err(|error| error.to_string())?;
        let (old, new) = (Checkpoint::parse(self.checkpoint.text()).unwrap(), signed.checkpoint().clone());
        if new.size < old.size {
            return Err(format!("rolled back from {} to {}", old.size, new.size));
        }
        let proof = store.consistency(old.size, new.size).map_err(|error| error.to_string())?;
        adhere_journal::proof::verify_consistency((old.size, old.root), (new.size, new.root), &proof)
            .map_err(|error| error.to_string())?;
        let mut own = None;
        let differences = audit(&mut Served(store), &new, |index, entry| {
            if index == self.receipt.index {
                own = Some(entry.to_vec());
            }
        });
        match differences.map_err(|error| error.to_string())?.first() {
            Some(difference) => Err(Difference::to_string(difference)),
            None if own.as_ref() != Some(&self.entry) => Err("the entry of the receipt is another".to_owned()),
            None => Ok(()),
        }
    }
}

/// A log as it is served.
struct Served<'s>(&'s Store);

impl LogFiles for Served<'_> {
    type Error = StoreError;

    fn bundle(&mut self, id: BundleId) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.bundle(id)
    }

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.tile(id)
    }
}

/// Every byte that is served; an error where there is one.
fn served(store: &Store) -> Vec<Result<Vec<u8>, String>> {
    let mut all = Vec::new();
    let latest = store.latest_checkpoint().map_err(|error| error.to_string());
    let size = latest.as_ref().ok().and_then(|note| Checkpoint::parse(note.as_ref()?.text()).ok());
    let size = size.map_or(0, |checkpoint| checkpoint.size);
    all.push(latest.map(|note| note.map_or_else(Vec::new, |note| note.to_string().into_bytes())));
    let bundles = (0..).map_while(|index| BundleId::in_log(index, size));
    all.extend(bundles.map(|id| store.bundle(id).map(Option::unwrap_or_default).map_err(|error| error.to_string())));
    for level in 0..3 {
        let tiles = (0..).map_while(|index| TileId::in_tree(level, index, size));
        all.extend(tiles.map(|id| store.tile(id).map(Option::unwrap_or_default).map_err(|error| error.to_string())));
    }
    all
}

#[test]
fn any_change_of_what_is_served_shows_against_an_older_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(folder.path());
    let store = instance.open();
    append(&store, 300).unwrap();
    let kept = Kept::from(&store, 42);
    append(&store, 230).unwrap();
    // Whoever kept the older one alone cannot know that there was a later one.
    let latest = Kept::from(&store, 42);
    let hold_against = |store: &Store| kept.hold_against(store).and(latest.hold_against(store));
    hold_against(&store).unwrap();
    let behind = RefCell::new(Behind::open(&store.home().database()));
    let whole = served(&store);
    let seen = RefCell::new((0, 0));
    let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let change = (0..3_usize, 0..5_u8, any::<usize>(), any::<usize>(), any::<usize>());
    let run = runner.run(&change, |(table, how, row, column, place)| {
        let table = ["entry", "tile", "checkpoint"][table];
        let before = behind.borrow_mut().rows(table);
        let mut rows = before.clone();
        let (count, width) = (rows.len(), rows[0].len());
        match how {
            0 => drop(rows.remove(row % count)),
            1 => rows.truncate(row % count),
            2 => {
                let value = rows[row % count][column % width].clone();
                rows[row % count][column % width] = std::mem::replace(&mut rows[place % count][column % width], value);
            }
            _ => match &mut rows[row % count][column % width] {
                Cell::Bytes(bytes) => {
                    let place = place % bytes.len();
                    bytes[place] ^= 1;
                }
                Cell::Text(text) => drop(text.pop()),
                Cell::Number(number) => *number += 1000,
                Cell::Null => {}
            },
        }
        if behind.borrow_mut().replace(table, &rows) {
            let (is_other, shown) = (served(&store) != whole, hold_against(&store));
            assert!(behind.borrow_mut().replace(table, &before));
            if is_other != shown.is_err() {
                return Err(TestCaseError::fail(format!("`{table}`: other bytes {is_other}, and shown {shown:?}")));
            }
            let mut seen = seen.borrow_mut();
            *(if is_other { &mut seen.0 } else { &mut seen.1 }) += 1;
        }
        Ok(())
    });
    run.unwrap();
    let (other, same) = seen.into_inner();
    assert!(other > 60 && same > 0, "{other} changes were served, {same} were not");
}

/// A copy of an instance, put back as it was and gone on with differently, by somebody who has its keys.
fn forked(folder: &Path, texts: &[&str]) -> (Store, Kept) {
    let own = Instance::in_folder(&folder.join("own"));
    let store = own.open();
    append(&store, 20).unwrap();
    drop(store);
    let (file, copy) = (own.folder.join("adhere.sqlite"), folder.join("copy"));
    fs::copy(&file, &copy).unwrap();
    let store = own.open();
    append(&store, 5).unwrap();
    let kept = Kept::from(&store, 22);
    drop(store);
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(own.folder.join(format!("adhere.sqlite{ending}")));
    }
    fs::copy(&copy, &file).unwrap();
    let store = own.open();
    for text in texts {
        let changed = store.change(now(), "test", |change| change.record(public(text)).map(|_| ()));
        changed.map_err(|error: StoreError| error).unwrap();
    }
    (store, kept)
}

/// What `adhere verify` says of the checkpoint that was kept, the one that is served and the proof between them.
fn verified(store: &Store, kept: &Kept) -> Vec<Result<(), &'static str>> {
    let exhibit = |name: &str, text: String| Exhibit { name: name.to_owned(), bytes: text.into_bytes() };
    let mut exhibits = vec![
        exhibit("kept", kept.checkpoint.to_string()),
        exhibit("served", store.latest_checkpoint().unwrap().unwrap().to_string()),
    ];
    let old = Checkpoint::parse(kept.checkpoint.text()).unwrap().size;
    if let Some(request) = store.request_from(old).unwrap() {
        exhibits.push(exhibit("proof", request.to_string()));
    }
    let policy = format!("log {}\nquorum none\n", store.keys().log.public());
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    let grounds = Grounds {
        policy,
        trust: adhere_journal::package::trust::Trust::default(),
        authorities: Vec::new(),
        as_of: now(),
    };
    let verdicts = verify(&exhibits, &grounds).into_iter();
    verdicts.map(|verdict| verdict.outcome.map(|_| ()).map_err(|refusal: Refusal| refusal.code())).collect()
}

#[test]
fn a_log_that_was_rolled_back_shows_against_an_older_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let (store, kept) = forked(folder.path(), &[]);
    assert_eq!(kept.hold_against(&store), Err("rolled back from 26 to 21".to_owned()));
}

#[test]
fn a_fork_of_the_same_size_shows_in_two_checkpoints() {
    let folder = tempfile::tempdir().unwrap();
    let (store, kept) = forked(folder.path(), &["a", "b", "c", "d", "e"]);
    kept.hold_against(&store).unwrap_err();
    assert_eq!(verified(&store, &kept), [Err("fork"), Err("fork")]);
}

#[test]
fn a_fork_that_has_grown_shows_in_its_own_proof() {
    let folder = tempfile::tempdir().unwrap();
    let (store, kept) = forked(folder.path(), &["a", "b", "c", "d", "e", "f"]);
    kept.hold_against(&store).unwrap_err();
    assert_eq!(verified(&store, &kept), [Ok(()), Ok(()), Err("inconsistent")]);
}
