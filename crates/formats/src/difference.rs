//! What changed between two versions of a code, as JSON.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::difference::{AttributeChange, Difference, PartChange};
use adhere_domain::redline::{Change, Redline};
use schemars::JsonSchema;
use serde::Serialize;

/// The name of this form and its version.
const FORMAT: &str = "adhere-difference/1";

/// What changed between two versions of a code.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DifferenceWire {
    /// The name of this form and its version.
    format: &'static str,
    /// The old version.
    old: VersionWire,
    /// The new version.
    new: VersionWire,
    /// Whether the texts of both are of one kind, so that they could be compared.
    texts_compared: bool,
    /// The parts of the new version in its order, then those of the old one that are no more.
    parts: Vec<PartWire>,
    /// What is openly left out in one of them alone.
    left_out: Vec<AttributeWire>,
}

/// A version.
#[derive(Debug, Serialize, JsonSchema)]
struct VersionWire {
    /// The code's id.
    code: String,
    /// The version.
    version: String,
    /// The day it was published.
    published: String,
}

/// A commitment or measure.
#[derive(Debug, Serialize, JsonSchema)]
struct PartWire {
    /// `commitment` or `measure`.
    kind: &'static str,
    /// `unchanged`, `changed`, `renumbered`, `moved`, `merged`, `split`, `new`, `dropped` or `lost`.
    fate: &'static str,
    /// Its ids in the old version.
    old: Vec<String>,
    /// Its id in the new version.
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<String>,
    /// Its title.
    title: Vec<PieceWire>,
    /// Its text, if it could be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<TextWire>,
    /// Attributes that only one of the versions has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<AttributeWire>,
    /// What the lineage says of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// A text against another.
#[derive(Debug, Serialize, JsonSchema)]
struct TextWire {
    /// Words kept, in thousandths of both texts.
    similarity: usize,
    /// The pieces in reading order.
    pieces: Vec<PieceWire>,
}

/// Words that share a fate.
#[derive(Debug, Serialize, JsonSchema)]
struct PieceWire {
    /// `kept`, `removed` or `added`.
    change: &'static str,
    /// The words.
    text: String,
}

/// Attributes of one kind.
#[derive(Debug, Serialize, JsonSchema)]
struct AttributeWire {
    /// The attribute, as in a code's source.
    key: &'static str,
    /// What the old version alone has.
    removed: Vec<String>,
    /// What the new version alone has.
    added: Vec<String>,
}

/// A difference as a wire form.
pub fn difference_json(old: &Code, new: &Code, difference: &Difference) -> DifferenceWire {
    DifferenceWire {
        format: FORMAT,
        old: version(old),
        new: version(new),
        texts_compared: difference.texts_compared,
        parts: difference.parts.iter().map(part).collect(),
        left_out: difference.left_out.iter().map(attribute).collect(),
    }
}

fn version(code: &Code) -> VersionWire {
    VersionWire { code: code.id.to_string(), version: code.version.to_string(), published: code.published.to_string() }
}

fn part(part: &PartChange) -> PartWire {
    let text = |text: &Redline| TextWire { similarity: text.similarity(), pieces: pieces(text) };
    PartWire {
        kind: part.kind.id(),
        fate: part.fate.id(),
        old: part.old.iter().map(ToString::to_string).collect(),
        new: part.new.as_ref().map(ToString::to_string),
        title: pieces(&part.title),
        text: part.text.as_ref().map(text),
        attributes: part.attributes.iter().map(attribute).collect(),
        notes: part.notes.clone(),
    }
}

fn pieces(redline: &Redline) -> Vec<PieceWire> {
    let piece = |piece: &adhere_domain::redline::Piece| PieceWire {
        change: match piece.change {
            Change::Kept => "kept",
            Change::Removed => "removed",
            Change::Added => "added",
        },
        text: piece.text.clone(),
    };
    redline.pieces.iter().map(piece).collect()
}

fn attribute(change: &AttributeChange) -> AttributeWire {
    AttributeWire { key: change.key, removed: change.removed.clone(), added: change.added.clone() }
}

/// The JSON Schema of what [`difference_json`] gives.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(DifferenceWire).as_value())
}
