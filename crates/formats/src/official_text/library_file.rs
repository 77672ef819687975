//! A file of the local library: one imported file of official text with where it came from, as JSON.
//!
//! Library files are input like any other: what a person broke in one is found and named.

use adhere_domain::law::corpus::{ElementId, Standing};
use adhere_domain::law::official_text::{Edition, EditionKind, Ending, Part, Unit};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Import, LeftOut, Reason, SourceForm};
use crate::diagnostic::{Diagnostic, Findings, Severity};

/// The name of this form and its version.
pub const FORMAT: &str = "adhere-official-text/1";

const STANDINGS: [Standing; 3] = [Standing::OfficialCopy, Standing::HandCopy, Standing::Secondary];

/// A library file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryFile {
    /// The text.
    pub edition: Edition,
    /// Where it came from.
    pub origin: Origin,
    /// What of the imported file is not in it.
    pub left_out: Vec<LeftOut>,
}

/// Where an edition came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name of the imported file.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
    /// What kind of file it was.
    pub form: SourceForm,
    /// The day on which it was imported.
    pub imported: Date,
}

/// A library file.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FileWire {
    /// The name of this form and its version.
    format: String,
    /// CELEX number of the act whose text it is.
    act: String,
    /// Two letters, as ISO 639-1 has them.
    language: String,
    /// `original`, `consolidated` or `amended`.
    kind: String,
    /// `official-copy`, `hand-copy` or `secondary`.
    standing: String,
    /// First day on which what it says was in force.
    from: String,
    /// Where it came from.
    source: SourceWire,
    /// Its units, in the order of the act.
    units: Vec<UnitWire>,
    /// What it ends of earlier text.
    ends: Vec<EndingWire>,
    /// What of the imported file is not in it.
    left_out: Vec<LeftOutWire>,
}

/// The imported file.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SourceWire {
    /// Its name.
    file: String,
    /// Its SHA-256.
    sha256: String,
    /// What kind of file it was.
    form: String,
    /// The day on which it was imported.
    imported: String,
}

/// A unit of text.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct UnitWire {
    /// Its element id.
    id: String,
    /// Its number as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    /// Its heading.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    heading: String,
    /// Its own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

/// A unit that it ends.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EndingWire {
    /// Its element id.
    id: String,
    /// Whether its own words alone end, and what lies within stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    own_words: bool,
}

/// A piece that was left out.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LeftOutWire {
    /// How it begins.
    what: String,
    /// `description`, `remark`, `incomplete`, `other-act` or `unplaced`.
    reason: String,
}

impl LibraryFile {
    /// An import with where it came from.
    pub fn new(import: Import, file: &str, sha256: &str, imported: Date) -> Self {
        let origin = Origin { file: file.to_owned(), sha256: sha256.to_owned(), form: import.form, imported };
        Self { edition: import.edition, origin, left_out: import.left_out }
    }

    /// Its name in the library: the act, the language, the kind, and for all but the original the day.
    pub fn name(&self) -> String {
        let Edition { act, language, kind, from, .. } = &self.edition;
        match kind {
            EditionKind::Original => format!("{act}.{language}.{}.json", kind.id()),
            _ => format!("{act}.{language}.{}-{from}.json", kind.id()),
        }
    }

