use std::cmp::Ordering;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::Number;

fn fraction(above: i128, below: i128) -> Number {
    Number::fraction(above, below).unwrap()
}

#[test]
fn fractions_are_held_in_lowest_terms_with_the_sign_above() {
    let half = fraction(-3, -6);
    assert_eq!((half.numerator(), half.denominator()), (1, 2));
    assert_eq!(fraction(3, -6), fraction(-1, 2));
    assert_eq!(fraction(0, -6), Number::ZERO);
    assert_eq!(Number::fraction(1, 0), None);
    assert_eq!(Number::fraction(0, 0), None);
    assert_eq!(Number::fraction(1, i128::MIN), None);
    assert_eq!(Number::fraction(i128::MIN, -1), None);
    assert_eq!(fraction(i128::MIN, 2), Number::whole(i128::MIN / 2));
}

#[test]
fn what_cannot_be_held_is_refused() {
    let largest = Number::whole(i128::MAX);
    assert_eq!(largest.checked_add(Number::whole(1)), None);
    assert_eq!(largest.checked_mul(Number::whole(2)), None);
    assert_eq!(Number::whole(i128::MIN).checked_neg(), None);
    assert_eq!(fraction(1, i128::MAX).checked_add(fraction(1, i128::MAX - 1)), None);
    assert_eq!(largest.checked_div(Number::ZERO), None);
    // What is only large on the way is not.
    assert_eq!(largest.checked_mul(fraction(2, i128::MAX)), Some(Number::whole(2)));
    assert_eq!(largest.checked_div(largest), Some(Number::whole(1)));
}

#[test]
fn numbers_are_ordered_even_where_their_difference_cannot_be_held() {
    let (near, nearer) = (fraction(i128::MAX - 1, i128::MAX), fraction(i128::MAX - 2, i128::MAX - 1));
    assert_eq!(near.cmp(&nearer), Ordering::Greater);
    assert_eq!(nearer.cmp(&near), Ordering::Less);
    assert!(Number::whole(i128::MIN) < fraction(i128::MIN + 1, 2));
    assert!(fraction(-1, 3) < fraction(-1, 4));
    assert!(fraction(1, 3) < fraction(1, 2));
    assert!(Number::whole(0) < fraction(1, 2) && fraction(1, 2) < Number::whole(1));
}

#[test]
fn numbers_are_written_with_the_fewest_digits() {
    for (number, text) in [
        (fraction(1, 8), "0.125"),
        (fraction(-1, 8), "-0.125"),
        (fraction(7, 2), "3.5"),
        (fraction(1, 3), "1/3"),
        (fraction(-10, 6), "-5/3"),
        (Number::whole(-12), "-12"),
        (Number::whole(1_000_000), "1000000"),
        (Number::whole(-10_000_000), "-1e7"),
        (Number::whole(123_000_000_000), "123e9"),
        (Number::whole(38 * 10_i128.pow(24)), "38e24"),
        (Number::ZERO, "0"),
    ] {
        assert_eq!(number.to_string(), text);
    }
}

#[test]
fn digits_points_and_powers_are_read() {
    for (text, number) in [
        ("0", Number::ZERO),
        ("007", Number::whole(7)),
        ("1.50", fraction(3, 2)),
        ("3.8e25", Number::whole(38 * 10_i128.pow(24))),
        ("25e-2", fraction(1, 4)),
        ("1E+2", Number::whole(100)),
        ("0e999999999", Number::ZERO),
    ] {
        assert_eq!(Number::parse(text), Some(number), "{text}");
    }
    for text in ["1e39", "1e-39", "1e9999999999", "", "x", "170141183460469231731687303715884105728"] {
        assert_eq!(Number::parse(text), None, "{text}");
    }
}

#[test]
fn decimals_are_taken_over_exactly() {
    assert_eq!(Number::from(Decimal::new(-1250, 3)), fraction(-5, 4));
    assert_eq!(Number::from(Decimal::MAX), Number::whole(79_228_162_514_264_337_593_543_950_335));
    let smallest = Number::from(Decimal::new(1, 28));
    assert_eq!(smallest, fraction(1, 10_i128.pow(28)));
}

fn any_number() -> impl Strategy<Value = Number> {
    let part = || prop_oneof![-20_i128..20, any::<i64>().prop_map(i128::from), any::<i128>()];
    (part(), part()).prop_filter_map("not a fraction", |(above, below)| Number::fraction(above, below))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arithmetic_can_be_undone(one in any_number(), two in any_number()) {
        if let Some(sum) = one.checked_add(two) {
            prop_assert_eq!(sum, two.checked_add(one).unwrap());
            if let Some(back) = sum.checked_sub(two) {
                prop_assert_eq!(back, one);
            }
        }
        if let Some(product) = one.checked_mul(two) && !two.is_zero() && let Some(back) = product.checked_div(two) {
            prop_assert_eq!(back, one);
        }
    }

    #[test]
    fn order_agrees_with_the_difference(one in any_number(), two in any_number()) {
        prop_assert_eq!(one.cmp(&two), two.cmp(&one).reverse());
        prop_assert_eq!(one.cmp(&two).is_eq(), one == two);
        if let Some(difference) = one.checked_sub(two) {
            prop_assert_eq!(one.cmp(&two), difference.numerator().cmp(&0));
        }
    }

    #[test]
    fn what_is_written_in_digits_reads_back(number in any_number()) {
        let text = number.to_string();
        if !text.contains('/') {
            let magnitude = Number::parse(text.trim_start_matches('-'));
            // The largest magnitude has no positive counterpart.
            if number.numerator() != i128::MIN {
                let read = if text.starts_with('-') { magnitude.and_then(Number::checked_neg) } else { magnitude };
                prop_assert_eq!(read, Some(number));
            }
        }
    }
}
