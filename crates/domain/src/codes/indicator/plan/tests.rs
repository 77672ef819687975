use std::collections::BTreeSet;

use super::{Row, RowTime, rows};
use crate::codes::indicator::fixtures::{broken_down, id, set, share};
use crate::codes::indicator::period::{Frequency, ReportingPeriod};
use crate::codes::indicator::{Indicator, IndicatorVariant};
use crate::law::size::SizeClass;

fn told(indicator: Indicator, period: &str) -> Vec<String> {
    let line = |row: &Row<'_>| {
        let when = match row.when {
            RowTime::Period(period) => period.to_string(),
            RowTime::EachEvent => "event".to_owned(),
        };
        let part = match (row.part.breakdown(), row.part.entry()) {
            (None, _) => "total".to_owned(),
            (Some(breakdown), entry) => format!("{}={}", breakdown.id, entry.unwrap_or("?")),
        };
        let sizes: Vec<_> = row.sizes.iter().map(|size| size.id()).collect();
        format!("{when} {part} {}{}", sizes.join(","), if row.is_fixed() { "" } else { " open" })
    };
    rows(&set(vec![indicator]), ReportingPeriod::parse(period).unwrap()).iter().map(line).collect()
}

fn of(sizes: &[SizeClass]) -> BTreeSet<SizeClass> {
    sizes.iter().copied().collect()
}

#[test]
fn a_total_comes_first_then_the_entries_of_each_breakdown() {
    let breakdowns = vec![broken_down("risk", &["a", "b"]), broken_down("model", &[])];
    let indicator = Indicator { breakdowns, sizes: of(&[SizeClass::Large]), ..share("k") };
    let expected = ["2026 total large", "2026 risk=a large", "2026 risk=b large", "2026 model=? large open"];
    assert_eq!(told(indicator, "2026"), expected);
}

#[test]
fn a_variant_changes_what_a_class_reports() {
    let variant = IndicatorVariant {
        sizes: of(&[SizeClass::Micro]),
        target: None,
        frequency: Some(Frequency::Yearly),
        breakdowns: Some(BTreeSet::new()),
        note: String::new(),
    };
    let indicator = Indicator {
        frequency: Frequency::HalfYearly,
        breakdowns: vec![broken_down("risk", &["a", "b"])],
        sizes: of(&[SizeClass::Micro, SizeClass::Small]),
        variants: vec![variant],
        ..share("k")
    };
    let expected = [
        "2026 total micro",
        "2026-H1 total small",
        "2026-H1 risk=a small",
        "2026-H1 risk=b small",
        "2026-H2 total small",
        "2026-H2 risk=a small",
        "2026-H2 risk=b small",
    ];
    assert_eq!(told(indicator.clone(), "2026"), expected);
    assert_eq!(told(indicator, "2026-H2"), expected[4..], "a year does not lie within a half");
}

#[test]
fn events_have_as_many_rows_as_there_were() {
    let indicator = Indicator { frequency: Frequency::PerEvent, sizes: of(&[SizeClass::Large]), ..share("k") };
    assert_eq!(told(indicator, "2026-05"), ["event total large open"]);
}

#[test]
fn what_a_class_need_not_report_is_not_asked_of_it() {
    let indicator = Indicator { sizes: of(&[SizeClass::Large]), ..share("k") };
    assert_eq!(indicator.asked_of(SizeClass::Micro), None);
    assert_eq!(indicator.asked_of(SizeClass::Large).map(|asked| asked.frequency), Some(Frequency::Yearly));
    assert_eq!(set(vec![indicator]).indicator(id("k").as_str()).map(|it| it.unit()), Some(Some("%")));
}
