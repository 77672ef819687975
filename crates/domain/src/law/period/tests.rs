use jiff::civil::{Date, date};

use super::{Length, Rules, Unit};
use crate::law::calendar::{CalendarId, Calendars, HolidayTable, WorkingDays};
use crate::law::readings::PeriodStart;

/// Easter 2025: Maundy Thursday 17 April to Easter Monday 21 April; 1 and 2 May.
fn calendars() -> Calendars {
    let days = [17, 18, 21].map(|day| date(2025, 4, day)).into_iter().chain([date(2025, 5, 1), date(2025, 5, 2)]);
    let table = HolidayTable { days: days.collect(), source: "test".to_owned(), is_official: true };
    let mut calendars = Calendars::default();
    assert!(calendars.add(CalendarId::institutions(), 2025, table));
    calendars
}

fn after(count: u16, unit: Unit, event: Date, start: PeriodStart, rules: Rules) -> Date {
    let calendars = calendars();
    let mut working = WorkingDays::of(&calendars, Some(CalendarId::institutions()));
    Length { count, unit }.after(event, start, rules, &mut working).unwrap()
}

fn regulation(count: u16, unit: Unit, event: Date) -> Date {
    after(count, unit, event, PeriodStart::EventDay, Rules::Regulation)
}

#[test]
fn the_day_of_the_event_is_not_counted() {
    // Art. 3(1): one day from a Monday is Tuesday.
    assert_eq!(regulation(1, Unit::Days, date(2025, 3, 3)), date(2025, 3, 4));
    assert_eq!(regulation(10, Unit::Days, date(2025, 3, 3)), date(2025, 3, 13));
}

#[test]
fn weeks_months_and_years_end_on_the_corresponding_day() {
    // Art. 3(2)(c).
    assert_eq!(regulation(2, Unit::Weeks, date(2025, 3, 3)), date(2025, 3, 17));
    assert_eq!(regulation(1, Unit::Months, date(2025, 2, 28)), date(2025, 3, 28));
    assert_eq!(regulation(1, Unit::Months, date(2025, 1, 31)), date(2025, 2, 28));
    assert_eq!(regulation(1, Unit::Years, date(2024, 2, 29)), date(2025, 2, 28));
    assert_eq!(regulation(12, Unit::Months, date(2024, 3, 3)), date(2025, 3, 3));
}

#[test]
fn read_from_the_day_after_they_end_a_day_later() {
    let day_after = |count, unit, event| after(count, unit, event, PeriodStart::DayAfter, Rules::Calendar);
    assert_eq!(day_after(2, Unit::Weeks, date(2025, 3, 3)), date(2025, 3, 18));
    assert_eq!(day_after(1, Unit::Months, date(2025, 3, 3)), date(2025, 4, 4));
    assert_eq!(day_after(1, Unit::Years, date(2024, 3, 3)), date(2025, 3, 4));
    assert_eq!(day_after(6, Unit::Months, date(2027, 8, 30)), date(2028, 2, 29));
    assert_eq!(day_after(6, Unit::Months, date(2027, 2, 28)), date(2027, 9, 1));
    assert_eq!(day_after(5, Unit::Days, date(2025, 3, 3)), date(2025, 3, 8));
}

#[test]
fn a_last_day_that_is_not_worked_is_moved_to_the_next_that_is() {
    // Art. 3(4): 14 days from Friday 4 April 2025 end on Good Friday, so on the Tuesday after Easter.
    assert_eq!(regulation(14, Unit::Days, date(2025, 4, 4)), date(2025, 4, 22));
    assert_eq!(regulation(5, Unit::Days, date(2025, 3, 3)), date(2025, 3, 10));
    assert_eq!(after(5, Unit::Days, date(2025, 3, 3), PeriodStart::EventDay, Rules::Calendar), date(2025, 3, 8));
}

