//! The zone in which moments are shown: the one that a reader chose, or else that of Brussels, where the Commission
//! acts. Days of the law are days everywhere; only moments have a zone.

use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::clock;

/// The cookie that holds the name of the zone.
const COOKIE: &str = "adhere_zone";

/// No zone of the database has a longer name.
const LONGEST: usize = 64;

/// A zone of whoever reads.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    zone: TimeZone,
}

impl Default for Zone {
    /// The zone of whoever chose none.
    fn default() -> Self {
        Self { zone: clock::zone() }
    }
}

impl Zone {
    /// The zone that a browser's cookie names; the usual one where it names none.
    pub(super) fn of_browser(headers: &HeaderMap) -> Self {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let named = pairs.find(|(name, _)| *name == COOKIE).and_then(|(_, value)| Self::named(value));
        named.unwrap_or_default()
    }

    /// A zone by its name in the database of zones, such as `Europe/Amsterdam`.
    pub(super) fn named(name: &str) -> Option<Self> {
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
        if name.is_empty() || name.len() > LONGEST || !name.chars().all(is_letter) {
            return None;
        }
        // The database finds a zone whatever its letters' case; what is kept and shown is its own name.
        Some(Self { zone: clock::zone_named(name)? })
    }

    /// What it is called.
    pub(super) fn name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// A moment to the minute, as people read it: in the zone, with its offset and its name.
    pub(super) fn spoken(&self, at: Timestamp) -> String {
        self.shown(at, "%Y-%m-%d %H:%M")
    }

    /// A moment to the second, as people read it.
    pub(super) fn spoken_whole(&self, at: Timestamp) -> String {
        self.shown(at, "%Y-%m-%d %H:%M:%S")
    }

    /// A moment to the minute, as a field of a form has it.
    pub(super) fn typed(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// The moment that was typed into a field of a form. Of an hour that there is twice, the first is meant; of one that
    /// is left out, the moment as far after it as was typed.
    pub(super) fn read_typed(&self, text: &str) -> Option<Timestamp> {
        let typed: DateTime = text.parse().ok()?;
        Some(typed.to_zoned(self.zone.clone()).ok()?.timestamp())
    }

    fn shown(&self, at: Timestamp, form: &str) -> String {
        let at = at.to_zoned(self.zone.clone());
        let offset = if at.offset().is_zero() { String::new() } else { format!("{}, ", at.strftime("%:z")) };
        format!("{} ({offset}{})", at.strftime(form), self.name())
    }
}

#[cfg(test)]
mod tests;
