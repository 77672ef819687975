use super::{Enterprise, Period, SizeClass};
use crate::law::euro::Euro;

fn period(persons: u32, turnover: &str, balance_sheet: &str) -> Period {
    Period { persons, turnover: Euro::parse(turnover).unwrap(), balance_sheet: Euro::parse(balance_sheet).unwrap() }
}

fn size(periods: &[Period]) -> Option<SizeClass> {
    Enterprise { periods: periods.to_vec(), public_body_control: Some(false) }.size_class()
}

#[test]
fn each_ceiling_is_tested_on_both_sides() {
    let above = "999000000";
    for (persons, turnover, balance_sheet, class) in [
        (9, "2000000", above, SizeClass::Micro),
        (9, above, "2000000", SizeClass::Micro),
        (9, "2000000.01", "2000000.01", SizeClass::Small),
        (10, "1", "1", SizeClass::Small),
        (49, "10000000", above, SizeClass::Small),
        (49, above, "10000000", SizeClass::Small),
        (49, "10000000.01", "10000000.01", SizeClass::Medium),
        (50, "1", "1", SizeClass::Medium),
        (249, "50000000", above, SizeClass::Medium),
        (249, above, "43000000", SizeClass::Medium),
        (249, "50000000.01", "43000000.01", SizeClass::SmallMidCap),
        (250, "1", "1", SizeClass::SmallMidCap),
        (749, "150000000", above, SizeClass::SmallMidCap),
        (749, above, "129000000", SizeClass::SmallMidCap),
        (749, "150000000.01", "129000000.01", SizeClass::Large),
        (750, "1", "1", SizeClass::Large),
    ] {
        assert_eq!(
            size(&[period(persons, turnover, balance_sheet)]),
            Some(class),
            "{persons} {turnover} {balance_sheet}"
        );
    }
}

#[test]
fn status_changes_only_over_two_consecutive_periods() {
    let (small, medium) = (period(20, "1", "1"), period(100, "1", "1"));
    assert_eq!(size(&[small, medium]), Some(SizeClass::Small));
    assert_eq!(size(&[small, medium, medium]), Some(SizeClass::Medium));
    assert_eq!(size(&[small, medium, small]), Some(SizeClass::Small));
    assert_eq!(size(&[small, medium, medium, small]), Some(SizeClass::Medium));
    assert_eq!(size(&[medium, small, period(5, "1", "1")]), Some(SizeClass::Small));
    assert_eq!(size(&[small, period(300, "1", "1"), medium]), Some(SizeClass::Medium));
    assert_eq!(size(&[small, small, medium, period(5, "1", "1")]), Some(SizeClass::Small));
}

#[test]
fn public_control_makes_an_enterprise_large_and_must_be_known_for_a_smaller_one() {
    let small = Enterprise { periods: vec![period(5, "1", "1")], public_body_control: None };
    assert_eq!(small.size_class(), None);
    assert_eq!(Enterprise { public_body_control: Some(true), ..small.clone() }.size_class(), Some(SizeClass::Large));
    assert_eq!(Enterprise { public_body_control: Some(false), ..small }.size_class(), Some(SizeClass::Micro));
    let large = Enterprise { periods: vec![period(5_000, "1", "1")], public_body_control: None };
    assert_eq!(large.size_class(), Some(SizeClass::Large));
    assert_eq!(Enterprise::default().size_class(), None);
    let controlled = Enterprise { periods: Vec::new(), public_body_control: Some(true) };
    assert_eq!(controlled.size_class(), Some(SizeClass::Large));
}

#[test]
fn micro_small_and_medium_are_smes() {
    assert_eq!(SizeClass::ALL.map(SizeClass::is_sme), [true, true, true, false, false]);
    assert_eq!(SizeClass::ALL.map(SizeClass::id), ["micro", "small", "medium", "smc", "large"]);
}
