//! The facts a decision rests on: what is known of a provider and of one model, and what is not.
//!
//! `None` means *not known* and is never replaced by a default.
//! What can only be claimed or happen (a designation, a rebuttal, an evaluation) is recorded when it does;
//! its absence is a fact, not a gap.

use jiff::civil::Date;

use super::compute::{ArchitectureUse, Compute, HardwareUse, estimate_by_architecture, estimate_by_hardware};
use super::country::Country;
use super::euro::Euro;
use super::obligation::Obligations;
use super::size::Enterprise;

/// What is known of a provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// Where it is established.
    pub country: Option<Country>,
    /// Total worldwide annual turnover in the preceding financial year (Art. 101(1)).
    pub worldwide_turnover: Option<Euro>,
    /// What decides its size class.
    pub enterprise: Enterprise,
    /// Whether an authorised representative established in the Union is appointed by written mandate (Art. 54(1)).
    pub representative: Option<bool>,
}

/// What is known of one model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Whether and when it was first made available on the Union market (Art. 3(9)).
    pub placement: Option<Placement>,
    /// A claim about generality that departs from the indicative criterion (guidelines, para. 20).
    pub generality: Option<bool>,
    /// A claim that it is used solely for research, development or prototyping (Art. 3(63), recital 97).
    pub research_only: Option<bool>,
    /// Whether it generates language, images from text or video from text (guidelines, para. 17).
    pub generates_indicated_content: Option<bool>,
    /// Compute used for its training.
    pub training: TrainingCompute,
    /// The outcome of an evaluation of its capabilities against the most advanced models (Arts 3(64), 51(1)(a)).
    pub high_impact_evaluation: Option<bool>,
    /// What has passed between the provider and the Commission (Art. 52).
    pub classification: Classification,
    /// How it is released.
    pub release: Release,
    /// The model it modifies, if it modifies one.
    pub modification: Option<Modification>,
    /// What it is claimed to conform to harmonised standards for (Art. 40(1)).
    pub conforms_to_standards: Obligations,
    /// What it is claimed to conform to common specifications for (Art. 41(3)).
    pub conforms_to_specifications: Obligations,
    /// Whether it is a "similarly safe or safer" model in a code's sense, for each systemic risk identified.
    pub similarly_safe: Option<bool>,
    /// Whether its capabilities are inferior to those of a model with openly available weights, in a code's sense.
    pub inferior_to_open_weight: Option<bool>,
}

/// Whether a model is on the Union market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// Not made available on the Union market.
    NotYet,
    /// First made available on that day.
    On(Date),
}

impl Placement {
    /// The day of first making available, if there is one.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::NotYet => None,
            Self::On(date) => Some(date),
        }
    }
}

/// Cumulative training compute: as the provider reports it, and as it can be estimated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingCompute {
    /// The provider's own figure.
    pub reported: Option<Compute>,
    /// Hardware and time, one entry for each kind of chip or period.
    pub hardware: Vec<HardwareUse>,
    /// Parameters and tokens.
    pub architecture: Option<ArchitectureUse>,
}

impl TrainingCompute {
    /// What the hardware and its time amount to.
    pub fn by_hardware(&self) -> Option<Compute> {
        estimate_by_hardware(&self.hardware)
    }

    /// What parameters and tokens amount to.
    pub fn by_architecture(&self) -> Option<Compute> {
        self.architecture.and_then(estimate_by_architecture)
    }

    /// Every figure there is, the reported one first.
    pub fn figures(&self) -> impl Iterator<Item = Compute> {
        self.reported.into_iter().chain(self.by_hardware()).chain(self.by_architecture())
    }
}

/// What has passed between the provider and the Commission about systemic risk (Art. 52).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classification {
    /// When the threshold was met or it became known that it would be met (Art. 52(1)).
    pub condition_known_on: Option<Date>,
    /// When the Commission was notified (Art. 52(1)).
    pub notified_on: Option<Date>,
    /// Arguments against classification (Art. 52(2) and (3)).
    pub rebuttal: Rebuttal,
    /// When the Commission designated the model (Arts 51(1)(b), 52(1) and (4)).
    pub designated_on: Option<Date>,
    /// When a reassessment ended the designation (Art. 52(5)).
    pub designation_ended_on: Option<Date>,
}

/// Arguments that a model over the threshold exceptionally presents no systemic risk (Art. 52(2) and (3)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rebuttal {
    /// None were presented.
    #[default]
    None,
    /// Presented, and not decided.
    Pending,
    /// Accepted by the Commission on that day.
    Accepted(Date),
    /// Rejected by the Commission on that day.
    Rejected(Date),
}

/// The conditions of the open-source exception (Arts 53(2), 54(6)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Release {
    /// The licence allows access.
    pub allows_access: Option<bool>,
    /// The licence allows usage.
    pub allows_use: Option<bool>,
    /// The licence allows modification.
    pub allows_modification: Option<bool>,
    /// The licence allows distribution.
    pub allows_distribution: Option<bool>,
    /// Parameters, including the weights, are publicly available.
    pub weights_public: Option<bool>,
    /// Information on the model architecture is publicly available.
    pub architecture_public: Option<bool>,
    /// Information on model usage is publicly available.
    pub usage_information_public: Option<bool>,
    /// Something of value is asked for access (guidelines, section 4.2).
    pub monetised: Option<bool>,
}

/// A modification of another provider's model (recital 109; guidelines, section 3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modification {
    /// Compute used to train the original model; the guidelines say what holds when it cannot be known.
    pub original_compute: Option<Compute>,
    /// Compute used for the modification.
    pub modification_compute: Option<Compute>,
    /// Whether the original model presents systemic risk.
    pub original_systemic_risk: Option<bool>,
}

