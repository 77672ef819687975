//! What a workbook may unpack to and hold, checked before anything of it is parsed.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::unreadable;
use crate::toml_reader::Log;

/// A workbook unpacks to at most so many bytes, over all its parts.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// It has at most so many parts.
const MOST_PARTS: usize = 500;
/// It says that it has at most so many texts; whoever parses it makes room for as many as it says.
const MOST_TEXTS: usize = 1_000_000;

/// What a report has no use for, and others could misuse.
const FORBIDDEN: [&str; 4] = ["externallinks/", "vbaproject", "embeddings/", "activex/"];

/// The workbook with its text parts alone, unpacked; nothing when it is refused.
///
/// The sizes that it states are not believed but measured. Pictures and settings of printers are left out.
pub(super) fn unpacked(bytes: &[u8], log: &Log) -> Option<Vec<u8>> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return unreadable(log) };
    if archive.len() > MOST_PARTS {
        return refuse(format!("the workbook has more than {MOST_PARTS} parts"), log);
    }
    let mut plain = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { return unreadable(log) };
        let Ok(name) = part.name().map(|name| name.to_string()) else { return unreadable(log) };
        if FORBIDDEN.iter().any(|forbidden| name.to_lowercase().contains(forbidden)) {
            return refuse("the workbook has macros, links to other files or embedded objects".to_owned(), log);
        }
        let mut content = Vec::new();
        let Ok(_) = part.take(left + 1).read_to_end(&mut content) else { return unreadable(log) };
        match left.checked_sub(content.len() as u64) {
            Some(less) => left = less,
            None => return refuse("the workbook unpacks to more than 64 MiB".to_owned(), log),
        }
        if !is_text(&content) {
            continue;
        }
        if states_too_many_texts(&content) {
            return refuse(format!("the workbook says that it has more than {MOST_TEXTS} texts"), log);
        }
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let written = plain.start_file(name, stored).map(|()| plain.write_all(&content));
        if !matches!(written, Ok(Ok(()))) {
            return unreadable(log);
        }
    }
    plain.finish().ok().map(Cursor::into_inner).or_else(|| unreadable(log))
}

/// XML has no other control characters; without them no encoding can hide an attribute from the search for it.
fn is_text(content: &[u8]) -> bool {
    content.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n'))
}

fn states_too_many_texts(content: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let follows = |at: usize| content.get(at + NAME.len()..).unwrap_or_default();
    let starts = content.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME);
    starts.map(|(at, _)| follows(at)).any(|rest| {
        let digits: Vec<u8> = rest
            .iter()
            .copied()
            .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+'))
            .take_while(u8::is_ascii_digit)
            .collect();
        let number = std::str::from_utf8(&digits).unwrap_or_default();
        !number.is_empty() && number.parse().map_or(true, |count: usize| count > MOST_TEXTS)
    })
}

fn refuse<T>(message: String, log: &Log) -> Option<T> {
    let hint = "copy the values into a new workbook from `adhere kpi template`".to_owned();
    log.error(None, "report-workbook", message, Some(hint));
    None
}
