use std::convert::Infallible;

use proptest::prelude::*;

use super::{
    ProofError, TreeError, fold, prove_consistency, prove_inclusion, root, verify_consistency, verify_inclusion,
};
use crate::hash::Hash;
use crate::tile::TileId;

/// The hashes of so many different entries.
pub(crate) fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| Hash::of_leaf(&index.to_be_bytes())).collect()
}

/// RFC 6962, section 2.1, word for word.
pub(crate) fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of_nothing(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(half(leaves.len()));
            Hash::of_node(naive_root(left), naive_root(right))
        }
    }
}

/// The largest power of two below a number.
fn half(entries: usize) -> usize {
    (0..64).map(|power| 1 << power).take_while(|power| *power < entries).last().unwrap()
}

/// RFC 6962, section 2.1.1, word for word.
fn naive_path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return vec![];
    }
    let (left, right) = leaves.split_at(half(leaves.len()));
    let (mut path, other) = if index < left.len() {
        (naive_path(index, left), right)
    } else {
        (naive_path(index - left.len(), right), left)
    };
    path.push(naive_root(other));
    path
}

/// RFC 6962, section 2.1.2, word for word.
fn naive_consistency(old: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { vec![] } else { vec![naive_root(leaves)] };
    }
    let (left, right) = leaves.split_at(half(leaves.len()));
    let (mut path, other) = if old <= left.len() {
        (naive_consistency(old, left, whole), right)
    } else {
        (naive_consistency(old - left.len(), right, false), left)
    };
    path.push(naive_root(other));
    path
}

/// The hashes of a tile, by the definition of C2SP tlog-tiles.
pub(crate) fn tile_of(leaves: &[Hash], id: TileId) -> Vec<Hash> {
    let entries = 256_usize.pow(u32::from(id.level()));
    let first = usize::try_from(id.index()).unwrap() * 256;
    (first..first + usize::from(id.width()))
        .map(|hash| naive_root(&leaves[hash * entries..(hash + 1) * entries]))
        .collect()
}

fn reader(leaves: &[Hash]) -> impl FnMut(TileId) -> Result<Vec<Hash>, Infallible> {
    |id| Ok(tile_of(leaves, id))
}

fn as_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap()
}

