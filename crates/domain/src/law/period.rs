//! Periods of time by Regulation (EEC, Euratom) No 1182/71: calendar days, working days, weeks, months, years.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::calendar::WorkingDays;
use super::readings::PeriodStart;

/// A length of time as a provision or a code states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Working days, which codes call business days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// The unit's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::WorkingDays => "business-days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

/// Whether the Regulation's rules on the last day apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Art. 3(4) and (5) of the Regulation apply.
    Regulation,
    /// Plain calendar time: nothing moves the last day. Working days are still counted as such.
    Calendar,
}

impl Length {
    /// The last day of a period that runs from an event; nothing when it lies beyond the calendar.
    ///
    /// The day of the event is not counted (Art. 3(1)). Holidays are included unless the period is in working
    /// days (Art. 3(3)). A last day that is not a working day is moved to the next one (Art. 3(4)), and a period
    /// of two days or more includes at least two working days (Art. 3(5)).
    pub fn after(self, event: Date, start: PeriodStart, rules: Rules, working: &mut WorkingDays<'_>) -> Option<Date> {
        if self.unit == Unit::WorkingDays {
            return nth_working_day(event, self.count, working);
        }
        let from =
            if start == PeriodStart::DayAfter && self.unit != Unit::Days { event.tomorrow().ok()? } else { event };
        let last = from.checked_add(self.span()?).ok()?;
        match rules {
            Rules::Calendar => Some(last),
            Rules::Regulation => {
                let last = at_or_after(last, working)?;
                let short = self.unit == Unit::Days && self.count < 2;
                if short { Some(last) } else { with_two_working_days(event, last, working) }
            }
        }
    }

    /// The last day by which something must be done so long before an event.
    ///
    /// A period calculated backwards is not moved (Art. 3(4), second subparagraph).
    pub fn before(self, event: Date, working: &mut WorkingDays<'_>) -> Option<Date> {
        if self.unit == Unit::WorkingDays {
            return nth_working_day_before(event, self.count, working);
        }
        event.checked_sub(self.span()?).ok()
    }

    /// Weeks, months and years end on the day that corresponds to the day from which they run (Art. 3(2)(c));
    /// a month that lacks the day ends on its last day.
    fn span(self) -> Option<Span> {
        let count = i64::from(self.count);
        match self.unit {
            Unit::Days => Some(count.days()),
            Unit::WorkingDays => None,
            Unit::Weeks => Some(count.weeks()),
            Unit::Months => Some(count.months()),
            Unit::Years => Some(count.years()),
        }
    }
}

fn at_or_after(day: Date, working: &mut WorkingDays<'_>) -> Option<Date> {
    let mut day = day;
    while !working.is_working_day(day) {
        day = day.tomorrow().ok()?;
    }
    Some(day)
}

fn with_two_working_days(event: Date, last: Date, working: &mut WorkingDays<'_>) -> Option<Date> {
    Some(last.max(nth_working_day(event, 2, working)?))
}

fn nth_working_day(event: Date, count: u16, working: &mut WorkingDays<'_>) -> Option<Date> {
    let mut day = event;
    for _ in 0..count {
        day = at_or_after(day.tomorrow().ok()?, working)?;
    }
    Some(day)
}

fn nth_working_day_before(event: Date, count: u16, working: &mut WorkingDays<'_>) -> Option<Date> {
    let mut day = event;
    for _ in 0..count {
        day = day.yesterday().ok()?;
        while !working.is_working_day(day) {
            day = day.yesterday().ok()?;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests;
