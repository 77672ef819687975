//! Templates: the head and the rows that a set asks for in a period, to be filled in.
//!
//! The same set, period and size give the same bytes: nothing depends on the clock.

pub mod csv;
pub mod json_schema;
pub mod xlsx;

use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::codes::indicator::plan::{Row, RowTime, rows};
use adhere_domain::law::size::SizeClass;

use super::NamedSet;
use super::column::{Column, HeadLine};

/// What a template is for.
#[derive(Clone, Copy, Debug)]
pub struct TemplateOrder<'a> {
    /// The set.
    pub set: NamedSet<'a>,
    /// The period.
    pub period: ReportingPeriod,
    /// The size class whose rows it has; all rows where it is not given.
    pub size: Option<SizeClass>,
}

/// The words for people in a template.
#[derive(Clone, Debug, Default)]
pub struct TemplateWords {
    /// What each line of the head asks for, in the order of [`HeadLine::ALL`].
    pub head: Vec<String>,
    /// What each column holds, in the order of [`Column::ALL`].
    pub columns: Vec<String>,
    /// What each quality means, in the order of `Quality::ALL`.
    pub qualities: Vec<String>,
    /// How to fill the template, one paragraph each.
    pub instructions: Vec<String>,
    /// The headings of the sheet on indicators: id, title, method, numerator, denominator, not available, target, note.
    pub indicator_headings: Vec<String>,
    /// What the cells of values say when one of them is chosen.
    pub value_hint: String,
    /// The message where a cell does not accept what was typed.
    pub refused: String,
}

/// So many empty rows stand where there may be any number.
const OPEN_ROWS: usize = 3;

impl TemplateOrder<'_> {
    /// The rows: for a size class those that it must fill, else all.
    pub(super) fn rows(&self) -> Vec<Row<'_>> {
        let asked = |row: &Row<'_>| self.size.is_none_or(|size| row.sizes.contains(&size));
        let count = |row: &Row<'_>| if row.is_fixed() { 1 } else { OPEN_ROWS };
        let planned = rows(self.set.set, self.period).into_iter().filter(asked);
        planned.flat_map(|row| std::iter::repeat_n(row.clone(), count(&row))).collect()
    }

    /// What a line of the head says; empty where the reporter fills it.
    pub(super) fn head(&self, line: HeadLine) -> String {
        match line {
            HeadLine::Code => self.set.set.code_name(),
            HeadLine::Set => self.set.set.name(),
            HeadLine::Digest => self.set.digest.to_string(),
            HeadLine::Period => self.period.to_string(),
            HeadLine::Size => self.size.map_or_else(String::new, |size| size.id().to_owned()),
            HeadLine::Provider => String::new(),
        }
    }
}

/// What a cell of a row says before it is filled.
pub(super) fn cell(row: &Row<'_>, column: Column) -> String {
    match column {
        Column::RequiredFor => row.sizes.iter().map(|size| size.id()).collect::<Vec<_>>().join(" "),
        Column::Indicator => row.indicator.id.to_string(),
        Column::Title => row.indicator.title.clone(),
        Column::Unit => row.indicator.unit().unwrap_or_default().to_owned(),
        Column::Period => match row.when {
            RowTime::Period(period) => period.to_string(),
            RowTime::EachEvent => String::new(),
        },
        Column::Breakdown => row.part.breakdown().map_or_else(String::new, |breakdown| breakdown.id.to_string()),
        Column::Entry => row.part.entry().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}
