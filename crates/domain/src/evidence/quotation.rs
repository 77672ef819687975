//! How someone points at a passage of a file of text, and the passage with its place that this comes to.

use super::archive::EvidenceRefusal;
use super::item::EvidenceId;
use super::passage::{Found, Passage, Position};

/// How someone points at a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// By what it says, with as much around it as tells it from others like it.
    Quotation(Passage),
    /// By its place.
    Place(Position),
}

/// So many code points around a passage are kept with it.
const AROUND: usize = 32;

impl Pointer {
    /// The passage with its place and what stands around it, in the text of an item.
    pub fn passage_in(&self, item: &EvidenceId, text: &str) -> Result<Passage, EvidenceRefusal> {
        let missing = || EvidenceRefusal::NoSuchPassage { item: item.clone() };
        let place = match self {
            Self::Place(place) => *place,
            Self::Quotation(passage) => match passage.find(text) {
                Found::There(place) | Found::Moved(place) => place,
                Found::Ambiguous(places) => {
                    return Err(EvidenceRefusal::SeveralPlaces { item: item.clone(), places: places.len() });
                }
                Found::Changed { .. } | Found::Gone => return Err(missing()),
            },
        };
        // A passage may be so long that what stands around it does not fit with it.
        Passage::at(text, place, AROUND).or_else(|| Passage::at(text, place, 0)).ok_or_else(missing)
    }
}

#[cfg(test)]
mod tests;
