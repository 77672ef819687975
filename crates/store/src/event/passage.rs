//! Passages of evidence: a quotation, what stands around it, and its place in code points.

use adhere_domain::evidence::passage::{Passage, Position};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A passage in the form in which the journal keeps it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "Form", into = "Form")]
pub(super) struct PassageWire(pub(super) Passage);

// In the order of their names: a passage has one spelling, whatever writes the JSON.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Form {
    exact: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    prefix: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    suffix: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Place {
    end: usize,
    start: usize,
}

/// Why a passage is none.
#[derive(Debug, thiserror::Error)]
#[error("a passage quotes something, is not longer than 8192 bytes, and begins before it ends")]
pub(super) struct NoPassage;

impl TryFrom<Form> for PassageWire {
    type Error = NoPassage;

    fn try_from(Form { exact, prefix, suffix, place }: Form) -> Result<Self, NoPassage> {
        let position = place.map(|Place { start, end }| Position { start, end });
        Passage::new(&exact, &prefix, &suffix, position).map(Self).ok_or(NoPassage)
    }
}

impl From<PassageWire> for Form {
    fn from(PassageWire(passage): PassageWire) -> Self {
        Self {
            exact: passage.exact().to_owned(),
            prefix: passage.prefix().to_owned(),
            suffix: passage.suffix().to_owned(),
            place: passage.position().map(|Position { start, end }| Place { end, start }),
        }
    }
}

/// A passage as one text, by which tables tell passages apart; a whole file is the empty one.
pub(crate) fn spelled(passage: Option<&Passage>) -> String {
    passage.map(|passage| json!(PassageWire(passage.clone())).to_string()).unwrap_or_default()
}

/// The passage that was spelled so; nothing when it is none.
pub(crate) fn read(text: &str) -> Option<Passage> {
    serde_json::from_str(text).ok().map(|PassageWire(passage)| passage)
}
