//! Legal profiles: what one kind of code is asked to cover.

/// A kind of code under the AI Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// A code of practice for general-purpose AI models (Art. 56).
    Aia56,
    /// A code of practice on the marking and labelling of artificially generated content (Art. 50(7)).
    Aia50Para7,
    /// A code of conduct for AI systems other than high-risk ones (Art. 95).
    Aia95,
}

/// What a profile asks a code to cover, in the order of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The provision.
    pub element: &'static str,
    /// What kind of thing it is.
    pub kind: RequirementKind,
}

/// Kinds of [`Requirement`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequirementKind {
    /// An obligation that a code is to cover (Arts 50(7), 56(2)).
    Obligation,
    /// An issue that a code is to include (Art. 56(2)(a) to (d)).
    Issue,
    /// An obligation of Chapter V that the law does not ask a code to cover; shown for completeness.
    Beyond,
    /// A requirement that a code of conduct may apply voluntarily (Art. 95(1)).
    Voluntary,
    /// A topic that a code of conduct may concern (Art. 95(2)).
    Topic,
}

impl RequirementKind {
    /// The kind's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Obligation => "obligation",
            Self::Issue => "issue",
            Self::Beyond => "beyond",
            Self::Voluntary => "voluntary",
            Self::Topic => "topic",
        }
    }

    /// Whether the law asks for cover, so that silence is a gap.
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::Obligation | Self::Issue)
    }
}

const fn requirement(kind: RequirementKind, element: &'static str) -> Requirement {
    Requirement { element, kind }
}

use RequirementKind::{Beyond, Issue, Obligation, Topic, Voluntary};

// Art. 56(2): "at least the obligations provided for in Articles 53 and 55"; Art. 54 and Art. 53(4), which lays
// down the means of compliance itself, are listed because readers look for them.
const AIA_56: &[Requirement] = &[
    requirement(Obligation, "art_53__para_1__point_a"),
    requirement(Obligation, "art_53__para_1__point_b"),
    requirement(Obligation, "art_53__para_1__point_c"),
    requirement(Obligation, "art_53__para_1__point_d"),
    requirement(Obligation, "art_53__para_3"),
    requirement(Beyond, "art_53__para_4"),
    requirement(Beyond, "art_54"),
    requirement(Obligation, "art_55__para_1__point_a"),
    requirement(Obligation, "art_55__para_1__point_b"),
    requirement(Obligation, "art_55__para_1__point_c"),
    requirement(Obligation, "art_55__para_1__point_d"),
    requirement(Issue, "art_56__para_2__point_a"),
    requirement(Issue, "art_56__para_2__point_b"),
    requirement(Issue, "art_56__para_2__point_c"),
    requirement(Issue, "art_56__para_2__point_d"),
];

const AIA_50_7: &[Requirement] =
    &[requirement(Obligation, "art_50__para_2"), requirement(Obligation, "art_50__para_4")];

const AIA_95: &[Requirement] = &[
    requirement(Voluntary, "art_9"),
    requirement(Voluntary, "art_10"),
    requirement(Voluntary, "art_11"),
    requirement(Voluntary, "art_12"),
    requirement(Voluntary, "art_13"),
    requirement(Voluntary, "art_14"),
    requirement(Voluntary, "art_15"),
    requirement(Topic, "art_95__para_2__point_a"),
    requirement(Topic, "art_95__para_2__point_b"),
    requirement(Topic, "art_95__para_2__point_c"),
    requirement(Topic, "art_95__para_2__point_d"),
    requirement(Topic, "art_95__para_2__point_e"),
];

impl Profile {
    /// All profiles, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Aia56, Self::Aia56.id()), (Self::Aia50Para7, Self::Aia50Para7.id()), (Self::Aia95, Self::Aia95.id())];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Aia56 => "aia-56",
            Self::Aia50Para7 => "aia-50-7",
            Self::Aia95 => "aia-95",
        }
    }

    /// What a code of this kind is measured against.
    pub const fn requirements(self) -> &'static [Requirement] {
        match self {
            Self::Aia56 => AIA_56,
            Self::Aia50Para7 => AIA_50_7,
            Self::Aia95 => AIA_95,
        }
    }
}
