//! Official text as people can get it: read from EUR-Lex files and from copies, into editions of units by element id.
//!
//! Nothing is dropped silently: what cannot be placed, or is a description and not the text, comes back by name.

mod amendments;
mod blocks;
mod eurlex;
mod hand_copy;
pub mod library_file;
mod placing;

pub(crate) use self::blocks::split_label;

use std::path::Path;

use adhere_domain::law::corpus::Standing;
use adhere_domain::law::official_text::{Edition, EditionKind, Unit};
use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Findings};
use crate::html;

/// A file of official text, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What kind of file it is.
    pub form: SourceForm,
    /// Its text.
    pub edition: Edition,
    /// What of the file is not in the edition, and why.
    pub left_out: Vec<LeftOut>,
}

/// The kinds of files that official text is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceForm {
    /// EUR-Lex HTML of the Official Journal.
    OfficialJournal,
    /// EUR-Lex HTML of a consolidated text.
    Consolidated,
    /// Markdown in which a person copied provisions.
    HandCopy,
    /// JSON with the amendments that an act makes.
    Amendments,
}

impl SourceForm {
    /// All kinds with their names.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::OfficialJournal, "eurlex-oj-html"),
        (Self::Consolidated, "eurlex-consolidated-html"),
        (Self::HandCopy, "hand-copy-markdown"),
        (Self::Amendments, "amendments-json"),
    ];

    /// The name in files and messages.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(form, _)| *form == self).map_or("", |(_, name)| name)
    }
}

/// A piece of a file that is not in the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// How it begins, or what it is called in the file.
    pub what: String,
    /// Why it is not there.
    pub reason: Reason,
}

/// Why a piece of a file is not in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It describes a provision and is not its text.
    Description,
    /// It is a remark of whoever made the file.
    Remark,
    /// It is the text of a provision with words left out, or a part that does not stand alone.
    Incomplete,
    /// It belongs to another act.
    OtherAct,
    /// It stands outside of everything that has a number.
    Unplaced,
}

impl Reason {
    /// All reasons with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Description, "description"),
        (Self::Remark, "remark"),
        (Self::Incomplete, "incomplete"),
        (Self::OtherAct, "other-act"),
        (Self::Unplaced, "unplaced"),
    ];

    /// The name in files and messages.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(reason, _)| *reason == self).map_or("", |(_, name)| name)
    }
}

/// What a person says of a file, where the file does not say it or says it wrongly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The language.
    pub language: Option<String>,
    /// How much the text can be relied on.
    pub standing: Option<Standing>,
    /// CELEX number of the act.
    pub act: Option<String>,
    /// First day in force of what the file says.
    pub from: Option<Date>,
}

/// How many units of each kind an edition has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Recitals.
    pub recitals: usize,
    /// Articles.
    pub articles: usize,
    /// Annexes.
    pub annexes: usize,
    /// All units.
    pub units: usize,
}

/// Counts the units of an edition.
pub fn counts(units: &[Unit]) -> Counts {
    let whole = |prefix: &str| {
        let is_one = |unit: &&Unit| unit.id.as_str().starts_with(prefix) && !unit.id.as_str().contains("__");
        units.iter().filter(is_one).count()
    };
    Counts { recitals: whole("rec_"), articles: whole("art_"), annexes: whole("anx_"), units: units.len() }
}

/// Reads a file of official text, whatever of the known kinds it is.
pub fn import(file: &str, text: &str, told: &Told) -> Result<Import, Findings> {
    let start = text.trim_start();
    let import = if start.starts_with('{') {
        amendments::read(text, told)
    } else if start.starts_with('<') {
        from_html(text, told)
    } else {
        hand_copy::read(text, told)
    };
    let import = import.map_err(|refusal| refused(file, &refusal))?;
    if import.edition.units.iter().all(|unit| unit.text.is_empty()) && import.edition.ends.is_empty() {
        return Err(refused(file, &Refusal::NoText));
    }
    Ok(import)
}

/// Why a file is not official text that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Refusal {
    #[error("this is not a file of official text that adhere can read")]
    Unknown,
    #[error("this HTML is not a document of EUR-Lex: no article and no recital in it has an id")]
    NotEurlex,
    #[error("the file ends in the middle: {0}")]
    Truncated(&'static str),
    #[error("nothing in the file is the text of a provision")]
    NoText,
    #[error("the file does not say {0}")]
    Unsaid(&'static str),
    #[error("this JSON is not a list of amendments: {0}")]
    NotAmendments(String),
}

impl Refusal {
    const fn rule(&self) -> &'static str {
        match self {
            Self::Unknown => "official-text-unknown",
            Self::NotEurlex => "official-text-not-eurlex",
            Self::Truncated(_) => "official-text-truncated",
            Self::NoText => "official-text-empty",
            Self::Unsaid(_) => "official-text-unsaid",
            Self::NotAmendments(_) => "official-text-not-amendments",
        }
    }

    fn hint(&self) -> String {
        let hint = match self {
            Self::Unknown | Self::NotAmendments(_) => {
                "download the HTML of the act from EUR-Lex; docs/guide/official-text.md says how"
            }
            Self::NotEurlex => {
                "save the page that EUR-Lex calls HTML, not the page around it and not a copy of another site"
            }
            Self::Truncated(_) => "download the file again",
            Self::NoText => "choose a file with the text itself",
            Self::Unsaid("its language") => "say it with `--language`, as in `--language nl`",
            Self::Unsaid("its act") => "say it with `--act`, as in `--act 32024R1689`",
            Self::Unsaid(_) => "say it with `--from`, as in `--from 2026-07-27`",
        };
        hint.to_owned()
    }
}

