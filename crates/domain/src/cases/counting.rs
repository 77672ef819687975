//! How the last day of a period is found: the law's readings, the holidays that count, and the zone of days.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::codes::deadline::EventKind;
use crate::law::calendar::{CalendarId, Calendars, WorkingDays};
use crate::law::country::Country;
use crate::law::period::{Length, Rules};
use crate::law::readings::{CodeDays, Readings};

/// What days are counted with.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    /// The readings where the text leaves open how to count.
    pub readings: Readings,
    /// The holidays.
    pub calendars: &'a Calendars,
    /// Where the provider is established, if that is known: its holidays count for what is owed to others than the AI Office.
    pub country: Option<Country>,
    /// The zone in which moments fall on days.
    pub zone: &'a TimeZone,
}

impl Counting<'_> {
    /// The day on which a moment falls.
    pub fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The last day of a period after an event, and the years for which no holidays were to be had.
    pub(super) fn last_day(
        &self,
        length: Length,
        event: EventKind,
        from: Date,
        rules: Rules,
    ) -> Option<(Date, BTreeSet<i16>)> {
        let mut working = WorkingDays::of(self.calendars, self.calendar(event));
        let on = length.after(from, self.readings.period_start, rules, &mut working)?;
        Some((on, working.unknown_years().clone()))
    }

    /// Which rules count days that a code does not define.
    pub(super) const fn rules(&self) -> Rules {
        match self.readings.code_days {
            CodeDays::Regulation => Rules::Regulation,
            CodeDays::Calendar => Rules::Calendar,
        }
    }

    /// Art. 2(1) of Regulation 1182/71: the holidays of the institution or Member State in which action is to be taken.
    fn calendar(&self, event: EventKind) -> Option<CalendarId> {
        let own = || self.country.filter(|country| country.is_member_state());
        if event.is_towards_ai_office() {
            Some(CalendarId::institutions())
        } else {
            own().map(|country| CalendarId::named(&country.to_string()))
        }
    }
}
