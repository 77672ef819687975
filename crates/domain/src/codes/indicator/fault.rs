//! Faults of a set of indicators, and where in the set they are.

use thiserror::Error;

use super::target::Target;
use crate::codes::id::PartId;
use crate::law::size::SizeClass;

/// A fault and the part of the set that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the set.
    pub place: Place,
    /// What is wrong.
    pub error: IndicatorError,
}

/// A part of a set; numbers count from 0, in the order of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The set itself.
    Set,
    /// A kind of record.
    Record(usize),
    /// An indicator.
    Indicator(usize),
    /// A variant of an indicator.
    Variant(usize, usize),
    /// A breakdown of an indicator.
    Breakdown(usize, usize),
    /// A part that openly has no indicator.
    Without(usize),
}

/// What is wrong with a set of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IndicatorError {
    /// It is for another code, or another version of it.
    #[error("the set is for `{set}`, and the code is `{code}`")]
    OtherCode {
        /// What the set is for.
        set: String,
        /// The code.
        code: String,
    },
    /// An id is used twice.
    #[error("the id `{id}` is used twice")]
    IdTwice {
        /// The id.
        id: String,
    },
    /// A record or field cannot be named in a formula.
    #[error("`{name}` cannot be named in a formula")]
    NotAName {
        /// The name.
        name: String,
    },
    /// A part is not one of the code.
    #[error("`{part}` is not a commitment or measure of the code")]
    UnknownPart {
        /// The part.
        part: PartId,
    },
    /// It serves nothing.
    #[error("the indicator `{indicator}` serves no part of the code")]
    ServesNothing {
        /// The indicator.
        indicator: PartId,
    },
    /// A commitment has no indicator, and nothing says why.
    #[error("commitment `{commitment}` has no indicator")]
    CommitmentWithout {
        /// The commitment.
        commitment: PartId,
    },
    /// A commitment is said to have no indicator and has one.
    #[error("commitment `{commitment}` is said to have no indicator and has one")]
    WithoutHasOne {
        /// The commitment.
        commitment: PartId,
    },
    /// A count or a number without a unit.
    #[error("a value of the kind `{kind}` needs a unit")]
    UnitMissing {
        /// The kind.
        kind: &'static str,
    },
    /// A unit that the kind does not have.
    #[error("`{unit}` is not a unit of the kind `{kind}`")]
    UnitUnfit {
        /// The unit.
        unit: String,
        /// The kind.
        kind: &'static str,
    },
    /// A target for what is no figure.
    #[error("a value of the kind `{kind}` has no target")]
    TargetUnfit {
        /// The kind.
        kind: &'static str,
    },
    /// A target that no value can have.
    #[error("the target `{target}` is outside what a value of the kind `{kind}` can be")]
    TargetOutOfRange {
        /// The target.
        target: Target,
        /// The kind.
        kind: &'static str,
    },
    /// Bounds that leave no value.
    #[error("the minimum is above the maximum")]
    BoundsCross,
    /// Fewer than two entries to choose from, or one of them twice.
    #[error("a list has at least two entries, each once")]
    ListUnfit,
    /// A numerator and denominator on what is no share, or none on a share.
    #[error("a share, and nothing else, says what its numerator and denominator count")]
    RatioUnfit,
    /// Rounding of what is no figure, or to more decimals than make sense.
    #[error("a value of the kind `{kind}` cannot be rounded so")]
    RoundingUnfit {
        /// The kind.
        kind: &'static str,
    },
    /// No size class has to report it.
    #[error("the indicator `{indicator}` is asked of no size class")]
    AskedOfNobody {
        /// The indicator.
        indicator: PartId,
    },
    /// Two variants are for one size class.
    #[error("two variants are for the size class `{}`", size.id())]
    VariantOverlap {
        /// The class.
        size: SizeClass,
    },
    /// A variant is for a class that need not report.
    #[error("the variant is for the size class `{}`, which need not report the indicator", size.id())]
    VariantUnasked {
        /// The class.
        size: SizeClass,
    },
    /// A variant changes nothing.
    #[error("the variant changes nothing")]
    VariantIdle,
    /// A variant keeps a breakdown that is not there.
    #[error("the variant keeps the breakdown `{breakdown}`, which the indicator does not have")]
    VariantBreakdown {
        /// The breakdown.
        breakdown: PartId,
    },
}
