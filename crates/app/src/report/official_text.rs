//! The official text of a provision as of a day, ready to print, in every language that is imported.

use std::collections::BTreeMap;

use adhere_domain::law::corpus::{ActText, ElementId};
use adhere_domain::law::official_text::{Dated, Edition, put_together};
use adhere_formats::official_text::library_file::LibraryFile;
use jiff::civil::Date;

use crate::words::Words;

/// Imported texts, by act and language.
#[derive(Debug)]
pub(crate) struct OfficialTexts {
    by_act: BTreeMap<(String, String), Texts>,
}

/// The texts of one act in one language, with where each came from.
#[derive(Debug, Default)]
struct Texts {
    editions: Vec<Edition>,
    origins: Vec<String>,
}

/// The text of a provision from one edition, ready to print.
#[derive(Debug)]
pub(crate) struct TextView {
    /// Two letters.
    pub(crate) language: String,
    pub(crate) from: Date,
    /// Last day in force, if it is over.
    pub(crate) until: Option<Date>,
    pub(crate) origin: String,
    pub(crate) lines: Vec<LineView>,
}

/// A unit of text, ready to print.
#[derive(Debug)]
pub(crate) struct LineView {
    /// How many units it stands within.
    pub(crate) depth: usize,
    pub(crate) text: String,
}

impl OfficialTexts {
    /// Puts files of the library together.
    pub(crate) fn new(files: Vec<LibraryFile>, words: &Words) -> Self {
        let mut by_act: BTreeMap<(String, String), Texts> = BTreeMap::new();
        for file in files {
            let origin = origin(&file, words);
            let texts = by_act.entry((file.edition.act.clone(), file.edition.language.clone())).or_default();
            texts.editions.push(file.edition);
            texts.origins.push(origin);
        }
        Self { by_act }
    }

    /// The text of a provision on a day; of what encloses it where it has none of its own.
    pub(crate) fn of(&self, act: &ActText, id: &str, as_of: Date) -> Vec<TextView> {
        let of_act = self.by_act.iter().filter(|((celex, _), _)| *celex == act.act.celex);
        of_act.flat_map(|((_, language), texts)| in_language(act, id, as_of, language, texts)).collect()
    }

    /// Whether any text has a provision.
    pub(crate) fn knows(&self, id: &str) -> bool {
        let mut units = self.by_act.values().flat_map(|texts| &texts.editions).flat_map(|edition| &edition.units);
        units.any(|unit| unit.id.as_str() == id)
    }
}

/// Where a text came from.
pub(crate) fn origin(file: &LibraryFile, words: &Words) -> String {
    let standing = words.text(&format!("standing-{}", file.edition.standing.id()));
    let values = [
        ("file", file.origin.file.clone().into()),
        ("sha", file.origin.sha256.clone().into()),
        ("day", file.origin.imported.to_string().into()),
        ("standing", standing.into()),
    ];
    words.with("library-origin", &values)
}

fn in_language(act: &ActText, id: &str, as_of: Date, language: &str, texts: &Texts) -> Vec<TextView> {
    let units = put_together(&texts.editions, Some(act));
    let Some(within) = nearest(id, &units, as_of) else { return Vec::new() };
    let shown = |dated: &&Dated<'_>| within.contains(dated.unit.id.as_str()) && dated.is_in_force(as_of);
    let mut shown: Vec<&Dated<'_>> = units.iter().filter(shown).collect();
    // Units of later editions stand behind all others: the order is that of the ids' own numbers.
    shown.sort_by_key(|dated| reading_order(dated.unit.id.as_str()));
    let mut views: Vec<TextView> = Vec::new();
    let mut source = None;
    for dated in shown {
        if source != Some((dated.edition, dated.from)) {
            source = Some((dated.edition, dated.from));
            views.push(TextView {
                language: language.to_owned(),
                from: dated.from,
                until: dated.until.and_then(|until| until.yesterday().ok()),
                origin: texts.origins.get(dated.edition).cloned().unwrap_or_default(),
                lines: Vec::new(),
            });
        }
        if let Some(view) = views.last_mut() {
            view.lines.push(line(dated, &within));
        }
    }
    views
}

fn line(dated: &Dated<'_>, within: &ElementId) -> LineView {
    let depth = dated.unit.id.as_str().matches("__").count() - within.as_str().matches("__").count();
    let parts = [dated.unit.label.as_str(), dated.unit.heading.as_str(), dated.unit.text.as_str()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    LineView { depth: depth.min(6), text }
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
