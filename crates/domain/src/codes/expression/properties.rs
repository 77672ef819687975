//! What holds of every expression: drawn at random, well typed, over facts of which some are missing.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::Expression;
use super::constancy::Constancy;
use super::example::Example;
use super::facts::{Fact, Facts, Record};
use super::fixtures::{compiled, day, number, vocabulary, word};
use super::value::Value;

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(texts).prop_map(str::to_owned)
}

/// Numbers: of the list when `item` is given, an element of which is at hand.
fn numbers() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        one_of(&["model.compute", "provider.staff", "0", "1", "2.5", "1e25", "incidents.size()"]),
        one_of(&["days_between(model.placed, model.notified)", "incidents.map(i, i.hours).sum()"]),
        one_of(&["incidents.map(i, i.hours).median()", "incidents.filter(i, i.on_time).map(i, i.hours).max()"]),
        one_of(&["size(incidents.filter(i, i.hours > 1 && i.kind != 'death'))"]),
    ];
    let grown = leaf.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), one_of(&["+", "-", "*", "/"]), inner.clone())
                .prop_map(|(left, operator, right)| format!("({left}) {operator} ({right})")),
            inner.clone().prop_map(|inner| format!("-({inner})")),
            (inner.clone(), inner.clone()).prop_map(|(yes, no)| format!("(model.open ? ({yes}) : ({no}))")),
            inner.prop_map(|inner| format!("incidents.map(i, i.hours * 2).filter(h, h > 3).size() + {inner}")),
        ]
    });
    grown.boxed()
}

