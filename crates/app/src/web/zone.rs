//! The zone in which moments are shown: the one that a reader chose, or else that of Brussels, where the Commission
//! acts. Days of the law are days everywhere; only moments have a zone.

use std::fmt;

use askama::filters::HtmlSafe;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::clock;

/// The name of the cookie that holds the name of the zone; over TLS browsers take it from this site alone.
const fn cookie_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-adhere_zone" } else { "adhere_zone" }
}

/// A choice of zone is kept for a year, in seconds.
const KEPT_FOR: u32 = 365 * 24 * 60 * 60;

/// No zone of the database has a longer name.
const LONGEST: usize = 64;

/// A zone of whoever reads.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    zone: TimeZone,
    is_chosen: bool,
}

/// A moment as a page shows it: for people in their zone, and for machines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    at: Timestamp,
    text: String,
}

impl Default for Zone {
    /// The zone of whoever chose none.
    fn default() -> Self {
        Self { zone: clock::zone(), is_chosen: false }
    }
}

impl Zone {
    /// The zone that a browser's cookie names; the usual one where it names none.
    pub(super) fn of_browser(headers: &HeaderMap, is_secure: bool) -> Self {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let named = pairs.find(|(name, _)| *name == cookie_name(is_secure)).and_then(|(_, value)| Self::named(value));
        named.unwrap_or_default()
    }

    /// A zone by its name in the database of zones, such as `Europe/Amsterdam`.
    pub(super) fn named(name: &str) -> Option<Self> {
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
        if name.is_empty() || name.len() > LONGEST || !name.chars().all(is_letter) {
            return None;
        }
        // The database finds a zone whatever its letters' case; what is kept and shown is its own name.
        Some(Self { zone: clock::zone_named(name)?, is_chosen: true })
    }

    /// The names of all zones that are offered, in order.
    pub(super) fn all() -> Vec<String> {
        // Zones of regions have a stroke in their name; what else there is, are old names and offsets.
        let is_region = |name: &&str| {
            name.contains('/') && !["Etc/", "SystemV/", "US/", "posix/", "right/"].iter().any(|it| name.starts_with(it))
        };
        let mut names: Vec<&str> = clock::zone_names().filter(is_region).collect();
        names.sort_unstable();
        names.push("UTC");
        names.into_iter().map(str::to_owned).collect()
    }

    /// What it is called.
    pub(super) fn name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// Whether whoever reads chose it.
    pub(super) const fn is_chosen(&self) -> bool {
        self.is_chosen
    }

    /// The header that has the browser keep it.
    pub(super) fn cookie(&self, is_secure: bool) -> String {
        let (name, secure) = (cookie_name(is_secure), if is_secure { "; Secure" } else { "" });
        format!("{name}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={KEPT_FOR}{secure}", self.name())
    }

    /// A moment to the minute, as people read it: in the zone, with its offset and its name.
    pub(super) fn spoken(&self, at: Timestamp) -> String {
        self.shown(at, "%Y-%m-%d %H:%M")
    }

    /// A moment to the minute, as a page shows it.
    pub(super) fn moment(&self, at: Timestamp) -> Moment {
        Moment { at, text: self.spoken(at) }
    }

    /// A moment to the second, as a page shows it.
    pub(super) fn whole_moment(&self, at: Timestamp) -> Moment {
        Moment { at, text: self.shown(at, "%Y-%m-%d %H:%M:%S") }
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

impl Moment {
    /// What people read.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<time datetime=\"{}\">{}</time>", self.at, self.text)
    }
}

// Digits, signs and the name of a zone, which has letters, digits and `/_+-` alone: nothing in it ends an element.
impl HtmlSafe for Moment {}

#[cfg(test)]
mod tests;
