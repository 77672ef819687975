//! `adhere law compare`: what a text makes of the law, passage by passage, in one of four forms.

use std::collections::BTreeMap;

use adhere_domain::law::comparison::{affinity, compare};
use adhere_domain::law::corpus::ElementId;
use adhere_domain::law::official_text::{Edition, put_together};
use adhere_formats::comparison::Compared;
use adhere_formats::official_text::library_file::LibraryFile;
use adhere_formats::secondary_text::passages;
use adhere_formats::source_file::read_text;
use anyhow::anyhow;

use super::arguments::{CompareArguments, CompareFormat};
use crate::cli::shipped::Shipped;
use crate::cli::{CommandError, Exit};
use crate::clock::today;
use crate::library::{Library, unreadable};
use crate::output::write_to;
use crate::report::comparison::{html, sarif, text};
use crate::words::Words;

/// Compares a file with the library.
pub(super) fn compare_file(
    arguments: &CompareArguments,
    shipped: &Shipped,
    words: &Words,
) -> Result<Exit, CommandError> {
    let source = read_text(&arguments.file).map_err(|error| unreadable(&arguments.file, &error))?;
    let passages = passages(&source);
    let asked = arguments.id.as_deref().map(element).transpose()?;
    let library = Library::at(arguments.library.library.as_deref())?.files(arguments.language.as_deref())?;
    let as_of = arguments.as_of.unwrap_or_else(today);
    let (mut best, mut most) = (None, None);
    for (act, files) in by_text(library) {
        let editions: Vec<Edition> = files.iter().map(|file| file.edition.clone()).collect();
        let known = shipped.data.corpus.acts.iter().find(|known| known.act.celex == act);
        let near = affinity(&passages, &put_together(&editions, known));
        if most.is_none_or(|most| near > most) {
            most = Some(near);
            best = Some((files, editions, known));
        }
    }
    let (files, editions, known) = best.ok_or_else(|| {
        let language = arguments.language.as_ref().map_or_else(String::new, |language| format!(" in `{language}`"));
        anyhow!("no official text{language} is imported; `adhere law import FILE` does it")
    })?;
    let units = put_together(&editions, known);
    if let Some(id) = asked.as_ref().filter(|id| !units.iter().any(|dated| id.contains(dated.unit.id.as_str()))) {
        return Err(anyhow!("the library has no text of `{id}`").into());
    }
    let comparison = compare(&passages, &units, asked.as_ref(), as_of);
    let file = arguments.file.to_string_lossy();
    let compared =
        Compared { file: &file, library: &files, as_of, passages: &passages, units: &units, comparison: &comparison };
    print(&compared, known, arguments, words)?;
    Ok(if arguments.check && !comparison.is_clean() { Exit::Found } else { Exit::Done })
}

fn print(
    compared: &Compared<'_>,
    known: Option<&adhere_domain::law::corpus::ActText>,
    arguments: &CompareArguments,
    words: &Words,
) -> Result<(), CommandError> {
    let report = match arguments.format {
        CompareFormat::Text => text(compared, known, words)?,
        CompareFormat::Html => html(compared, known, words)?,
        CompareFormat::Sarif => sarif(compared, known, words)?,
        CompareFormat::Json => {
            let json = serde_json::to_string_pretty(&compared.to_json()).map_err(anyhow::Error::from)?;
            format!("{json}\n")
        }
    };
    Ok(write_to(arguments.output.as_deref(), |out| Ok(out.write_all(report.as_bytes())?))?)
}

/// EUR-Lex calls recitals `rct_117`.
fn element(id: &str) -> Result<ElementId, CommandError> {
    let id = id.strip_prefix("rct_").map_or_else(|| id.to_owned(), |number| format!("rec_{number}"));
    Ok(ElementId::parse(&id).ok_or_else(|| anyhow!("`{id}` is not an element id such as `art_56`"))?)
}

/// The files by act and language.
fn by_text(library: Vec<LibraryFile>) -> impl Iterator<Item = (String, Vec<LibraryFile>)> {
    let mut texts: BTreeMap<(String, String), Vec<LibraryFile>> = BTreeMap::new();
    for file in library {
        texts.entry((file.edition.act.clone(), file.edition.language.clone())).or_default().push(file);
    }
    texts.into_iter().map(|((act, _), files)| (act, files))
}
