use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Entry, EntryError, LONGEST_ENTRY, Payload};

fn entry() -> Entry {
    Entry {
        at: "2026-11-22T09:30:00.25Z".parse().unwrap(),
        actor: "person/ada".to_owned(),
        kind: "code.published".to_owned(),
        subject: "code/gpai".to_owned(),
        payload: payload(&json!({ "version": "2025-07-10", "chapters": [1, 2] })),
    }
}

fn payload(value: &Value) -> Payload {
    Payload::of(value).unwrap()
}

const BYTES: &str = "{\"actor\":\"person/ada\",\"at\":\"2026-11-22T09:30:00.250000Z\",\"kind\":\"code.published\",\
    \"payload\":{\"chapters\":[1,2],\"version\":\"2025-07-10\"},\"subject\":\"code/gpai\",\"v\":1}";

fn check_refused(from: &str, to: &str, message: &str) {
    assert!(BYTES.contains(from), "{from}");
    let error = Entry::parse(BYTES.replacen(from, to, 1).as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn an_entry_has_one_form_in_bytes() {
    assert_eq!(entry().to_bytes().unwrap(), BYTES.as_bytes());
    assert_eq!(Entry::parse(BYTES.as_bytes()).unwrap(), entry());
    assert_eq!(crate::canonical::parse(BYTES.as_bytes()).unwrap()["v"], 1);
}

#[test]
fn what_is_not_an_entry_is_refused_with_the_reason() {
    check_refused(",\"v\":1}", ",\"v\":2}", "`v` of the entry is not 1, the version that is known here");
    check_refused(",\"v\":1}", "}", "the entry has no `v`");
    check_refused(",\"v\":1}", ",\"v\":1,\"w\":1}", "the entry has the key `w`, which entries do not have");
    check_refused("{\"chapters\":[1,2],\"version\":\"2025-07-10\"}", "[]", "`payload` of the entry is not an object");
    check_refused("person/ada", "", "`actor` of the entry is not a text that is not empty");
    check_refused("code/gpai", "", "`subject` of the entry is not a text that is not empty");
    check_refused("\"code/gpai\"", "7", "`subject` of the entry is not a text");
    for kind in ["code", "code.", ".published", "Code.published", "code.published.twice", "private", "code.-x"] {
        check_refused("code.published", kind, "`kind` of the entry is not `area.verb`");
    }
    for text in ["2026-11-22T09:30:00.25Z", "2026-11-22T10:30:00.250000+01:00", "2026-11-22 09:30:00.250000Z", "now"] {
        let message = "`at` of the entry is not a time such as `2026-11-22T09:30:00.000000Z`";
        check_refused("2026-11-22T09:30:00.250000Z", text, message);
    }
    let spelled = |payload: &str| {
        Entry::parse(BYTES.replacen("{\"chapters\":[1,2],\"version\":\"2025-07-10\"}", payload, 1).as_bytes())
    };
    assert!(
        spelled("{\"a\":-1,\"b\":[],\"c\":[{},null,true,\"\\n\"],\"é\":false,\"\u{10000}\":1,\"\u{ffff}\":2}").is_ok()
    );
    let others = [
        "{\"b\":1,\"a\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"a\": 1}",
        "{\"a\":1.0}",
        "{\"a\":1e2}",
        "{\"a\":-0}",
        "{\"a\":9007199254740992}",
        "{\"a\":-9007199254740992}",
        "{\"a\":\"\\u0041\"}",
        "{\"\\u0061\":1}",
        "{\"\u{ffff}\":2,\"\u{10000}\":1}",
        "{\"a\":[1,]}",
    ];
    for payload in others {
        assert!(matches!(spelled(payload), Err(EntryError::Canonical(_))), "{payload}");
    }
    assert_eq!(Entry::parse(b"[]").unwrap_err().to_string(), "an entry is a JSON object, and this is not");
}

#[test]
fn what_could_not_be_read_back_is_not_written() {
    for at in [Timestamp::new(0, 1).unwrap(), Timestamp::new(-1, 0).unwrap(), Timestamp::MIN] {
        let message = "`at` of the entry is not a time since 1970 in whole microseconds";
        assert_eq!(Entry { at, ..entry() }.to_bytes().unwrap_err().to_string(), message);
    }
    let last = Entry { at: "9999-12-30T22:00:00.999999Z".parse().unwrap(), ..entry() };
    assert_eq!(Entry::parse(&last.to_bytes().unwrap()).unwrap(), last);
    assert!(Entry { kind: "private".to_owned(), ..entry() }.to_bytes().is_err());
    assert!(Entry { actor: String::new(), ..entry() }.to_bytes().is_err());
    let (mut deep, mut deeper) = (json!(1), json!(1));
    for level in 0..63 {
        deeper = json!([deeper]);
        if level < 62 {
            deep = json!([deep]);
        }
    }
    let deep = Entry { payload: payload(&json!({ "x": deep })), ..entry() };
    assert_eq!(Entry::parse(&deep.to_bytes().unwrap()).unwrap(), deep);
    assert!(Payload::of(&json!({ "x": deeper })).is_err());
}

#[test]
fn an_entry_fits_into_a_bundle() {
    let of_length = |length: usize| {
        let without = Entry { payload: payload(&json!({ "x": "" })), ..entry() }.to_bytes().unwrap().len();
        Entry { payload: payload(&json!({ "x": "x".repeat(length - without) })), ..entry() }.to_bytes()
    };
    assert_eq!(of_length(LONGEST_ENTRY).unwrap().len(), LONGEST_ENTRY);
    let message = "the entry has 65536 bytes, and may have 65535: keep large content beside it, by digest";
    assert_eq!(of_length(LONGEST_ENTRY + 1).unwrap_err().to_string(), message);
}
