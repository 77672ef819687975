//! What the tests of expressions share: a vocabulary and facts about it.

use super::Expression;
use super::facts::{Fact, Facts, Record};
use super::number::Number;
use super::value::Value;
use super::vocabulary::{Scalar, Vocabulary};
use jiff::civil::Date;

/// Two conditions, a choice, numbers, a text, dates and a list of records.
pub(super) fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let scalars = [
        ("provider.size", Scalar::choice(["micro", "small", "medium", "smc", "large"])),
        ("provider.name", Scalar::Text),
        ("provider.staff", Scalar::Number),
        ("model.systemic_risk", Scalar::Bool),
        ("model.open", Scalar::Bool),
        ("model.compute", Scalar::Number),
        ("model.placed", Scalar::Date),
        ("model.notified", Scalar::Date),
    ];
    for (name, scalar) in scalars {
        vocabulary.scalar(name, scalar).unwrap();
    }
    let fields = [
        ("on_time", Scalar::Bool),
        ("hours", Scalar::Number),
        ("kind", Scalar::choice(["death", "breach", "harm"])),
        ("aware", Scalar::Date),
        ("reported", Scalar::Date),
    ];
    vocabulary.records("incidents", fields).unwrap();
    vocabulary
}

/// An incident with these hours, and whether it was reported on time.
pub(super) fn incident(hours: i128, on_time: Option<bool>) -> Record {
    let mut record = Record::from([("hours".to_owned(), Fact::Number(Number::whole(hours)))]);
    record.extend(on_time.map(|on_time| ("on_time".to_owned(), Fact::Bool(on_time))));
    record
}

/// What is known: some of the scalars, and incidents.
pub(super) fn facts(scalars: &[(&str, Fact)], incidents: Option<Vec<Record>>) -> Facts {
    let mut facts = Facts::default();
    for (name, fact) in scalars {
        facts.set(&vocabulary(), name, fact.clone()).unwrap();
    }
    if let Some(incidents) = incidents {
        facts.set_records(&vocabulary(), "incidents", incidents).unwrap();
    }
    facts
}

/// An expression over the vocabulary.
pub(super) fn compiled(text: &str) -> Expression {
    Expression::compile(text, &vocabulary()).unwrap_or_else(|error| panic!("{text}: {error} at {:?}", error.span))
}

/// What an expression comes to, as text.
pub(super) fn result(text: &str, facts: &Facts) -> String {
    let expression = compiled(text);
    let value = expression.evaluate(facts);
    let trace = expression.trace(facts);
    assert_eq!(trace.result, value, "{text}");
    let longest = facts.records("incidents").map_or(0, <[Record]>::len);
    assert!(trace.spent <= expression.cost(longest), "{text} cost {} of {}", trace.spent, expression.cost(longest));
    value.to_string()
}

/// A calendar day.
pub(super) fn day(text: &str) -> Fact {
    Fact::Date(text.parse::<Date>().unwrap())
}

/// A number.
pub(super) fn number(value: i128) -> Fact {
    Fact::Number(Number::whole(value))
}

/// A word.
pub(super) fn word(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

/// The names that are asked for.
pub(super) fn asked(value: &Value) -> Vec<&str> {
    match value {
        Value::Unknown(names) => names.iter().map(String::as_str).collect(),
        other => panic!("{other} is known"),
    }
}
