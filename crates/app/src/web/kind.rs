//! What kind of file bytes are: told by the bytes, never by a name; and which kinds are shown, and how.
//!
//! What a browser could run (HTML, SVG, XML) is of a kind that is never shown.

use adhere_domain::evidence::item::MediaType;
use serde::de::IgnoredAny;

/// So many bytes at the beginning of a file tell its kind.
const HEAD: usize = 256 << 10;

/// The kind of bytes of which nothing is known.
const UNKNOWN: &str = "application/octet-stream";

/// Looks at bytes as they go by.
#[derive(Debug)]
pub(super) struct Look {
    head: Vec<u8>,
    size: u64,
    is_text: bool,
    /// The beginning of a letter whose end has not come yet.
    begun: Vec<u8>,
}

/// How a file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Its letters.
    Text,
    /// Its rows.
    Table,
    /// A picture.
    Picture,
    /// A document that a browser opens by itself.
    Document,
}

impl Shown {
    /// How a file of a kind is shown; nothing where it is handed out alone.
    pub(super) fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "text/plain" | "application/json" => Some(Self::Text),
            "text/csv" => Some(Self::Table),
            "image/png" | "image/jpeg" | "image/gif" | "image/webp" => Some(Self::Picture),
            "application/pdf" => Some(Self::Document),
            _ => None,
        }
    }
}

impl Default for Look {
    fn default() -> Self {
        Self { head: Vec::new(), size: 0, is_text: true, begun: Vec::new() }
    }
}

impl Look {
    /// Looks at the bytes that come next.
    pub(super) fn see(&mut self, bytes: &[u8]) {
        self.size = self.size.saturating_add(bytes.len() as u64);
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        if self.is_text {
            self.begun.extend_from_slice(bytes);
            let whole = std::mem::take(&mut self.begun);
            match std::str::from_utf8(&whole) {
                Ok(text) => self.is_text = is_written(text),
                // The end of the last letter may come with the next bytes.
                Err(error) if error.error_len().is_none() => {
                    let (text, begun) = whole.split_at(error.valid_up_to());
                    self.is_text = std::str::from_utf8(text).is_ok_and(is_written);
                    self.begun = begun.to_vec();
                }
                Err(_) => self.is_text = false,
            }
        }
    }

    /// The kind of what went by.
    pub(super) fn media_type(&self) -> Option<MediaType> {
        let is_text = self.is_text && self.begun.is_empty();
        let kind = if is_text { self.of_text() } else { self.of_bytes() };
        MediaType::parse(kind).or_else(|| MediaType::parse(UNKNOWN))
    }

    fn of_bytes(&self) -> &'static str {
        infer::get(&self.head).map_or(UNKNOWN, |kind| kind.mime_type())
    }

    fn of_text(&self) -> &'static str {
        // A letter that the head cuts in two is left out.
        let end = std::str::from_utf8(&self.head).map_or_else(|error| error.valid_up_to(), str::len);
        let text = self.head.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let is_whole = self.size <= HEAD as u64;
        match text.chars().next() {
            Some('<') => markup(text),
            // A PDF may hold nothing but letters.
            Some('%') if text.starts_with("%PDF-") => "application/pdf",
            Some('{' | '[') if is_whole && serde_json::from_str::<IgnoredAny>(text).is_ok() => "application/json",
            _ if is_table(text, is_whole) => "text/csv",
            _ => "text/plain",
        }
    }
}

/// Whether letters are those of a text: no control characters but those that lay it out.
fn is_written(text: &str) -> bool {
    !text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}'))
}

/// What begins with a tag.
fn markup(text: &str) -> &'static str {
    let text = text.to_ascii_lowercase();
    let root = |name: &str| text.contains(name);
    if root("<!doctype html") || root("<html") || root("<script") || root("<body") {
        "text/html"
    } else if root("<svg") {
        "image/svg+xml"
    } else {
        "application/xml"
    }
}

/// Whether lines are rows of a table: at least two, each with as many fields as the first, and more than one.
fn is_table(text: &str, is_whole: bool) -> bool {
    // The last line of a head may be cut.
    let text = if is_whole { text } else { text.rsplit_once('\n').map_or("", |(lines, _)| lines) };
    [b',', b';', b'\t'].into_iter().any(|delimiter| {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
        let rows: Result<Vec<usize>, _> = reader.records().map(|row| row.map(|row| row.len())).collect();
        rows.is_ok_and(|rows| rows.len() > 1 && rows.first().is_some_and(|fields| *fields > 1))
    })
}

#[cfg(test)]
mod tests;
