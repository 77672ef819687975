//! A comparison with the official text, as text, page and SARIF.

use adhere_domain::law::comparison::{Found, Match, Numbering, Outdated, Row};
use adhere_domain::law::corpus::ActText;
use adhere_domain::redline::{Change, Redline};
use adhere_formats::comparison::Compared;
use adhere_formats::findings::LinePlace;
use adhere_formats::sarif::{Finding, Level, sarif as write_sarif};
use anyhow::Result;
use askama::Template;

use crate::report::full::STYLE;
use crate::words::Words;

/// The columns that text is wrapped at.
const WIDTH: usize = 78;

/// A row, ready to print.
pub(super) struct RowView {
    lines: String,
    /// `identical`, `reworded`, `not-in-law` or `not-compared`.
    found: &'static str,
    found_text: String,
    /// The provisions, as people cite them.
    cites: String,
    notes: Vec<String>,
    /// The passage itself, where there is no word diff.
    text: String,
    pieces: Vec<PieceView>,
    /// The word diff against the text in force.
    now: Vec<PieceView>,
    is_clean: bool,
    line: usize,
}

/// Words that share a fate, ready to print.
struct PieceView {
    change: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "comparison.txt")]
struct TextReport<'a> {
    words: &'a Words,
    view: &'a View,
}

#[derive(Template)]
#[template(path = "comparison.html")]
struct Page<'a> {
    words: &'a Words,
    view: &'a View,
    style: &'static str,
}

/// A comparison, ready to print.
struct View {
    language: String,
    title: String,
    summary: String,
    sources: Vec<String>,
    rows: Vec<RowView>,
    skipped: Vec<RowView>,
    missing: Vec<String>,
}

impl View {
    fn wrapped(&self, text: &str, indent: usize) -> String {
        let _ = self;
        let indent = " ".repeat(indent);
        let options = textwrap::Options::new(WIDTH).initial_indent(&indent).subsequent_indent(&indent);
        textwrap::fill(text, options)
    }

    fn marked(&self, pieces: &[PieceView], indent: usize) -> String {
        let mark = |piece: &PieceView| {
            let (space, text) =
                if piece.text.starts_with(' ') { (" ", piece.text.trim_start()) } else { ("", piece.text.as_str()) };
            match piece.change {
                "removed" => format!("{space}[-{text}-]"),
                "added" => format!("{space}{{+{text}+}}"),
                _ => piece.text.clone(),
            }
        };
        self.wrapped(&pieces.iter().map(mark).collect::<String>(), indent)
    }
}

/// The comparison for people.
pub(crate) fn text(compared: &Compared<'_>, known: Option<&ActText>, words: &Words) -> Result<String> {
    Ok(TextReport { words, view: &Reporter { compared, known, words }.view() }.render()?)
}

/// The comparison as a page.
pub(crate) fn html(compared: &Compared<'_>, known: Option<&ActText>, words: &Words) -> Result<String> {
    Ok(Page { words, view: &Reporter { compared, known, words }.view(), style: STYLE }.render()?)
}

/// What is not the official text in force, for code hosts.
pub(crate) fn sarif(compared: &Compared<'_>, known: Option<&ActText>, words: &Words) -> Result<String> {
    let view = Reporter { compared, known, words }.view();
    let finding = |row: &RowView| {
        let level = if row.found == "not-in-law" { Level::Error } else { Level::Warning };
        let mut parts = vec![row.found_text.clone(), row.cites.clone()];
        parts.extend(row.notes.iter().cloned());
        parts.push(if row.pieces.is_empty() {
            row.text.clone()
        } else {
            view.marked(&row.pieces, 0).replace('\n', " ")
        });
        parts.retain(|part| !part.is_empty());
        Finding {
            rule: format!("text/{}", row.found),
            level,
            message: parts.join("; "),
            file: compared.file.to_owned(),
            place: Some(whole_line(row.line)),
        }
    };
    let mut findings: Vec<Finding> = view.rows.iter().filter(|row| !row.is_clean).map(finding).collect();
    findings.extend(view.missing.iter().map(|cite| Finding {
        rule: "text/missing".to_owned(),
        level: Level::Warning,
        message: format!("{}: {cite}", words.text("comparison-missing")),
        file: compared.file.to_owned(),
        place: None,
    }));
    Ok(write_sarif(env!("CARGO_PKG_VERSION"), &findings, |_| None)?)
}

/// A line from its first character to the next line.
const fn whole_line(line: usize) -> (LinePlace, LinePlace) {
    (LinePlace { line, column: 1 }, LinePlace { line: line + 1, column: 1 })
}

struct Reporter<'a> {
    compared: &'a Compared<'a>,
    known: Option<&'a ActText>,
    words: &'a Words,
}