/// The entries of the tree that the vectors of RFC 6962's reference implementation are about, with its roots.
const KNOWN: [(&[u8], &str); 8] = [
    (b"", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    (b"\x00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    (b"\x10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    (b"\x20\x21", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    (b"\x30\x31", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    (b"\x40\x41\x42\x43", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    (b"\x50\x51\x52\x53\x54\x55\x56\x57", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    (
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ),
];

#[test]
fn known_trees_have_their_known_roots() {
    let leaves: Vec<Hash> = KNOWN.iter().map(|(entry, _)| Hash::of_leaf(entry)).collect();
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(format!("{:?}", root(0, reader(&[])).unwrap()), nothing);
    for (index, (_, known)) in KNOWN.iter().enumerate() {
        let size = as_u64(index + 1);
        assert_eq!(format!("{:?}", root(size, reader(&leaves)).unwrap()), *known);
    }
}

#[test]
fn known_proofs_are_as_the_reference_has_them() {
    let leaves: Vec<Hash> = KNOWN.iter().map(|(entry, _)| Hash::of_leaf(entry)).collect();
    let shown = |path: Vec<Hash>| path.iter().map(|hash| format!("{hash:?}")).collect::<Vec<_>>();
    // The paths of entry 6 of 8 and entry 3 of 3, and the proof from 6 to 8, counted from 1.
    assert_eq!(
        shown(prove_inclusion(5, 8, reader(&leaves)).unwrap()),
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        ]
    );
    let pair = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    assert_eq!(shown(prove_inclusion(2, 3, reader(&leaves)).unwrap()), [pair]);
    assert_eq!(
        shown(prove_consistency(6, 8, reader(&leaves)).unwrap()),
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        ]
    );
}

#[test]
fn all_proofs_in_small_trees_are_those_of_the_rfc_and_hold() {
    let all = leaves(40);
    for size in 1..=all.len() {
        let tree = &all[..size];
        let root = naive_root(tree);
        for index in 0..size {
            let path = prove_inclusion(as_u64(index), as_u64(size), reader(tree)).unwrap();
            assert_eq!(path, naive_path(index, tree));
            assert_eq!(verify_inclusion(as_u64(index), as_u64(size), tree[index], &path, root), Ok(()));
        }
        for old in 1..=size {
            let path = prove_consistency(as_u64(old), as_u64(size), reader(tree)).unwrap();
            assert_eq!(path, naive_consistency(old, tree, true));
            let older = (as_u64(old), naive_root(&tree[..old]));
            assert_eq!(verify_consistency(older, (as_u64(size), root), &path), Ok(()));
        }
    }
}

#[test]
fn no_entry_and_no_older_tree_lies_beyond_the_tree() {
    let all = leaves(3);
    assert!(matches!(prove_inclusion(3, 3, reader(&all)), Err(TreeError::Beyond { size: 3, asked: 3 })));
    assert!(matches!(prove_consistency(4, 3, reader(&all)), Err(TreeError::Beyond { size: 3, asked: 4 })));
    let root = naive_root(&all);
    assert_eq!(verify_inclusion(3, 3, all[2], &[], root), Err(ProofError::Beyond { size: 3, asked: 3 }));
    assert_eq!(verify_inclusion(0, 0, all[2], &[], root), Err(ProofError::Beyond { size: 0, asked: 0 }));
    assert_eq!(verify_consistency((4, root), (3, root), &[]), Err(ProofError::Beyond { size: 3, asked: 4 }));
    let narrow = prove_inclusion(0, 3, |_| Ok::<_, Infallible>(all[..2].to_vec()));
    assert!(matches!(narrow, Err(TreeError::Narrow { level: 0, index: 0, width: 3, found: 2 })));
}

#[test]
fn the_empty_tree_is_the_beginning_of_every_tree() {
    let all = leaves(3);
    let (nothing, tree) = ((0, Hash::of_nothing()), (3, naive_root(&all)));
    assert_eq!(prove_consistency(0, 3, reader(&all)).unwrap(), []);
    assert_eq!(verify_consistency(nothing, tree, &[]), Ok(()));
    assert_eq!(verify_consistency(nothing, nothing, &[]), Ok(()));
    assert_eq!(verify_consistency((0, all[0]), tree, &[]), Err(ProofError::OldRoot));
    assert_eq!(verify_consistency(nothing, (0, all[0]), &[]), Err(ProofError::Root));
    assert_eq!(verify_consistency(nothing, tree, &all[..1]), Err(ProofError::Length { found: 1 }));
    assert_eq!(verify_consistency(tree, tree, &all[..1]), Err(ProofError::Length { found: 1 }));
    assert_eq!(verify_consistency((3, all[0]), tree, &[]), Err(ProofError::OldRoot));
}

#[test]
fn sizes_up_to_the_largest_number_are_checked_without_overflow() {
    let leaf = Hash([1; 32]);
    for path in [vec![], vec![leaf; 63], vec![leaf; 64], vec![leaf; 65]] {
        assert!(verify_inclusion(u64::MAX - 1, u64::MAX, leaf, &path, leaf).is_err());
        assert!(verify_inclusion(0, u64::MAX, leaf, &path, leaf).is_err());
        assert!(verify_consistency((1, leaf), (u64::MAX, leaf), &path).is_err());
        assert!(verify_consistency((u64::MAX - 1, leaf), (u64::MAX, leaf), &path).is_err());
        assert!(verify_consistency((1 << 63, leaf), (u64::MAX, leaf), &path).is_err());
    }
}

#[test]
fn folding_a_row_of_hashes_is_the_root_over_them() {
    for size in [0, 1, 2, 4, 128, 256] {
        let row = leaves(size);
        assert_eq!(fold(&row), naive_root(&row));
    }
}

fn places() -> impl Strategy<Value = (usize, usize)> {
    (1_usize..2000).prop_flat_map(|size| (0..size, Just(size)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_path_holds_for_its_place_alone((index, size) in places(), bit in any::<prop::sample::Index>(), off in 1_u64..5) {
        let tree = leaves(as_u64(size));
        let root = naive_root(&tree);
        let (at, size) = (as_u64(index), as_u64(size));
        let path = prove_inclusion(at, size, reader(&tree)).unwrap();
        prop_assert_eq!(&path, &naive_path(index, &tree));
        prop_assert_eq!(verify_inclusion(at, size, tree[index], &path, root), Ok(()));
        prop_assert!(verify_inclusion(at + off, size, tree[index], &path, root).is_err());
        prop_assert!(verify_inclusion(at.wrapping_sub(off), size, tree[index], &path, root).is_err());
        prop_assert!(verify_inclusion(at, size, Hash::of_leaf(b"another"), &path, root).is_err());
        prop_assert!(verify_inclusion(at, size, tree[index], &path, flipped(root, bit.index(256))).is_err());
        for (position, hash) in path.iter().enumerate() {
            let mut other = path.clone();
            other[position] = flipped(*hash, bit.index(256));
            prop_assert_eq!(verify_inclusion(at, size, tree[index], &other, root), Err(ProofError::Root));
            other.remove(position);
            prop_assert!(verify_inclusion(at, size, tree[index], &other, root).is_err());
        }
        let longer = [path.as_slice(), &[root]].concat();
        prop_assert!(verify_inclusion(at, size, tree[index], &longer, root).is_err());
    }

    #[test]
    fn a_consistency_proof_holds_for_its_two_trees_alone((old, size) in places(), bit in any::<prop::sample::Index>()) {
        let old = old + 1;
        let tree = leaves(as_u64(size));
        let older = (as_u64(old), naive_root(&tree[..old]));
        let newer = (as_u64(size), naive_root(&tree));
        let path = prove_consistency(older.0, newer.0, reader(&tree)).unwrap();
        prop_assert_eq!(&path, &naive_consistency(old, &tree, true));
        prop_assert_eq!(verify_consistency(older, newer, &path), Ok(()));
        let other = flipped(older.1, bit.index(256));
        prop_assert!(verify_consistency((older.0, other), newer, &path).is_err());
        prop_assert!(verify_consistency(older, (newer.0, flipped(newer.1, bit.index(256))), &path).is_err());
        for (position, hash) in path.iter().enumerate() {
            let mut other = path.clone();
            other[position] = flipped(*hash, bit.index(256));
            prop_assert!(verify_consistency(older, newer, &other).is_err());
            other.remove(position);
            prop_assert!(verify_consistency(older, newer, &other).is_err());
        }
        let longer = [path.as_slice(), &[older.1]].concat();
        prop_assert!(verify_consistency(older, newer, &longer).is_err());
    }

    #[test]
    fn a_tree_that_was_rewritten_has_no_proof((old, size) in places(), at in any::<prop::sample::Index>()) {
        let old = old + 1;
        prop_assume!(old < size);
        let tree = leaves(as_u64(size));
        let older = (as_u64(old), naive_root(&tree[..old]));
        let mut rewritten = tree;
        rewritten[at.index(old)] = Hash::of_leaf(b"rewritten");
        let path = prove_consistency(older.0, as_u64(size), reader(&rewritten)).unwrap();
        prop_assert!(verify_consistency(older, (as_u64(size), naive_root(&rewritten)), &path).is_err());
    }
}

fn flipped(hash: Hash, bit: usize) -> Hash {
    let mut bytes = hash.0;
    bytes[bit / 8] ^= 1 << (bit % 8);
    Hash(bytes)
}
