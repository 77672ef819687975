//! Names that come with uploaded files, and names under which files are saved: they say what a file is called, and
//! nothing else. A name is never where a file is kept.

use std::fmt::Write as _;

use adhere_domain::text::NonEmptyText;

/// So many letters of a name are kept; its end says what kind of file it is.
const LONGEST: usize = 200;

/// The title that a name gives: its folders and its name, without what leads elsewhere and without what is not seen.
pub(super) fn title(name: &str) -> Option<NonEmptyText> {
    let shown: String = name.chars().filter(|letter| is_seen(*letter)).collect();
    let parts = shown.split(['/', '\\']).map(str::trim).filter(|part| !matches!(*part, "" | "." | ".."));
    let path = parts.collect::<Vec<_>>().join("/");
    let over = path.chars().count().saturating_sub(LONGEST);
    NonEmptyText::parse(&path.chars().skip(over).collect::<String>())
}

/// Letters that are seen: no control characters, and no marks that turn the direction of what follows.
pub(super) fn is_seen(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !turns && letter != '\u{feff}'
}

/// The header that has a browser save a file under the last part of its title, or under its id where nothing is left.
pub(super) fn saved_as(title: &str, id: &str) -> String {
    let name = title.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|letter| is_seen(*letter)).collect();
    let name = name.trim().trim_start_matches('.');
    let name = if name.is_empty() { id } else { name };
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._- ".contains(letter);
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    let encoded = name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a text does not fail.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    });
    // RFC 6266: the second form is for those who know it, and it has every letter.
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests;
