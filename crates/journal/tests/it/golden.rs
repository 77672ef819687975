//! Files that must stay readable: what is written today is compared with what was written then, byte for byte.
//! `RECORD_GOLDEN=1` writes them anew; a file that changed is a format that changed.

use std::fs;
use std::path::PathBuf;

/// The file of this name, after it was compared with what is written today.
pub(crate) fn golden(name: &str, written: &str) -> String {
    let path = folder().join(name);
    if std::env::var_os("RECORD_GOLDEN").is_some() {
        fs::write(&path, written).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()));
    assert!(kept == written, "what is written today differs from `{}`", path.display());
    kept
}

/// Every text that differs from this one in one bit of one byte, with the place of that bit; for each byte, another.
pub(crate) fn flipped_bytes(text: &str) -> impl Iterator<Item = (usize, u8, Vec<u8>)> {
    flipped(text).filter(|(at, bit, _)| at % 8 == usize::from(*bit))
}

/// Every text that differs from this one in one bit, with the place of that bit.
pub(crate) fn flipped(text: &str) -> impl Iterator<Item = (usize, u8, Vec<u8>)> {
    (0..text.len()).flat_map(move |at| {
        (0..8).map(move |bit| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            (at, bit, bytes)
        })
    })
}

fn folder() -> PathBuf {
    adhere_testing::repository().join("crates/journal/tests/golden")
}
