//! A lineage file: what became of the parts of an earlier version.

use adhere_domain::codes::finding::Place;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::lineage::{Descent, Fate, Lineage};

use super::manifest::{format_version, part_id};
use super::places::Places;
use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// Parses a lineage that leads to this version of this code.
pub(super) fn lineage(
    (file, text): (&str, &str),
    (code, version): (&PartId, &PartId),
    places: &mut Places,
    findings: &mut Findings,
) -> Option<Lineage> {
    let (lineage, found) = read(file, text, |root, _| {
        format_version(root);
        expect(root, "code", code);
        expect(root, "to", version);
        let from = part_id(root, "from");
        if from.as_ref() == Some(version) {
            root.refuse("from", format!("`{version}` is this version itself"), "name an earlier version");
        }
        let source = root.required_words("source").map(str::to_owned);
        let sections = root.sections("part");
        let from = from?;
        let parts = sections.iter().filter_map(|section| descent(section, file, &from, places)).collect();
        Some(Lineage { from, source: source?, parts })
    });
    findings.absorb(found);
    lineage
}

fn expect(root: &Section<'_>, key: &'static str, expected: &PartId) {
    if part_id(root, key).is_some_and(|found| found != *expected) {
        root.refuse(key, format!("the lineage is not one of `{expected}`"), "it must lead to the code that names it");
    }
}

fn descent(section: &Section<'_>, file: &str, from: &PartId, places: &mut Places) -> Option<Descent> {
    let id = part_id(section, "id");
    let became = section.texts("became");
    let dropped = section.words("dropped");
    let note = section.text("note").map(str::to_owned);
    // Whose judgment it is, where it is not that of the file's source.
    section.text("basis");
    section.refuse_unknown();
    let id = id?;
    if let Some(span) = section.span("id") {
        places.note(Place::Descent(from.clone(), id.clone()), file, span);
    }
    let fate = match (became, dropped) {
        (Some(became), None) => Fate::Became(new_ids(section, &became)?),
        (None, Some(reason)) => Fate::Dropped(reason.to_owned()),
        // What was refused has been told.
        (None, None) if section.has("became") || section.has("dropped") => return None,
        _ => {
            let hint = "write `became = [\"…\"]`, or `dropped = \"why\"`";
            section.refuse("id", format!("`{id}` needs either `became` or `dropped`"), hint);
            return None;
        }
    };
    Some(Descent { id, fate, note })
}

fn new_ids(section: &Section<'_>, became: &[&str]) -> Option<Vec<PartId>> {
    let ids: Option<Vec<PartId>> = became.iter().map(|id| PartId::parse(id)).collect();
    let ids = ids.filter(|ids| !ids.is_empty());
    if ids.is_none() {
        section.refuse("became", "`became` is not a list of ids".to_owned(), "name at least one id of this version");
    }
    ids
}