fn refused(file: &str, refusal: &Refusal) -> Findings {
    Diagnostic::about_file(Path::new(file), refusal.rule(), refusal.to_string(), &refusal.hint()).into()
}

fn from_html(text: &str, told: &Told) -> Result<Import, Refusal> {
    let document = html::parse(text);
    if !eurlex::is_eurlex(&document) {
        return Err(Refusal::NotEurlex);
    }
    // What a program wrote ends with the end of the document; half a file must not pass for the law.
    if !text.trim_end().ends_with("</html>") {
        return Err(Refusal::Truncated("there is no `</html>` at its end"));
    }
    let is_journal = text.contains("class=\"oj-");
    let [language, number, day] = eurlex::masthead(&document);
    let opening = eurlex::opening(&document, 4000);
    let (act, version) = celex(&opening).unzip();
    let act = told.act.clone().or_else(|| number.and_then(|number| celex_of_number(&number, &document))).or(act);
    let language = told.language.clone().or_else(|| language.map(|l| l.to_lowercase())).or_else(|| language_code(text));
    let published = day.and_then(|day| journal_day(&day));
    let from =
        told.from.or_else(|| version.flatten()).or_else(|| published.and_then(|day| in_force(act.as_deref(), day)));
    let read = eurlex::read(&document);
    let left_out = read.left_out.into_iter().map(|what| LeftOut { what, reason: Reason::Unplaced }).collect();
    let edition = Edition {
        act: act.ok_or(Refusal::Unsaid("its act"))?,
        language: language.ok_or(Refusal::Unsaid("its language"))?,
        kind: if is_journal { EditionKind::Original } else { EditionKind::Consolidated },
        standing: told.standing.unwrap_or(Standing::OfficialCopy),
        from: from.ok_or(Refusal::Unsaid("since when it is in force"))?,
        units: read.placing.units,
        ends: Vec::new(),
    };
    let form = if is_journal { SourceForm::OfficialJournal } else { SourceForm::Consolidated };
    Ok(Import { form, edition, left_out })
}

/// The act and the day of a consolidated text, from its CELEX number: `02024R1689 — EN — 27.07.2026` or
/// `02024R1689-20260727`.
fn celex(opening: &str) -> Option<(String, Option<Date>)> {
    for word in opening.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let (number, day) = word.split_once('-').map_or((word, None), |(number, day)| (number, Some(day)));
        let is_celex =
            number.len() == 10 && number.starts_with('0') && number.get(5..6).is_some_and(|l| l == "R" || l == "L");
        if is_celex && number.bytes().skip(6).all(|b| b.is_ascii_digit()) {
            let act = format!("3{}", number.get(1..).unwrap_or_default());
            let day = day.and_then(|day| Date::strptime("%Y%m%d", day).ok()).or_else(|| first_day(opening));
            return Some((act, day));
        }
    }
    None
}

/// The first date in a text, written as the Official Journal writes dates.
fn first_day(text: &str) -> Option<Date> {
    text.split_whitespace().find_map(|word| journal_day(word.trim_matches(|c: char| !c.is_ascii_digit())))
}

/// `12.7.2024`.
fn journal_day(text: &str) -> Option<Date> {
    Date::strptime("%d.%m.%Y", text.trim()).ok()
}

/// The CELEX number behind `2024/1689`, for a regulation or a directive as the title of the document says.
fn celex_of_number(number: &str, document: &html::Element) -> Option<String> {
    let (year, number) = number.split_once('/')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(year) || !digits(number) {
        return None;
    }
    // In every language of the Union the word for a directive has `ire` or begins as below.
    let title = eurlex::opening(document, 1500).to_lowercase();
    let is_directive = ["directive", "richtlijn", "richtlinie", "direttiva", "directiva", "dyrektywa", "direktiv"];
    let before = title.find(&format!("{year}/{number}")).map_or(title.len(), |_| title.len().min(400));
    let head: String = title.chars().take(before).collect();
    let first_directive = is_directive.iter().filter_map(|word| head.find(word)).min();
    let first_regulation = ["regulation", "verordening", "verordnung", "règlement", "regolamento", "reglamento"]
        .iter()
        .filter_map(|word| head.find(word))
        .min();
    let letter = match (first_directive, first_regulation) {
        (Some(directive), Some(regulation)) if directive < regulation => 'L',
        (Some(_), None) => 'L',
        _ => 'R',
    };
    Some(format!("3{year}{letter}{number:0>4}"))
}

/// The language of the document by its `lang`.
fn language_code(text: &str) -> Option<String> {
    let head: String = text.chars().take(4000).collect();
    let after = head.split(" lang=\"").nth(1)?;
    let code: String = after.chars().take(2).collect();
    code.bytes().all(|b| b.is_ascii_alphabetic()).then(|| code.to_lowercase())
}

/// An act enters into force on the twentieth day after its publication (Art. 297(1) TFEU), if it does not say otherwise.
fn in_force(act: Option<&str>, published: Date) -> Option<Date> {
    act?;
    published.checked_add(jiff::Span::new().days(20)).ok()
}
