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
    calendar.name(&one_line(name));
    for (number, entry) in entries.iter().enumerate() {
        let (Some(day), Some(stamp)) = (naive(entry.on), naive(law.as_of)) else { continue };
        let mut event = Event::new();
        event
            .uid(&format!("{}-{}@adhere", entry.key, occurrence(entries, number)))
            .summary(&entry.summary)
            .description(&entry.description);
        event.timestamp(stamp.and_time(chrono::NaiveTime::MIN).and_utc()).starts(day);
        calendar.push(event);
    }
    calendar.done().to_string()
}

/// How many entries before this one have its key: equal requests of one day are told apart by their order.
fn occurrence(entries: &[Entry], number: usize) -> usize {
    let Some(entry) = entries.get(number) else { return 0 };
    entries.iter().take(number).filter(|before| before.key == entry.key).count() + 1
}

/// The library does not keep line breaks out of the calendar's name.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn naive(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into())
}
