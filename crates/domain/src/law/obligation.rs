//! The obligations of Chapter V AI Act (Arts 52 to 55), and sets of them.

/// An obligation of a provider of a general-purpose AI model, in the order of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obligation {
    /// Art. 52(1): notify the Commission that the condition of Art. 51(1)(a) is met.
    SystemicRiskNotification,
    /// Art. 53(1)(a): technical documentation.
    TechnicalDocumentation,
    /// Art. 53(1)(b): information for downstream providers.
    DownstreamInformation,
    /// Art. 53(1)(c): copyright policy.
    CopyrightPolicy,
    /// Art. 53(1)(d): public summary of training content.
    TrainingContentSummary,
    /// Art. 53(3): cooperation with the authorities.
    Cooperation,
    /// Art. 54(1): authorised representative.
    AuthorisedRepresentative,
    /// Art. 55(1)(a): model evaluation.
    ModelEvaluation,
    /// Art. 55(1)(b): assessment and mitigation of systemic risks.
    SystemicRiskMitigation,
    /// Art. 55(1)(c): serious incidents.
    SeriousIncidents,
    /// Art. 55(1)(d): cybersecurity.
    Cybersecurity,
}

impl Obligation {
    /// How many there are.
    pub const COUNT: usize = 11;

    /// All, in the order of the law.
    pub const ALL: [Self; Self::COUNT] = [
        Self::SystemicRiskNotification,
        Self::TechnicalDocumentation,
        Self::DownstreamInformation,
        Self::CopyrightPolicy,
        Self::TrainingContentSummary,
        Self::Cooperation,
        Self::AuthorisedRepresentative,
        Self::ModelEvaluation,
        Self::SystemicRiskMitigation,
        Self::SeriousIncidents,
        Self::Cybersecurity,
    ];

    /// The element id of the provision that lays it down.
    pub const fn element(self) -> &'static str {
        match self {
            Self::SystemicRiskNotification => "art_52__para_1",
            Self::TechnicalDocumentation => "art_53__para_1__point_a",
            Self::DownstreamInformation => "art_53__para_1__point_b",
            Self::CopyrightPolicy => "art_53__para_1__point_c",
            Self::TrainingContentSummary => "art_53__para_1__point_d",
            Self::Cooperation => "art_53__para_3",
            Self::AuthorisedRepresentative => "art_54__para_1",
            Self::ModelEvaluation => "art_55__para_1__point_a",
            Self::SystemicRiskMitigation => "art_55__para_1__point_b",
            Self::SeriousIncidents => "art_55__para_1__point_c",
            Self::Cybersecurity => "art_55__para_1__point_d",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of obligations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Obligations(u16);

impl Obligations {
    /// No obligation.
    pub const NONE: Self = Self(0);

    /// Art. 53(1)(a) to (d): what Art. 53(4) lets a provider rely on a code for.
    pub const ART_53_1: Self = Self::NONE
        .with(Obligation::TechnicalDocumentation)
        .with(Obligation::DownstreamInformation)
        .with(Obligation::CopyrightPolicy)
        .with(Obligation::TrainingContentSummary);

    /// Art. 55(1)(a) to (d): what Art. 55(2) lets a provider rely on a code for.
    pub const ART_55_1: Self = Self::NONE
        .with(Obligation::ModelEvaluation)
        .with(Obligation::SystemicRiskMitigation)
        .with(Obligation::SeriousIncidents)
        .with(Obligation::Cybersecurity);

    /// What a code can demonstrate compliance with: Arts 53(1) and 55(1), and nothing else (Arts 53(4), 55(2)).
    pub const DEMONSTRABLE: Self = Self::ART_53_1.union(Self::ART_55_1);

    /// Arts 53 and 55: what common rules can implement (Art. 56(9)).
    pub const ARTS_53_AND_55: Self = Self::DEMONSTRABLE.with(Obligation::Cooperation);

    /// Sections 2 and 3 of Chapter V: what standards and common specifications can cover (Arts 40(1), 41(3)).
    pub const SECTIONS_2_AND_3: Self = Self::ARTS_53_AND_55.with(Obligation::AuthorisedRepresentative);

    /// What the open-source exception lifts: Art. 53(1)(a) and (b) by Art. 53(2), Art. 54(1) by Art. 54(6).
    pub const EXCEPTED_OPEN_SOURCE: Self = Self::NONE
        .with(Obligation::TechnicalDocumentation)
        .with(Obligation::DownstreamInformation)
        .with(Obligation::AuthorisedRepresentative);

    /// Whether the obligation is in the set.
    pub const fn contains(self, obligation: Obligation) -> bool {
        self.0 & obligation.bit() != 0
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set with one more obligation.
    #[must_use]
    pub const fn with(self, obligation: Obligation) -> Self {
        Self(self.0 | obligation.bit())
    }

    /// The obligations in the set, in the order of the law.
    pub fn iter(self) -> impl Iterator<Item = Obligation> {
        Obligation::ALL.into_iter().filter(move |obligation| self.contains(*obligation))
    }
}

impl FromIterator<Obligation> for Obligations {
    fn from_iter<I: IntoIterator<Item = Obligation>>(obligations: I) -> Self {
        obligations.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests;
