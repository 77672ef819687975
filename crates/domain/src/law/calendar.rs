//! Public holidays: the dated tables that Regulation (EEC, Euratom) No 1182/71, Art. 2, needs.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};

/// Whose holidays count: those of the institution or Member State in which action is to be taken (Art. 2(1)).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarId(String);

impl CalendarId {
    /// The institutions of the Union, as the Commission lists its holidays.
    pub fn institutions() -> Self {
        Self("EU".to_owned())
    }

    /// A calendar by its id: `EU`, or the code of a Member State.
    pub fn named(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The holidays of one calendar in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayTable {
    /// The holidays.
    pub days: BTreeSet<Date>,
    /// Where they were read.
    pub source: String,
    /// Whether the official list was read.
    pub is_official: bool,
}

/// All holiday tables, by calendar and year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendars {
    tables: BTreeMap<(CalendarId, i16), HolidayTable>,
}

impl Calendars {
    /// Adds the table of a calendar for a year; false when there is one already.
    pub fn add(&mut self, calendar: CalendarId, year: i16, table: HolidayTable) -> bool {
        self.tables.insert((calendar, year), table).is_none()
    }

    /// These tables, and for what they have no table the others.
    #[must_use]
    pub fn before(mut self, others: &Self) -> Self {
        for (key, table) in &others.tables {
            self.tables.entry(key.clone()).or_insert_with(|| table.clone());
        }
        self
    }

    /// The table of a calendar for a year.
    pub fn table(&self, calendar: &CalendarId, year: i16) -> Option<&HolidayTable> {
        self.tables.get(&(calendar.clone(), year))
    }

    /// Every calendar and year for which there is a table.
    pub fn tables(&self) -> impl Iterator<Item = (&CalendarId, i16, &HolidayTable)> {
        self.tables.iter().map(|((calendar, year), table)| (calendar, *year, table))
    }
}

/// The working days of one calendar, noting for which years it had no table.
#[derive(Clone, Debug)]
pub struct WorkingDays<'a> {
    calendars: &'a Calendars,
    calendar: Option<CalendarId>,
    unknown_years: BTreeSet<i16>,
}

impl<'a> WorkingDays<'a> {
    /// The working days of a calendar; without one, only Saturdays and Sundays are known not to be.
    pub fn of(calendars: &'a Calendars, calendar: Option<CalendarId>) -> Self {
        Self { calendars, calendar, unknown_years: BTreeSet::new() }
    }

    /// Whether the day is neither a public holiday nor a Saturday nor a Sunday (Art. 2(2)).
    ///
    /// Where there is no table for the year, a weekday counts as a working day and the year is noted.
    pub fn is_working_day(&mut self, day: Date) -> bool {
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return false;
        }
        let table = self.calendar.as_ref().and_then(|calendar| self.calendars.table(calendar, day.year()));
        let Some(table) = table else {
            self.unknown_years.insert(day.year());
            return true;
        };
        !table.days.contains(&day)
    }

    /// The years for which a holiday table was wanted and missing.
    pub fn unknown_years(&self) -> &BTreeSet<i16> {
        &self.unknown_years
    }
}
