//! The law of one day, for tests.

use jiff::civil::date;

use super::compute::Compute;
use super::euro::Euro;
use super::obligation::Obligations;
use super::parameters::{CodeRegime, Law};
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
