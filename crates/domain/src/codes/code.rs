//! A code: chapters, commitments and measures, with what they cover and whom they bind.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::condition::Condition;
use super::deadline::Deadline;
use super::id::PartId;
use super::lineage::Lineage;
use super::profile::Profile;
use crate::law::corpus::ElementId;
use crate::law::obligation::{Obligation, Obligations};
use crate::law::size::SizeClass;

/// One version of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its id, the same for all versions.
    pub id: PartId,
    /// Its published title.
    pub title: String,
    /// The version, unique within the code.
    pub version: PartId,
    /// When this version was published.
    pub published: Date,
    /// What kind of code it is under the law.
    pub profile: Profile,
    /// Where it was read.
    pub source: String,
    /// What the text of its parts is.
    pub text: TextKind,
    /// The language that it is written in, as a tag of BCP 47 such as `nl`, where it says so.
    pub language: Option<String>,
    /// What it is meant to achieve.
    pub objectives: Vec<Objective>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// What it openly leaves out.
    pub left_out: Vec<LeftOut>,
    /// Its own set of indicators.
    pub indicators: Option<OwnIndicators>,
    /// Why it has no indicators, where it says so.
    pub no_indicators: Option<String>,
    /// What became of the parts of earlier versions.
    pub lineages: Vec<Lineage>,
    /// What has happened to it.
    pub events: Vec<CodeEvent>,
}

/// The set of indicators that is part of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIndicators {
    /// The set's id.
    pub id: PartId,
    /// Its version.
    pub version: PartId,
    /// The SHA-256 of its file, in hexadecimal.
    pub sha256: String,
    /// The parts that it has indicators for.
    pub indicated: BTreeSet<PartId>,
}

/// What the text of a code's parts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextKind {
    /// The wording of the code.
    Full,
    /// A summary in other words than the code's.
    Summary,
}

impl TextKind {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Full, Self::Full.id()), (Self::Summary, Self::Summary.id())];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Summary => "summary",
        }
    }
}

/// An objective (Art. 56(4)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its id, such as `S.C9.O`.
    pub id: PartId,
    /// What is to be achieved.
    pub text: String,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its id, such as `S`.
    pub id: PartId,
    /// Its published title.
    pub title: String,
    /// Its commitments.
    pub commitments: Vec<Commitment>,
}

/// A commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its id, such as `S.C9`.
    pub id: PartId,
    /// Its published title.
    pub title: String,
    /// The objectives it serves.
    pub objectives: Vec<PartId>,
    /// Why it has no indicators, where it says so.
    pub no_indicators: Option<String>,
    /// Whom its measures bind.
    pub binds: Addressee,
    /// What it covers.
    pub covers: Vec<ElementId>,
    /// What it says, in our own words.
    pub summary: String,
    /// Its measures.
    pub measures: Vec<Measure>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id, such as `S.M9.3`.
    pub id: PartId,
    /// Its published title.
    pub title: String,
    /// What it covers.
    pub covers: Vec<ElementId>,
    /// When it binds, beyond whom its commitment binds.
    pub condition: Option<Condition>,
    /// When it does not bind.
    pub exemptions: Vec<Exemption>,
    /// What it asks of smaller providers instead.
    pub variants: Vec<Variant>,
    /// What falls due when.
    pub deadlines: Vec<Deadline>,
    /// To whom it has the provider report.
    pub reports_to: Vec<String>,
    /// What it says, in our own words.
    pub summary: String,
}

/// Whom a commitment binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addressee {
    /// Providers of general-purpose AI models.
    GeneralPurpose,
    /// Providers of general-purpose AI models with systemic risk.
    SystemicRisk,
    /// Providers of AI systems.
    SystemProvider,
    /// Deployers of AI systems.
    SystemDeployer,
}

/// A ground on which a measure does not bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemption {
    /// The ground.
    pub ground: Ground,
    /// How far it reaches.
    pub extent: Extent,
    /// The names of the measure's deadlines that fall away with the part, where it binds in part.
    pub lifts: Vec<String>,
    /// What the code says of it, in our own words.
    pub note: String,
}

/// How far an exemption reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// The measure does not bind at all.
    Whole,
    /// The measure binds without the part that the note names.
    Part,
}

/// Grounds of exemption that codes use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The exception of Art. 53(2) is open.
    OpenSource,
    /// The model is "similarly safe or safer" than a safe reference model.
    SimilarlySafe,
    /// The model's capabilities are inferior to those of a model with openly available weights.
    InferiorToOpenWeight,
}

/// What a measure asks of certain size classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The classes.
    pub sizes: BTreeSet<SizeClass>,
    /// What changes, in our own words.
    pub note: String,
}

