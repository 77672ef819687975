//! What an indicator aims at: a comparison with an exact figure.

use std::fmt;

use rust_decimal::Decimal;

/// A figure and how a value is to compare with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// How a value is to compare.
    pub comparison: Comparison,
    /// With what.
    pub figure: Decimal,
}

/// How a value is to compare with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// It is the target or more.
    AtLeast,
    /// It is the target or less.
    AtMost,
    /// It is the target.
    Equal,
}

impl Comparison {
    /// All, with their signs in files and messages; no sign begins another that stands after it.
    pub const ALL: [(Self, &'static str); 3] = [(Self::AtLeast, ">="), (Self::AtMost, "<="), (Self::Equal, "=")];
}

impl Target {
    /// Reads `>= 95`, `<= 14.5` or `= 0`; nothing for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (comparison, figure) = Comparison::ALL
            .iter()
            .find_map(|(comparison, sign)| text.strip_prefix(sign).map(|rest| (*comparison, rest.trim())))?;
        Some(Self { comparison, figure: parse_figure(figure)? })
    }

    /// Whether a value is as aimed at.
    pub fn is_met(self, value: Decimal) -> bool {
        match self.comparison {
            Comparison::AtLeast => value >= self.figure,
            Comparison::AtMost => value <= self.figure,
            Comparison::Equal => value == self.figure,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = Comparison::ALL.iter().find(|(known, _)| *known == self.comparison).map_or("", |(_, sign)| sign);
        write!(f, "{sign} {}", self.figure.normalize())
    }
}

/// Reads digits with a point, exactly: no thousands separators, no comma, no exponent; at most 28 digits.
pub fn parse_figure(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (plain(whole) && plain(fraction)).then(|| Decimal::from_str_exact(text).ok())?
}

#[cfg(test)]
mod tests;
