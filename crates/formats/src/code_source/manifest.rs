//! The manifest of a code.

use std::collections::BTreeSet;
use std::ops::Range;

use adhere_domain::codes::code::{Code, CodeEvent, CodeEventKind, LeftOut, Objective, TextKind};
use adhere_domain::codes::finding::Place;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::{Corpus, ElementId};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unic_langid::LanguageIdentifier;

use super::places::Places;
use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// The files that a manifest names, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Chapters.
    pub chapters: Vec<String>,
    /// Lineages.
    pub lineages: Vec<String>,
    /// Its own set of indicators.
    pub indicators: Option<String>,
}

/// The files that a manifest names, as far as it can be read; [`super::code`] says what is wrong with it.
pub fn named_files(text: &str) -> Names {
    let Ok(root) = DeTable::parse(text) else { return Names::default() };
    let names = |key| named(root.get_ref(), key).filter_map(|item| item.get_ref().as_str()).map(str::to_owned);
    Names {
        chapters: names("chapters").collect(),
        lineages: names("lineage").collect(),
        indicators: names("kpis").next(),
    }
}

/// The values of a key that names one file or several.
fn named<'a>(root: &'a DeTable<'a>, key: &str) -> impl Iterator<Item = &'a Spanned<DeValue<'a>>> {
    let value = root.get(key);
    let several = value.and_then(|value| value.get_ref().as_array()).into_iter().flat_map(|array| array.iter());
    value.filter(|value| value.get_ref().as_str().is_some()).into_iter().chain(several)
}

impl Names {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.chapters.iter().chain(&self.lineages).chain(&self.indicators).map(String::as_str)
    }

    /// Where a manifest names a file.
    pub(super) fn span(text: &str, name: &str) -> Option<Range<usize>> {
        let root = DeTable::parse(text).ok()?;
        let mut items = ["chapters", "lineage", "kpis"].into_iter().flat_map(|key| named(root.get_ref(), key));
        items.find(|item| item.get_ref().as_str() == Some(name)).map(Spanned::span)
    }
}

/// The code without what stands in other files, and their names.
pub(super) fn manifest(
    (file, text): (&str, &str),
    corpus: &Corpus,
    places: &mut Places,
    findings: &mut Findings,
) -> Option<(Code, Names)> {
    let (code, found) = read(file, text, |root, _| {
        format_version(root);
        for key in ["profile", "published", "lineage", "left-out", "event", "kpis", "no-kpi"] {
            // A key that is not there is shown at the code's id, which must be.
            places.note(Place::Manifest(key), file, root.span(key).or_else(|| root.span("id")).unwrap_or(0..0));
        }
        let left_out = root.sections("left-out");
        let left_out = left_out.iter().filter_map(|section| self::left_out(section, file, corpus, places)).collect();
        let events = root.sections("event");
        let events = events.iter().enumerate().filter_map(|(index, section)| event(section, (file, index), places));
        let events = events.collect();
        let objectives = root.sections("objective");
        let objectives: Vec<Objective> =
            objectives.iter().filter_map(|section| objective(section, file, places)).collect();
        let lineages = file_names(root, "lineage", root.texts("lineage").unwrap_or_default());
        let kpis = root.text("kpis").into_iter().collect();
        let indicators = file_names(root, "kpis", kpis).into_iter().next();
        let names = Names { chapters: chapters(root), lineages, indicators };
        let text = root.choice("text", &TextKind::ALL).unwrap_or(TextKind::Full);
        let language = language(root);
        let no_indicators = root.words("no-kpi").map(str::to_owned);
        // Whatever is missing is told at once.
        let source = root.required_words("source");
        let (id, title, version) = (part_id(root, "id"), root.required_line("title"), part_id(root, "version"));
        let (published, profile) = (root.required_date("published"), root.required_choice("profile", &Profile::ALL));
        let code = Code {
            source: source?.to_owned(),
            id: id?,
            title: title?.to_owned(),
            version: version?,
            published: published?,
            profile: profile?,
            text,
            language,
            objectives,
            chapters: Vec::new(),
            left_out,
            indicators: None,
            no_indicators,
            lineages: Vec::new(),
            events,
        };
        Some((code, names))
    });
    findings.absorb(found);
    code
}

