//! Euro amounts, exact.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

/// An amount of euro in exact decimals, never negative.
// Invariant: not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euro(Decimal);

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not an amount in euro: write digits with a point, for instance `12345678.90`")]
pub struct EuroError {
    /// What was written.
    pub text: String,
}

impl Euro {
    /// A whole number of millions.
    pub fn millions(millions: u32) -> Self {
        Self(Decimal::from(millions) * Decimal::from(1_000_000))
    }

    /// Reads `12345678.90`, with optional `_` or spaces between digits.
    pub fn parse(text: &str) -> Result<Self, EuroError> {
        let refuse = || EuroError { text: text.to_owned() };
        let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '_' | '\u{a0}' | '\u{202f}')).collect();
        let amount = Decimal::from_str_exact(&plain).map_err(|_| refuse())?;
        if amount.is_sign_negative() && !amount.is_zero() {
            return Err(refuse());
        }
        Ok(Self(amount.abs()))
    }

    /// Digits alone, for machines: `15000000` or `12.50`.
    pub fn plain(self) -> String {
        self.to_string().replace(' ', "")
    }

    /// So many percent of the amount, rounded down to the cent, since a ceiling is not to be exceeded.
    #[must_use]
    pub fn percent(self, percent: u32) -> Self {
        let share = Decimal::new(i64::from(percent), 2);
        let whole = self.0.checked_mul(share).unwrap_or(Decimal::MAX);
        Self(whole.round_dp_with_strategy(2, RoundingStrategy::ToZero))
    }
}

/// Digits in groups of three, with cents only where there are any: `15 000 000`.
impl fmt::Display for Euro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.normalize().to_string();
        let (whole, cents) = text.split_once('.').unwrap_or((text.as_str(), ""));
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        if cents.is_empty() { Ok(()) } else { write!(f, ".{cents:0<2}") }
    }
}

#[cfg(test)]
mod tests;
