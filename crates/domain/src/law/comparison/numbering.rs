//! What a secondary text makes of the numbers of paragraphs and points.

use super::{Dated, Passage};

/// What became of a unit's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// It is the official one.
    Same,
    /// It is another one.
    Changed {
        /// The official number.
        from: String,
        /// The number shown.
        to: String,
    },
    /// The unit has a number, and the passage is a list item without one.
    Lost {
        /// The official number.
        from: String,
    },
    /// There is no number to compare.
    NotShown,
}

/// Compares the number of the first passage with that of the first unit or of the paragraph around it.
pub(super) fn numbering(passage: &Passage, first: usize, units: &[Dated<'_>]) -> Numbering {
    let Some(official) = official_number(first, units) else { return Numbering::NotShown };
    match &passage.label {
        None => Numbering::NotShown,
        Some(label) if plain(label).is_empty() => Numbering::Lost { from: official },
        Some(label) if plain(label) == plain(&official) => Numbering::Same,
        Some(label) => Numbering::Changed { from: official, to: label.clone() },
    }
}

/// The number of a unit; of a subparagraph, that of the paragraph it is in.
pub(super) fn official_number(place: usize, units: &[Dated<'_>]) -> Option<String> {
    let dated = units.get(place)?;
    if !dated.unit.label.is_empty() {
        return Some(dated.unit.label.clone());
    }
    let (around, last) = dated.unit.id.as_str().rsplit_once("__")?;
    if !last.starts_with("subpara_") {
        return None;
    }
    let is_around = |other: &&Dated<'_>| other.unit.id.as_str() == around && !other.unit.label.is_empty();
    // An article is not the number of its paragraphs.
    around.contains("__").then(|| units.iter().find(is_around).map(|other| other.unit.label.clone())).flatten()
}

fn plain(label: &str) -> String {
    label.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
