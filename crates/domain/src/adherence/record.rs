//! What a provider keeps on record: itself, its models, its adherence, statements, evidence and events.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::codes::deadline::EventKind;
use crate::codes::id::PartId;
use crate::law::facts::{Model, Provider};

/// A provider with everything on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undertaking {
    /// Its name.
    pub name: String,
    /// The facts that decide.
    pub facts: Provider,
    /// Its adherence to codes, as declared.
    pub adherences: Vec<Adherence>,
    /// Statements that hold for all models.
    pub statements: Vec<Statement>,
    /// Its models, by id.
    pub models: BTreeMap<PartId, ModelRecord>,
    /// Where facts come from, by their keys.
    pub origins: BTreeMap<String, Origin>,
}

/// A model with everything on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelRecord {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// The facts that decide.
    pub facts: Model,
    /// Dated events that deadlines run from.
    pub events: Vec<Event>,
    /// What was done where a deadline asked for it.
    pub done: Vec<Done>,
    /// Statements that hold for this model alone.
    pub statements: Vec<Statement>,
    /// Where facts come from, by their keys.
    pub origins: BTreeMap<String, Origin>,
}

/// Where a fact comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The source.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A declared adherence (Art. 56(7)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adherence {
    /// The code.
    pub code: PartId,
    /// Its version.
    pub version: PartId,
    /// How much of it.
    pub scope: Scope,
    /// First day.
    pub since: Date,
    /// First day no longer, if it ended.
    pub until: Option<Date>,
    /// The models it is for; all of them when not said.
    pub models: Option<BTreeSet<PartId>>,
    /// Where the adherence is shown.
    pub source: Option<String>,
}

/// How much of a code is adhered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole code.
    Full,
    /// Limited to the obligations of Art. 53 (Art. 56(7), second sentence).
    Article53,
    /// These chapters.
    Chapters(BTreeSet<PartId>),
}

impl Adherence {
    /// Whether it is for a model.
    pub fn names(&self, model: &PartId) -> bool {
        self.models.as_ref().is_none_or(|models| models.contains(model))
    }

    /// Whether it is in force on a day for a model.
    pub fn holds(&self, as_of: Date, model: &PartId) -> bool {
        self.names(model) && self.since <= as_of && self.until.is_none_or(|until| as_of < until)
    }
}

/// What a provider says of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The measure.
    pub measure: PartId,
    /// How far it is implemented.
    pub state: ImplementationState,
    /// In its own words.
    pub text: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// By when what is missing will be done.
    pub due: Option<Date>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// How far a measure is implemented, in OSCAL's terms (`implementation-status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImplementationState {
    /// Fully implemented.
    Implemented,
    /// Implemented in part.
    Partial,
    /// Planned.
    Planned,
    /// Achieved by other means than the measure names.
    Alternative,
    /// Held not to apply.
    NotApplicable,
}

impl ImplementationState {
    /// All states, in the order in which reports list them.
    pub const ALL: [Self; 5] =
        [Self::Implemented, Self::Partial, Self::Planned, Self::Alternative, Self::NotApplicable];

    /// The state's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Implemented => "implemented",
            Self::Partial => "partial",
            Self::Planned => "planned",
            Self::Alternative => "alternative",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A reference to something that shows what a statement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where it is: a file beside the record, or an address.
    pub place: EvidencePlace,
    /// What it is called.
    pub title: Option<String>,
    /// The day for which it speaks.
    pub speaks_for: Option<Date>,
    /// The first day on which it no longer speaks.
    pub expires: Option<Date>,
}

/// Where evidence is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidencePlace {
    /// A file, relative to the provider's folder.
    File(String),
    /// An address.
    Url(String),
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub on: Date,
    /// When what fell due upon it was done.
    pub done: Option<Date>,
    /// Which serious incident it is about, if it says so.
    pub incident: Option<PartId>,
    /// A remark.
    pub note: Option<String>,
}

/// That what a deadline asked for was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The measure.
    pub measure: PartId,
    /// The deadline's name within it.
    pub deadline: String,
    /// When.
    pub on: Date,
    /// For which serious incident, if it says so.
    pub incident: Option<PartId>,
}