impl Reporter<'_> {
    fn view(&self) -> View {
        let comparison = self.compared.comparison;
        let is_skipped = |row: &&Row| matches!(row.found, Found::NotCompared(_));
        let (skipped, rows): (Vec<&Row>, Vec<&Row>) = comparison.rows.iter().partition(is_skipped);
        let rows: Vec<RowView> = rows.into_iter().map(|row| self.row(row)).collect();
        let skipped: Vec<RowView> = skipped.into_iter().map(|row| self.row(row)).collect();
        let missing: Vec<String> = comparison.missing.iter().map(|place| self.cite(*place)).collect();
        let is_outdated = |row: &&Row| matches!(&row.found, Found::InLaw(found) if found.outdated.is_some());
        let of = |found: &str| rows.iter().filter(|row| row.found == found).count();
        let values = [
            ("identical", of("identical").into()),
            ("reworded", of("reworded").into()),
            ("foreign", of("not-in-law").into()),
            ("outdated", comparison.rows.iter().filter(is_outdated).count().into()),
            ("missing", missing.len().into()),
            ("skipped", skipped.len().into()),
        ];
        let summary = self.words.with("comparison-summary", &values);
        let language = self.compared.library.first().map_or("", |file| file.edition.language.as_str()).to_owned();
        View { title: self.title(&language), summary, sources: self.sources(), rows, skipped, missing, language }
    }

    fn title(&self, language: &str) -> String {
        let file = ("file", self.compared.file.to_owned().into());
        match &self.compared.comparison.scope {
            None => self.words.with("comparison-no-scope", &[file]),
            Some(scope) => {
                let date = ("date", self.compared.as_of.to_string().into());
                let scope = ("scope", self.cite_id(scope.as_str()).into());
                self.words.with("comparison-scope", &[file, scope, ("language", language.to_owned().into()), date])
            }
        }
    }

    fn sources(&self) -> Vec<String> {
        self.compared.library.iter().map(|file| crate::report::official_text::origin(file, self.words)).collect()
    }

    fn row(&self, row: &Row) -> RowView {
        let passages: Vec<_> = row.passages.iter().filter_map(|place| self.compared.passages.get(*place)).collect();
        let lines: Vec<String> = passages.iter().map(|passage| passage.line.to_string()).collect();
        let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
        let mut view = RowView {
            lines: self.words.with("comparison-line", &[("line", lines.join(", ").into())]),
            found: "not-compared",
            found_text: String::new(),
            cites: String::new(),
            notes: Vec::new(),
            text: texts.join(" "),
            pieces: Vec::new(),
            now: Vec::new(),
            is_clean: true,
            line: passages.first().map_or(1, |passage| passage.line),
        };
        match &row.found {
            Found::NotCompared(skip) => view.notes.push(self.words.text(&format!("skip-{}", skip.id()))),
            Found::NotInLaw { closest, names } => {
                view.found = "not-in-law";
                view.is_clean = false;
                let note = |key: &str, place: usize| self.words.with(key, &[("id", self.cite(place).into())]);
                view.notes.extend(names.map(|place| note("names-article", place)));
                view.notes.extend(closest.map(|place| note("closest-unit", place)));
            }
            Found::InLaw(found) => self.in_law(&mut view, found),
        }
        view.found_text = self.words.text(&format!("found-{}", view.found));
        view
    }

    fn in_law(&self, view: &mut RowView, found: &Match) {
        view.found = if found.is_identical() { "identical" } else { "reworded" };
        view.is_clean = found.is_clean();
        view.cites = found.units.iter().map(|place| self.cite(*place)).collect::<Vec<_>>().join(", ");
        for numbering in &found.numbering {
            match numbering {
                Numbering::Changed { from, to } => {
                    let values = [("from", from.clone().into()), ("to", to.clone().into())];
                    view.notes.push(self.words.with("number-changed", &values));
                }
                Numbering::Lost { from } => {
                    view.notes.push(self.words.with("number-lost", &[("from", from.clone().into())]));
                }
                Numbering::Same | Numbering::NotShown => {}
            }
        }
        let condition = |condition: &adhere_domain::law::comparison::Condition| {
            self.words.text(&format!("condition-{}", condition.id()))
        };
        view.notes.extend(found.conditions.iter().map(condition));
        if !found.is_identical() {
            view.pieces = pieces(&found.redline);
        }
        if let Some(outdated) = &found.outdated {
            view.notes.push(self.outdated(found, outdated));
            view.now = outdated.redline.as_ref().map(pieces).unwrap_or_default();
        }
    }

    /// Whether outdated text was replaced or deleted; where no text says so, the shipped law does.
    fn outdated(&self, found: &Match, outdated: &Outdated) -> String {
        let date = ("date", outdated.since.to_string().into());
        if !outdated.now.is_empty() {
            let now = outdated.now.iter().map(|place| self.cite(*place)).collect::<Vec<_>>().join(", ");
            return self.words.with("outdated-replaced", &[date, ("now", now.into())]);
        }
        let as_of = self.compared.as_of;
        let units = found.units.iter().filter_map(|place| self.compared.units.get(*place));
        let has_successor = units.filter_map(|dated| self.known?.provisions.get(dated.unit.id.as_str()));
        let replaced = has_successor.into_iter().any(|provision| provision.version(as_of, as_of).is_some());
        self.words.with(if replaced { "outdated-no-text" } else { "outdated-deleted" }, &[date])
    }

    fn cite(&self, place: usize) -> String {
        self.compared.units.get(place).map_or_else(String::new, |dated| self.cite_id(dated.unit.id.as_str()))
    }

    fn cite_id(&self, id: &str) -> String {
        let provision = self.known.and_then(|known| known.provisions.get(id));
        provision.map_or_else(|| id.to_owned(), |provision| format!("{} ({id})", provision.cite))
    }
}

fn pieces(redline: &Redline) -> Vec<PieceView> {
    let change = |change| match change {
        Change::Kept => "kept",
        Change::Removed => "removed",
        Change::Added => "added",
    };
    redline.pieces.iter().map(|piece| PieceView { change: change(piece.change), text: piece.text.clone() }).collect()
}
