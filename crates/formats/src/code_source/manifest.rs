//! The manifest of a code.

use adhere_domain::codes::code::{Code, CodeEvent, CodeEventKind, LeftOut};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::{Corpus, ElementId};

use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// The chapter files that a manifest names, in its order; none where it cannot be read.
pub fn chapter_files(file: &str, text: &str) -> Vec<String> {
    let (names, _) = read(file, text, |root, _| {
        let names = root.texts("chapters")?.into_iter().map(str::to_owned).collect::<Vec<_>>();
        Some(names)
    });
    // Everything else in the manifest is unknown to this reading; `manifest` reports what is wrong with it.
    names.unwrap_or_else(|| lenient_chapters(text))
}

fn lenient_chapters(text: &str) -> Vec<String> {
    let Ok(root) = toml::de::DeTable::parse(text) else { return Vec::new() };
    let chapters = root.get_ref().get("chapters").and_then(|value| value.get_ref().as_array());
    let names = chapters.into_iter().flat_map(|array| array.iter()).filter_map(|item| item.get_ref().as_str());
    names.map(str::to_owned).collect()
}

/// The code without its chapters.
pub(super) fn manifest((file, text): (&str, &str), corpus: &Corpus, findings: &mut Findings) -> Option<Code> {
    let (code, found) = read(file, text, |root, _| {
        format_version(root);
        let left_out = root.sections("left-out");
        let left_out = left_out.iter().filter_map(|section| self::left_out(section, corpus)).collect();
        let events = root.sections("event").iter().filter_map(event).collect();
        root.texts("chapters");
        Some(Code {
            id: part_id(root, "id")?,
            title: root.required_text("title")?.to_owned(),
            version: part_id(root, "version")?,
            published: root.required_date("published")?,
            profile: root.required_choice("profile", &Profile::ALL)?,
            source: root.required_text("source")?.to_owned(),
            chapters: Vec::new(),
            left_out,
            events,
        })
    });
    findings.absorb(found);
    code
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

fn left_out(section: &Section<'_>, corpus: &Corpus) -> Option<LeftOut> {
    let text = section.required_text("provision")?;
    let reason = section.required_text("reason")?.to_owned();
    section.refuse_unknown();
    let provision = ElementId::parse(text).filter(|id| corpus.provision(id.as_str()).is_some());
    if provision.is_none() {
        section.refuse(
            "provision",
            format!("`{text}` is not a provision of the AI Act that adhere knows"),
            "see `adhere law list`",
        );
    }
    Some(LeftOut { provision: provision?, reason })
}

fn event(section: &Section<'_>) -> Option<CodeEvent> {
    let event = CodeEvent {
        kind: section.required_choice("kind", &CodeEventKind::ALL)?,
        on: section.required_date("on")?,
        by: section.required_text("by")?.to_owned(),
        source: section.required_text("source")?.to_owned(),
    };
    section.refuse_unknown();
    Some(event)
}
