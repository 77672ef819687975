//! The law of one day, for tests.

use jiff::civil::date;

use super::compute::Compute;
use super::euro::Euro;
use super::obligation::Obligations;
use super::parameters::{CodeRegime, Law, Parameters, Since, Timeline};
use super::readings::Readings;

/// The law on 22 November 2026, without standards, specifications or common rules, under the first readings.
pub(crate) fn law() -> Law {
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

/// The figures and dates over time, as far as tests of codes need them.
pub(crate) fn parameters() -> Parameters {
    let (begin, omnibus) = (date(2024, 8, 1), date(2026, 7, 27));
    let law = law();
    let regimes = vec![
        Since { from: begin, published: date(2024, 7, 12), value: CodeRegime::Approval },
        Since { from: omnibus, published: date(2026, 7, 24), value: CodeRegime::Assessment },
    ];
    Parameters {
        presumption_threshold: always(law.presumption_threshold),
        indicative_criterion: always(law.indicative_criterion.unwrap()),
        chapter_v_applies: always(law.chapter_v_applies),
        legacy_before: always(law.legacy_before),
        legacy_comply_by: always(law.legacy_comply_by),
        enforcement_applies: always(law.enforcement_applies),
        fine_percent: always(law.fine_percent),
        fine_amount: always(law.fine_amount),
        code_regime: Timeline::new(regimes).unwrap(),
        instruments: Vec::new(),
    }
}

fn always<T>(value: T) -> Timeline<T> {
    Timeline::new(vec![Since { from: date(2024, 8, 1), published: date(2024, 7, 12), value }]).unwrap()
}
