//! The rules that a code is compiled by, with the provisions they rest on.

use super::profile::Profile;

/// How grave it is to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The code does not compile.
    Error,
    /// The code compiles, and something about it deserves a look.
    Warning,
}

/// A rule of the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The law asks a code to cover it, and the code neither covers it nor leaves it out openly.
    CoverageMissing,
    /// It is left out openly, and a measure covers it all the same.
    LeftOutCovered,
    /// It is left out openly, and codes of this kind are not measured against it.
    LeftOutUnasked,
    /// A measure covers nothing that codes of this kind are measured against.
    CoversOutsideProfile,
    /// A measure covers what its commitment does not.
    CoversBeyondCommitment,
    /// A commitment covers what none of its measures does.
    CommitmentBeyondMeasures,
    /// A commitment binds those whom codes of this kind do not address.
    BindsOutsideProfile,
    /// A chapter has no commitment.
    ChapterEmpty,
    /// A commitment has no measure.
    CommitmentEmpty,
    /// A part has no text.
    TextMissing,
    /// A commitment serves no objective.
    ObjectiveMissing,
    /// A commitment serves an objective that does not exist.
    ObjectiveUnknown,
    /// No commitment serves the objective.
    ObjectiveUnserved,
    /// An objective has no indicator, and the code does not say why.
    KpiMissing,
    /// No measure has adherents report to the AI Office.
    ReportMissing,
    /// Adherents report to the AI Office, and nothing about it reflects their size.
    ReportNotBySize,
    /// Two periods of a measure have the same name.
    DeadlineTwice,
    /// A relief lifts a period that the measure does not have.
    ReliefLiftsUnknown,
    /// Two variants of a measure are for the same size.
    VariantTwice,
    /// Something happened to the code before it was published, or before it could.
    EventBeforePublication,
    /// A date lies in the future.
    FutureDate,
    /// An approval by implementing act at a time at which the law has none.
    ApprovalNotInLaw,
    /// An earlier version's part is neither kept nor spoken of.
    LineageLost,
    /// The lineage speaks of a part that the earlier version does not have.
    LineageUnknownOld,
    /// The lineage names a part that this version does not have.
    LineageUnknownNew,
    /// The lineage speaks of a part twice.
    LineageTwice,
    /// The lineage drops a part that this version keeps under its id.
    LineageDroppedKept,
}

impl Rule {
    /// All rules, in the order in which they are explained.
    pub const ALL: [Self; 27] = [
        Self::CoverageMissing,
        Self::LeftOutCovered,
        Self::LeftOutUnasked,
        Self::CoversOutsideProfile,
        Self::CoversBeyondCommitment,
        Self::CommitmentBeyondMeasures,
        Self::BindsOutsideProfile,
        Self::ChapterEmpty,
        Self::CommitmentEmpty,
        Self::TextMissing,
        Self::ObjectiveMissing,
        Self::ObjectiveUnknown,
        Self::ObjectiveUnserved,
        Self::KpiMissing,
        Self::ReportMissing,
        Self::ReportNotBySize,
        Self::DeadlineTwice,
        Self::ReliefLiftsUnknown,
        Self::VariantTwice,
        Self::EventBeforePublication,
        Self::FutureDate,
        Self::ApprovalNotInLaw,
        Self::LineageLost,
        Self::LineageUnknownOld,
        Self::LineageUnknownNew,
        Self::LineageTwice,
        Self::LineageDroppedKept,
    ];

