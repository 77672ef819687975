use super::{Rounding, RoundingMode};
use crate::codes::expression::number::Number;

fn rounded(rounding: &str, above: i128, below: i128) -> String {
    let number = Number::fraction(above, below).unwrap();
    let rounded = Rounding::parse(rounding).unwrap().round(number);
    rounded.map_or_else(|| "too large".to_owned(), |decimal| decimal.to_string())
}

#[test]
fn each_mode_goes_where_its_name_says() {
    let table = [
        // number, half-even, half-up, down, up
        ((25, 100), ["0.2", "0.3", "0.2", "0.3"]),
        ((35, 100), ["0.4", "0.4", "0.3", "0.4"]),
        ((-25, 100), ["-0.2", "-0.3", "-0.2", "-0.3"]),
        ((26, 100), ["0.3", "0.3", "0.2", "0.3"]),
        ((24, 100), ["0.2", "0.2", "0.2", "0.3"]),
        ((1, 3), ["0.3", "0.3", "0.3", "0.4"]),
        ((2, 3), ["0.7", "0.7", "0.6", "0.7"]),
        ((3, 10), ["0.3", "0.3", "0.3", "0.3"]),
        ((5, 1), ["5.0", "5.0", "5.0", "5.0"]),
        ((95, 100), ["1.0", "1.0", "0.9", "1.0"]),
    ];
    for ((above, below), expected) in table {
        for ((_, name), expected) in RoundingMode::ALL.into_iter().zip(expected) {
            assert_eq!(rounded(&format!("{name}:1"), above, below), expected, "{name} {above}/{below}");
        }
    }
}

#[test]
fn places_are_kept_and_what_does_not_fit_is_refused() {
    assert_eq!(rounded("half-even:0", 5, 2), "2");
    assert_eq!(rounded("half-even:0", 7, 2), "4");
    assert_eq!(rounded("half-up:28", 1, 3), format!("0.{}", "3".repeat(28)));
    assert_eq!(rounded("down:2", 10_i128.pow(30), 1), "too large");
    assert_eq!(rounded("down:0", i128::MIN, 1), "too large");
    assert_eq!(rounded("down:2", i128::MAX - 1, i128::MAX), "too large");
}

#[test]
fn roundings_are_read_and_written() {
    for (mode, name) in RoundingMode::ALL {
        let rounding = Rounding::new(mode, 3).unwrap();
        assert_eq!(rounding.to_string(), format!("{name}:3"));
        assert_eq!(Rounding::parse(&rounding.to_string()), Some(rounding));
    }
    for text in ["", "half-even", "half-even:", "half-even:29", "half-even:-1", "nearest:1"] {
        assert_eq!(Rounding::parse(text), None, "{text}");
    }
    assert_eq!(Rounding::new(RoundingMode::Up, 29), None);
}