/// The language that the code is written in. BCP 47 has one way of writing each tag; digests depend on it.
fn language(root: &Section<'_>) -> Option<String> {
    let text = root.text("language")?;
    let tag = text.parse::<LanguageIdentifier>().ok().map(|tag| tag.to_string());
    if tag.as_deref() == Some(text) {
        return tag;
    }
    let hint = match tag {
        Some(tag) => format!("write `{tag}`"),
        None => "write a tag of BCP 47, such as `nl` or `de-AT`".to_owned(),
    };
    root.refuse("language", format!("`{text}` is not how a language is named"), &hint);
    None
}

/// The chapters: a code has one at least.
fn chapters(root: &Section<'_>) -> Vec<String> {
    let names = root.required_texts("chapters");
    if names.as_ref().is_some_and(Vec::is_empty) {
        root.refuse("chapters", "the code has no chapter".to_owned(), "name the Markdown file of one");
    }
    file_names(root, "chapters", names.unwrap_or_default())
}

/// Whether a name is that of a file beside the manifest, and not a path that leads elsewhere.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

/// The names of files beside the manifest; a path that leads elsewhere is refused.
fn file_names(root: &Section<'_>, key: &'static str, names: Vec<&str>) -> Vec<String> {
    if let Some(name) = names.iter().find(|name| !is_plain(name)) {
        root.refuse(
            key,
            format!("`{name}` is not the name of a file beside the manifest"),
            "write a name without a path",
        );
        return Vec::new();
    }
    let mut met = BTreeSet::new();
    if let Some(name) = names.iter().find(|name| !met.insert(**name)) {
        root.refuse(key, format!("`{key}` names `{name}` twice"), "name each file once");
    }
    names.into_iter().map(str::to_owned).collect()
}

fn objective(section: &Section<'_>, file: &str, places: &mut Places) -> Option<Objective> {
    let id = part_id(section, "id");
    let text = section.required_words("text");
    section.refuse_unknown();
    let objective = Objective { id: id?, text: text?.to_owned() };
    if places.has(&Place::Objective(objective.id.clone())) {
        section.refuse("id", format!("two objectives are called `{}`", objective.id), "give each its own id");
    }
    places.note(Place::Objective(objective.id.clone()), file, section.span("id")?);
    Some(objective)
}

/// Refuses a format of the future.
pub(crate) fn format_version(root: &Section<'_>) {
    if root.integer::<u32>("format").is_some_and(|version| version != 1) {
        root.refuse("format", "this is not format 1".to_owned(), "a newer adhere may read it");
    }
}

/// An id that must be there.
pub(crate) fn part_id(section: &Section<'_>, key: &'static str) -> Option<PartId> {
    let text = section.required_text(key)?;
    let id = PartId::parse(text);
    if id.is_none() {
        section.refuse(key, format!("`{text}` is not an id"), "letters, digits, `.`, `-` and `_`, at most 64");
    }
    id
}

fn left_out(section: &Section<'_>, file: &str, corpus: &Corpus, places: &mut Places) -> Option<LeftOut> {
    let (text, reason) = (section.required_text("provision"), section.required_words("reason"));
    section.refuse_unknown();
    let (text, reason) = (text?, reason?.to_owned());
    let provision = ElementId::parse(text).filter(|id| corpus.provision(id.as_str()).is_some());
    if provision.is_none() {
        section.refuse(
            "provision",
            format!("`{text}` is not a provision of the AI Act that adhere knows"),
            "see `adhere law list`",
        );
    }
    let provision = provision?;
    if places.has(&Place::LeftOut(provision.clone())) {
        section.refuse("provision", format!("`{provision}` is left out twice"), "put both reasons into one");
    }
    places.note(Place::LeftOut(provision.clone()), file, section.span("provision")?);
    Some(LeftOut { provision, reason })
}

fn event(section: &Section<'_>, (file, index): (&str, usize), places: &mut Places) -> Option<CodeEvent> {
    let (kind, on) = (section.required_choice("kind", &CodeEventKind::ALL), section.required_date("on"));
    let (by, source) = (section.required_words("by"), section.required_words("source"));
    section.refuse_unknown();
    places.note(Place::Event(index), file, section.span("on")?);
    Some(CodeEvent { kind: kind?, on: on?, by: by?.to_owned(), source: source?.to_owned() })
}
