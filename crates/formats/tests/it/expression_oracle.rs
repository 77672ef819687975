//! Where expressions mean the same as in CEL, they come to the same as in the `cel` crate.
//!
//! Texts are drawn with as few brackets as can be, so that precedence is compared as well; numbers are such that
//! floating point holds them and all results exactly.

use adhere_domain::codes::expression::Expression;
use adhere_domain::codes::expression::facts::{Fact, Facts, Record};
use adhere_domain::codes::expression::number::Number;
use adhere_domain::codes::expression::value::Value;
use adhere_domain::codes::expression::vocabulary::{Scalar, Vocabulary};
use cel::{Context, Program};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use serde_json::json;

const SIZES: [&str; 3] = ["micro", "small", "large"];

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    vocabulary.scalar("provider.size", Scalar::choice(SIZES)).unwrap();
    vocabulary.scalar("provider.name", Scalar::Text).unwrap();
    vocabulary.scalar("model.open", Scalar::Bool).unwrap();
    vocabulary.scalar("model.risk", Scalar::Bool).unwrap();
    vocabulary.scalar("model.compute", Scalar::Number).unwrap();
    let fields = [("on_time", Scalar::Bool), ("hours", Scalar::Number), ("size", Scalar::choice(SIZES))];
    vocabulary.records("incidents", fields).unwrap();
    vocabulary
}

/// All facts, in quarters where they are numbers.
#[derive(Clone, Debug)]
struct World {
    size: &'static str,
    name: String,
    open: bool,
    risk: bool,
    compute: i32,
    incidents: Vec<(bool, i32, &'static str)>,
}

fn worlds() -> impl Strategy<Value = World> {
    let incident = (any::<bool>(), -20_i32..60, select(&SIZES[..]));
    (select(&SIZES[..]), "[ab]{0,2}", any::<bool>(), any::<bool>(), -20_i32..60, vec(incident, 0..4))
        .prop_map(|(size, name, open, risk, compute, incidents)| World { size, name, open, risk, compute, incidents })
}

fn quarters(count: i32) -> Number {
    Number::fraction(i128::from(count), 4).unwrap()
}

impl World {
    fn facts(&self) -> Facts {
        let vocabulary = vocabulary();
        let mut facts = Facts::default();
        facts.set(&vocabulary, "provider.size", Fact::Text(self.size.to_owned())).unwrap();
        facts.set(&vocabulary, "provider.name", Fact::Text(self.name.clone())).unwrap();
        facts.set(&vocabulary, "model.open", Fact::Bool(self.open)).unwrap();
        facts.set(&vocabulary, "model.risk", Fact::Bool(self.risk)).unwrap();
        facts.set(&vocabulary, "model.compute", Fact::Number(quarters(self.compute))).unwrap();
        let record = |(on_time, hours, size): &(bool, i32, &str)| {
            Record::from([
                ("on_time".to_owned(), Fact::Bool(*on_time)),
                ("hours".to_owned(), Fact::Number(quarters(*hours))),
                ("size".to_owned(), Fact::Text((*size).to_owned())),
            ])
        };
        facts.set_records(&vocabulary, "incidents", self.incidents.iter().map(record).collect()).unwrap();
        facts
    }

    fn context(&self) -> Context<'static, 'static> {
        let float = |count: i32| quarters(count).to_string().parse::<f64>().unwrap();
        let record = |(on_time, hours, size): &(bool, i32, &str)| json!({"on_time": on_time, "hours": float(*hours), "size": size});
        let incidents: Vec<_> = self.incidents.iter().map(record).collect();
        let mut context = Context::default();
        context.add_variable("provider", json!({"size": self.size, "name": self.name})).unwrap();
        let model = json!({"open": self.open, "risk": self.risk, "compute": float(self.compute)});
        context.add_variable("model", model).unwrap();
        context.add_variable("incidents", incidents).unwrap();
        context
    }
}

/// The same expression for adhere and for CEL, which counts in integers and adds no integer to a double.
type Pair = (String, String);

fn same(text: &str) -> Pair {
    (text.to_owned(), text.to_owned())
}

fn both(pairs: &[&Pair], join: impl Fn(&[&str]) -> String) -> Pair {
    let ours: Vec<&str> = pairs.iter().map(|pair| pair.0.as_str()).collect();
    let cels: Vec<&str> = pairs.iter().map(|pair| pair.1.as_str()).collect();
    (join(&ours), join(&cels))
}

fn any_of(texts: &'static [&'static str]) -> impl Strategy<Value = Pair> {
    select(texts).prop_map(same)
}

fn counted() -> impl Strategy<Value = Pair> {
    let lists = [
        "incidents",
        "incidents.filter(i, i.on_time)",
        "incidents.filter(i, !i.on_time || i.hours > 2.5).map(i, i.hours).filter(h, h != 1.25)",
        "incidents.map(i, i.hours + 1.0)",
    ];
    select(lists.to_vec()).prop_map(|list| (format!("{list}.size()"), format!("double({list}.size())")))
}

