//! The template as CSV (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets garble letters.

use std::io;

use super::super::column::{Column, HeadLine};
use super::{TemplateOrder, TemplateWords, cell};
use crate::csv_cell::harmless;

/// Writes the template.
///
/// A text that a spreadsheet would take for a formula is preceded by an apostrophe.
pub fn write_csv(order: &TemplateOrder<'_>, words: &TemplateWords, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    writer.write_record(Column::ALL.map(Column::id))?;
    for (line, label) in HeadLine::ALL.into_iter().zip(&words.head) {
        let field = |column| match column {
            Column::Indicator => line.id().to_owned(),
            Column::Title => harmless(label.clone()),
            Column::Value => order.head(line),
            _ => String::new(),
        };
        writer.write_record(Column::ALL.map(field))?;
    }
    for row in order.rows() {
        writer.write_record(Column::ALL.map(|column| harmless(cell(&row, column))))?;
    }
    writer.flush()
}
