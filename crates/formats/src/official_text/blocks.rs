//! Blocks: what all sources of official text are read into before they are given ids: texts, numbered items, headings.

/// A piece of a provision, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A text of its own.
    Text(String),
    /// A numbered item with what it holds.
    Item(String, Vec<Self>),
    /// A heading within an annex, such as `Section 1`.
    Heading(String),
}

/// Text with every run of white space drawn together.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

/// Whether a text is a number as lists have it: `(a)`, `a)`, `14a.`, `3.1.`, `—`, and the same after a quotation mark.
pub(super) fn is_label(text: &str) -> bool {
    let text = text.trim_start_matches(['‘', '“', '„', '\'', '"']);
    if matches!(text, "—" | "–" | "-" | "•") {
        return true;
    }
    let Some(inner) = text.strip_suffix([')', '.', ']']) else { return false };
    let inner = inner.strip_prefix(['(', '[']).unwrap_or(inner);
    let short = !inner.is_empty() && inner.chars().count() <= 6;
    let plain = inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    // `a` and `iv` are numbers, `Abs` and `page` are words.
    let letters = inner.bytes().filter(u8::is_ascii_alphabetic).count();
    short && plain && (letters <= 2 || is_roman(inner))
}

fn is_roman(text: &str) -> bool {
    text.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x' | b'l' | b'c'))
}

/// A number at the start of a text, and the rest.
pub(crate) fn split_label(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(' ')?;
    (is_label(first) && !rest.trim().is_empty()).then(|| (first, rest.trim_start()))
}

/// A label as it stands in an id: letters and digits, with `_` between the parts of `3.1.`.
pub(super) fn label_id(label: &str) -> String {
    let inner = label.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    inner.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

#[cfg(test)]
mod tests;
