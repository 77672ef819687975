//! Reading `recorded.toml`: all findings come back when any is an error.

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::Content;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, Item, MediaType};
use adhere_domain::evidence::passage::{Passage, Position};
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;

use super::{Recorded, RecordedItem, RecordedStatement};
use crate::code_source::manifest::{format_version, part_id};
use crate::diagnostic::Findings;
use crate::provider_folder::adherence;
use crate::toml_reader::{Section, read};

/// Parses the file; nothing when any finding is an error.
pub fn recorded(file: &str, text: &str) -> (Option<Recorded>, Findings) {
    read(file, text, |root, _| {
        format_version(root);
        let items: Vec<RecordedItem> = root.sections("item").iter().filter_map(item).collect();
        let adherences = root.sections("adherence").iter().filter_map(adherence).collect();
        let statements = root.sections("statement").iter().filter_map(|section| statement(section, &items)).collect();
        Some(Recorded { adherences, statements, items })
    })
}

fn statement(section: &Section<'_>, items: &[RecordedItem]) -> Option<RecordedStatement> {
    let (code, version) = (part_id(section, "code"), part_id(section, "version"));
    let measure = part_id(section, "measure");
    let model = section.has("model").then(|| part_id(section, "model"));
    let state = section.required_choice("state", &ImplementationState::ALL.map(|state| (state, state.id())));
    let text = said(section, "statement");
    let owner = said(section, "owner");
    let due = section.date("due");
    let evidence = section.sections("evidence").iter().filter_map(|it| attached(it, items)).collect();
    section.refuse_unknown();
    let model = match model {
        None => None,
        Some(model) => Some(model?),
    };
    let content = Content { state: state?, text, owner, due };
    Some(RecordedStatement { code: code?, version: version?, measure: measure?, model, content, evidence })
}

fn attached(section: &Section<'_>, items: &[RecordedItem]) -> Option<(EvidenceId, Option<Passage>)> {
    let id = id(section, "item")?;
    if !items.iter().any(|it| it.item.id == id) {
        section.refuse("item", format!("`{id}` is no item of this file"), "add a table `[[item]]` for it");
    }
    let place = section.integer("start").zip(section.integer("end")).map(|(start, end)| Position { start, end });
    let around = |key| section.text(key).unwrap_or_default();
    let (prefix, suffix) = (around("prefix"), around("suffix"));
    let exact = section.text("exact");
    section.refuse_unknown();
    let Some(exact) = exact else { return Some((id, None)) };
    let passage = Passage::new(exact, prefix, suffix, place);
    if passage.is_none() {
        section.refuse("exact", "this is no passage".to_owned(), "a passage is not empty and has at most 8192 bytes");
    }
    Some((id, Some(passage?)))
}

fn item(section: &Section<'_>) -> Option<RecordedItem> {
    let id = id(section, "id");
    let digest = parsed(section, "sha-256", "the SHA-256 of a file in hexadecimal", Digest::parse);
    let size = section.integer("size");
    if size.is_none() {
        section.refuse("size", "`size` is missing".to_owned(), "how many bytes the file has");
    }
    let media_type = parsed(section, "media-type", "a media type such as \"application/pdf\"", MediaType::parse);
    let title = parsed(section, "title", "a text that is not empty", NonEmptyText::parse);
    let speaks_for = section.required_date("speaks-for");
    let expires = section.date("expires");
    if let (Some(speaks_for), Some(expires)) = (speaks_for, expires)
        && expires <= speaks_for
    {
        section.refuse("expires", format!("it expires on {expires}, not after {speaks_for}"), "check the two dates");
    }
    let confidentiality = section.required_choice("confidentiality", &Confidentiality::ALL);
    let withdrawn = section.date("withdrawn-from").zip(said(section, "withdrawn-because"));
    section.refuse_unknown();
    let item = Item {
        id: id?,
        digest: digest?,
        size: size?,
        media_type: media_type?,
        title: title?,
        speaks_for: speaks_for?,
        expires,
        confidentiality: confidentiality?,
    };
    Some(RecordedItem { item, withdrawn })
}

fn said(section: &Section<'_>, key: &'static str) -> Option<NonEmptyText> {
    section.text(key).and_then(NonEmptyText::parse)
}

fn id(section: &Section<'_>, key: &'static str) -> Option<EvidenceId> {
    parsed(section, key, "letters, digits, `.`, `-` and `_`", Id::parse)
}

fn parsed<T>(
    section: &Section<'_>,
    key: &'static str,
    expected: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = section.required_text(key)?;
    let value = parse(text);
    if value.is_none() {
        section.refuse(key, format!("`{text}` is not what `{key}` can be"), expected);
    }
    value
}
