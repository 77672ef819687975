//! What a workbook may unpack to and hold, checked before anything of it is parsed.

use std::io::{Cursor, Read as _, copy, sink};

use zip::ZipArchive;

use super::unreadable;
use crate::toml_reader::Log;

/// A workbook unpacks to at most so many bytes, over all its parts.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// It has at most so many parts.
const MOST_PARTS: usize = 500;

/// What a report has no use for, and others could misuse.
const FORBIDDEN: [&str; 4] = ["externallinks/", "vbaproject", "embeddings/", "activex/"];

/// Nothing when the workbook is refused; the sizes that it states are not believed but measured.
pub(super) fn check(bytes: &[u8], log: &Log) -> Option<()> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return unreadable(log) };
    if archive.len() > MOST_PARTS {
        return refuse(format!("the workbook has more than {MOST_PARTS} parts"), log);
    }
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { return unreadable(log) };
        let Ok(name) = part.name().map(|name| name.to_lowercase()) else { return unreadable(log) };
        if FORBIDDEN.iter().any(|forbidden| name.contains(forbidden)) {
            return refuse("the workbook has macros, links to other files or embedded objects".to_owned(), log);
        }
        let Ok(size) = copy(&mut part.take(left + 1), &mut sink()) else { return unreadable(log) };
        match left.checked_sub(size) {
            Some(less) => left = less,
            None => return refuse("the workbook unpacks to more than 64 MiB".to_owned(), log),
        }
    }
    Some(())
}

fn refuse(message: String, log: &Log) -> Option<()> {
    let hint = "copy the values into a new workbook from `adhere kpi template`".to_owned();
    log.error(None, "report-workbook", message, Some(hint));
    None
}
