use std::collections::BTreeMap;
use std::convert::Infallible;

use proptest::prelude::*;

use super::{Difference, LogFiles, audit};
use crate::bundle::{self, BundleError, BundleId};
use crate::checkpoint::Checkpoint;
use crate::frontier::Frontier;
use crate::hash::Hash;
use crate::key::KeyName;
use crate::tile::{self, TileId};

/// A log in memory, as its files.
#[derive(Clone, Default)]
struct Files {
    bundles: BTreeMap<BundleId, Vec<u8>>,
    tiles: BTreeMap<TileId, Vec<u8>>,
}

impl LogFiles for Files {
    type Error = Infallible;

    fn bundle(&mut self, id: BundleId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.bundles.get(&id).cloned())
    }

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.tiles.get(&id).cloned())
    }
}

fn entry(index: u64) -> String {
    format!("entry {index}")
}

fn log(size: u64) -> (Files, Checkpoint) {
    let mut files = Files::default();
    let mut frontier = Frontier::default();
    for index in 0..size {
        let id = BundleId::in_log(index / 256, size).unwrap();
        bundle::push(files.bundles.entry(id).or_default(), entry(index).as_bytes()).unwrap();
        frontier.append(Hash::of_leaf(entry(index).as_bytes()), |id, hashes| {
            files.tiles.insert(id, tile::to_bytes(hashes));
        });
    }
    for (id, hashes) in frontier.partial_tiles() {
        files.tiles.insert(id, tile::to_bytes(hashes));
    }
    let origin = KeyName::new("provider.example/log").unwrap();
    (files, Checkpoint { origin, size, root: frontier.root() })
}

fn differences(files: &mut Files, checkpoint: &Checkpoint) -> Vec<Difference> {
    audit(files, checkpoint, |_, _| ()).unwrap()
}

fn check(size: u64, change: impl FnOnce(&mut Files, &mut Checkpoint), expected: &[&str]) {
    let (mut files, mut checkpoint) = log(size);
    change(&mut files, &mut checkpoint);
    let found: Vec<String> = differences(&mut files, &checkpoint).iter().map(ToString::to_string).collect();
    let shown = |found: &String| found.split(" give the root ").next().unwrap().to_owned();
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
}

fn tile(path: &str) -> TileId {
    path.parse().unwrap()
}

#[test]
fn a_sound_log_has_no_differences_and_every_entry_is_shown() {
    for size in [0, 1, 255, 256, 257, 600, 66_000] {
        let (mut files, checkpoint) = log(size);
        let mut next = 0;
        let found = audit(&mut files, &checkpoint, |index, bytes| {
            assert_eq!((index, bytes), (next, entry(next).as_bytes()));
            next += 1;
        });
        assert_eq!((found.unwrap(), next), (vec![], size));
    }
}

#[test]
fn partial_tiles_may_be_missing_as_they_follow_from_the_rest() {
    check(600, |files, _| files.tiles.retain(|id, _| id.is_full()), &[]);
}

#[test]
fn a_changed_entry_is_found_with_its_place() {
    let change = |files: &mut Files, _: &mut Checkpoint| {
        let bundle = files.bundles.get_mut(&BundleId::new(1, 256).unwrap()).unwrap();
        bundle[13] ^= 1;
    };
    check(
        600,
        change,
        &[
            "hash 1 of `tile/0/001` is not that of what lies below it",
            "hash 1 of `tile/1/000.p/2` is not that of what lies below it",
            "the entries",
        ],
    );
}

#[test]
fn an_entry_and_its_tiles_rewritten_together_give_another_root() {
    let change = |files: &mut Files, checkpoint: &mut Checkpoint| {
        let (other, _) = log(700);
        files.bundles = other.bundles.into_iter().filter(|(id, _)| id.width() == 256).collect();
        files.tiles = other.tiles.into_iter().filter(|(id, _)| id.is_full()).collect();
        checkpoint.size = 512;
    };
    check(600, change, &["the entries"]);
}

#[test]
fn a_changed_hash_of_a_tile_is_found_with_its_place() {
    let change =
        |files: &mut Files, _: &mut Checkpoint| files.tiles.get_mut(&tile("tile/0/002.p/88")).unwrap()[32 * 87] ^= 1;
    check(600, change, &["hash 87 of `tile/0/002.p/88` is not that of what lies below it"]);
    let change = |files: &mut Files, _: &mut Checkpoint| files.tiles.get_mut(&tile("tile/1/000")).unwrap()[0] ^= 1;
    check(66_000, change, &["hash 0 of `tile/1/000` is not that of what lies below it"]);
    let change = |files: &mut Files, _: &mut Checkpoint| files.tiles.get_mut(&tile("tile/2/000.p/1")).unwrap()[0] ^= 1;
    check(66_000, change, &["hash 0 of `tile/2/000.p/1` is not that of what lies below it"]);
}

#[test]
fn what_is_missing_is_named_and_the_rest_is_still_checked() {
    let bundle = BundleId::new(0, 256).unwrap();
    check(600, |files, _| drop(files.bundles.remove(&bundle)), &["`tile/entries/000` is missing"]);
    check(600, |files, _| drop(files.tiles.remove(&tile("tile/0/001"))), &["`tile/0/001` is missing"]);
    let change = |files: &mut Files, _: &mut Checkpoint| {
        files.bundles.remove(&bundle);
        files.tiles.remove(&tile("tile/0/000"));
        files.tiles.get_mut(&tile("tile/0/001")).unwrap()[0] ^= 1;
    };
    let expected = [
        "`tile/entries/000` is missing",
        "`tile/0/000` is missing",
        "hash 0 of `tile/0/001` is not that of what lies below it",
        "no root follows from what is there, so the checkpoint is not confirmed",
    ];
    check(600, change, &expected);
}

#[test]
fn broken_bytes_are_named() {
    let id = BundleId::new(2, 88).unwrap();
    let (mut files, checkpoint) = log(600);
    files.bundles.get_mut(&id).unwrap().pop();
    let broken = Difference::BrokenBundle(id, BundleError::Truncated { position: 87, width: 88 });
    assert_eq!(differences(&mut files, &checkpoint), [broken]);
    let change =
        |files: &mut Files, _: &mut Checkpoint| files.tiles.get_mut(&tile("tile/0/001")).unwrap().truncate(8191);
    check(600, change, &["`tile/0/001` is broken: a tile of width 256 has 8192 bytes, and this has 8191"]);
}

#[test]
fn a_log_that_was_cut_or_goes_on_does_not_fit_its_checkpoint() {
    check(600, |_, checkpoint| checkpoint.size = 512, &["the entries"]);
    check(600, |_, checkpoint| checkpoint.size = 0, &["the entries"]);
    let cut = [
        "`tile/entries/002.p/144` is missing",
        "no root follows from what is there, so the checkpoint is not confirmed",
    ];
    check(600, |_, checkpoint| checkpoint.size = 656, &cut);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_flipped_bit_is_found(size in 1_u64..900, place in any::<prop::sample::Index>(), bit in 0_u8..8, of_tile: bool) {
        let (mut files, checkpoint) = log(size);
        let mut bytes: Vec<&mut u8> = if of_tile {
            files.tiles.values_mut().flatten().collect()
        } else {
            files.bundles.values_mut().flatten().collect()
        };
        let at = place.index(bytes.len());
        *bytes[at] ^= 1 << bit;
        prop_assert_ne!(differences(&mut files, &checkpoint), vec![]);
    }
}
