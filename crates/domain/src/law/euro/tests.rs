use super::Euro;

fn percent(amount: &str, percent: u32) -> String {
    Euro::parse(amount).unwrap().percent(percent).to_string()
}

#[test]
fn three_percent_is_exact_and_never_rounded_up() {
    assert_eq!(percent("500000000", 3), "15 000 000");
    assert_eq!(percent("500000033.33", 3), "15 000 000.99");
    assert_eq!(percent("500000033.34", 3), "15 000 001");
    assert_eq!(percent("0", 3), "0");
}

#[test]
fn amounts_are_grouped_by_three() {
    for (text, shown) in [
        ("1", "1"),
        ("999", "999"),
        ("1000", "1 000"),
        ("1234567.5", "1 234 567.50"),
        ("12 345_678.90", "12 345 678.90"),
    ] {
        assert_eq!(Euro::parse(text).unwrap().to_string(), shown);
    }
    assert_eq!(Euro::millions(15).to_string(), "15 000 000");
    assert_eq!(Euro::millions(15).plain(), "15000000");
    assert_eq!(Euro::parse("1234.5").unwrap().plain(), "1234.50");
}

#[test]
fn what_is_not_an_amount_is_refused() {
    for text in ["", "-1", "-0.01", "1,5", "EUR 5", "NaN", "1e5", "99999999999999999999999999999999"] {
        assert_eq!(Euro::parse(text).unwrap_err().text, text);
    }
}