    /// The file as JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let unit = |unit: &Unit| UnitWire {
            id: unit.id.to_string(),
            label: unit.label.clone(),
            heading: unit.heading.clone(),
            text: unit.text.clone(),
        };
        let ending = |ending: &Ending| EndingWire { id: ending.id.to_string(), own_words: ending.part == Part::Own };
        let left_out =
            |left_out: &LeftOut| LeftOutWire { what: left_out.what.clone(), reason: left_out.reason.id().to_owned() };
        let edition = &self.edition;
        let wire = FileWire {
            format: FORMAT.to_owned(),
            act: edition.act.clone(),
            language: edition.language.clone(),
            kind: edition.kind.id().to_owned(),
            standing: edition.standing.id().to_owned(),
            from: edition.from.to_string(),
            source: SourceWire {
                file: self.origin.file.clone(),
                sha256: self.origin.sha256.clone(),
                form: self.origin.form.id().to_owned(),
                imported: self.origin.imported.to_string(),
            },
            units: edition.units.iter().map(unit).collect(),
            ends: edition.ends.iter().map(ending).collect(),
            left_out: self.left_out.iter().map(left_out).collect(),
        };
        let mut json = serde_json::to_string_pretty(&wire)?;
        json.push('\n');
        Ok(json)
    }
}

/// Reads a library file.
pub fn read(file: &str, text: &str) -> Result<LibraryFile, Findings> {
    let wire: FileWire = serde_json::from_str(text).map_err(|error| {
        let line = error.line();
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| start + end);
        refused(file, text, Some(start..end), format!("this is not a library file: {error}"))
    })?;
    from_wire(wire).map_err(|wrong| refused(file, text, None, wrong))
}

fn refused(file: &str, text: &str, span: Option<std::ops::Range<usize>>, message: String) -> Findings {
    let hint = "library files are written by `adhere law import`: remove the file and import the text again";
    let diagnostic = Diagnostic {
        file: file.to_owned(),
        span,
        rule: "library-file",
        severity: Severity::Error,
        message,
        hint: Some(hint.to_owned()),
        basis: None,
    };
    Findings { diagnostics: vec![diagnostic], texts: vec![(file.to_owned(), text.to_owned())] }
}

fn from_wire(wire: FileWire) -> Result<LibraryFile, String> {
    if wire.format != FORMAT {
        return Err(format!("`{}` is not the form `{FORMAT}`", wire.format));
    }
    let is_name = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_name(&wire.act) || !is_name(&wire.language) {
        return Err(format!("`{}` and `{}` are not an act and a language", wire.act, wire.language));
    }
    let element = |id: String| ElementId::parse(&id).ok_or_else(|| format!("`{id}` is not an element id"));
    let unit =
        |unit: UnitWire| Ok(Unit { id: element(unit.id)?, label: unit.label, heading: unit.heading, text: unit.text });
    let ending = |ending: EndingWire| {
        let part = if ending.own_words { Part::Own } else { Part::Whole };
        Ok(Ending { id: element(ending.id)?, part })
    };
    let left_out =
        |left_out: LeftOutWire| Ok(LeftOut { what: left_out.what, reason: named(&left_out.reason, Reason::ALL)? });
    let standing = STANDINGS.into_iter().find(|standing| standing.id() == wire.standing);
    let edition = Edition {
        act: wire.act,
        language: wire.language,
        kind: named(&wire.kind, EditionKind::ALL)?,
        standing: standing.ok_or_else(|| format!("`{}` is not a standing", wire.standing))?,
        from: day(&wire.from)?,
        units: wire.units.into_iter().map(unit).collect::<Result<_, String>>()?,
        ends: wire.ends.into_iter().map(ending).collect::<Result<_, String>>()?,
    };
    let origin = Origin {
        file: wire.source.file,
        sha256: wire.source.sha256,
        form: named(&wire.source.form, SourceForm::ALL)?,
        imported: day(&wire.source.imported)?,
    };
    let left_out = wire.left_out.into_iter().map(left_out).collect::<Result<_, String>>()?;
    Ok(LibraryFile { edition, origin, left_out })
}

fn named<T, const N: usize>(name: &str, all: [(T, &'static str); N]) -> Result<T, String> {
    let found = all.into_iter().find(|(_, known)| *known == name);
    found.map(|(value, _)| value).ok_or_else(|| format!("`{name}` is not one of the names known here"))
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("`{text}` is not a day"))
}

/// The JSON Schema of a library file.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(FileWire).as_value())
}

#[cfg(test)]
mod tests;
