use rust_decimal::Decimal;

use super::{Ratio, Value, ValueError};
use crate::codes::indicator::Indicator;
use crate::codes::indicator::fixtures::{named, other, share};
use crate::codes::indicator::kind::{Rounding, RoundingMode, ValueKind};
use crate::codes::indicator::target::parse_figure;

fn figure(text: &str) -> Decimal {
    parse_figure(text).unwrap()
}

fn of(numerator: &str, denominator: &str) -> Ratio {
    Ratio { numerator: figure(numerator), denominator: figure(denominator) }
}

fn stated(indicator: &Indicator, value: &str, ratio: impl Into<Option<Ratio>>) -> Result<(), ValueError> {
    indicator.accepts(&Value::Figure(figure(value)), ratio.into())
}

#[test]
fn a_share_is_its_numerator_over_its_denominator() {
    let share = share("k");
    assert_eq!(stated(&share, "95", of("19", "20")), Ok(()));
    assert_eq!(stated(&share, "66.7", of("2", "3")), Ok(()));
    assert_eq!(stated(&share, "66.67", of("2", "3")), Ok(()), "finer than asked, and right where it is rounded");
    assert_eq!(stated(&share, "0", of("0", "7")), Ok(()));
    let wrong = stated(&share, "67", of("2", "3")).unwrap_err();
    assert_eq!(wrong.to_string(), "the share is `67`, but `2` of `3` is `66.7`");
    assert_eq!(stated(&share, "50", None), Err(ValueError::RatioMissing));
    assert_eq!(stated(&share, "50", of("0", "0")), Err(ValueError::NothingToDivideBy));
    assert!(matches!(stated(&share, "50", of("3", "2")), Err(ValueError::NotAPart { .. })));
    assert!(matches!(stated(&share, "50", of("-1", "2")), Err(ValueError::NotAPart { .. })));
    let huge = "79228162514264337593543950335";
    assert!(matches!(stated(&share, "100", of(huge, huge)), Err(ValueError::NotAPart { .. })), "too large to compute");
}

#[test]
fn halves_are_rounded_as_the_indicator_says() {
    // 1 of 16 is 6.25.
    let even = share("k");
    let up = Indicator { rounding: Some(Rounding { places: 1, mode: RoundingMode::HalfUp }), ..share("k") };
    assert_eq!([stated(&even, "6.2", of("1", "16")), stated(&up, "6.3", of("1", "16"))], [Ok(()), Ok(())]);
    assert!(stated(&even, "6.3", of("1", "16")).is_err());
    assert!(stated(&up, "6.2", of("1", "16")).is_err());
}

#[test]
fn figures_lie_within_what_the_kind_can_be() {
    let number = ValueKind::Number { minimum: Some(figure("-1")), maximum: Some(figure("1")) };
    for (kind, good, bad) in [
        (ValueKind::Count, ["0", "12", "3.0"], ["-1", "0.5"]),
        (ValueKind::Days, ["0", "1.5", "400"], ["-0.1", "-1"]),
        (number, ["-1", "0", "1"], ["-1.01", "1.01"]),
    ] {
        let indicator = other("k", kind, Some("u"));
        for value in good {
            assert_eq!(stated(&indicator, value, None), Ok(()), "{value}");
        }
        for value in bad {
            assert!(matches!(stated(&indicator, value, None), Err(ValueError::OutOfRange { .. })), "{value}");
        }
        assert_eq!(stated(&indicator, good[1], of("1", "2")), Err(ValueError::RatioUnfit));
    }
    assert!(matches!(stated(&share("k"), "100.1", of("1", "1")), Err(ValueError::OutOfRange { .. })));
}

#[test]
fn words_are_of_the_kind_and_on_the_list() {
    let choice = other("k", ValueKind::Choice(vec![named("full"), named("part")]), None);
    assert_eq!(choice.accepts(&Value::Choice("part".to_owned()), None), Ok(()));
    assert!(matches!(choice.accepts(&Value::Choice("none".to_owned()), None), Err(ValueError::NotListed { .. })));
    let yes_no = other("k", ValueKind::YesNo, None);
    assert_eq!(yes_no.accepts(&Value::YesNo(true), None), Ok(()));
    let text = Value::Text("yes".to_owned());
    assert_eq!(yes_no.accepts(&text, None), Err(ValueError::OtherKind { kind: "yes-no" }));
    assert_eq!(other("k", ValueKind::Text, None).accepts(&text, None), Ok(()));
    assert_eq!(share("k").accepts(&text, Some(of("1", "2"))), Err(ValueError::OtherKind { kind: "share" }));
}
