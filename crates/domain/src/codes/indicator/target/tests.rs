use rust_decimal::Decimal;

use super::{Target, parse_figure};

#[test]
fn targets_are_read_and_shown_alike() {
    for text in [">= 95", "<= 14.5", "= 0"] {
        assert_eq!(Target::parse(text).map(|target| target.to_string()).as_deref(), Some(text));
    }
    assert_eq!(Target::parse(">=95.0").map(|target| target.to_string()).as_deref(), Some(">= 95"));
}

#[test]
fn a_target_is_met_on_its_right_side() {
    let met = |target, value| Target::parse(target).is_some_and(|target| target.is_met(Decimal::new(value, 1)));
    assert_eq!([met(">= 95", 950), met(">= 95", 949)], [true, false]);
    assert_eq!([met("<= 14.5", 145), met("<= 14.5", 146)], [true, false]);
    assert_eq!([met("= 0", 0), met("= 0", 1)], [true, false]);
}

#[test]
fn figures_are_digits_with_a_point() {
    assert_eq!(parse_figure("-12.50"), Some(Decimal::new(-1250, 2)));
    for text in ["", "-", ".5", "5.", "1,5", "1 000", "1_000", "1e3", "+1", "--1", "٣", "1.2.3", "NaN", "inf"] {
        assert_eq!(parse_figure(text), None, "{text}");
    }
    assert_eq!(parse_figure(&"9".repeat(40)), None, "more digits than can be kept exactly");
}