    /// The rule's stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CoverageMissing => "coverage-missing",
            Self::LeftOutCovered => "left-out-covered",
            Self::LeftOutUnasked => "left-out-unasked",
            Self::CoversOutsideProfile => "covers-outside-profile",
            Self::CoversBeyondCommitment => "covers-beyond-commitment",
            Self::CommitmentBeyondMeasures => "commitment-beyond-measures",
            Self::BindsOutsideProfile => "binds-outside-profile",
            Self::ChapterEmpty => "chapter-empty",
            Self::CommitmentEmpty => "commitment-empty",
            Self::TextMissing => "text-missing",
            Self::ObjectiveMissing => "objective-missing",
            Self::ObjectiveUnknown => "objective-unknown",
            Self::ObjectiveUnserved => "objective-unserved",
            Self::KpiMissing => "kpi-missing",
            Self::ReportMissing => "report-missing",
            Self::ReportNotBySize => "report-not-by-size",
            Self::DeadlineTwice => "deadline-twice",
            Self::ReliefLiftsUnknown => "relief-lifts-unknown",
            Self::VariantTwice => "variant-twice",
            Self::EventBeforePublication => "event-before-publication",
            Self::FutureDate => "future-date",
            Self::ApprovalNotInLaw => "approval-not-in-law",
            Self::LineageLost => "lineage-lost",
            Self::LineageUnknownOld => "lineage-unknown-old",
            Self::LineageUnknownNew => "lineage-unknown-new",
            Self::LineageTwice => "lineage-twice",
            Self::LineageDroppedKept => "lineage-dropped-kept",
        }
    }

    /// How grave it is to break it.
    pub const fn gravity(self) -> Gravity {
        match self {
            Self::LeftOutCovered
            | Self::LeftOutUnasked
            | Self::CoversOutsideProfile
            | Self::CoversBeyondCommitment
            | Self::CommitmentBeyondMeasures
            | Self::ChapterEmpty
            | Self::TextMissing
            | Self::KpiMissing
            | Self::ReportMissing
            | Self::ReportNotBySize
            | Self::FutureDate => Gravity::Warning,
            _ => Gravity::Error,
        }
    }

    /// The provision of the AI Act it rests on for a kind of code, where the law has one; the others keep a code
    /// readable and traceable.
    pub const fn provision(self, profile: Profile) -> Option<&'static str> {
        match self {
            Self::CoverageMissing
            | Self::LeftOutCovered
            | Self::LeftOutUnasked
            | Self::CoversOutsideProfile
            | Self::CoversBeyondCommitment
            | Self::CommitmentBeyondMeasures => Some(match profile {
                Profile::Aia56 => "art_56__para_2",
                Profile::Aia50Para7 => "art_50__para_7",
                Profile::Aia95 => "art_95__para_1",
            }),
            Self::BindsOutsideProfile => Some(match profile {
                Profile::Aia56 => "art_56__para_3",
                Profile::Aia50Para7 => "art_50__para_7",
                Profile::Aia95 => "art_95__para_1",
            }),
            Self::ObjectiveMissing | Self::ObjectiveUnserved | Self::KpiMissing => match profile {
                Profile::Aia56 => Some("art_56__para_4"),
                Profile::Aia50Para7 => None,
                Profile::Aia95 => Some("art_95__para_2"),
            },
            Self::ReportMissing | Self::ReportNotBySize => match profile {
                Profile::Aia56 => Some("art_56__para_5"),
                Profile::Aia50Para7 | Profile::Aia95 => None,
            },
            Self::ApprovalNotInLaw => match profile {
                Profile::Aia50Para7 => Some("art_50__para_7"),
                Profile::Aia56 => Some("art_56__para_6"),
                // Art. 95 has never had an approval to point to.
                Profile::Aia95 => None,
            },
            _ => None,
        }
    }

    /// Whether one part alone shows that it is broken, so that it can be told while other parts cannot be read.
    pub const fn is_local(self) -> bool {
        matches!(
            self,
            Self::LeftOutUnasked
                | Self::CoversOutsideProfile
                | Self::CoversBeyondCommitment
                | Self::CommitmentBeyondMeasures
                | Self::BindsOutsideProfile
                | Self::ChapterEmpty
                | Self::CommitmentEmpty
                | Self::TextMissing
                | Self::ObjectiveMissing
                | Self::DeadlineTwice
                | Self::VariantTwice
                | Self::EventBeforePublication
                | Self::FutureDate
                | Self::ApprovalNotInLaw
        )
    }
}
