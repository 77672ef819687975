//! What is due as an iCalendar file (RFC 5545): one all-day event for each last day that is open.

use adhere_domain::law::parameters::Law;
use chrono::NaiveDate;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::civil::Date;

/// One entry of the calendar, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stays the same when the calendar is made again: model, rule and event.
    pub key: String,
    /// The last day.
    pub on: Date,
    /// What is due.
    pub summary: String,
    /// The provision and details.
    pub description: String,
}

/// The calendar as text; the same entries give the same bytes, since it is stamped with the day asked about.
pub fn calendar(name: &str, entries: &[Entry], law: &Law) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&escaped(name));
    for entry in entries {
        let (Some(day), Some(stamp)) = (naive(entry.on), naive(law.as_of)) else { continue };
        let mut event = Event::new();
        event.uid(&format!("{}@adhere", entry.key)).summary(&entry.summary).description(&entry.description);
        event.timestamp(stamp.and_time(chrono::NaiveTime::MIN).and_utc()).starts(day);
        calendar.push(event);
    }
    calendar.done().to_string()
}

/// The library escapes the texts of events and not the calendar's name (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

fn naive(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into())
}
