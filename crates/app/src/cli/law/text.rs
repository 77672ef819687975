//! The official text of a provision as of a day, in the languages that are imported, with where it came from.

use std::io::Write;

use adhere_domain::law::corpus::ActText;
use anyhow::Result;
use jiff::civil::Date;

use crate::report::official_text::{LineView, OfficialTexts, TextView};
use crate::words::Words;

/// The columns that text is wrapped at.
const WIDTH: usize = 78;

/// The official text that the library has of a provision, or how to get it; says whether there was any.
pub(super) fn official_text(
    act: &ActText,
    id: &str,
    as_of: Date,
    (texts, language): (&OfficialTexts, Option<&str>),
    words: &Words,
    out: &mut dyn Write,
) -> Result<bool> {
    let views = texts.of(act, id, as_of);
    for view in &views {
        heading(view, words, out)?;
        view.lines.iter().try_for_each(|line| write_line(line, out))?;
    }
    if views.is_empty() {
        let none = words.with("text-none", &[("date", as_of.to_string().into())]);
        writeln!(out, "\n{}\n{none}", words.text("text-heading"))?;
        let language = language.unwrap_or("en").to_uppercase();
        let url = format!("https://eur-lex.europa.eu/legal-content/{language}/TXT/HTML/?uri=CELEX:{}", act.act.celex);
        writeln!(out, "{}", words.with("text-get", &[("url", url.into())]))?;
    }
    Ok(!views.is_empty())
}

fn heading(view: &TextView, words: &Words, out: &mut dyn Write) -> Result<()> {
    let values = [
        ("language", view.language.clone().into()),
        ("from", view.from.to_string().into()),
        ("until", view.until.map_or_else(|| "…".to_owned(), |until| until.to_string()).into()),
    ];
    writeln!(out, "\n{} {}", words.text("text-heading"), words.with("text-in-force", &values))?;
    textwrap::wrap(&view.origin, WIDTH).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(())
}

fn write_line(line: &LineView, out: &mut dyn Write) -> Result<()> {
    let indent = "  ".repeat(line.depth + 1);
    let options = textwrap::Options::new(WIDTH).initial_indent(&indent).subsequent_indent(&indent);
    textwrap::wrap(&line.text, options).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(())
}