impl Modification {
    /// What is known of original and modification together, and whether that is all of it.
    pub fn cumulative(&self) -> (Compute, bool) {
        let parts = [self.original_compute, self.modification_compute];
        let known = parts.iter().flatten().fold(0_u128, |sum, part| sum.saturating_add(part.operations()));
        (Compute::new(known), parts.iter().all(Option::is_some))
    }
}

/// The name of a fact, as files and messages spell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactId {
    /// `provider.country`
    Country,
    /// `provider.worldwide-turnover`
    WorldwideTurnover,
    /// `provider.period`
    AccountingPeriods,
    /// `provider.public-body-control`
    PublicBodyControl,
    /// `provider.representative.appointed`
    Representative,
    /// `model.placed-on-market`
    Placement,
    /// `model.generates`
    Generates,
    /// `model.training-compute`
    TrainingCompute,
    /// `model.high-impact-capabilities`
    HighImpactEvaluation,
    /// `model.commission.condition-known-on`
    ConditionKnownOn,
    /// `model.licence.access`
    LicenceAccess,
    /// `model.licence.use`
    LicenceUse,
    /// `model.licence.modification`
    LicenceModification,
    /// `model.licence.distribution`
    LicenceDistribution,
    /// `model.licence.weights-public`
    WeightsPublic,
    /// `model.licence.architecture-public`
    ArchitecturePublic,
    /// `model.licence.usage-information-public`
    UsageInformationPublic,
    /// `model.licence.monetised`
    Monetised,
    /// `model.modification.modification-compute`
    ModificationCompute,
    /// `model.modification.original-systemic-risk`
    OriginalSystemicRisk,
}

impl FactId {
    /// Every fact a rule may ask for.
    pub const ALL: [Self; 20] = [
        Self::Country,
        Self::WorldwideTurnover,
        Self::AccountingPeriods,
        Self::PublicBodyControl,
        Self::Representative,
        Self::Placement,
        Self::Generates,
        Self::TrainingCompute,
        Self::HighImpactEvaluation,
        Self::ConditionKnownOn,
        Self::LicenceAccess,
        Self::LicenceUse,
        Self::LicenceModification,
        Self::LicenceDistribution,
        Self::WeightsPublic,
        Self::ArchitecturePublic,
        Self::UsageInformationPublic,
        Self::Monetised,
        Self::ModificationCompute,
        Self::OriginalSystemicRisk,
    ];

    /// Whether the fact is not on record and would help.
    ///
    /// What stands in for another fact is wanted only where that one is missing: the class of an original model
    /// for its compute (guidelines, section 3.2), the day on which the condition was known for the day of placing.
    pub fn is_missing(self, provider: &Provider, model: &Model) -> bool {
        let release = &model.release;
        let modification = model.modification.unwrap_or_default();
        match self {
            Self::Country => provider.country.is_none(),
            Self::WorldwideTurnover => provider.worldwide_turnover.is_none(),
            Self::AccountingPeriods => provider.enterprise.periods.is_empty(),
            Self::PublicBodyControl => provider.enterprise.public_body_control.is_none(),
            Self::Representative => provider.representative.is_none(),
            Self::Placement => model.placement.is_none(),
            Self::Generates => model.generates_indicated_content.is_none(),
            Self::TrainingCompute => model.training.figures().next().is_none() && !modification.cumulative().1,
            Self::HighImpactEvaluation => model.high_impact_evaluation.is_none(),
            Self::ConditionKnownOn => {
                model.classification.condition_known_on.is_none() && model.placement == Some(Placement::NotYet)
            }
            Self::LicenceAccess => release.allows_access.is_none(),
            Self::LicenceUse => release.allows_use.is_none(),
            Self::LicenceModification => release.allows_modification.is_none(),
            Self::LicenceDistribution => release.allows_distribution.is_none(),
            Self::WeightsPublic => release.weights_public.is_none(),
            Self::ArchitecturePublic => release.architecture_public.is_none(),
            Self::UsageInformationPublic => release.usage_information_public.is_none(),
            Self::Monetised => release.monetised.is_none(),
            Self::ModificationCompute => modification.modification_compute.is_none(),
            Self::OriginalSystemicRisk => {
                modification.original_systemic_risk.is_none() && modification.original_compute.is_none()
            }
        }
    }

    /// The fact's key in the provider's files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Country => "provider.country",
            Self::WorldwideTurnover => "provider.worldwide-turnover",
            Self::AccountingPeriods => "provider.period",
            Self::PublicBodyControl => "provider.public-body-control",
            Self::Representative => "provider.representative.appointed",
            Self::Placement => "model.placed-on-market",
            Self::Generates => "model.generates",
            Self::TrainingCompute => "model.training-compute",
            Self::HighImpactEvaluation => "model.high-impact-capabilities",
            Self::ConditionKnownOn => "model.commission.condition-known-on",
            Self::LicenceAccess => "model.licence.access",
            Self::LicenceUse => "model.licence.use",
            Self::LicenceModification => "model.licence.modification",
            Self::LicenceDistribution => "model.licence.distribution",
            Self::WeightsPublic => "model.licence.weights-public",
            Self::ArchitecturePublic => "model.licence.architecture-public",
            Self::UsageInformationPublic => "model.licence.usage-information-public",
            Self::Monetised => "model.licence.monetised",
            Self::ModificationCompute => "model.modification.modification-compute",
            Self::OriginalSystemicRisk => "model.modification.original-systemic-risk",
        }
    }
}
