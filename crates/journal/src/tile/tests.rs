use proptest::prelude::*;

use super::{TileError, TileId, parse, to_bytes};
use crate::hash::Hash;

fn check(path: &str, level: u8, index: u64, width: u16) {
    let id = TileId::new(level, index, width).unwrap();
    assert_eq!(id.to_string(), path);
    assert_eq!(path.parse(), Ok(id));
}

#[test]
fn a_tile_has_one_path() {
    check("tile/0/000", 0, 0, 256);
    check("tile/0/x001/067.p/5", 0, 1067, 5);
    check("tile/1/x001/x234/067", 1, 1_234_067, 256);
    check("tile/63/999.p/255", 63, 999, 255);
    check("tile/2/x018/x446/x744/x073/x709/x551/615.p/1", 2, u64::MAX, 1);
}

#[test]
fn any_other_spelling_of_a_path_is_refused() {
    for path in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/0/000/",
        "tile/00/000",
        "tile/+1/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/256/000",
        "tile/0/1",
        "tile/0/0000",
        "tile/0/001/067",
        "tile/0/x000/067",
        "tile/0/x001",
        "tile/0/x001/x067",
        "tile/0/X001/067",
        "tile/0/x1/067",
        "tile/0/+01",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/0/000.p/",
        "tile/0/000.p/1.p/1",
        "tile/0/../000",
        "tile/entries/000",
        "tile/0/\u{661}00",
        "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(path.parse::<TileId>(), Err(TileError::Path { path: path.to_owned() }));
    }
}

#[test]
fn a_tree_has_the_tiles_that_the_specification_counts() {
    // C2SP tlog-tiles: a tree of 70,000 has 273 full tiles and one of 112, one full and one of 17, and one of 1.
    let tiles = |level| (0..).map_while(move |index| TileId::in_tree(level, index, 70_000)).collect::<Vec<_>>();
    let widths = |level| tiles(level).into_iter().filter(|tile| !tile.is_full()).map(TileId::width).collect::<Vec<_>>();
    assert_eq!((tiles(0).len(), widths(0)), (274, vec![112]));
    assert_eq!((tiles(1).len(), widths(1)), (2, vec![17]));
    assert_eq!((tiles(2).len(), widths(2)), (1, vec![1]));
    assert_eq!(tiles(3), []);
    assert_eq!(TileId::in_tree(0, u64::MAX, u64::MAX), None);
    assert_eq!(TileId::in_tree(7, 0, u64::MAX).map(TileId::width), Some(255));
    assert_eq!(TileId::in_tree(63, 0, u64::MAX), None);
}

#[test]
fn a_tile_is_its_hashes_one_after_the_other() {
    let hashes = [Hash([1; 32]), Hash([2; 32])];
    let bytes = to_bytes(&hashes);
    assert_eq!(bytes, [[1; 32], [2; 32]].concat());
    assert_eq!(parse(&bytes, 2).unwrap(), hashes);
    for width in [1, 3, 256] {
        let expected = usize::from(width) * 32;
        assert_eq!(parse(&bytes, width), Err(TileError::Length { width, expected, found: 64 }));
    }
    assert!(parse(&bytes[1..], 2).is_err());
}

proptest! {
    #[test]
    fn a_path_reads_back_as_its_tile(level in 0_u8..64, index: u64, shift in 0_u32..64, width in 1_u16..=256) {
        let id = TileId::new(level, index >> shift, width).unwrap();
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn what_is_read_as_a_path_is_written_the_same(path in "tile/[0-9]{1,2}/(x?[0-9]{2,4}/?){0,4}(\\.p/[0-9]{1,3})?") {
        if let Ok(id) = path.parse::<TileId>() {
            prop_assert_eq!(id.to_string(), path);
        }
    }
}
