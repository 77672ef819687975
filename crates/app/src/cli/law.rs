//! `adhere law`: read the provisions that adhere knows, in its own words, as of a day.

pub(super) mod arguments;
mod compare;
pub(crate) mod import;
mod text;

use std::io::Write;

use adhere_domain::law::corpus::{Act, Provision, Version};
use adhere_formats::law_data::LawData;
use anyhow::{Result, anyhow};
use jiff::civil::Date;

use self::arguments::LawCommand;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::library::Library;
use crate::output::write_to;
use crate::report::official_text::OfficialTexts;
use crate::words::Words;

/// Lists or shows provisions, or the open questions.
pub(super) fn law(command: &LawCommand) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    match command {
        LawCommand::Import(arguments) => return import::import_files(arguments, &words),
        LawCommand::Library(arguments) => return import::library(arguments, &words),
        _ => {}
    }
    let shipped = Shipped::load()?;
    match command {
        LawCommand::List { prefix, day } => {
            write_to(None, |out| list(&shipped.data, prefix.as_deref(), day.resolve(), &words, out))?;
        }
        LawCommand::Show { id, day, language, library } => {
            let files = Library::at(library.library.as_deref())?.files(language.as_deref())?;
            // EUR-Lex calls recitals `rct_117`.
            let id = id.strip_prefix("rct_").map_or_else(|| id.clone(), |number| format!("rec_{number}"));
            let texts = OfficialTexts::new(files, &words);
            let text = (&texts, language.as_deref());
            write_to(None, |out| show(&shipped, &id, day.resolve(), text, &words, out))?;
        }
        LawCommand::Compare(arguments) => return compare::compare_file(arguments, &shipped, &words),
        LawCommand::Import(_) | LawCommand::Library(_) => {}
        LawCommand::Readings => write_to(None, |out| readings(&shipped.data, &words, out))?,
    }
    Ok(Exit::Done)
}

fn list(data: &LawData, prefix: Option<&str>, days: (Date, Date), words: &Words, out: &mut dyn Write) -> Result<()> {
    let mut found = false;
    for act in &data.corpus.acts {
        let begins = |id: &str| prefix.is_none_or(|prefix| id.starts_with(prefix));
        for (id, provision) in act.provisions.iter().filter(|(id, _)| begins(id.as_str())) {
            found = true;
            let gist = provision.version(days.0, days.1).map_or_else(|| not_in_force(words, days), |v| v.gist.clone());
            writeln!(out, "{} {id}\n  {}: {gist}", act.act.name, provision.cite)?;
        }
    }
    if !found {
        return Err(anyhow!("no provision begins with `{}`", prefix.unwrap_or_default()));
    }
    Ok(())
}

fn not_in_force(words: &Words, days: (Date, Date)) -> String {
    words.with("not-in-force", &[("as-of", days.0.to_string().into()), ("known-at", days.1.to_string().into())])
}

fn show(
    shipped: &Shipped,
    id: &str,
    days: (Date, Date),
    text: (&OfficialTexts, Option<&str>),
    words: &Words,
    out: &mut dyn Write,
) -> Result<()> {
    let mut acts = shipped.data.corpus.acts.iter();
    let found = acts.find_map(|act| act.provisions.get(id).map(|provision| (act, provision)));
    let Some((act, provision)) = found else {
        // The library may have text of provisions that adhere has no gist of.
        let act = shipped.data.corpus.acts.first().filter(|_| text.0.knows(id));
        let act = act.ok_or_else(|| anyhow!("there is no provision `{id}`; see `adhere law list`"))?;
        return text::official_text(act, id, days.0, text, words, out).map(|_| ());
    };
    head(&act.act, provision, words, out)?;
    match provision.version(days.0, days.1) {
        Some(version) => writeln!(out, "\n{}", version.gist)?,
        None => writeln!(out, "\n{}", not_in_force(words, days))?,
    }
    text::official_text(act, id, days.0, text, words, out)?;
    writeln!(out, "\n{}", words.text("heading-versions"))?;
    provision.versions.iter().try_for_each(|version| version_line(version, words, out))?;
    let covering = |code: &adhere_domain::codes::code::Code| {
        let by = code.measures().filter(|(_, _, measure)| measure.covers_element(id));
        let ids: Vec<String> = by.map(|(_, _, measure)| measure.id.to_string()).collect();
        (format!("{}@{}", code.id, code.version), ids)
    };
    writeln!(out, "\n{}", words.text("heading-covered-by"))?;
    for (name, ids) in shipped.codes.iter().map(covering) {
        let ids = if ids.is_empty() { words.text("no-measure") } else { ids.join(" ") };
        writeln!(out, "  {name}: {ids}")?;
    }
    Ok(())
}

fn head(act: &Act, provision: &Provision, words: &Words, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "{} {} — {}", act.name, provision.cite, provision.id)?;
    writeln!(out, "{} <{}>", act.title, act.eli)?;
    if let Some(anchor) = &provision.anchor {
        writeln!(out, "{} {anchor}", words.text("label-anchor"))?;
    }
    if let Some(applies) = provision.applies {
        writeln!(out, "{}", words.with("applies-from", &[("date", applies.to_string().into())]))?;
    }
    Ok(())
}

fn version_line(version: &Version, words: &Words, out: &mut dyn Write) -> Result<()> {
    let until = version.end.map_or_else(|| "…".to_owned(), |end| end.until.to_string());
    let standing = words.text(&format!("standing-{}", version.standing.id()));
    writeln!(out, "  [{}, {until})  {} — {standing}", version.from, version.source)?;
    if let Some(amended_by) = &version.amended_by {
        writeln!(out, "    {} {amended_by}", words.text("label-amended-by"))?;
    }
    Ok(writeln!(out, "    {}", version.gist)?)
}

fn readings(data: &LawData, words: &Words, out: &mut dyn Write) -> Result<()> {
    for text in &data.reading_texts {
        let chosen = data.readings.chosen(text.id);
        writeln!(out, "{} ({})\n  {}", text.id.id(), data.corpus.cite(&text.cite), text.question)?;
        for (option, meaning) in &text.options {
            let mark = if option == chosen { "*" } else { " " };
            writeln!(out, "  {mark} {option}: {meaning}")?;
        }
        writeln!(out, "  {} {}", words.text("label-because"), text.because)?;
    }
    Ok(())
}
