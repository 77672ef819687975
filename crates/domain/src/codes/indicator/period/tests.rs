use jiff::civil::date;

use super::{Frequency, ReportingPeriod};

fn period(text: &str) -> ReportingPeriod {
    ReportingPeriod::parse(text).unwrap_or_else(|| panic!("`{text}` is a period"))
}

#[test]
fn periods_are_read_and_shown_alike() {
    for (text, first, last) in [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ] {
        assert_eq!((period(text).first(), period(text).last()), (first, last), "{text}");
        assert_eq!(period(text).to_string(), text);
    }
}

#[test]
fn what_is_no_period_is_refused() {
    for text in
        ["", "26", "02026", "+026", "1999", "3000", "2026-", "2026-H0", "2026-H3", "2026-Q5", "2026-13", "2026-1"]
    {
        assert_eq!(ReportingPeriod::parse(text), None, "{text}");
    }
    for text in ["2026-Q", "2026-00", "2026-+1", "2026-05-01", "2026 ", "2026-Q11", "2026-é"] {
        assert_eq!(ReportingPeriod::parse(text), None, "{text}");
    }
}

#[test]
fn a_period_is_split_into_those_that_lie_within() {
    let split =
        |text, frequency| period(text).split(frequency).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(split("2026", Frequency::Yearly), "2026");
    assert_eq!(split("2026", Frequency::HalfYearly), "2026-H1 2026-H2");
    assert_eq!(split("2026-H2", Frequency::Quarterly), "2026-Q3 2026-Q4");
    assert_eq!(split("2026-Q2", Frequency::Monthly), "2026-04 2026-05 2026-06");
    assert_eq!(split("2026-H2", Frequency::Yearly), "");
    assert_eq!(split("2026", Frequency::PerEvent), "");
}

#[test]
fn a_year_comes_before_its_parts() {
    let mut periods = ["2026-02", "2026-Q1", "2026-01", "2026-H1", "2026", "2025-12"].map(period);
    periods.sort();
    let order = periods.map(|period| period.to_string());
    assert_eq!(order, ["2025-12", "2026", "2026-H1", "2026-Q1", "2026-01", "2026-02"]);
}
