//! Where the parts of a code stand in its files, so that findings about the code can be shown in their place.

use std::collections::BTreeMap;
use std::ops::Range;

use adhere_domain::codes::finding::Place;

/// The places of a code's parts.
#[derive(Clone, Debug, Default)]
pub struct Places {
    files: Vec<String>,
    places: BTreeMap<Place, (usize, Range<usize>)>,
}

impl Places {
    /// Notes where a part stands; what was noted first stays.
    pub(super) fn note(&mut self, place: Place, file: &str, span: Range<usize>) {
        let index = self.files.iter().position(|known| known == file).unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        });
        self.places.entry(place).or_insert((index, span));
    }

    /// Whether a part itself has been noted.
    pub(super) fn has(&self, place: &Place) -> bool {
        self.places.contains_key(place)
    }

    /// The file and the bytes of a place, or of what encloses it.
    pub fn find(&self, place: &Place) -> Option<(&str, Range<usize>)> {
        let found = self.places.get(place).or_else(|| match place {
            Place::Attribute(part, _) | Place::Line(part, ..) => self.places.get(&Place::Part(part.clone())),
            Place::LeftOut(_) => self.places.get(&Place::Manifest("left-out")),
            Place::Event(_) => self.places.get(&Place::Manifest("event")),
            Place::Objective(_) | Place::Descent(..) | Place::Manifest(_) | Place::Part(_) => None,
        });
        let (file, span) = found?;
        Some((self.files.get(*file)?.as_str(), span.clone()))
    }
}
