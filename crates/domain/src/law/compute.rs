//! Training compute as an exact integer number of floating-point operations, and its estimation.
//!
//! Never floating point: "greater than 10^25" (Art. 51(2)) is false at exactly 10^25 and true one above,
//! and 10^25 has no exact representation as a 64-bit float.

use std::fmt;

use thiserror::Error;

/// A number of floating-point operations (Art. 3(67) AI Act), exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Compute(u128);

/// Why a text is not a number of operations.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ComputeError {
    /// The text is not a number.
    #[error("`{text}` is not a number of operations: write for instance `3.8e25`, `10^25` or plain digits")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// The number has a fractional part.
    #[error("`{text}` is not a whole number of operations")]
    NotWhole {
        /// What was written.
        text: String,
    },
    /// The number is beyond 2^128.
    #[error("`{text}` is beyond what can be counted, 3.4×10^38")]
    TooLarge {
        /// What was written.
        text: String,
    },
}

/// One hardware-based estimate (Commission guidelines C(2025) 5045, annex A.2.1): chip-time × peak × utilisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HardwareUse {
    /// Number of chips times hours of training.
    pub chip_hours: u128,
    /// Peak theoretical operations a second of one chip.
    pub peak: Compute,
    /// Share of the peak that was used, in hundredths of a percent: 0.4 is 4000.
    pub utilisation: u32,
}

/// An architecture-based estimate for a dense transformer (annex A.2.2): 6 × parameters × training tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchitectureUse {
    /// Parameters that take part in one pass: the active ones of a mixture of experts, never the total.
    pub parameters: Compute,
    /// Training tokens seen, repetitions included.
    pub tokens: Compute,
}

const SECONDS_AN_HOUR: u128 = 3_600;
const WHOLE_UTILISATION: u128 = 10_000;
/// Operations per parameter and token: two forward, four backward.
const OPERATIONS_A_PARAMETER: u128 = 6;

impl Compute {
    /// Ten to the given power, up to 38.
    pub const fn ten_to(power: u32) -> Self {
        Self(10_u128.pow(power))
    }

    /// Exactly this many operations.
    pub const fn new(operations: u128) -> Self {
        Self(operations)
    }

    /// The number of operations.
    pub const fn operations(self) -> u128 {
        self.0
    }

    /// Reads `3.8e25`, `3.8×10^25`, `10^25` or plain digits with optional `_` or spaces; exact or refused.
    pub fn parse(text: &str) -> Result<Self, ComputeError> {
        let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '_' | '\u{a0}' | '\u{202f}')).collect();
        let (mantissa, power) = split_power(&plain).ok_or_else(|| not_a_number(text))?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        if whole.is_empty() || mantissa.ends_with('.') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(not_a_number(text));
        }
        let power: u32 = power.parse().map_err(|_| not_a_number(text))?;
        let (digits, power) = without_trailing_zeros(&digits, fraction.len(), power);
        let Some(power) = power else {
            return Err(ComputeError::NotWhole { text: text.to_owned() });
        };
        let too_large = || ComputeError::TooLarge { text: text.to_owned() };
        let value: u128 = digits.parse().map_err(|_| too_large())?;
        let scale = if value == 0 { Some(1) } else { 10_u128.checked_pow(power) };
        scale.and_then(|scale| value.checked_mul(scale)).map(Self).ok_or_else(too_large)
    }

    /// Whether `self` is more than a third of `of`: the modifier's threshold in the Commission's guidelines, exactly.
    pub const fn exceeds_a_third_of(self, of: Self) -> bool {
        // More than a third without dividing: x > y/3 iff x > floor(y/3) for whole x.
        self.0 > of.0 / 3
    }

    /// Whether two figures differ by more than 30 % of the larger, the margin that the guidelines allow an estimate
    /// (annex, para. 123): two of one thing that do disagree, and one that does not from a threshold is near it.
    pub fn differs_widely_from(self, other: Self) -> bool {
        let (large, small) = (self.0.max(other.0), self.0.min(other.0));
        // Beyond 2^128 / 10 a tenth of the larger is exact enough to compare with.
        match ((large - small).checked_mul(10), large.checked_mul(3)) {
            (Some(difference), Some(margin)) => difference > margin,
            _ => large - small > large / 10 * 3,
        }
    }
}

/// The sum over all kinds of hardware and periods of training; nothing when there are none or the sum cannot be counted.
pub fn estimate_by_hardware(uses: &[HardwareUse]) -> Option<Compute> {
    if uses.is_empty() {
        return None;
    }
    uses.iter().try_fold(0_u128, |sum, use_| sum.checked_add(hardware_operations(*use_)?)).map(Compute)
}

fn hardware_operations(use_: HardwareUse) -> Option<u128> {
    let seconds = use_.chip_hours.checked_mul(SECONDS_AN_HOUR)?;
    let share = use_.peak.0.checked_mul(u128::from(use_.utilisation))? / WHOLE_UTILISATION;
    seconds.checked_mul(share)
}

/// Six operations for each active parameter and training token; nothing when that cannot be counted.
pub fn estimate_by_architecture(use_: ArchitectureUse) -> Option<Compute> {
    use_.parameters.0.checked_mul(use_.tokens.0)?.checked_mul(OPERATIONS_A_PARAMETER).map(Compute)
}

fn split_power(text: &str) -> Option<(&str, &str)> {
    if let Some((mantissa, power)) = text.split_once(['e', 'E']) {
        return Some((mantissa, power.strip_prefix('+').unwrap_or(power)));
    }
    let Some((base, power)) = text.split_once('^') else {
        return Some((text, "0"));
    };
    let mantissa = base.strip_suffix("10")?;
    let mantissa = mantissa.strip_suffix(['×', '*', 'x']).or_else(|| mantissa.is_empty().then_some("1"))?;
    Some((mantissa, power))
}

/// Moves trailing zeros of the digits into the power; no power is left when digits remain behind the point.
fn without_trailing_zeros(digits: &str, decimals: usize, power: u32) -> (&str, Option<u32>) {
    let kept = digits.trim_end_matches('0');
    let dropped = digits.len() - kept.len();
    let kept = if kept.is_empty() { "0" } else { kept };
    if kept == "0" {
        return (kept, Some(0));
    }
    let power = u32::try_from(dropped).ok().and_then(|dropped| power.checked_add(dropped));
    let decimals = u32::try_from(decimals).ok();
    (kept, power.zip(decimals).and_then(|(power, decimals)| power.checked_sub(decimals)))
}

fn not_a_number(text: &str) -> ComputeError {
    ComputeError::NotANumber { text: text.to_owned() }
}

/// Exact: `10^25`, `3.8×10^25`, or plain digits where a power of ten would not be shorter.
impl fmt::Display for Compute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let kept = digits.trim_end_matches('0');
        if digits.len() < 7 || kept.len() > 15 {
            return f.write_str(&digits);
        }
        let power = digits.len() - 1;
        match kept.split_at_checked(1) {
            Some(("1", "")) => write!(f, "10^{power}"),
            Some((first, "")) => write!(f, "{first}×10^{power}"),
            Some((first, rest)) => write!(f, "{first}.{rest}×10^{power}"),
            None => f.write_str(&digits),
        }
    }
}

#[cfg(test)]
mod tests;
