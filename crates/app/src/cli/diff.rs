//! `adhere diff`: what changed between two versions of a code.

use std::io::IsTerminal;

use adhere_domain::codes::difference::{Version, difference};
use adhere_formats::difference::difference_json;

use super::arguments::{DiffArguments, DiffFormat};
use super::code::find::find_code;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::report::difference::{write_html, write_text};
use crate::words::Words;

/// Compares two versions and prints what changed.
pub(super) fn diff(arguments: &DiffArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let shipped = Shipped::load()?;
    let old = find_code(&arguments.old, &shipped.data.corpus)?.source.code;
    let new = find_code(&arguments.new, &shipped.data.corpus)?.source.code;
    let difference = difference(Version { code: &old, texts: None }, Version { code: &new, texts: None });
    write_to(arguments.output.as_deref(), |out| match arguments.format {
        DiffFormat::Text => {
            let styled = arguments.output.is_none() && std::io::stdout().is_terminal();
            write_text((&old, &new), &difference, arguments.all, styled, &words, out)
        }
        DiffFormat::Html => write_html((&old, &new), &difference, arguments.all, &words, out),
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &difference_json(&old, &new, &difference))?;
            Ok(writeln!(out)?)
        }
    })?;
    Ok(if arguments.check && difference.changed().next().is_some() { Exit::Found } else { Exit::Done })
}
