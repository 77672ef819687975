//! Reading and evaluating a condition of a measure and a formula over twelve reports.

#![expect(clippy::expect_used, reason = "names and texts are written here, and are sound")]

use std::hint::black_box;

use adhere_domain::codes::expression::Expression;
use adhere_domain::codes::expression::example::Example;
use adhere_domain::codes::expression::vocabulary::{Scalar, Vocabulary};
use criterion::{Criterion, criterion_group, criterion_main};

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let size = Scalar::choice(["micro", "small", "medium", "smc", "large"]);
    for (name, scalar) in
        [("provider.size", size), ("model.compute", Scalar::Number), ("model.systemic_risk", Scalar::Bool)]
    {
        vocabulary.scalar(name, scalar).expect("this is a name");
    }
    vocabulary.records("incidents", [("on_time", Scalar::Bool)]).expect("these are names");
    vocabulary
}

fn expressions(criterion: &mut Criterion) {
    let vocabulary = vocabulary();
    let reports = ["{on_time: true}", "{on_time: false}", "{on_time: true}"].repeat(4).join(", ");
    let cases = [
        (
            "condition",
            "provider.size in ['small', 'smc'] && model.compute < 1e25 && !model.systemic_risk",
            "provider.size = 'smc', model.compute = 9e24, model.systemic_risk = false -> true".to_owned(),
        ),
        (
            "formula over 12 reports",
            "incidents.filter(i, i.on_time).size() * 100 / incidents.size()",
            format!("incidents = [{reports}] -> undefined"),
        ),
    ];
    for (name, text, example) in cases {
        let expression = Expression::compile(text, &vocabulary).expect("this is an expression");
        let facts = Example::parse(&example, &vocabulary).expect("this is an example").given;
        criterion.bench_function(&format!("compile/{name}"), |bencher| {
            bencher.iter(|| Expression::compile(black_box(text), black_box(&vocabulary)));
        });
        criterion.bench_function(&format!("evaluate/{name}"), |bencher| {
            bencher.iter(|| black_box(&expression).evaluate(black_box(&facts)));
        });
        criterion.bench_function(&format!("trace/{name}"), |bencher| {
            bencher.iter(|| black_box(&expression).trace(black_box(&facts)));
        });
    }
}

criterion_group!(benches, expressions);
criterion_main!(benches);
