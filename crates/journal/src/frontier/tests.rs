use std::collections::BTreeMap;
use std::convert::Infallible;

use proptest::prelude::*;

use super::Frontier;
use crate::hash::Hash;
use crate::proof::TreeError;
use crate::proof::tests::{leaves, naive_root, tile_of};
use crate::tile::TileId;

fn grown(size: u64) -> (Frontier, BTreeMap<TileId, Vec<Hash>>) {
    let mut frontier = Frontier::default();
    let mut tiles = BTreeMap::new();
    for leaf in leaves(size) {
        frontier.append(leaf, |id, hashes| assert_eq!(tiles.insert(id, hashes.to_vec()), None));
    }
    (frontier, tiles)
}

#[test]
fn the_root_is_that_of_the_naive_tree_at_every_size() {
    let all = leaves(520);
    let mut frontier = Frontier::default();
    assert_eq!(frontier.root(), naive_root(&[]));
    for size in 1..=all.len() {
        frontier.append(all[size - 1], |_, _| ());
        assert_eq!(frontier.root(), naive_root(&all[..size]), "{size}");
    }
}

#[test]
fn every_full_tile_is_handed_out_once_with_its_hashes() {
    let all = leaves(66_000);
    let (frontier, tiles) = grown(66_000);
    let full = |level| (0..).map_while(move |index| TileId::in_tree(level, index, 66_000)).filter(|id| id.is_full());
    assert!(tiles.keys().copied().eq(full(0).chain(full(1))));
    assert!(tiles.iter().all(|(id, hashes)| *hashes == tile_of(&all, *id)));
    for (id, hashes) in frontier.partial_tiles() {
        assert_eq!(hashes, tile_of(&all, id));
    }
    assert_eq!(
        frontier.partial_tiles().map(|(id, _)| id.to_string()).collect::<Vec<_>>(),
        ["tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1"]
    );
}

#[test]
fn a_restart_reads_only_the_right_edge() {
    let all = leaves(66_000);
    for size in [0, 1, 255, 256, 257, 511, 512, 65_536, 66_000] {
        let mut read = Vec::new();
        let restored = Frontier::restore(size, |id| {
            read.push(id);
            Ok::<_, Infallible>(tile_of(&all, id))
        });
        let (grown, _) = grown(size);
        assert_eq!(restored.unwrap(), grown, "{size}");
        assert!(read.iter().all(|id| !id.is_full()) && read.len() <= 3, "{read:?}");
    }
}

#[test]
fn an_edge_with_too_few_hashes_is_refused() {
    let error = Frontier::restore(300, |_| Ok::<_, Infallible>(vec![])).unwrap_err();
    assert!(matches!(error, TreeError::Narrow { level: 0, index: 1, width: 44, found: 0 }));
    assert!(matches!(Frontier::restore(300, |_| Err(())).unwrap_err(), TreeError::Read(())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn appending_after_a_restart_is_appending(before in 0_u64..1500, after in 0_u64..600) {
        let all = leaves(before + after);
        let mut frontier = Frontier::restore(before, |id| Ok::<_, Infallible>(tile_of(&all, id))).unwrap();
        for leaf in all.iter().skip(usize::try_from(before).unwrap()) {
            frontier.append(*leaf, |id, hashes| assert_eq!(hashes, tile_of(&all, id)));
        }
        prop_assert_eq!(frontier.root(), naive_root(&all));
        prop_assert_eq!(frontier, grown(before + after).0);
    }
}
