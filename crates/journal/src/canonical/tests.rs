use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{parse, to_bytes};

fn check(value: &Value, expected: &str) {
    let bytes = to_bytes(value).unwrap();
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
    assert_eq!(parse(&bytes).unwrap(), *value);
}

fn check_refused(text: &str, message: &str) {
    assert_eq!(parse(text.as_bytes()).unwrap_err().to_string(), message, "{text}");
}

#[test]
fn keys_are_sorted_by_utf_16_code_units() {
    // The example of RFC 8785, section 3.2.3, whose last two keys are the other way round in UTF-8.
    let value = json!({
        "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis"
    });
    let expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
        \"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\",\
        \"\u{1f600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
    check(&value, expected);
}

#[test]
fn texts_escape_as_little_as_json_allows() {
    // The string of RFC 8785, section 3.2.2.
    check(&json!("\u{20ac}$\u{f}\nA'B\"\\\"/"), "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\"/\"");
    check(&json!("\u{8}\t\u{c}\r\u{1f}\u{7f}\u{2028}"), "\"\\b\\t\\f\\r\\u001f\u{7f}\u{2028}\"");
}

#[test]
fn integers_are_exact_up_to_what_every_reader_keeps() {
    check(
        &json!([0, -1, 9_007_199_254_740_991_i64, -9_007_199_254_740_991_i64]),
        "[0,-1,9007199254740991,-9007199254740991]",
    );
    for text in ["9007199254740992", "-9007199254740992", "18446744073709551615", "1.5", "1.0", "1e3", "-0", "-0.0"] {
        assert!(parse(text.as_bytes()).is_err(), "{text}");
    }
    check_refused("1.5", "the number `1.5` is not an integer between -9007199254740991 and 9007199254740991");
}

#[test]
fn any_other_spelling_is_refused() {
    check_refused("{\"a\":1,\"a\":1}", "the JSON is not in canonical form, first at byte 6");
    check_refused("{\"b\":1,\"a\":1}", "the JSON is not in canonical form, first at byte 2");
    check_refused("[1, 2]", "the JSON is not in canonical form, first at byte 3");
    check_refused("[1]\n", "the JSON is not in canonical form, first at byte 3");
    check_refused("\"\\u0041\"", "the JSON is not in canonical form, first at byte 1");
    check_refused("\"\\/\"", "the JSON is not in canonical form, first at byte 1");
    for text in ["", "[1]]", "\"\\ud800\"", "{\"a\":1,}", "\u{feff}1", "nul"] {
        check_refused(text, "the bytes are not JSON");
    }
    assert!(parse(b"\"\xff\"").is_err());
}

#[test]
fn deep_nesting_is_refused_and_what_is_written_can_be_read() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(parse(nested(64).as_bytes()).is_ok());
    check_refused(&nested(65), "the value is nested deeper than 64 levels");
    assert!(parse(nested(100_000).as_bytes()).is_err());
}

/// Any value that has a canonical form.
pub(crate) fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Value::Object(Map::from_iter(fields))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(value in values()) {
        prop_assert_eq!(parse(&to_bytes(&value).unwrap()).unwrap(), value);
    }

    #[test]
    fn no_two_spellings_of_one_value_are_read(value in values(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let bytes = to_bytes(&value).unwrap();
        let mut changed = bytes.clone();
        changed.insert(at.index(bytes.len() + 1), byte);
        if let Ok(other) = parse(&changed) {
            prop_assert_ne!(other, value);
        }
    }
}
