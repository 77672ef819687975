//! Kinds of value that an indicator can have, which way is better, and how figures are rounded.

use rust_decimal::{Decimal, RoundingStrategy};

use super::breakdown::Named;
use crate::codes::expression::rounding as expression;

/// What kind of value an indicator has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A share in percent, from 0 to 100.
    Share,
    /// A whole number that is not negative.
    Count,
    /// A number with a unit, between bounds where they are given.
    Number {
        /// The least that makes sense.
        minimum: Option<Decimal>,
        /// The most that makes sense.
        maximum: Option<Decimal>,
    },
    /// A number of days that is not negative.
    Days,
    /// Yes or no.
    YesNo,
    /// One of a closed list.
    Choice(Vec<Named>),
    /// Text.
    Text,
}

/// The names of the kinds of value in files and messages.
pub const KINDS: [&str; 7] = ["share", "count", "number", "days", "yes-no", "choice", "text"];

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither is.
    Neutral,
}

/// How figures are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// So many decimals are kept.
    pub places: u32,
    /// What becomes of a half.
    pub mode: RoundingMode,
}

/// What becomes of a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundingMode {
    /// To the even neighbour.
    HalfEven,
    /// Away from zero.
    HalfUp,
}

/// More decimals than this say nothing about conduct.
pub const MOST_PLACES: u32 = 6;

impl ValueKind {
    /// The kind's name in files and messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Count => "count",
            Self::Number { .. } => "number",
            Self::Days => "days",
            Self::YesNo => "yes-no",
            Self::Choice(_) => "choice",
            Self::Text => "text",
        }
    }

    /// Whether its values are figures.
    pub const fn is_figure(&self) -> bool {
        matches!(self, Self::Share | Self::Count | Self::Number { .. } | Self::Days)
    }

    /// Whether a formula for it comes to a value whatever is collected.
    pub const fn is_always_there(&self) -> bool {
        matches!(self, Self::Count | Self::YesNo)
    }

    /// The unit that follows from the kind.
    pub const fn fixed_unit(&self) -> Option<&'static str> {
        match self {
            Self::Share => Some("%"),
            Self::Days => Some("days"),
            _ => None,
        }
    }

    /// Whether a figure lies within what makes sense for the kind.
    pub fn allows(&self, figure: Decimal) -> bool {
        let (least, most) = self.bounds();
        least.is_none_or(|least| figure >= least)
            && most.is_none_or(|most| figure <= most)
            && (!matches!(self, Self::Count) || figure.is_integer())
    }

    /// The least and the most that make sense.
    pub const fn bounds(&self) -> (Option<Decimal>, Option<Decimal>) {
        match self {
            Self::Share => (Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED)),
            Self::Count | Self::Days => (Some(Decimal::ZERO), None),
            Self::Number { minimum, maximum } => (*minimum, *maximum),
            Self::YesNo | Self::Choice(_) | Self::Text => (None, None),
        }
    }
}

impl Direction {
    /// All, with their names in files and messages.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Higher, "higher"), (Self::Lower, "lower"), (Self::Neutral, "neutral")];

    /// The direction's name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Neutral => "neutral",
        }
    }
}

impl Rounding {
    /// To so many decimals, halves to the even neighbour.
    pub const fn to_places(places: u32) -> Self {
        Self { places, mode: RoundingMode::HalfEven }
    }

    /// The same rounding for results of expressions.
    pub(super) fn of_expressions(self) -> Option<expression::Rounding> {
        let mode = match self.mode {
            RoundingMode::HalfEven => expression::RoundingMode::HalfEven,
            RoundingMode::HalfUp => expression::RoundingMode::HalfUp,
        };
        expression::Rounding::new(mode, self.places)
    }

    /// The figure, rounded.
    #[must_use]
    pub fn round(self, figure: Decimal) -> Decimal {
        let strategy = match self.mode {
            RoundingMode::HalfEven => RoundingStrategy::MidpointNearestEven,
            RoundingMode::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        };
        figure.round_dp_with_strategy(self.places, strategy).normalize()
    }
}

impl RoundingMode {
    /// All, with their names in files and messages.
    pub const ALL: [(Self, &'static str); 2] = [(Self::HalfEven, "half-even"), (Self::HalfUp, "half-up")];
}
