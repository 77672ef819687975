//! Conditions that can be used, and those that cannot.

use super::{Asked, Condition, vocabulary};

const SMALL: &str = "model.systemic_risk && !(provider.size in ['micro', 'small'])";
const EXAMPLES: [&str; 3] = [
    "model.systemic_risk = true, provider.size = 'large' -> true",
    "model.systemic_risk = true, provider.size = 'micro' -> false",
    "model.systemic_risk = true -> unknown",
];

fn errors(text: &str, examples: &[&str]) -> Vec<String> {
    let errors = Condition::compile(text, examples, "note").err().unwrap_or_default();
    errors.iter().map(|error| format!("{:?} {error}", error.example())).collect()
}

#[test]
fn a_condition_with_examples_that_come_out_is_one() {
    let condition = Condition::compile(SMALL, &EXAMPLES, "note").unwrap();
    assert_eq!(condition.examples().len(), 3);
    assert_eq!(condition.note(), "note");
}

#[test]
fn every_name_that_can_be_asked_is_in_the_vocabulary() {
    for asked in Asked::ALL {
        assert!(vocabulary().get(asked.name()).is_some(), "{}", asked.name());
    }
}

#[test]
fn what_is_wrong_is_told_with_the_example_it_is_about() {
    let check = |text: &str, examples: &[&str], expected: &[&str]| {
        let errors = errors(text, examples);
        assert_eq!(errors.len(), expected.len(), "{errors:?}");
        for (error, expected) in errors.iter().zip(expected) {
            assert!(error.contains(expected), "{error}: {expected}");
        }
    };
    check("model.size == 'micro'", &EXAMPLES, &["`model.size` is not in the vocabulary"]);
    check(SMALL, &EXAMPLES[..1], &["None a condition has two worked examples"]);
    check(SMALL, &[EXAMPLES[0], "provider.size = 'micro' -> true"], &["Some(1) the condition comes to false here"]);
    check(SMALL, &[EXAMPLES[0], "provider.size = 'tiny' -> true"], &["Some(1) the example cannot be read"]);
    let always = "model.open_source || !model.open_source";
    check(always, &["model.open_source = true -> true", "model.open_source = false -> true"], &["true in every case"]);
    let never = "model.open_source && !model.open_source";
    check(never, &["model.open_source = true -> false", "model.open_source = false -> false"], &["true in no case"]);
}
