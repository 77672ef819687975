//! The path of a tile or a bundle, and the bytes of a bundle: what is read is written again the same.

#![no_main]

use adhere_journal::bundle::{self, BundleId};
use adhere_journal::tile::TileId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(path) = std::str::from_utf8(bytes) {
        if let Ok(tile) = path.parse::<TileId>() {
            assert_eq!(tile.to_string(), path);
        }
        if let Ok(bundle) = path.parse::<BundleId>() {
            assert_eq!(bundle.to_string(), path);
        }
    }
    for width in [1, 2, 3, 256] {
        let Ok(entries) = bundle::parse(bytes, width) else { continue };
        let mut again = Vec::new();
        for entry in entries {
            bundle::push(&mut again, entry).expect("it was in a bundle");
        }
        assert_eq!(again, bytes);
    }
});