fn conditions() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        one_of(&["model.open", "model.systemic_risk", "true", "false", "provider.size == 'micro'"]),
        one_of(&["provider.size in ['small', 'medium']", "'x' != provider.name", "model.placed < model.notified"]),
        one_of(&["incidents.exists(i, i.on_time)", "incidents.all(i, i.hours < 20 || i.on_time)"]),
        (numbers(), one_of(&["==", "!=", "<", "<=", ">", ">="]), numbers())
            .prop_map(|(left, operator, right)| format!("{left} {operator} {right}")),
    ];
    let grown = leaf.prop_recursive(5, 40, 2, |inner| {
        prop_oneof![
            (inner.clone(), one_of(&["&&", "||", "==", "!="]), inner.clone())
                .prop_map(|(left, operator, right)| format!("({left}) {operator} ({right})")),
            inner.clone().prop_map(|inner| format!("!({inner})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(condition, yes, no)| format!("({condition}) ? ({yes}) : {no}")),
        ]
    });
    grown.boxed()
}

fn expressions() -> impl Strategy<Value = Expression> {
    let fits = |text: String| Expression::compile(&text, &vocabulary()).ok();
    prop_oneof![numbers(), conditions()].prop_filter_map("too long or too deep", fits)
}

fn small() -> impl Strategy<Value = Fact> {
    (-3_i128..30).prop_map(number)
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let record = (option::of(small()), option::of(any::<bool>()), option::of(one_of(&["death", "harm"])));
    let record = record.prop_map(|(hours, on_time, kind)| {
        let mut record = Record::new();
        record.extend(hours.map(|hours| ("hours".to_owned(), hours)));
        record.extend(on_time.map(|on_time| ("on_time".to_owned(), Fact::Bool(on_time))));
        record.extend(kind.map(|kind| ("kind".to_owned(), Fact::Text(kind))));
        record
    });
    vec(record, 0..5)
}

/// A value for every name, and for every name whether it is known.
type World = (Vec<(&'static str, Fact)>, Vec<bool>, Vec<Record>, bool);

fn worlds() -> impl Strategy<Value = World> {
    let facts = (
        (any::<bool>(), any::<bool>(), small(), small()),
        one_of(&["micro", "small", "large"]),
        one_of(&["x", "y"]),
        one_of(&["2026-01-01", "2026-02-01"]),
        one_of(&["2026-01-15", "2027-02-01"]),
    );
    let facts = facts.prop_map(|((open, risk, compute, staff), size, name, placed, notified)| {
        vec![
            ("model.open", Fact::Bool(open)),
            ("model.systemic_risk", Fact::Bool(risk)),
            ("model.compute", compute),
            ("provider.staff", staff),
            ("provider.size", word(&size)),
            ("provider.name", word(&name)),
            ("model.placed", day(&placed)),
            ("model.notified", day(&notified)),
        ]
    });
    (facts, vec(any::<bool>(), 8), records(), any::<bool>())
}

/// The facts of a world that are known, or all of them.
fn facts(world: &World, all: bool) -> Facts {
    let (scalars, known, records, records_known) = world;
    let mut facts = Facts::default();
    for ((name, fact), known) in scalars.iter().zip(known) {
        if all || *known {
            facts.set(&vocabulary(), name, fact.clone()).unwrap();
        }
    }
    let mut records = records.clone();
    if all {
        for record in &mut records {
            record.entry("hours".to_owned()).or_insert_with(|| number(7));
            record.entry("on_time".to_owned()).or_insert(Fact::Bool(false));
            record.entry("kind".to_owned()).or_insert_with(|| word("breach"));
        }
    }
    if all || *records_known {
        facts.set_records(&vocabulary(), "incidents", records).unwrap();
    }
    facts
}

/// What it comes to, without the place of what is undefined: another part may be the first.
fn settled(value: &Value) -> Option<String> {
    match value {
        Value::Unknown(_) => None,
        Value::Undefined(_) => Some("undefined".to_owned()),
        known => Some(known.to_string()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_becomes_known_never_changes_what_was_settled(expression in expressions(), world in worlds()) {
        let before = expression.evaluate(&facts(&world, false));
        let after = expression.evaluate(&facts(&world, true));
        prop_assert!(settled(&after).is_some(), "{} is {} with all facts", expression, after);
        if let Some(before) = settled(&before) {
            prop_assert_eq!(Some(before), settled(&after), "{}", expression);
        }
    }

    #[test]
    fn what_is_asked_for_is_not_known_and_is_used(expression in expressions(), world in worlds()) {
        let known = facts(&world, false);
        if let Value::Unknown(names) = expression.evaluate(&known) {
            prop_assert!(!names.is_empty());
            for name in names {
                let list = name.strip_prefix("incidents.").map_or(name.as_str(), |_| "incidents");
                prop_assert!(expression.names().any(|(used, _)| used == list), "{} in {}", name, expression);
                prop_assert!(list != name || !known.knows(&name), "{} in {}", name, expression);
            }
        }
    }

    #[test]
    fn the_trace_ends_with_the_answer_and_stays_within_the_cost(expression in expressions(), world in worlds()) {
        let facts = facts(&world, false);
        let trace = expression.trace(&facts);
        prop_assert_eq!(&trace.result, &expression.evaluate(&facts));
        let longest = facts.records("incidents").map_or(0, <[Record]>::len);
        prop_assert!(trace.spent <= expression.cost(longest), "{} of {}", trace.spent, expression.cost(longest));
        let length = expression.to_string().len() * 3;
        prop_assert!(trace.parts.iter().all(|part| part.span.end <= length.max(4096)));
    }

    #[test]
    fn the_canonical_text_reads_back_as_the_same_expression(expression in expressions(), world in worlds()) {
        let again = compiled(&expression.to_string());
        prop_assert_eq!(&again, &expression);
        prop_assert_eq!(again.to_string(), expression.to_string());
        let facts = facts(&world, false);
        prop_assert_eq!(settled(&again.evaluate(&facts)), settled(&expression.evaluate(&facts)));
    }

    #[test]
    fn what_is_shown_to_be_constant_is(condition in conditions(), world in worlds()) {
        let Ok(expression) = Expression::condition(&condition, &vocabulary()) else { return Ok(()) };
        let value = expression.evaluate(&facts(&world, true));
        match expression.constancy() {
            Constancy::AlwaysTrue => prop_assert_eq!(value, Value::Bool(true)),
            Constancy::NeverTrue => prop_assert_ne!(value, Value::Bool(true)),
            Constancy::Varies { .. } | Constancy::NotShown => {}
        }
    }

    #[test]
    fn any_text_is_an_expression_or_is_refused_with_a_place(
        text in "\\PC{0,60}|[-a-z0-9.,'\"()\\[\\]!&|=<>?:+*/ \\n]{0,60}|(model\\.open|1|i|incidents|\\.size\\(\\)|\\.map\\(i,|\\)|\\(| && | == | \\+ |\\?|:|!|-|'a'){0,16}",
    ) {
        match Expression::compile(&text, &vocabulary()) {
            Ok(expression) => {
                expression.evaluate(&Facts::default());
                prop_assert_eq!(compiled(&expression.to_string()), expression);
            }
            Err(error) => {
                prop_assert!(text.get(error.span.clone()).is_some(), "{:?}", error);
                prop_assert!(!error.hint().is_empty());
            }
        }
        if let Err(error) = Example::parse(&text, &vocabulary()) {
            prop_assert!(text.get(error.span.clone()).is_some(), "{:?}", error);
        }
    }
}
