//! What a report says of an indicator: a value with its quality, or that none is available and why.

use jiff::civil::Date;
use rust_decimal::Decimal;
use thiserror::Error;

use super::Indicator;
use super::kind::ValueKind;
use super::period::ReportingPeriod;
use crate::codes::id::PartId;

/// One row of a report that was read and makes sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The indicator.
    pub indicator: PartId,
    /// For when.
    pub when: When,
    /// For which part of the whole: the breakdown and the entry of it.
    pub part: Option<(PartId, String)>,
    /// What is reported.
    pub outcome: Outcome,
    /// How the figure was arrived at, where it is said.
    pub method_note: Option<String>,
}

/// For when a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// For a period.
    Period(ReportingPeriod),
    /// For an event on a day.
    Event(Date),
}

/// What is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A value.
    Reported {
        /// The value.
        value: Value,
        /// What stands above and below the line of a share.
        ratio: Option<Ratio>,
        /// How good it is.
        quality: Quality,
    },
    /// None is available.
    NotAvailable {
        /// Why.
        reason: String,
    },
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A figure, exact.
    Figure(Decimal),
    /// Yes or no.
    YesNo(bool),
    /// An entry of a closed list.
    Choice(String),
    /// Text.
    Text(String),
}

/// What stands above and below the line of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above.
    pub numerator: Decimal,
    /// Below.
    pub denominator: Decimal,
}

/// How good a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// Counted or measured in full.
    Measured,
    /// Measured on a sample.
    Sampled,
    /// Computed from a model of what was not measured.
    Modelled,
    /// Estimated by judgment.
    Estimated,
    /// Measured for a part of what the indicator is about.
    Partial,
}

/// Why a value does not fit its indicator.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ValueError {
    /// It is not of the indicator's kind.
    #[error("the value is not of the kind `{kind}`")]
    OtherKind {
        /// The indicator's kind.
        kind: &'static str,
    },
    /// It is outside what makes sense.
    #[error("`{figure}` is outside what a value of the kind `{kind}` can be here")]
    OutOfRange {
        /// The figure.
        figure: Decimal,
        /// The indicator's kind.
        kind: &'static str,
    },
    /// It is not on the list.
    #[error("`{entry}` is not one of the values of this indicator")]
    NotListed {
        /// What was written.
        entry: String,
    },
    /// A share without what it is a share of.
    #[error("a share is reported with its numerator and denominator")]
    RatioMissing,
    /// A numerator or denominator where there is nothing to divide.
    #[error("only a share has a numerator and a denominator")]
    RatioUnfit,
    /// There is nothing to divide by.
    #[error("the denominator is 0, so that there is no share")]
    NothingToDivideBy,
    /// A part that is larger than the whole, or one of them negative.
    #[error("`{numerator}` of `{denominator}` is no share")]
    NotAPart {
        /// Above the line.
        numerator: Decimal,
        /// Below the line.
        denominator: Decimal,
    },
    /// The share is not what the division gives.
    #[error("the share is `{stated}`, but `{numerator}` of `{denominator}` is `{computed}`")]
    OtherShare {
        /// What was written.
        stated: Decimal,
        /// Above the line.
        numerator: Decimal,
        /// Below the line.
        denominator: Decimal,
        /// What the division gives, rounded as the indicator says.
        computed: Decimal,
    },
}

impl Quality {
    /// All, with their names in files and messages.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Measured, "measured"),
        (Self::Sampled, "sampled"),
        (Self::Modelled, "modelled"),
        (Self::Estimated, "estimated"),
        (Self::Partial, "partial"),
    ];

    /// The name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Sampled => "sampled",
            Self::Modelled => "modelled",
            Self::Estimated => "estimated",
            Self::Partial => "partial",
        }
    }
}

impl Ratio {
    /// The share in percent, unrounded; nothing where it cannot be computed exactly enough.
    fn share(self) -> Option<Decimal> {
        self.numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.denominator)
    }
}

impl Indicator {
    /// Whether a value, with its ratio, fits the indicator.
    pub fn accepts(&self, value: &Value, ratio: Option<Ratio>) -> Result<(), ValueError> {
        let kind = self.kind.id();
        match (&self.kind, value) {
            (ValueKind::YesNo, Value::YesNo(_)) | (ValueKind::Text, Value::Text(_)) => {}
            (ValueKind::Choice(entries), Value::Choice(entry)) => {
                if !entries.iter().any(|known| known.id.as_str() == entry) {
                    return Err(ValueError::NotListed { entry: entry.clone() });
                }
            }
            (_, Value::Figure(figure)) if self.kind.is_figure() => {
                if !self.kind.allows(*figure) {
                    return Err(ValueError::OutOfRange { figure: *figure, kind });
                }
            }
            _ => return Err(ValueError::OtherKind { kind }),
        }
        match (&self.kind, value, ratio) {
            (ValueKind::Share, Value::Figure(stated), Some(ratio)) => self.share_follows(*stated, ratio),
            (ValueKind::Share, _, None) => Err(ValueError::RatioMissing),
            (_, _, Some(_)) => Err(ValueError::RatioUnfit),
            (_, _, None) => Ok(()),
        }
    }

    /// Both figures are rounded as the indicator says before they are compared.
    fn share_follows(&self, stated: Decimal, ratio: Ratio) -> Result<(), ValueError> {
        let Ratio { numerator, denominator } = ratio;
        if denominator.is_zero() {
            return Err(ValueError::NothingToDivideBy);
        }
        if numerator < Decimal::ZERO || numerator > denominator {
            return Err(ValueError::NotAPart { numerator, denominator });
        }
        let computed = ratio.share().ok_or(ValueError::NotAPart { numerator, denominator })?;
        let computed = self.rounding().round(computed);
        if self.rounding().round(stated) != computed {
            return Err(ValueError::OtherShare { stated, numerator, denominator, computed });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
