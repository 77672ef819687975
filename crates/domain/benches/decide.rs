//! One decision over all duties, ways and dates with its whole tree of reasons.

use std::hint::black_box;

use adhere_domain::law::compute::Compute;
use adhere_domain::law::country::Country;
use adhere_domain::law::decision::decide;
use adhere_domain::law::euro::Euro;
use adhere_domain::law::facts::{Model, Placement, Provider, Release, TrainingCompute};
use adhere_domain::law::obligation::Obligations;
use adhere_domain::law::parameters::{CodeRegime, Law};
use adhere_domain::law::readings::Readings;
use adhere_domain::law::rules::pathway::CodePosition;
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;

fn law() -> Law {
    Law {
        as_of: date(2026, 11, 22),
        known_at: date(2026, 11, 22),
        presumption_threshold: Compute::ten_to(25),
        indicative_criterion: Some(Compute::ten_to(23)),
        chapter_v_applies: date(2025, 8, 2),
        legacy_before: date(2025, 8, 2),
        legacy_comply_by: date(2027, 8, 2),
        enforcement_applies: date(2026, 8, 2),
        fine_percent: 3,
        fine_amount: Euro::millions(15),
        code_regime: CodeRegime::Assessment,
        standards: Obligations::NONE,
        specifications: Obligations::NONE,
        common_rules: Obligations::NONE,
        readings: Readings::FIRST,
    }
}

fn model(compute: u128, open: Option<bool>) -> Model {
    Model {
        placement: Some(Placement::On(date(2025, 9, 2))),
        generates_indicated_content: Some(true),
        training: TrainingCompute { reported: Some(Compute::new(compute)), ..TrainingCompute::default() },
        release: Release {
            allows_access: open,
            allows_use: open,
            allows_modification: open,
            allows_distribution: open,
            weights_public: open,
            architecture_public: open,
            usage_information_public: open,
            monetised: open.map(|open| !open),
        },
        ..Model::default()
    }
}

fn decisions(criterion: &mut Criterion) {
    let law = law();
    let provider = Provider {
        country: Country::parse("CH"),
        worldwide_turnover: Euro::parse("100000000").ok(),
        ..Provider::default()
    };
    let code = CodePosition {
        published: Some(date(2025, 7, 10)),
        assessed_adequate: Some(date(2025, 8, 1)),
        covers: Obligations::DEMONSTRABLE,
        relied_on: Obligations::ART_53_1,
        ..CodePosition::default()
    };
    for (name, model) in [
        ("open source below the threshold", model(63 * 10_u128.pow(23), Some(true))),
        ("systemic risk", model(66 * 10_u128.pow(24), Some(false))),
        ("licence not known", model(10_u128.pow(24), None)),
    ] {
        criterion.bench_function(&format!("decide/{name}"), |bencher| {
            bencher.iter(|| decide(black_box(&provider), black_box(&model), black_box(&code), black_box(&law)));
        });
    }
}

criterion_group!(benches, decisions);
criterion_main!(benches);
