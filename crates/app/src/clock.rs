//! The one place that reads the clock: today's date, where a person does not give one, and the moment of a change.

use adhere_actions::AsOf;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today in Brussels, where the Commission acts; UTC where that zone is not installed.
pub(crate) fn today() -> Date {
    now().to_zoned(zone()).date()
}

/// The moment at which a day ends in Brussels; nothing for the last day that there is.
pub(crate) fn end_of(day: Date) -> Option<Timestamp> {
    Some(day.tomorrow().ok()?.to_zoned(zone()).ok()?.timestamp())
}

/// A day that is asked about as it was at its end; today as it is when none is.
pub(crate) fn as_of(day: Option<Date>) -> AsOf {
    day.map_or_else(|| AsOf::today(today()), |day| AsOf { day, ends: end_of(day) })
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC)
}

/// The moment at which something is recorded.
#[expect(clippy::disallowed_methods, reason = "this is the one door to the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