#[test]
fn two_days_or_more_include_two_working_days() {
    // Art. 3(5): two days from Friday end on Sunday; moved to Monday there would be one working day only.
    assert_eq!(regulation(2, Unit::Days, date(2025, 3, 7)), date(2025, 3, 11));
    assert_eq!(regulation(2, Unit::Days, date(2025, 3, 6)), date(2025, 3, 10));
    assert_eq!(regulation(1, Unit::Days, date(2025, 3, 7)), date(2025, 3, 10));
    // From Wednesday 16 April 2025: Thursday to Monday are holidays or a weekend.
    assert_eq!(regulation(2, Unit::Days, date(2025, 4, 16)), date(2025, 4, 23));
    assert_eq!(regulation(1, Unit::Weeks, date(2025, 4, 16)), date(2025, 4, 23));
}

#[test]
fn working_days_skip_holidays_and_weekends_under_either_reading() {
    // Art. 3(3): five working days from Wednesday 16 April 2025.
    for rules in [Rules::Regulation, Rules::Calendar] {
        let last = after(5, Unit::WorkingDays, date(2025, 4, 16), PeriodStart::EventDay, rules);
        assert_eq!(last, date(2025, 4, 28));
    }
}

#[test]
fn a_period_counted_backwards_is_not_moved() {
    let calendars = calendars();
    let mut working = WorkingDays::of(&calendars, Some(CalendarId::institutions()));
    let mut before = |count, unit, event| Length { count, unit }.before(event, &mut working).unwrap();
    // Two weeks before Monday 5 May 2025 is Easter Monday, and stays so.
    assert_eq!(before(2, Unit::Weeks, date(2025, 5, 5)), date(2025, 4, 21));
    assert_eq!(before(1, Unit::Months, date(2025, 5, 31)), date(2025, 4, 30));
    assert_eq!(before(3, Unit::WorkingDays, date(2025, 5, 5)), date(2025, 4, 28));
    assert_eq!(before(4, Unit::Days, date(2025, 5, 5)), date(2025, 5, 1));
    assert_eq!(before(1, Unit::Years, date(2025, 5, 5)), date(2024, 5, 5));
}

#[test]
fn a_missing_holiday_table_is_noted_by_year() {
    let calendars = calendars();
    let mut working = WorkingDays::of(&calendars, Some(CalendarId::institutions()));
    let last = Length { count: 5, unit: Unit::WorkingDays }.after(
        date(2025, 12, 30),
        PeriodStart::EventDay,
        Rules::Regulation,
        &mut working,
    );
    assert_eq!(last, Some(date(2026, 1, 6)));
    assert_eq!(working.unknown_years().iter().copied().collect::<Vec<_>>(), [2026]);
    let mut nowhere = WorkingDays::of(&calendars, None);
    assert!(nowhere.is_working_day(date(2025, 4, 18)) && !nowhere.is_working_day(date(2025, 4, 19)));
    assert!(!nowhere.unknown_years().is_empty());
}

#[test]
fn a_table_is_added_once() {
    let mut calendars = calendars();
    let empty = HolidayTable { days: [].into(), source: String::new(), is_official: false };
    assert!(!calendars.add(CalendarId::named("EU"), 2025, empty));
    assert_eq!(
        calendars.tables().map(|(id, year, _)| (id.as_str().to_owned(), year)).collect::<Vec<_>>(),
        [("EU".to_owned(), 2025)]
    );
}

#[test]
fn what_lies_beyond_the_calendar_is_nothing() {
    let calendars = Calendars::default();
    let mut working = WorkingDays::of(&calendars, None);
    let years = Length { count: 9_999, unit: Unit::Years };
    assert_eq!(years.after(date(2025, 1, 1), PeriodStart::EventDay, Rules::Calendar, &mut working), None);
    assert_eq!(Unit::Days.id(), "days");
    assert_eq!(
        [Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years].map(Unit::id),
        ["business-days", "weeks", "months", "years"]
    );
}
