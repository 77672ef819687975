//! Cells of CSV files, made harmless for spreadsheets: a text that one would take for a formula is only a text.
//!
//! Whoever registers an organisation chooses its name, and somebody else opens the file.

/// The text, after an apostrophe where a spreadsheet would take it for a formula.
pub(crate) fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}
