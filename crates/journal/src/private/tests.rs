use serde_json::Map;

use super::{Commitment, Opening, Record};
use crate::entry::Entry;
use crate::payload::Payload;

fn entry() -> Entry {
    Entry {
        at: "2026-11-22T09:30:00Z".parse().unwrap(),
        actor: "person/ada".to_owned(),
        kind: "evidence.added".to_owned(),
        subject: "evidence/1".to_owned(),
        payload: Payload::of(&Map::new()).unwrap(),
    }
}

#[test]
fn a_commitment_opens_with_its_salt_and_entry_and_nothing_else() {
    let opening = Opening::new(entry(), [7; 32]).unwrap();
    let commitment = opening.commitment();
    assert!(Opening::parse(opening.salt(), opening.bytes()).unwrap().opens(&commitment));
    assert!(!Opening::new(entry(), [8; 32]).unwrap().opens(&commitment));
    assert!(!Opening::new(Entry { subject: "evidence/2".to_owned(), ..entry() }, [7; 32]).unwrap().opens(&commitment));
    let at = "2026-11-22T09:30:01Z".parse().unwrap();
    assert!(!opening.opens(&Commitment { at, ..commitment }));
}

#[test]
fn a_leaf_is_either_an_entry_or_a_commitment() {
    let opening = Opening::new(entry(), [7; 32]).unwrap();
    let commitment = opening.commitment();
    let bytes = commitment.to_bytes().unwrap();
    // SHA-256 of 32 bytes of 7 and the entry, as Python's hashlib has it.
    let expected = "{\"at\":\"2026-11-22T09:30:00.000000Z\",\"commitment\":\
        \"XNMT8WjxdEcA2dgxZ9gezY7Gh3gd997HZyqniGYX818\",\"kind\":\"private\",\"v\":1}";
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
    assert_eq!(Record::parse(&bytes).unwrap(), Record::Private(commitment));
    assert_eq!(Record::parse(opening.bytes()).unwrap(), Record::Public(entry()));
    assert_eq!(Record::parse(&bytes).unwrap().at(), entry().at);
}

#[test]
fn what_is_neither_is_refused() {
    let bytes = Opening::new(entry(), [7; 32]).unwrap().commitment().to_bytes().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for (from, to, message) in [
        ("\"private\"", "\"public\"", "`kind` of the entry is not `private`, as it is without an actor"),
        ("\"v\":1", "\"v\":1,\"w\":1", "the entry has the key `w`, which entries do not have"),
        ("\"v\":1", "\"v\":3", "`v` of the entry is not 1, the version that is known here"),
        (
            "\"commitment\":\"",
            "\"commitment\":\"A",
            "`commitment` of the entry is not 32 bytes in unpadded Base64 for URLs",
        ),
    ] {
        assert!(text.contains(from));
        assert_eq!(Record::parse(text.replacen(from, to, 1).as_bytes()).unwrap_err().to_string(), message);
    }
}
