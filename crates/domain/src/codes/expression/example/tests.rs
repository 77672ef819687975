use super::{Example, check_examples};
use crate::codes::expression::fixtures::{compiled, vocabulary};
use crate::codes::expression::rounding::Rounding;

fn failures(text: &str, rounding: Option<&str>, examples: &[&str]) -> Vec<String> {
    let parse = |text: &&str| Example::parse(text, &vocabulary()).unwrap_or_else(|error| panic!("{text}: {error}"));
    let examples: Vec<Example> = examples.iter().map(parse).collect();
    let failures = check_examples(&compiled(text), &examples, rounding.and_then(Rounding::parse));
    failures.iter().map(|failure| format!("{}: {}", failure.index, failure.found)).collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn examples_of_a_condition_are_met_or_told() {
    let examples = [
        "provider.size = 'micro', model.systemic_risk = true -> false",
        "provider.size = 'large', model.systemic_risk = true -> true",
        "provider.size = 'micro' -> false",
        "model.systemic_risk = true -> unknown",
        "-> unknown",
    ];
    assert_eq!(failures("provider.size == 'large' && model.systemic_risk", None, &examples), none());
    let told = failures("provider.size == 'micro' && model.systemic_risk", None, &examples);
    assert_eq!(told, ["0: true", "1: false", "2: unknown: model.systemic_risk"]);
}

#[test]
fn examples_of_a_formula_have_lists_and_may_be_rounded() {
    let formula = "incidents.filter(i, i.on_time).size() * 100 / incidents.size()";
    let examples = [
        "incidents = [{on_time: true}, {on_time: false}] -> 50",
        "incidents = [{on_time: true}, {on_time: false, hours: -1.5, kind: 'death',}, {on_time: false}] -> 33.3",
        "incidents = [] -> undefined",
        "incidents = [{}] -> unknown",
        "-> unknown",
    ];
    assert_eq!(failures(formula, Some("half-even:1"), &examples), none());
    assert_eq!(failures(formula, None, &examples), ["1: 100/3"]);
    assert_eq!(failures("1e30", Some("half-even:1"), &["-> 1e30"]), ["0: undefined: too-large"]);
}

#[test]
fn every_kind_of_value_can_be_given_and_expected() {
    let examples = [
        "model.placed = date('2026-01-31'), model.notified = date('2026-02-02') -> 2 // two days",
        "model.placed = date('2026-01-31') -> unknown",
    ];
    assert_eq!(failures("days_between(model.placed, model.notified)", None, &examples), none());
    assert_eq!(failures("model.placed", None, &["model.placed = date('2026-01-31') -> date('2026-01-31')"]), none());
    assert_eq!(failures("provider.name", None, &["provider.name = \"it's\" -> \"it's\""]), none());
    assert_eq!(failures("-model.compute", None, &["model.compute = 1e25 -> -1e25"]), none());
    assert_eq!(failures("model.open", None, &["model.open = true -> 1"]), ["0: true"]);
}

#[test]
fn mistakes_in_examples_are_told_with_their_place() {
    for (text, message, place) in [
        ("", "expected a name of the vocabulary, found the end", ""),
        ("model.open = true", "expected `,` or `->`, found the end", ""),
        ("model.open == true -> true", "expected `=`, found `==`", "=="),
        ("model.open = -> true", "expected a value, found `->`", "->"),
        ("modle.open = true -> true", "`modle.open` is not in the vocabulary", "modle.open"),
        ("model.open = 1 -> true", "expected true or false, found a number", "1"),
        ("provider.size = 'tiny' -> true", "`tiny` is not one of the words of this choice", "'tiny'"),
        ("model.open = true, model.open = true -> true", "`model.open` is given twice", "model.open"),
        ("incidents = true -> 1", "expected a list of records, found true or false", "true"),
        ("model.open = [] -> 1", "expected true or false, found a list of records", "[]"),
        ("incidents = [{hour: 1}] -> 1", "`incidents.hour` is not a field of the record", "[{hour: 1}]"),
        ("incidents = [{hours: 1, hours: 2}] -> 1", "`hours` is given twice", "hours"),
        ("incidents = [{hours: 1 kind: 'death'}] -> 1", "expected `,` or `}`, found `kind`", "kind"),
        ("incidents = [1] -> 1", "expected a record in curly brackets, found `1`", "1"),
        ("incidents = [{hours = 1}] -> 1", "expected `:`, found `=`", "="),
        ("incidents = [{} {}] -> 1", "expected `,` or `]`, found `{`", "{"),
        ("incidents = [{", "expected a field or `}`, found the end", ""),
        ("model.open = true -> maybe", "expected a value, `unknown` or `undefined`, found `maybe`", "maybe"),
        ("model.open = true -> true false", "expected the end, found `false`", "false"),
        ("model.compute = -true -> 1", "expected a number, found something else after `-`", "true"),
    ] {
        let error = Example::parse(text, &vocabulary()).expect_err(text);
        let at = text.get(error.span.clone()).unwrap();
        assert_eq!((error.to_string().as_str(), at), (message, place), "{text}");
        assert!(!error.hint().is_empty());
    }
    assert!(Example::parse(&" ".repeat(4097), &vocabulary()).is_err());
}