fn numbers() -> impl Strategy<Value = Pair> {
    let leaf = || prop_oneof![4 => any_of(&["1.0", "2.5", "0.25", "13.0", "model.compute"]), 1 => counted()];
    leaf().prop_recursive(4, 16, 2, move |inner| {
        prop_oneof![
            (inner.clone(), select(&[" + ", " - "][..]), inner.clone())
                .prop_map(|(left, operator, right)| both(&[&left, &right], |side| side.join(operator))),
            (inner.clone(), any_of(&["2.0", "model.compute", "-0.5"]))
                .prop_map(|(left, right)| both(&[&left, &right], |side| side.join(" * "))),
            (inner.clone(), any_of(&["2.0", "4.0"]))
                .prop_map(|(left, right)| both(&[&left, &right], |side| side.join(" / "))),
            inner.clone().prop_map(|inner| both(&[&inner], |side| format!("({})", side[0]))),
            inner.clone().prop_map(|inner| both(&[&inner], |side| format!("-({})", side[0]))),
            (conditions_of_names(), inner.clone(), inner).prop_map(|(condition, yes, no)| {
                both(&[&condition, &yes, &no], |side| format!("({} ? {} : {})", side[0], side[1], side[2]))
            }),
        ]
    })
}

fn conditions_of_names() -> impl Strategy<Value = Pair> {
    any_of(&[
        "model.open",
        "model.risk",
        "true",
        "false",
        "provider.size == 'micro'",
        "provider.size in ['micro', \"small\"]",
        "provider.name != 'a'",
        "model.compute in [1.0, 2.5, -0.25]",
        "incidents.exists(i, i.on_time && i.hours > 3.0)",
        "incidents.all(i, i.size == 'large' || i.hours >= model.compute)",
        "incidents.map(i, i.hours).exists(h, h < 0.0)",
    ])
}

fn conditions() -> impl Strategy<Value = Pair> {
    let compared = (numbers(), select(&[" == ", " != ", " < ", " <= ", " > ", " >= "][..]), numbers())
        .prop_map(|(left, operator, right)| both(&[&left, &right], |side| side.join(operator)));
    prop_oneof![conditions_of_names(), compared].prop_recursive(5, 32, 3, |inner| {
        prop_oneof![
            4 => (inner.clone(), select(&[" && ", " || ", " == ", " != "][..]), inner.clone())
                .prop_map(|(left, operator, right)| both(&[&left, &right], |side| side.join(operator))),
            1 => inner.clone().prop_map(|inner| both(&[&inner], |side| format!("({})", side[0]))),
            1 => inner.clone().prop_map(|inner| both(&[&inner], |side| format!("!({})", side[0]))),
            1 => any_of(&["model.open", "model.risk"]).prop_map(|name| both(&[&name], |side| format!("!{}", side[0]))),
            1 => (inner.clone(), inner.clone(), inner).prop_map(|(condition, yes, no)| {
                both(&[&condition, &yes, &no], |side| format!("({} ? {} : {})", side[0], side[1], side[2]))
            }),
        ]
    })
}

/// What CEL comes to, as a value of ours.
fn by_cel(text: &str, world: &World) -> Value {
    let program = Program::compile(text).unwrap_or_else(|errors| panic!("{text}: {errors}"));
    match program.execute(&world.context()).unwrap_or_else(|error| panic!("{text}: {error}")) {
        cel::Value::Bool(value) => Value::Bool(value),
        cel::Value::Float(value) => Value::Number(Number::from(value.to_string().parse::<Decimal>().unwrap())),
        other => panic!("{text}: {other:?}"),
    }
}

fn agree((ours, cels): &Pair, world: &World) -> Result<(), TestCaseError> {
    // Without brackets some texts compare a number with a condition: ours refuses them, CEL fails when it gets there.
    let Ok(expression) = Expression::compile(ours, &vocabulary()) else {
        return Err(TestCaseError::reject("does not fit the types"));
    };
    prop_assert_eq!(expression.evaluate(&world.facts()), by_cel(cels, world), "{}", ours);
    if ours == cels {
        let canonical = expression.to_string();
        // Whole numbers are written without a point, which CEL would take for integers.
        if !canonical.contains(|digit: char| digit.is_ascii_digit()) {
            prop_assert_eq!(expression.evaluate(&world.facts()), by_cel(&canonical, world), "{}", canonical);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 1500,
        max_global_rejects: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn conditions_come_to_the_same_as_in_cel(condition in conditions(), world in worlds()) {
        agree(&condition, &world)?;
    }

    #[test]
    fn numbers_come_to_the_same_as_in_cel(number in numbers(), world in worlds()) {
        agree(&number, &world)?;
    }
}

#[test]
fn an_error_that_the_rest_decides_is_absorbed_as_in_cel() {
    let world =
        World { size: "micro", name: String::new(), open: true, risk: false, compute: 0, incidents: Vec::new() };
    for (text, expected) in [
        ("1 / 0 > 1 || true", true),
        ("true || 1 / 0 > 1", true),
        ("1 / 0 > 1 && false", false),
        ("model.open ? true : 1 / 0 > 1", true),
    ] {
        let expression = Expression::compile(text, &vocabulary()).unwrap();
        assert_eq!(expression.evaluate(&world.facts()), Value::Bool(expected), "{text}");
        assert_eq!(by_cel(text, &world), Value::Bool(expected), "{text}");
    }
}

#[test]
fn integers_divide_exactly_unlike_in_cel() {
    let half = Expression::compile("7 / 2 == 3.5", &vocabulary()).unwrap();
    assert_eq!(half.evaluate(&Facts::default()), Value::Bool(true));
    let truncated = Program::compile("7 / 2 == 3").unwrap().execute(&Context::default()).unwrap();
    assert_eq!(truncated, cel::Value::Bool(true));
}
