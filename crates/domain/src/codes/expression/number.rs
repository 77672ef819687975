//! Exact numbers of expressions: fractions of checked 128-bit integers, never floating point.
//!
//! An operation gives the exact result or nothing; comparing always gives the exact answer.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

/// An exact fraction.
// Invariant: the denominator is above zero, and numerator and denominator have no common factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i128,
    denominator: i128,
}

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    pub const fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// One number divided by another; nothing when that cannot be held or the second is zero.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = common_factor(numerator, denominator)?;
        // Dividing 128-bit integers is slow, and most numbers are whole.
        let (numerator, denominator) = match divisor {
            1 => (numerator, denominator),
            _ => (numerator.checked_div(divisor)?, denominator.checked_div(divisor)?),
        };
        match denominator.cmp(&0) {
            Ordering::Greater => Some(Self { numerator, denominator }),
            Ordering::Less => {
                Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
            }
            Ordering::Equal => None,
        }
    }

    /// Reads plain digits with an optional fraction and an optional power of ten: `12`, `0.25`, `3.8e25`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let decimals = decimals.trim_end_matches('0');
        let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
        if digits == 0 {
            return Some(Self::ZERO);
        }
        let power = power.parse::<i32>().ok()?.checked_sub(i32::try_from(decimals.len()).ok()?)?;
        let factor = 10_i128.checked_pow(power.unsigned_abs())?;
        if power < 0 { Self::fraction(digits, factor) } else { digits.checked_mul(factor).map(Self::whole) }
    }

    /// The number above the line, with the sign.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The number below the line, above zero.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The sum.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::fraction(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let shared = common_factor(self.denominator, other.denominator)?;
        let (left, right) = (other.denominator.checked_div(shared)?, self.denominator.checked_div(shared)?);
        let sum = self.numerator.checked_mul(left)?.checked_add(other.numerator.checked_mul(right)?)?;
        Self::fraction(sum, self.denominator.checked_mul(left)?)
    }

    /// The difference.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.checked_neg()?)
    }

    /// The product.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        // Each numerator against the other's denominator first, so that only a result too large is refused.
        let one = Self::fraction(self.numerator, other.denominator)?;
        let two = Self::fraction(other.numerator, self.denominator)?;
        let numerator = one.numerator.checked_mul(two.numerator)?;
        Some(Self { numerator, denominator: one.denominator.checked_mul(two.denominator)? })
    }

    /// The exact quotient; nothing when the other is zero.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(Self::fraction(other.denominator, other.numerator)?)
    }

    /// The number with the other sign.
    pub fn checked_neg(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, denominator: self.denominator })
    }

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        // A decimal has at most 28 places, so the power fits and so does the fraction.
        let power = 10_i128.checked_pow(decimal.scale());
        power.and_then(|power| Self::fraction(decimal.mantissa(), power)).unwrap_or(Self::ZERO)
    }
}

impl Ord for Number {
    /// By whole parts and remainders, as in Euclid's algorithm, so that nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let (mut left, mut right) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut is_turned = false;
        loop {
            let whole = |(above, below): (i128, i128)| above.checked_div_euclid(below).unwrap_or(0);
            let rest = |(above, below): (i128, i128)| above.checked_rem_euclid(below).unwrap_or(0);
            let (left_rest, right_rest) = (rest(left), rest(right));
            let order = whole(left).cmp(&whole(right));
            let order = match (order, left_rest, right_rest) {
                (Ordering::Equal, 0, 0) => Some(Ordering::Equal),
                (Ordering::Equal, 0, _) => Some(Ordering::Less),
                (Ordering::Equal, _, 0) => Some(Ordering::Greater),
                (Ordering::Equal, _, _) => None,
                (decided, _, _) => Some(decided),
            };
            if let Some(order) = order {
                return if is_turned { order.reverse() } else { order };
            }
            // Of two fractions below one, the smaller is the one whose reciprocal is larger.
            (left, right) = ((left.1, left_rest), (right.1, right_rest));
            is_turned = !is_turned;
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest common factor, above zero; nothing when both are zero or it cannot be held.
fn common_factor(left: i128, right: i128) -> Option<i128> {
    if left == 1 || right == 1 {
        return Some(1);
    }
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    while right != 0 {
        (left, right) = (right, left.checked_rem(right)?);
    }
    i128::try_from(left).ok().filter(|factor| *factor != 0)
}

/// As digits where they end, `1e25` where seven or more zeros do, and otherwise as a fraction, `1/3`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((mantissa, places)) = self.decimal_digits() else {
            return write!(f, "{}/{}", self.numerator, self.denominator);
        };
        let sign = if mantissa < 0 { "-" } else { "" };
        let digits = mantissa.unsigned_abs().to_string();
        if places > 0 {
            let digits = format!("{digits:0>width$}", width = places + 1);
            let (whole, decimals) = digits.split_at_checked(digits.len() - places).unwrap_or((&digits, ""));
            return write!(f, "{sign}{whole}.{decimals}");
        }
        let kept = digits.trim_end_matches('0');
        match digits.len() - kept.len() {
            zeros if zeros >= 7 => write!(f, "{sign}{kept}e{zeros}"),
            _ => write!(f, "{sign}{digits}"),
        }
    }
}

impl Number {
    /// The fewest digits that say the number exactly, and how many of them stand behind the point.
    fn decimal_digits(self) -> Option<(i128, usize)> {
        let (mut mantissa, mut below, mut places) = (self.numerator, self.denominator, 0);
        while below != 1 {
            let factor = common_factor(below, 10).filter(|factor| *factor != 1)?;
            below = below.checked_div(factor)?;
            mantissa = mantissa.checked_mul(10_i128.checked_div(factor)?)?;
            places += 1;
        }
        Some((mantissa, places))
    }
}

#[cfg(test)]
mod tests;
