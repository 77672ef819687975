//! Writing `recorded.toml`: the same content always gives the same bytes.

use std::collections::BTreeSet;
use std::fmt::Display;

use adhere_domain::adherence::record::{Adherence, Scope};
use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::evidence::passage::Passage;

use super::{Recorded, RecordedItem, RecordedStatement};

/// Lines of keys and values, as TOML has them.
struct Lines(String);

/// The text of the file.
pub fn write_recorded(recorded: &Recorded) -> String {
    let mut lines = Lines(String::new());
    lines.0.push_str("format = 1\n");
    recorded.adherences.iter().for_each(|it| adherence(&mut lines, it));
    recorded.statements.iter().for_each(|it| statement(&mut lines, it));
    recorded.items.iter().for_each(|it| item(&mut lines, it));
    lines.0
}

fn adherence(lines: &mut Lines, it: &Adherence) {
    lines.head("adherence");
    lines.text("code", it.code.as_str());
    lines.text("version", it.version.as_str());
    match &it.scope {
        Scope::Full => lines.text("scope", "full"),
        Scope::Article53 => lines.text("scope", "art-53"),
        Scope::Chapters(chapters) => lines.texts("scope", chapters),
    }
    lines.plain("since", Some(it.since));
    lines.plain("until", it.until);
    if let Some(models) = &it.models {
        lines.texts("models", models);
    }
    if let Some(source) = &it.source {
        lines.text("source", source);
    }
}

fn statement(lines: &mut Lines, it: &RecordedStatement) {
    lines.head("statement");
    lines.text("code", it.code.as_str());
    lines.text("version", it.version.as_str());
    lines.text("measure", it.measure.as_str());
    if let Some(model) = &it.model {
        lines.text("model", model.as_str());
    }
    lines.text("state", it.content.state.id());
    if let Some(text) = &it.content.text {
        lines.text("statement", text.as_str());
    }
    if let Some(owner) = &it.content.owner {
        lines.text("owner", owner.as_str());
    }
    lines.plain("due", it.content.due);
    it.evidence.iter().for_each(|(id, passage)| attached(lines, id, passage.as_ref()));
}

fn attached(lines: &mut Lines, id: &EvidenceId, passage: Option<&Passage>) {
    lines.head("statement.evidence");
    lines.text("item", id.as_str());
    if let Some(passage) = passage {
        lines.text("exact", passage.exact());
        lines.text("prefix", passage.prefix());
        lines.text("suffix", passage.suffix());
        lines.plain("start", passage.position().map(|place| place.start));
        lines.plain("end", passage.position().map(|place| place.end));
    }
}

fn item(lines: &mut Lines, it: &RecordedItem) {
    let item = &it.item;
    lines.head("item");
    lines.text("id", item.id.as_str());
    lines.text("sha-256", &item.digest.to_string());
    lines.plain("size", Some(item.size));
    lines.text("media-type", item.media_type.as_str());
    lines.text("title", item.title.as_str());
    lines.plain("speaks-for", Some(item.speaks_for));
    lines.plain("expires", item.expires);
    lines.text("confidentiality", item.confidentiality.id());
    if let Some((from, reason)) = &it.withdrawn {
        lines.plain("withdrawn-from", Some(from));
        lines.text("withdrawn-because", reason.as_str());
    }
}

impl Lines {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
    }

    fn head(&mut self, name: &str) {
        self.line(&format!("\n[[{name}]]\n"));
    }

    fn text(&mut self, key: &str, text: &str) {
        // What JSON escapes in a text, a basic text of TOML escapes in the same way.
        self.line(&format!("{key} = {}\n", serde_json::Value::from(text)));
    }

    fn texts(&mut self, key: &str, texts: &BTreeSet<PartId>) {
        let texts: Vec<_> = texts.iter().map(|text| serde_json::Value::from(text.as_str()).to_string()).collect();
        self.line(&format!("{key} = [{}]\n", texts.join(", ")));
    }

    fn plain(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(&format!("{key} = {value}\n"));
        }
    }
}
