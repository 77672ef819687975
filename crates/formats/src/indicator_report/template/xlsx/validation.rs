//! What cells accept: ranges of figures, days within the period, and entries of lists.

use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::period::ReportingPeriod;
use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Formula, XlsxError};

/// A cell for a value of a kind; nothing is refused where any text will do.
pub(super) fn of_kind(kind: &ValueKind, list: Option<Formula>) -> Option<DataValidation> {
    let bounds = kind.bounds();
    match kind {
        ValueKind::Text => None,
        ValueKind::YesNo | ValueKind::Choice(_) => list.map(|list| DataValidation::new().allow_list_formula(list)),
        ValueKind::Count => Some(
            DataValidation::new()
                .allow_whole_number_formula(DataValidationRule::GreaterThanOrEqualTo(Formula::new("0"))),
        ),
        _ => Some(DataValidation::new().allow_decimal_number_formula(between(bounds))),
    }
}

/// A cell for a figure that is not negative.
pub(super) fn not_negative() -> DataValidation {
    DataValidation::new().allow_decimal_number_formula(DataValidationRule::GreaterThanOrEqualTo(Formula::new("0")))
}

/// A cell for a day within the period.
pub(super) fn day_within(period: ReportingPeriod) -> Result<DataValidation, XlsxError> {
    let day = |day: jiff::civil::Date| {
        let part = |part: i8| u8::try_from(part).unwrap_or_default();
        ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day()))
    };
    Ok(DataValidation::new().allow_date(DataValidationRule::Between(day(period.first())?, day(period.last())?)))
}

/// A cell for an entry of a list.
pub(super) fn from_list(list: Formula) -> DataValidation {
    DataValidation::new().allow_list_formula(list)
}

/// Bounds are written as text, so that no figure passes through floating point.
fn between((least, most): (Option<Decimal>, Option<Decimal>)) -> DataValidationRule<Formula> {
    let formula = |figure: Decimal| Formula::new(figure.to_string());
    match (least, most) {
        (Some(least), Some(most)) => DataValidationRule::Between(formula(least), formula(most)),
        (Some(least), None) => DataValidationRule::GreaterThanOrEqualTo(formula(least)),
        (None, Some(most)) => DataValidationRule::LessThanOrEqualTo(formula(most)),
        // Any number, and no text.
        (None, None) => DataValidationRule::Between(Formula::new("-1E+300"), Formula::new("1E+300")),
    }
}
