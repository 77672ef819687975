//! The one place that reads the clock: today's date, where a person does not give one, and the moment of a change.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today in Brussels, where the Commission acts; UTC where that zone is not installed.
pub(crate) fn today() -> Date {
    let zone = TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC);
    now().to_zoned(zone).date()
}

/// The moment at which something is recorded.
#[expect(clippy::disallowed_methods, reason = "this is the one door to the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
