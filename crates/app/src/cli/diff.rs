//! `adhere diff`: what changed between two versions of a code.

pub(super) mod arguments;

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::codes::difference::{Version, difference};
use adhere_domain::codes::id::PartId;
use adhere_formats::code_text::TextPart;
use adhere_formats::difference::difference_json;

use self::arguments::{DiffArguments, DiffFormat};
use super::code::find::{find_code, same_code};
use super::code::text;
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
    same_code(&old, &new)?;
    let old_texts = texts(arguments.old_text.as_deref(), &old)?;
    let new_texts = texts(arguments.new_text.as_deref(), &new)?;
    let before = Version { code: &old, texts: old_texts.as_ref() };
    let difference = difference(before, Version { code: &new, texts: new_texts.as_ref() });
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

/// The full texts of a version's parts, from a file of `adhere code text`.
fn texts(path: Option<&Path>, code: &Code) -> Result<Option<BTreeMap<PartId, String>>, CommandError> {
    let Some(path) = path else { return Ok(None) };
    let part = |part: TextPart| Some((PartId::parse(&part.id)?, part.text));
    Ok(Some(text::read(path, code)?.parts.into_iter().filter_map(part).collect()))
}