/// Something a code says openly that it does not cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The provision.
    pub provision: ElementId,
    /// Why.
    pub reason: String,
}

/// Something that happened to a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeEvent {
    /// What happened.
    pub kind: CodeEventKind,
    /// When.
    pub on: Date,
    /// Through whom.
    pub by: String,
    /// Where it was read.
    pub source: String,
}

/// Kinds of [`CodeEvent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodeEventKind {
    /// Published.
    Published,
    /// Assessed as adequate (Art. 56(6)).
    AssessedAdequate,
    /// Assessed as inadequate (Art. 56(9)).
    AssessedInadequate,
    /// Approved by implementing act (Art. 56(6), second subparagraph, until 26 July 2026).
    ApprovedByAct,
}

impl Addressee {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::GeneralPurpose, Self::GeneralPurpose.id()),
        (Self::SystemicRisk, Self::SystemicRisk.id()),
        (Self::SystemProvider, Self::SystemProvider.id()),
        (Self::SystemDeployer, Self::SystemDeployer.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::GeneralPurpose => "gpai",
            Self::SystemicRisk => "systemic-risk",
            Self::SystemProvider => "provider",
            Self::SystemDeployer => "deployer",
        }
    }
}

impl Ground {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::OpenSource, Self::OpenSource.id()),
        (Self::SimilarlySafe, Self::SimilarlySafe.id()),
        (Self::InferiorToOpenWeight, Self::InferiorToOpenWeight.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OpenSource => "open-source",
            Self::SimilarlySafe => "similarly-safe",
            Self::InferiorToOpenWeight => "inferior-to-open-weight",
        }
    }
}

impl CodeEventKind {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Published, Self::Published.id()),
        (Self::AssessedAdequate, Self::AssessedAdequate.id()),
        (Self::AssessedInadequate, Self::AssessedInadequate.id()),
        (Self::ApprovedByAct, Self::ApprovedByAct.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::AssessedAdequate => "assessed-adequate",
            Self::AssessedInadequate => "assessed-inadequate",
            Self::ApprovedByAct => "approved-by-act",
        }
    }
}

impl Code {
    /// All commitments with their chapters, in the order of the code.
    pub fn commitments(&self) -> impl Iterator<Item = (&Chapter, &Commitment)> {
        self.chapters.iter().flat_map(|chapter| chapter.commitments.iter().map(move |commitment| (chapter, commitment)))
    }

    /// All measures with their chapters and commitments, in the order of the code.
    pub fn measures(&self) -> impl Iterator<Item = (&Chapter, &Commitment, &Measure)> {
        self.commitments().flat_map(|(chapter, commitment)| {
            commitment.measures.iter().map(move |measure| (chapter, commitment, measure))
        })
    }

    /// The ids of its commitments and measures: what adherents answer for, and what lineage follows.
    pub fn answerable(&self) -> BTreeSet<&PartId> {
        let commitments = self.commitments().map(|(_, commitment)| &commitment.id);
        commitments.chain(self.measures().map(|(_, _, measure)| &measure.id)).collect()
    }

    /// An objective by its id.
    pub fn objective(&self, id: &PartId) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.id == *id)
    }

    /// When an event of a kind first happened.
    pub fn happened(&self, kind: CodeEventKind) -> Option<Date> {
        self.events.iter().filter(|event| event.kind == kind).map(|event| event.on).min()
    }

    /// The obligations of Chapter V that its measures cover.
    pub fn covers(&self) -> Obligations {
        self.chapters.iter().map(Chapter::covers).fold(Obligations::NONE, Obligations::union)
    }
}

impl Chapter {
    /// The obligations of Chapter V that its measures cover.
    pub fn covers(&self) -> Obligations {
        let measures = self.commitments.iter().flat_map(|commitment| &commitment.measures);
        measures.map(Measure::serves).fold(Obligations::NONE, Obligations::union)
    }
}

impl Measure {
    /// The obligations of Chapter V that it covers.
    pub fn serves(&self) -> Obligations {
        Obligation::ALL.into_iter().filter(|obligation| self.covers_element(obligation.element())).collect()
    }

    /// Its exemptions that lift one of its deadlines.
    pub fn lifting<'a>(&'a self, deadline: &Deadline) -> impl Iterator<Item = &'a Exemption> {
        self.exemptions.iter().filter(move |exemption| exemption.lifts.contains(&deadline.name))
    }

    /// Whether it covers the element or something that encloses it.
    pub fn covers_element(&self, element: &str) -> bool {
        self.covers.iter().any(|covered| covered.contains(element))
    }
}
