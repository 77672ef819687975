use proptest::prelude::*;

use super::{BundleError, BundleId, parse, push};

#[test]
fn a_bundle_has_one_path() {
    for (path, index, width) in [("tile/entries/000", 0, 256), ("tile/entries/x001/067.p/5", 1067, 5)] {
        let id = BundleId::new(index, width).unwrap();
        assert_eq!(id.to_string(), path);
        assert_eq!(path.parse(), Ok(id));
    }
    for path in ["tile/0/000", "tile/entries/0", "tile/entries/000.p/256", "entries/000", "tile/entries/x000/000"] {
        assert_eq!(path.parse::<BundleId>(), Err(BundleError::Path { path: path.to_owned() }));
    }
    assert_eq!((BundleId::new(0, 0), BundleId::new(0, 257)), (None, None));
}

#[test]
fn a_log_has_one_partial_bundle_at_most() {
    let widths = |size| (0..).map_while(move |index| BundleId::in_log(index, size)).map(BundleId::width);
    assert_eq!(widths(600).collect::<Vec<_>>(), [256, 256, 88]);
    assert_eq!(widths(512).collect::<Vec<_>>(), [256, 256]);
    assert_eq!(widths(0).count(), 0);
}

#[test]
fn an_entry_longer_than_its_length_can_say_is_refused() {
    let mut bundle = Vec::new();
    push(&mut bundle, &vec![0; 65_535]).unwrap();
    assert_eq!(push(&mut bundle, &vec![0; 65_536]), Err(BundleError::TooLong { length: 65_536 }));
    assert_eq!(parse(&bundle, 1).unwrap(), [vec![0; 65_535]]);
}

#[test]
fn a_bundle_has_neither_more_nor_fewer_entries() {
    let mut bundle = Vec::new();
    push(&mut bundle, b"one").unwrap();
    push(&mut bundle, b"").unwrap();
    assert_eq!(bundle, b"\0\x03one\0\0");
    assert_eq!(parse(&bundle, 2).unwrap(), [b"one".as_slice(), b""]);
    assert_eq!(parse(&bundle, 1), Err(BundleError::Trailing { width: 1 }));
    assert_eq!(parse(&bundle, 3), Err(BundleError::Truncated { position: 2, width: 3 }));
    assert_eq!(parse(&bundle[..6], 2), Err(BundleError::Truncated { position: 1, width: 2 }));
    assert_eq!(parse(&bundle[..4], 1), Err(BundleError::Truncated { position: 0, width: 1 }));
}

proptest! {
    #[test]
    fn entries_read_back_as_they_were(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..20)) {
        let mut bundle = Vec::new();
        for entry in &entries {
            push(&mut bundle, entry).unwrap();
        }
        prop_assert_eq!(parse(&bundle, u16::try_from(entries.len()).unwrap()).unwrap(), entries);
    }
}
