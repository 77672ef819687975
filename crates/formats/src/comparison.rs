//! A comparison of a secondary text with the law, as JSON.

use adhere_domain::law::comparison::{Comparison, Found, Match, Numbering, Passage};
use adhere_domain::law::official_text::Dated;
use adhere_domain::redline::{Change, Redline};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::official_text::library_file::LibraryFile;

/// The name of this form and its version.
const FORMAT: &str = "adhere-comparison/1";

/// What a secondary text makes of the law.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparisonWire {
    /// The name of this form and its version.
    format: &'static str,
    /// The file compared.
    file: String,
    /// CELEX number of the act.
    act: String,
    /// The language.
    language: String,
    /// The day whose law it was compared with.
    as_of: String,
    /// The element it was compared with, if any was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    /// Where the official text came from.
    sources: Vec<SourceWire>,
    /// What was found, in the order of the text.
    rows: Vec<RowWire>,
    /// Element ids of units in force that the text lacks.
    missing: Vec<String>,
}

/// An imported file.
#[derive(Debug, Serialize, JsonSchema)]
struct SourceWire {
    /// Its name.
    file: String,
    /// Its SHA-256.
    sha256: String,
    /// `official-copy`, `hand-copy` or `secondary`.
    standing: &'static str,
}

/// A row: passages that are text of the law, or one that is not.
#[derive(Debug, Serialize, JsonSchema)]
struct RowWire {
    /// The passages.
    passages: Vec<PassageWire>,
    /// `identical`, `reworded`, `not-in-law` or `not-compared`.
    found: &'static str,
    /// The units whose text it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<UnitWire>,
    /// `split`, `merged`, `repeated`, `elsewhere`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<&'static str>,
    /// The words, from the official ones to those of the passages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    redline: Vec<PieceWire>,
    /// Since when it is no longer the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    outdated: Option<OutdatedWire>,
    /// Why it was not compared: `heading`, `link`, `picture`, `metadata`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// Element id of the unit that it is least unlike.
    #[serde(skip_serializing_if = "Option::is_none")]
    closest: Option<String>,
    /// Element id of the article whose heading it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<String>,
}

/// A passage.
#[derive(Debug, Serialize, JsonSchema)]
struct PassageWire {
    /// The line on which it begins.
    line: usize,
    /// Its words.
    text: String,
    /// Its number as shown; empty for a bullet.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    /// The official number, where another or none is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    official_label: Option<String>,
}

/// A unit.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitWire {
    /// Its element id.
    id: String,
    /// First day in force.
    from: String,
    /// First day no longer in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// How much its text can be relied on.
    standing: &'static str,
}

/// Words that share a fate.
#[derive(Debug, Serialize, JsonSchema)]
struct PieceWire {
    /// `kept`, `removed` or `added`.
    change: &'static str,
    /// The words.
    text: String,
}

/// What is no longer the law.
#[derive(Debug, Serialize, JsonSchema)]
struct OutdatedWire {
    /// First day on which it no longer was.
    since: String,
    /// Element ids of the units in force in its place, as far as there is text of them.
    now: Vec<String>,
    /// The words, from those in force to those of the passages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    redline: Vec<PieceWire>,
}

/// What was compared with what.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// The files of the library, in the order in which they were put together.
    pub library: &'a [LibraryFile],
    /// The day.
    pub as_of: Date,
    /// Its passages.
    pub passages: &'a [Passage],
    /// The units.
    pub units: &'a [Dated<'a>],
    /// What was found.
    pub comparison: &'a Comparison,
}

impl Compared<'_> {
    /// How much the text of a unit can be relied on.
    pub fn standing(&self, dated: &Dated<'_>) -> &'static str {
        self.library.get(dated.edition).map_or("", |file| file.edition.standing.id())
    }

    /// The comparison, as JSON.
    pub fn to_json(&self) -> ComparisonWire {
        let source = |file: &LibraryFile| SourceWire {
            file: file.origin.file.clone(),
            sha256: file.origin.sha256.clone(),
            standing: file.edition.standing.id(),
        };
        let first = self.library.first();
        ComparisonWire {
            format: FORMAT,
            file: self.file.to_owned(),
            act: first.map_or_else(String::new, |file| file.edition.act.clone()),
            language: first.map_or_else(String::new, |file| file.edition.language.clone()),
            as_of: self.as_of.to_string(),
            scope: self.comparison.scope.as_ref().map(ToString::to_string),
            sources: self.library.iter().map(source).collect(),
            rows: self.comparison.rows.iter().map(|row| self.row(&row.passages, &row.found)).collect(),
            missing: self.ids(&self.comparison.missing),
        }
    }

    fn ids(&self, places: &[usize]) -> Vec<String> {
        places.iter().filter_map(|place| self.units.get(*place)).map(|dated| dated.unit.id.to_string()).collect()
    }

    fn row(&self, places: &[usize], found: &Found) -> RowWire {
        let numbering: &[Numbering] = if let Found::InLaw(found) = found { &found.numbering } else { &[] };
        let passage = |(at, place): (usize, &usize)| {
            let passage = self.passages.get(*place)?;
            let official_label = match numbering.get(at) {
                Some(Numbering::Changed { from, .. } | Numbering::Lost { from }) => Some(from.clone()),
                _ => None,
            };
            let (text, label) = (passage.text.clone(), passage.label.clone());
            Some(PassageWire { line: passage.line, text, label, official_label })
        };
        let mut row = RowWire {
            passages: places.iter().enumerate().filter_map(passage).collect(),
            found: "not-compared",
            units: Vec::new(),
            conditions: Vec::new(),
            redline: Vec::new(),
            outdated: None,
            reason: None,
            closest: None,
            names: None,
        };
        let id = |place: &Option<usize>| place.map(|place| self.ids(&[place])).and_then(|ids| ids.into_iter().next());
        match found {
            Found::NotCompared(skip) => row.reason = Some(skip.id()),
            Found::NotInLaw { closest, names } => {
                row.found = "not-in-law";
                row.closest = id(closest);
                row.names = id(names);
            }
            Found::InLaw(found) => self.in_law(&mut row, found),
        }
        row
    }

    fn in_law(&self, row: &mut RowWire, found: &Match) {
        row.found = if found.is_identical() { "identical" } else { "reworded" };
        let unit = |dated: &Dated<'_>| UnitWire {
            id: dated.unit.id.to_string(),
            from: dated.from.to_string(),
            until: dated.until.map(|until| until.to_string()),
            standing: self.standing(dated),
        };
        row.units = found.units.iter().filter_map(|place| self.units.get(*place)).map(unit).collect();
        row.conditions = found.conditions.iter().map(|condition| condition.id()).collect();
        row.redline = if found.is_identical() { Vec::new() } else { pieces(&found.redline) };
        row.outdated = found.outdated.as_ref().map(|outdated| OutdatedWire {
            since: outdated.since.to_string(),
            now: self.ids(&outdated.now),
            redline: outdated.redline.as_ref().map(pieces).unwrap_or_default(),
        });
    }
}

fn pieces(redline: &Redline) -> Vec<PieceWire> {
    let change = |change| match change {
        Change::Kept => "kept",
        Change::Removed => "removed",
        Change::Added => "added",
    };
    let piece =
        |piece: &adhere_domain::redline::Piece| PieceWire { change: change(piece.change), text: piece.text.clone() };
    redline.pieces.iter().map(piece).collect()
}

/// The JSON Schema of what [`Compared::to_json`] gives.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(ComparisonWire).as_value())
}
