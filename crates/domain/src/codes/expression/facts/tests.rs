use super::{Fact, FactError, Facts, Record};
use crate::codes::expression::fixtures::{day, number, vocabulary, word};

fn set(name: &str, fact: Fact) -> Result<(), String> {
    Facts::default().set(&vocabulary(), name, fact).map_err(|error| error.to_string())
}

fn set_records(name: &str, field: &str, fact: Fact) -> Result<(), String> {
    let record = Record::from([(field.to_owned(), fact)]);
    Facts::default().set_records(&vocabulary(), name, vec![record]).map_err(|error| error.to_string())
}

#[test]
fn what_fits_is_kept_and_what_does_not_is_refused() {
    assert_eq!(set("model.open", Fact::Bool(true)), Ok(()));
    assert_eq!(set("model.compute", number(1)), Ok(()));
    assert_eq!(set("provider.name", word("anything")), Ok(()));
    assert_eq!(set("provider.size", word("micro")), Ok(()));
    assert_eq!(set("model.placed", day("2026-01-31")), Ok(()));
    assert_eq!(set("model.open", number(1)), Err("`model.open` is true or false, not a number".to_owned()));
    assert_eq!(
        set("provider.size", word("tiny")),
        Err("`tiny` is not one of the words for `provider.size`".to_owned())
    );
    assert_eq!(set("model.flop", number(1)), Err("`model.flop` is not in the vocabulary".to_owned()));
    assert_eq!(set("incidents", number(1)), Err("`incidents` is a list of records, not a number".to_owned()));
}

#[test]
fn records_fit_field_by_field() {
    assert_eq!(set_records("incidents", "hours", number(1)), Ok(()));
    let refused = |text: &str| Err(text.to_owned());
    assert_eq!(set_records("incidents", "hours", word("x")), refused("`incidents.hours` is a number, not text"));
    assert_eq!(set_records("incidents", "hour", number(1)), refused("`incidents.hour` is not in the vocabulary"));
    assert_eq!(
        set_records("incidents", "kind", word("x")),
        refused("`x` is not one of the words for `incidents.kind`")
    );
    assert_eq!(
        set_records("model.open", "x", number(1)),
        refused("`model.open` is true or false, not a list of records")
    );
    assert_eq!(set_records("reports", "x", number(1)), refused("`reports` is not in the vocabulary"));
}

#[test]
fn what_is_refused_leaves_the_facts_as_they_were() {
    let mut facts = Facts::default();
    facts.set(&vocabulary(), "model.open", Fact::Bool(true)).unwrap();
    let before = facts.clone();
    let refused = facts.set(&vocabulary(), "model.open", number(1));
    assert!(matches!(refused, Err(FactError::OtherType { .. })));
    assert_eq!(facts, before);
    assert!(facts.knows("model.open") && !facts.knows("incidents"));
    facts.set_records(&vocabulary(), "incidents", Vec::new()).unwrap();
    assert!(facts.knows("incidents"));
    assert_eq!(facts.scalar("model.open"), Some(&Fact::Bool(true)));
}
