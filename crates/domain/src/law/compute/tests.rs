use super::{ArchitectureUse, Compute, ComputeError, HardwareUse, estimate_by_architecture, estimate_by_hardware};

fn parse(text: &str) -> Compute {
    Compute::parse(text).unwrap()
}

#[test]
fn a_number_is_read_exactly_in_every_notation() {
    let expected = Compute::ten_to(25);
    for text in [
        "10^25",
        "1e25",
        "1E25",
        "1e+25",
        "1.0e25",
        "0.1e26",
        "1×10^25",
        "1*10^25",
        "1x10^25",
        "10 000 000 000 000 000 000 000 000",
        "10_000_000_000_000_000_000_000_000.0",
    ] {
        assert_eq!(parse(text), expected, "{text}");
    }
    assert_eq!(parse("10000000000000000000000001").operations(), 10_u128.pow(25) + 1);
    assert_eq!(parse("3.8e25").operations(), 38 * 10_u128.pow(24));
    assert_eq!(parse("0"), Compute::new(0));
    assert_eq!(parse("0e99"), Compute::new(0));
    assert_eq!(parse("340282366920938463463374607431768211455").operations(), u128::MAX);
}

#[test]
fn what_is_not_a_whole_number_is_refused() {
    for text in
        ["", ".", "5.", ".5", "e5", "-1", "1e", "1e-5", "abc", "20^25", "^25", "1.2.3e5", "1e99999999999", "NaN", "½"]
    {
        assert!(matches!(Compute::parse(text), Err(ComputeError::NotANumber { .. })), "{text}");
    }
    for text in ["1.5", "1.25e1", "0.5"] {
        assert!(matches!(Compute::parse(text), Err(ComputeError::NotWhole { .. })), "{text}");
    }
    for text in ["1e39", "340282366920938463463374607431768211456", "1e4294967295", "4e38"] {
        assert!(matches!(Compute::parse(text), Err(ComputeError::TooLarge { .. })), "{text}");
    }
}

#[test]
fn what_is_shown_reads_back_as_the_same_number() {
    for (text, shown) in [
        ("1e25", "10^25"),
        ("3.8e25", "3.8×10^25"),
        ("2e23", "2×10^23"),
        ("999999", "999999"),
        ("1000000", "10^6"),
        ("10000000000000000000000001", "10000000000000000000000001"),
        ("12345678901234500", "1.23456789012345×10^16"),
        ("1234567890123456", "1234567890123456"),
    ] {
        assert_eq!(parse(text).to_string(), shown);
        assert_eq!(parse(shown), parse(text));
    }
}

#[test]
fn exactly_a_third_is_not_more_than_a_third() {
    let original = parse("3e23");
    assert!(!parse("1e23").exceeds_a_third_of(original));
    assert!(Compute::new(10_u128.pow(23) + 1).exceeds_a_third_of(original));
    assert!(parse("1").exceeds_a_third_of(parse("2")));
    assert!(!parse("0").exceeds_a_third_of(parse("0")));
    assert!(
        !parse("3333333").exceeds_a_third_of(parse("10000000"))
            && parse("3333334").exceeds_a_third_of(parse("10000000"))
    );
}

#[test]
fn a_threshold_is_near_from_both_sides_by_the_same_measure() {
    // 30 % of the larger: of the threshold from below, of the figure from above.
    for (value, near) in
        [(699, false), (700, true), (770, true), (1_000, true), (1_300, true), (1_428, true), (1_429, false)]
    {
        let (value, threshold) = (Compute::new(value), Compute::new(1_000));
        assert_eq!(!value.differs_widely_from(threshold), near, "{value}");
        assert_eq!(!threshold.differs_widely_from(value), near, "{value}");
    }
    assert!(Compute::new(u128::MAX).differs_widely_from(Compute::new(1)));
}

#[test]
fn estimates_differ_widely_beyond_thirty_percent_of_the_larger() {
    for (a, b, wide) in
        [(100, 70, false), (100, 69, true), (69, 100, true), (100, 100, false), (0, 0, false), (10, 0, true)]
    {
        assert_eq!(Compute::new(a).differs_widely_from(Compute::new(b)), wide, "{a} {b}");
    }
    // Exactly, not by tenths: 30 % of 19 is 5.7.
    assert!(!Compute::new(19).differs_widely_from(Compute::new(14)));
    assert!(Compute::new(19).differs_widely_from(Compute::new(13)));
    let beyond = u128::MAX / 10 * 10;
    assert!(!Compute::new(beyond).differs_widely_from(Compute::new(beyond / 10 * 7)));
    assert!(Compute::new(beyond).differs_widely_from(Compute::new(beyond / 10 * 7 - 1)));
    let (huge, half) = (Compute::new(u128::MAX), Compute::new(u128::MAX / 2));
    assert!(huge.differs_widely_from(half) && half.differs_widely_from(huge));
    assert!(!huge.differs_widely_from(Compute::new(u128::MAX / 10 * 8)));
}

#[test]
fn the_guidelines_worked_examples_come_out() {
    // Annex A.3, examples A, C to G by architecture and B and H by hardware; published figures are rounded or truncated.
    let architecture = |p: &str, d: &str| {
        estimate_by_architecture(ArchitectureUse { parameters: parse(p), tokens: parse(d) }).unwrap()
    };
    for (p, d, computed) in [
        ("3.8e9", "3.3e12", "7.524e22"),
        ("0.6e9", "36e12", "1.296e23"),
        ("1.54e9", "18e12", "1.6632e23"),
        ("1.7e9", "36e12", "3.672e23"),
        ("2.5e9", "12e12", "1.8e23"),
        ("2.6e9", "10e12", "1.56e23"),
    ] {
        assert_eq!(architecture(p, d), parse(computed));
    }
    let hardware = |chip_hours, peak: &str, utilisation| HardwareUse { chip_hours, peak: parse(peak), utilisation };
    assert_eq!(estimate_by_hardware(&[hardware(200_000, "3e14", 5_000)]), Some(parse("1.08e23")));
    assert_eq!(estimate_by_hardware(&[hardware(370_000, "9.89e14", 5_000)]), Some(parse("6.58674e23")));
    assert_eq!(
        estimate_by_hardware(&[hardware(200_000, "3e14", 5_000), hardware(370_000, "9.89e14", 5_000)]),
        Some(parse("7.66674e23"))
    );
}

#[test]
fn what_cannot_be_counted_is_no_estimate() {
    assert_eq!(estimate_by_hardware(&[]), None);
    let huge = HardwareUse { chip_hours: u128::MAX, peak: Compute::new(2), utilisation: 10_000 };
    assert_eq!(estimate_by_hardware(&[huge]), None);
    assert_eq!(
        estimate_by_architecture(ArchitectureUse { parameters: Compute::new(u128::MAX), tokens: Compute::new(2) }),
        None
    );
}
