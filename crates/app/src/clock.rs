//! The one place that reads the clock: today's date, where a person does not give one, and the moment of a change.

use adhere_actions::AsOf;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
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

/// The zone in which moments fall on days: that of Brussels, where the Commission acts; UTC where it is not installed.
pub(crate) fn zone() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC)
}

/// The moment at which something is recorded.
#[expect(clippy::disallowed_methods, reason = "this is the one door to the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// What the zone is called.
pub(crate) fn zone_name() -> String {
    zone().iana_name().unwrap_or("UTC").to_owned()
}

/// A moment to the minute, as people read it: in the zone, with its offset and its name.
pub(crate) fn spoken(at: Timestamp) -> String {
    at.to_zoned(zone()).strftime("%Y-%m-%d %H:%M (%:z, %Q)").to_string()
}

/// A moment to the minute, as a field of a form has it.
pub(crate) fn typed(at: Timestamp) -> String {
    at.to_zoned(zone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The moment that was typed into a field of a form, in the zone.
pub(crate) fn read_typed(text: &str) -> Option<Timestamp> {
    let typed: DateTime = text.parse().ok()?;
    Some(typed.to_zoned(zone()).ok()?.timestamp())
}
