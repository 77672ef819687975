use super::{Field, FieldKind, Formula, RecordType, vocabulary};
use crate::codes::indicator::fixtures::id;
use crate::codes::indicator::kind::{Rounding, ValueKind};

const SHARE: &str = "100 * items.filter(i, i.done).size() / items.size()";
const HALF: &str = "items = [{done: true}, {done: false}] -> 50";
const NONE: &str = "items = [] -> undefined";

fn compile(text: &str, examples: &[&str], kind: &ValueKind) -> Result<Formula, Vec<String>> {
    let field = |text, kind| Field { id: id(text), title: String::new(), kind };
    let fields = vec![field("done", FieldKind::Bool), field("days", FieldKind::Number)];
    let vocabulary = vocabulary(&[RecordType { id: id("items"), title: String::new(), fields }]);
    let compiled = Formula::compile(text, examples, &vocabulary, (kind, Rounding::to_places(1)));
    compiled.map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

#[test]
fn a_formula_comes_to_its_kind_and_its_examples_hold() {
    let third = "items = [{done: true}, {done: true}, {done: false}] -> 66.7";
    let formula = compile(SHARE, &[HALF, third, NONE], &ValueKind::Share).unwrap();
    assert_eq!((formula.examples().len(), formula.expression().names().count()), (3, 1));
    assert!(compile("items.size()", &["items = [] -> 0", "items = [{done: true}] -> 1"], &ValueKind::Count).is_ok());
    let any = "items.exists(i, i.done)";
    assert!(compile(any, &["items = [] -> false", "items = [{done: true}] -> true"], &ValueKind::YesNo).is_ok());
}

#[test]
fn examples_show_what_is_meant() {
    let share = |examples: &[&str]| compile(SHARE, examples, &ValueKind::Share).unwrap_err();
    let wrong = "items = [{done: true}] -> 99";
    assert_eq!(share(&[HALF, wrong, NONE]), ["the formula comes to `100`"]);
    assert_eq!(share(&[NONE]), ["a formula has at least two worked examples"]);
    assert_eq!(share(&[HALF, HALF]), ["no example shows when there is no value"]);
    assert_eq!(share(&[HALF, NONE, "items = [{gone: true}] -> 1"]).len(), 1);
}

#[test]
fn a_formula_of_another_type_is_refused() {
    for (text, kind) in [
        ("items.exists(i, i.done)", ValueKind::Count),
        ("items.size()", ValueKind::YesNo),
        ("items.size()", ValueKind::Text),
        ("others.size()", ValueKind::Count),
        ("items.map(i, i.done).sum()", ValueKind::Count),
    ] {
        assert_eq!(compile(text, &[HALF, NONE], &kind).unwrap_err().len(), 1, "{text}");
    }
}
