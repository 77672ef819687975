//! What is collected: `[[record]]` with its fields.

use adhere_domain::codes::indicator::formula::{FIELD_KINDS, Field, FieldKind, RecordType};

use crate::code_source::manifest::part_id;
use crate::toml_reader::{Log, Section};

pub(super) fn record(section: &Section<'_>, log: &Log) -> Option<RecordType> {
    let sections = section.sections("fields");
    let fields: Vec<Field> = sections.iter().filter_map(|section| field(section, log)).collect();
    let id = part_id(section, "id");
    let title = section.required_line("title");
    section.refuse_unknown();
    (fields.len() == sections.len()).then_some(())?;
    Some(RecordType { id: id?, title: title?.to_owned(), fields })
}

fn field(section: &Section<'_>, log: &Log) -> Option<Field> {
    let id = part_id(section, "id");
    let title = section.required_line("title");
    let words = section.texts("words");
    let kind = section.required_choice("kind", &FIELD_KINDS.map(|kind| (kind, kind)));
    section.refuse_unknown();
    let kind = match (kind?, words) {
        ("choice", Some(words)) => FieldKind::Choice(words.into_iter().map(str::to_owned).collect()),
        ("choice", None) => {
            let hint = "add `words = [\"…\", \"…\"]`".to_owned();
            log.error(section.span("kind"), "kpi-list", "a choice has no words to choose from".to_owned(), Some(hint));
            return None;
        }
        (_, Some(_)) => {
            section.refuse("words", "only a choice has words".to_owned(), "remove them, or write `kind = \"choice\"`");
            return None;
        }
        ("bool", None) => FieldKind::Bool,
        ("number", None) => FieldKind::Number,
        ("date", None) => FieldKind::Date,
        _ => FieldKind::Text,
    };
    Some(Field { id: id?, title: title?.to_owned(), kind })
}
