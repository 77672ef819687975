//! `recorded.toml`: what an instance recorded beside a provider's files, so that a folder holds all of it: adherence that
//! was declared, statements with what shows them, and the library of evidence, whose bytes are files beside it.
//!
//! Earlier revisions, approvals and comments are no part of it: they are in the journal, and a backup has that.

mod reading;
mod writing;

use adhere_domain::adherence::record::{Adherence, Evidence, EvidencePlace, Statement, Undertaking};
use adhere_domain::adherence::statements::Content;
use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::item::{EvidenceId, Item};
use adhere_domain::evidence::passage::Passage;
use adhere_domain::text::NonEmptyText;
use jiff::civil::Date;

pub use self::reading::recorded;
pub use self::writing::write_recorded;

/// The name of the file.
pub const RECORDED_FILE: &str = "recorded.toml";
/// The folder of the bytes of evidence; each file is named by the id of its item.
pub const EVIDENCE_FOLDER: &str = "evidence";

/// What was recorded beside a provider's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Adherence that was declared.
    pub adherences: Vec<Adherence>,
    /// What is stated now, in the order of the names of the statements.
    pub statements: Vec<RecordedStatement>,
    /// The library, in the order of ids.
    pub items: Vec<RecordedItem>,
}

/// What is stated of a measure of a version of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedStatement {
    /// The code.
    pub code: PartId,
    /// The version.
    pub version: PartId,
    /// The measure.
    pub measure: PartId,
    /// The model; all of them when not said.
    pub model: Option<PartId>,
    /// What.
    pub content: Content,
    /// What shows it: items, or passages of them, in the order in which they were attached.
    pub evidence: Vec<(EvidenceId, Option<Passage>)>,
}

/// An item of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedItem {
    /// The item.
    pub item: Item,
    /// From when it shows nothing more and why, if it was withdrawn.
    pub withdrawn: Option<(Date, NonEmptyText)>,
}

impl Recorded {
    /// Adds what was recorded to what files say: it goes before what they state of the same measure.
    pub fn add_to(&self, undertaking: &mut Undertaking) {
        undertaking.adherences.extend(self.adherences.iter().cloned());
        for stated in self.statements.iter().rev() {
            let statement = self.statement(stated);
            match &stated.model {
                None => undertaking.statements.insert(0, statement),
                Some(model) => {
                    if let Some(record) = undertaking.models.get_mut(model) {
                        record.statements.insert(0, statement);
                    }
                }
            }
        }
    }

    fn statement(&self, stated: &RecordedStatement) -> Statement {
        let shown = stated.evidence.iter().filter_map(|(id, _)| self.items.iter().find(|it| it.item.id == *id));
        let standing = shown.filter(|it| it.withdrawn.is_none());
        let Content { state, text, owner, due } = stated.content.clone();
        Statement {
            measure: stated.measure.clone(),
            state,
            text: text.map(|text| text.to_string()),
            owner: owner.map(|owner| owner.to_string()),
            due,
            evidence: standing.map(|it| evidence_of(&it.item)).collect(),
        }
    }
}

/// An item as what shows a statement.
pub fn evidence_of(item: &Item) -> Evidence {
    Evidence {
        place: EvidencePlace::File(item.id.to_string()),
        title: Some(item.title.to_string()),
        speaks_for: Some(item.speaks_for),
        expires: item.expires,
    }
}

#[cfg(test)]
mod tests;
