//! Rounding an exact number to decimal places: only where asked for, and only the result.

use std::fmt;

use rust_decimal::Decimal;

use super::number::Number;

/// How a result is rounded.
// Invariant: at most 28 places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    mode: RoundingMode,
    places: u32,
}

/// Where a number goes that lies between two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundingMode {
    /// To the nearest; from the middle to the even one.
    HalfEven,
    /// To the nearest; from the middle away from zero.
    HalfUp,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

impl RoundingMode {
    /// All modes, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::HalfEven, "half-even"), (Self::HalfUp, "half-up"), (Self::Down, "down"), (Self::Up, "up")];

    /// Whether the digits kept are raised by one, given what is left and what a whole unit is.
    fn raises(self, kept: i128, rest: i128, unit: i128) -> bool {
        let other_half = unit - rest;
        match self {
            Self::HalfEven => rest > other_half || (rest == other_half && kept.checked_rem(2) == Some(1)),
            Self::HalfUp => rest >= other_half,
            Self::Down => false,
            Self::Up => rest > 0,
        }
    }
}

impl Rounding {
    /// Rounding to so many places behind the point; nothing when there are more than 28.
    pub fn new(mode: RoundingMode, places: u32) -> Option<Self> {
        (places <= Decimal::MAX_SCALE).then_some(Self { mode, places })
    }

    /// Reads a rounding, such as `half-even:1`.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, places) = text.split_once(':')?;
        let (mode, _) = RoundingMode::ALL.into_iter().find(|(_, known)| *known == name)?;
        Self::new(mode, places.parse().ok()?)
    }

    /// The number as a decimal with these places; nothing when it has more digits than a decimal holds.
    pub fn round(self, number: Number) -> Option<Decimal> {
        let (above, below) = (number.numerator().checked_abs()?, number.denominator());
        let mut kept = above.checked_div(below)?;
        let mut rest = above.checked_rem(below)?;
        for _ in 0..self.places {
            let digits = rest.checked_mul(10)?;
            kept = kept.checked_mul(10)?.checked_add(digits.checked_div(below)?)?;
            rest = digits.checked_rem(below)?;
        }
        let kept = kept.checked_add(i128::from(self.mode.raises(kept, rest, below)))?;
        let signed = if number.numerator() < 0 { kept.checked_neg()? } else { kept };
        Decimal::try_from_i128_with_scale(signed, self.places).ok()
    }
}

impl fmt::Display for Rounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = RoundingMode::ALL.iter().find(|(mode, _)| *mode == self.mode).map_or("", |(_, name)| name);
        write!(f, "{name}:{}", self.places)
    }
}

#[cfg(test)]
mod tests;
