//! Readings: `[[reading]]` entries with the question, its options, the one chosen and why.

use std::collections::BTreeMap;

use adhere_domain::law::readings::{ReadingId, Readings};

use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// A question that the text leaves open, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingText {
    /// The question.
    pub id: ReadingId,
    /// The provision it is about.
    pub cite: String,
    /// In words.
    pub question: String,
    /// Why the shipped choice was made.
    pub because: String,
    /// The readings in words, by name.
    pub options: BTreeMap<String, String>,
}

/// The questions with their readings, and the shipped choice.
pub(super) fn readings((file, text): (&str, &str), findings: &mut Findings) -> Option<(Vec<ReadingText>, Readings)> {
    let (readings, found) = read(file, text, |root, log| {
        let mut texts = Vec::new();
        let mut chosen = Readings::FIRST;
        for section in root.sections("reading") {
            let (text, choice) = reading(&section)?;
            let Some(with_choice) = chosen.choose(text.id, choice) else {
                section.refuse(
                    "chosen",
                    format!("`{choice}` is not a reading of `{}`", text.id.id()),
                    "name an option",
                );
                continue;
            };
            chosen = with_choice;
            texts.push(text);
        }
        for id in ReadingId::ALL.into_iter().filter(|id| !texts.iter().any(|text| text.id == *id)) {
            log.error(None, "missing-key", format!("the reading `{}` is missing", id.id()), None);
        }
        Some((texts, chosen))
    });
    findings.absorb(found);
    readings
}

fn reading<'a>(section: &Section<'a>) -> Option<(ReadingText, &'a str)> {
    let id = section.required_choice("id", &ReadingId::ALL.map(|id| (id, id.id())))?;
    let text = |key| section.required_text(key).map(str::to_owned);
    let options = section.required_section("options")?;
    let written: BTreeMap<_, _> =
        options.entries().into_iter().map(|(name, text, _)| (name.to_owned(), text.to_owned())).collect();
    if !written.keys().map(String::as_str).eq(sorted(id.options())) {
        section.refuse("options", format!("the readings of `{}` are {:?}", id.id(), id.options()), "give each a text");
    }
    let text = ReadingText {
        id,
        cite: text("cite")?,
        question: text("question")?,
        because: text("because")?,
        options: written,
    };
    let chosen = section.required_text("chosen")?;
    section.refuse_unknown();
    Some((text, chosen))
}

fn sorted(mut names: [&'static str; 2]) -> [&'static str; 2] {
    names.sort_unstable();
    names
}
