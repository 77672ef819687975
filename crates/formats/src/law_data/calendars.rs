//! Holiday tables: `[[calendar]]` entries, one for each calendar and year.

use adhere_domain::law::calendar::{CalendarId, Calendars, HolidayTable};

use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// Parses holiday tables.
pub(crate) fn calendars(files: &[(&str, &str)], findings: &mut Findings) -> Calendars {
    let mut calendars = Calendars::default();
    for (file, text) in files {
        let (_, found) = read(file, text, |root, _| {
            root.sections("calendar").iter().for_each(|section| add(section, &mut calendars));
            Some(())
        });
        findings.absorb(found);
    }
    calendars
}

fn add(section: &Section<'_>, calendars: &mut Calendars) {
    let table = || {
        let id = section.required_text("id")?;
        section.required_text("name")?;
        let year: i16 = section.integer("year")?;
        let days = section.dates("days")?;
        let source = section.required_text("source")?.to_owned();
        let is_official = section.required_choice("sure", &[(true, "official"), (false, "secondary")])?;
        if days.iter().any(|day| day.year() != year) {
            section.refuse("days", format!("a day lies outside {year}"), "give each year its own table");
        }
        Some((id, year, HolidayTable { days: days.into_iter().collect(), source, is_official }))
    };
    if let Some((id, year, table)) = table()
        && !calendars.add(CalendarId::named(id), year, table)
    {
        section.refuse("year", format!("`{id}` has two tables for {year}"), "keep one");
    }
    section.refuse_unknown();
}
