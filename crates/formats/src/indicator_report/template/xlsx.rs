//! The template as a workbook: cells to fill accept what makes sense, all others are locked.

mod sheets;
mod style;
mod validation;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use thiserror::Error;

use super::{TemplateOrder, TemplateWords};

/// The sheet with the head.
pub const REPORT_SHEET: &str = "Report";
/// The sheet with the rows.
pub const VALUES_SHEET: &str = "Values";

/// Why a workbook could not be made.
#[derive(Debug, Error)]
#[error("the workbook could not be made")]
pub struct WorkbookError(#[from] XlsxError);

/// The bytes of the workbook.
///
/// Its date of creation is the first day of the period, so that the same order gives the same bytes.
pub fn xlsx(order: &TemplateOrder<'_>, words: &TemplateWords) -> Result<Vec<u8>, WorkbookError> {
    let first = order.period.first();
    let year = u16::try_from(first.year()).unwrap_or_default();
    let month = u8::try_from(first.month()).unwrap_or_default();
    let created = ExcelDateTime::from_ymd(year, month, 1)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&order.set.set.title).set_creation_datetime(&created));
    sheets::instructions(workbook.add_worksheet(), words)?;
    sheets::report(workbook.add_worksheet(), order, words)?;
    sheets::values(workbook.add_worksheet(), order, words)?;
    sheets::indicators(workbook.add_worksheet(), order, words)?;
    sheets::lists(workbook.add_worksheet(), order, words)?;
    Ok(workbook.save_to_buffer()?)
}
