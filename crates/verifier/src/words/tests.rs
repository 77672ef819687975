//! Every finding has words, and every word is used.

use std::collections::BTreeSet;

use adhere_journal::verify::document::DocumentKind;
use adhere_journal::verify::fact::{Fact, Gap};
use serde_json::{Value, json};

use super::Words;

fn facts() -> Vec<Fact> {
    let text = String::new;
    vec![
        Fact::LogSigned { log: text(), size: 1, root: text() },
        Fact::Witnessed { witness: text(), at: text() },
        Fact::InLog { file: text(), log: text(), index: 0, size: 1 },
        Fact::EntrySays { kind: text(), actor: text(), subject: text(), at: text() },
        Fact::EntryHidden { at: text() },
        Fact::Opens { log: text(), index: 0 },
        Fact::OpenedBy { file: text() },
        Fact::Stamped { file: text(), authority: text(), certificate: text(), at: text() },
        Fact::Continues { log: text(), old_size: 1, size: 2 },
        Fact::NamedBy { sha256: text(), file: text() },
        Fact::SignedBy { organisation: text(), key: text(), at: text() },
        Fact::Logged { log: text(), index: 0, at: text() },
        Fact::ThereBy { at: text() },
        Fact::PackageIs { id: text(), kind: text(), subject: text(), sequence: 1 },
        Fact::RefersTo { code: text(), version: text(), sha256: text() },
        Fact::AddressedTo { organisation: text() },
        Fact::Shows { place: text() },
        Fact::Withholds { place: text(), most: 1 },
        Fact::Received { package: text() },
        Fact::Accepted { package: text() },
        Fact::Refused { package: text(), code: text(), reason: text() },
    ]
}

#[test]
fn every_finding_has_words_and_every_word_is_used() {
    let words = Words::english().unwrap();
    let mut used: BTreeSet<String> = ["proven", "open", "refused"].map(str::to_owned).into();
    for fact in facts() {
        let fact = serde_json::to_value(fact).unwrap();
        let key = format!("fact.{}", fact["fact"].as_str().unwrap());
        words.say(&key, &fact).unwrap();
        used.insert(key);
    }
    let gaps = Gap::ALL.iter().map(|gap| ("gap", serde_json::to_value(gap).unwrap()));
    let kinds = DocumentKind::ALL.iter().map(|kind| ("kind", serde_json::to_value(kind).unwrap()));
    for (family, name) in gaps.chain(kinds) {
        let key = format!("{family}.{}", name.as_str().unwrap());
        words.say(&key, &Value::Null).unwrap();
        used.insert(key);
    }
    assert_eq!(words.keys().map(str::to_owned).collect::<BTreeSet<_>>(), used);
}

#[test]
fn values_stand_where_the_words_have_their_places() {
    let words = Words::english().unwrap();
    let fact = json!({ "place": "/body", "most": 2 });
    assert_eq!(words.say("fact.withholds", &fact).unwrap(), "Up to 2 things are withheld at /body/.");
    // A value with braces is no place.
    let fact = json!({ "place": "{most}", "most": 2 });
    assert_eq!(words.say("fact.shows", &fact).unwrap(), "What was hidden at {most} is shown.");
    assert!(words.say("fact.shows", &json!({})).is_err());
    assert!(words.say("fact.unheard-of", &json!({})).is_err());
}
