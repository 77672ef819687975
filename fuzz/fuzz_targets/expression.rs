//! An expression and a worked example: any text is read or refused with a place; what is read is evaluated within its
//! cost, reads back from its canonical text as the same, and comes to what its trace ends with.

#![no_main]

use std::sync::LazyLock;

use adhere_domain::codes::expression::Expression;
use adhere_domain::codes::expression::error::ExpressionError;
use adhere_domain::codes::expression::example::{Example, check_examples};
use adhere_domain::codes::expression::facts::Facts;
use adhere_domain::codes::expression::vocabulary::{Scalar, Vocabulary};
use libfuzzer_sys::fuzz_target;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for (name, scalar) in [
        ("provider.size", Scalar::choice(["micro", "small"])),
        ("model.name", Scalar::Text),
        ("model.risk", Scalar::Bool),
        ("model.flop", Scalar::Number),
        ("model.placed", Scalar::Date),
    ] {
        vocabulary.scalar(name, scalar).expect("this is a name");
    }
    let fields = [("on_time", Scalar::Bool), ("hours", Scalar::Number), ("aware", Scalar::Date)];
    vocabulary.records("incidents", fields).expect("these are names");
    vocabulary
});

/// Two worlds: nothing is known, and a list with something missing in it.
static WORLDS: LazyLock<[Facts; 2]> = LazyLock::new(|| {
    let text =
        "model.risk = true, model.flop = 1e25, incidents = [{on_time: true, hours: 3}, {hours: 0.1}, {}] -> true";
    let example = Example::parse(text, &VOCABULARY).expect("this is an example");
    [Facts::default(), example.given]
});

fn place_lies_inside(error: &ExpressionError, text: &str) {
    assert!(text.get(error.span.clone()).is_some(), "{error:?}");
    assert!(!error.hint().is_empty() && !error.to_string().is_empty());
}

fuzz_target!(|text: &str| {
    let (first, second) = text.split_once('\n').unwrap_or((text, ""));
    let example = Example::parse(second, &VOCABULARY).inspect_err(|error| place_lies_inside(error, second));
    match Expression::compile(first, &VOCABULARY) {
        Ok(expression) => {
            for facts in WORLDS.iter().chain(example.as_ref().map(|example| &example.given)) {
                let trace = expression.trace(facts);
                assert_eq!(trace.result, expression.evaluate(facts));
                let longest = facts.records("incidents").map_or(0, <[_]>::len);
                assert!(trace.spent <= expression.cost(longest));
            }
            let canonical = expression.to_string();
            assert_eq!(Expression::compile(&canonical, &VOCABULARY).as_ref(), Ok(&expression));
            expression.constancy();
            let _ = example.map(|example| check_examples(&expression, &[example], None));
        }
        Err(error) => place_lies_inside(&error, first),
    }
});
