//! The official text of a provision as of a day, in the languages that are imported, with where it came from.

use std::collections::BTreeSet;
use std::io::Write;

use adhere_domain::law::corpus::{ActText, ElementId};
use adhere_domain::law::official_text::{Dated, Edition, put_together};
use adhere_formats::official_text::library_file::LibraryFile;
use anyhow::Result;
use jiff::civil::Date;

use super::import::origin;
use crate::words::Words;

/// The columns that text is wrapped at.
const WIDTH: usize = 78;

/// The official text that the library has of a provision, or how to get it; says whether there was any.
pub(super) fn official_text(
    act: &ActText,
    id: &str,
    as_of: Date,
    (files, language): (&[LibraryFile], Option<&str>),
    words: &Words,
    out: &mut dyn Write,
) -> Result<bool> {
    let of_act = |file: &&LibraryFile| file.edition.act == act.act.celex;
    let files: Vec<&LibraryFile> = files.iter().filter(of_act).collect();
    let languages: BTreeSet<&str> = files.iter().map(|file| file.edition.language.as_str()).collect();
    let mut found = false;
    for language in &languages {
        let files: Vec<&LibraryFile> =
            files.iter().filter(|file| file.edition.language == **language).copied().collect();
        found |= in_language(act, id, as_of, &files, words, out)?;
    }
    if !found {
        let none = words.with("text-none", &[("date", as_of.to_string().into())]);
        writeln!(out, "\n{}\n{none}", words.text("text-heading"))?;
        let language = language.unwrap_or("en").to_uppercase();
        let url = format!("https://eur-lex.europa.eu/legal-content/{language}/TXT/HTML/?uri=CELEX:{}", act.act.celex);
        writeln!(out, "{}", words.with("text-get", &[("url", url.into())]))?;
    }
    Ok(found)
}

fn in_language(
    act: &ActText,
    id: &str,
    as_of: Date,
    files: &[&LibraryFile],
    words: &Words,
    out: &mut dyn Write,
) -> Result<bool> {
    let editions: Vec<Edition> = files.iter().map(|file| file.edition.clone()).collect();
    let units = put_together(&editions, Some(act));
    let Some(within) = nearest(id, &units, as_of) else { return Ok(false) };
    let shown = |dated: &&Dated<'_>| within.contains(dated.unit.id.as_str()) && dated.is_in_force(as_of);
    let mut shown: Vec<&Dated<'_>> = units.iter().filter(shown).collect();
    // Units of later editions stand behind all others: the order is that of the ids' own numbers.
    shown.sort_by_key(|dated| reading_order(dated.unit.id.as_str()));
    let mut source = None;
    for dated in shown {
        if source != Some((dated.edition, dated.from)) {
            source = Some((dated.edition, dated.from));
            let language = files.first().map_or("", |file| file.edition.language.as_str());
            heading(files, dated, language, words, out)?;
        }
        write_unit(dated, &within, out)?;
    }
    Ok(true)
}

fn heading(
    files: &[&LibraryFile],
    dated: &Dated<'_>,
    language: &str,
    words: &Words,
    out: &mut dyn Write,
) -> Result<()> {
    let until = dated.until.and_then(|until| until.yesterday().ok());
    let values = [
        ("language", language.to_owned().into()),
        ("from", dated.from.to_string().into()),
        ("until", until.map_or_else(|| "…".to_owned(), |until| until.to_string()).into()),
    ];
    writeln!(out, "\n{} {}", words.text("text-heading"), words.with("text-in-force", &values))?;
    if let Some(file) = files.get(dated.edition) {
        textwrap::wrap(&origin(file, words), WIDTH).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    Ok(())
}

fn write_unit(dated: &Dated<'_>, within: &ElementId, out: &mut dyn Write) -> Result<()> {
    let depth = dated.unit.id.as_str().matches("__").count() - within.as_str().matches("__").count();
    let indent = "  ".repeat(depth.min(6) + 1);
    let parts = [dated.unit.label.as_str(), dated.unit.heading.as_str(), dated.unit.text.as_str()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let options = textwrap::Options::new(WIDTH).initial_indent(&indent).subsequent_indent(&indent);
    textwrap::wrap(&text, options).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(())
}

/// The element itself if there is text of it, or the nearest one around it that has text on that day.
fn nearest(id: &str, units: &[Dated<'_>], as_of: Date) -> Option<ElementId> {
    let mut id = id;
    loop {
        let element = ElementId::parse(id)?;
        let has_text = |dated: &Dated<'_>| {
            element.contains(dated.unit.id.as_str()) && !dated.unit.text.is_empty() && dated.is_in_force(as_of)
        };
        if units.iter().any(has_text) {
            return Some(element);
        }
        id = id.rsplit_once("__").map(|(around, _)| around).filter(|around| around.contains("__"))?;
    }
}

/// Numbers in an id count as numbers: `para_10` comes behind `para_9`, `para_1a` behind `para_1`, points behind the first
/// subparagraph and before the second.
fn reading_order(id: &str) -> Vec<(u8, usize, String)> {
    let part = |part: &str| {
        let (kind, number) = part.rsplit_once('_').unwrap_or((part, ""));
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        let rest = number.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let value: usize = digits.parse().unwrap_or(0);
        let rank = match kind {
            "subpara" if value > 1 => 2,
            "subpara" => 0,
            _ => 1,
        };
        (rank, value, roman(&rest).map_or(rest, |value| format!("{value:03}")))
    };
    id.split("__").map(part).collect()
}

/// The value of small Roman numbers of points, of two letters at least: a single one is a letter of a list as well.
fn roman(text: &str) -> Option<u32> {
    let numbers = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
    let place = numbers.iter().position(|number| *number == text).filter(|_| text.len() > 1)?;
    u32::try_from(place + 1).ok()
}
