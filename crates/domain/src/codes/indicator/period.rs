//! Periods of reporting: years, halves, quarters and months of the calendar, and how often an indicator is due.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// How often an indicator is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// For each year.
    Yearly,
    /// For each half of a year.
    HalfYearly,
    /// For each quarter.
    Quarterly,
    /// For each month.
    Monthly,
    /// For each event, with its day.
    PerEvent,
}

/// A period that a report is about.
// Invariant: `first` is the first day of the part of the year, `last` its last; the part exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportingPeriod {
    first: Date,
    // Of periods that begin on one day, the longest comes first.
    shortness: Shortness,
    last: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shortness {
    Year,
    Half,
    Quarter,
    Month,
}

/// The first and the last year that reports may be about.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

impl Frequency {
    /// All, with their names in files and messages.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Yearly, "yearly"),
        (Self::HalfYearly, "half-yearly"),
        (Self::Quarterly, "quarterly"),
        (Self::Monthly, "monthly"),
        (Self::PerEvent, "per-event"),
    ];

    /// The frequency's name in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yearly => "yearly",
            Self::HalfYearly => "half-yearly",
            Self::Quarterly => "quarterly",
            Self::Monthly => "monthly",
            Self::PerEvent => "per-event",
        }
    }
}

impl Shortness {
    const fn months(self) -> i8 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }
}

impl ReportingPeriod {
    /// Reads `2026`, `2026-H1`, `2026-Q3` or `2026-05`; nothing for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let year = year.parse().ok().filter(|number| YEARS.contains(number) && year.len() == 4)?;
        let digits = |text: &str, length: usize| -> Option<i8> {
            (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
        };
        match part {
            None => Self::new(year, Shortness::Year, 1),
            Some(part) => match part.strip_prefix('H') {
                Some(half) => Self::new(year, Shortness::Half, digits(half, 1)?),
                None => match part.strip_prefix('Q') {
                    Some(quarter) => Self::new(year, Shortness::Quarter, digits(quarter, 1)?),
                    None => Self::new(year, Shortness::Month, digits(part, 2)?),
                },
            },
        }
    }

    /// The part of a year, counted from 1.
    fn new(year: i16, shortness: Shortness, part: i8) -> Option<Self> {
        let months = shortness.months();
        let first = Date::new(year, part.checked_sub(1)?.checked_mul(months)?.checked_add(1)?, 1).ok()?;
        let last = first.checked_add(months.months()).and_then(Date::yesterday).ok()?;
        Some(Self { first, shortness, last })
    }

    /// Its first day.
    pub const fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub const fn last(self) -> Date {
        self.last
    }

    /// Whether a day lies in it.
    pub fn has(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The periods of a frequency that lie within this one; none for a longer one or for events.
    pub fn split(self, frequency: Frequency) -> Vec<Self> {
        let shortness = match frequency {
            Frequency::Yearly => Shortness::Year,
            Frequency::HalfYearly => Shortness::Half,
            Frequency::Quarterly => Shortness::Quarter,
            Frequency::Monthly => Shortness::Month,
            Frequency::PerEvent => return Vec::new(),
        };
        let parts = (1..=12).filter_map(|part| Self::new(self.first.year(), shortness, part));
        parts.filter(|part| self.first <= part.first && part.last <= self.last).collect()
    }
}

impl fmt::Display for ReportingPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.shortness {
            Shortness::Year => write!(f, "{year}"),
            Shortness::Half => write!(f, "{year}-H{}", month / 6 + 1),
            Shortness::Quarter => write!(f, "{year}-Q{}", month / 3 + 1),
            Shortness::Month => write!(f, "{year}-{month:02}"),
        }
    }
}

#[cfg(test)]
mod tests;
