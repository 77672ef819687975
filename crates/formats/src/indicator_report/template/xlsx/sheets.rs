//! The sheets of the workbook, one function each.

use adhere_domain::codes::indicator::Indicator;
use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::plan::{Row, RowPart, RowTime};
use adhere_domain::codes::indicator::value::Quality;
use adhere_domain::law::size::SizeClass;
use rust_xlsxwriter::{DataValidation, Format, Formula, Worksheet, XlsxError};

use super::super::super::column::{Column, HeadLine};
use super::super::{TemplateOrder, TemplateWords, cell};
use super::{REPORT_SHEET, VALUES_SHEET, style, validation};

const LISTS_SHEET: &str = "Lists";

pub(super) fn instructions(sheet: &mut Worksheet, words: &TemplateWords) -> Result<(), XlsxError> {
    sheet.set_name("Instructions")?.set_column_width(0, 24)?.set_column_width(1, 110)?;
    let mut row = 0;
    for paragraph in &words.instructions {
        sheet.write_string_with_format(row, 1, paragraph, &style::fixed())?;
        row += 1;
    }
    let columns = Column::ALL.map(Column::id).into_iter().zip(&words.columns);
    let head = HeadLine::ALL.map(HeadLine::id).into_iter().zip(&words.head);
    let qualities = Quality::ALL.map(|(_, name)| name).into_iter().zip(&words.qualities);
    for (name, meaning) in head.chain(columns).chain(qualities) {
        sheet.write_string_with_format(row, 0, name, &style::heading())?;
        sheet.write_string_with_format(row, 1, meaning, &style::fixed())?;
        row += 1;
    }
    sheet.protect_with_options(&style::protection());
    Ok(())
}

pub(super) fn report(sheet: &mut Worksheet, order: &TemplateOrder<'_>, words: &TemplateWords) -> Result<(), XlsxError> {
    sheet.set_name(REPORT_SHEET)?.set_column_width(0, 18)?.set_column_width(1, 60)?.set_column_width(2, 70)?;
    for ((row, line), label) in (0..).zip(HeadLine::ALL).zip(&words.head) {
        sheet.write_string_with_format(row, 0, line.id(), &style::heading())?;
        sheet.write_string_with_format(row, 1, label, &style::fixed())?;
        let text = order.head(line);
        let format = if text.is_empty() { style::text_input() } else { style::fixed() };
        sheet.write_string_with_format(row, 2, &text, &format)?;
        if line == HeadLine::Size && text.is_empty() {
            let list = validation::from_list(SIZES.formula());
            sheet.add_data_validation(row, 2, row, 2, &refusing(list, words)?)?;
        }
    }
    sheet.protect_with_options(&style::protection());
    Ok(())
}

pub(super) fn values(sheet: &mut Worksheet, order: &TemplateOrder<'_>, words: &TemplateWords) -> Result<(), XlsxError> {
    sheet.set_name(VALUES_SHEET)?.set_freeze_panes(1, 2)?.set_landscape().set_repeat_rows(0, 0)?;
    for (number, column) in (0..).zip(Column::ALL) {
        sheet.set_column_width(number, width(column))?;
        sheet.write_string_with_format(0, number, column.id(), &style::heading())?;
    }
    let choices = choices(order);
    for (number, row) in (1..).zip(order.rows()) {
        for (at, column) in (0..).zip(Column::ALL) {
            let format = format_of(&row, column);
            sheet.write_string_with_format(number, at, cell(&row, column), &format)?;
            if let Some(accepted) = accepted(&row, column, order, &choices)? {
                sheet.add_data_validation(number, at, number, at, &refusing(accepted, words)?)?;
            }
        }
    }
    sheet.protect_with_options(&style::protection());
    Ok(())
}

fn refusing(accepted: DataValidation, words: &TemplateWords) -> Result<DataValidation, XlsxError> {
    accepted.set_error_message(words.refused.as_str())?.set_input_message(words.value_hint.as_str())
}

const fn width(column: Column) -> u32 {
    match column {
        Column::RequiredFor => 26,
        Column::Title | Column::MethodNote | Column::NotAvailable => 44,
        Column::Indicator | Column::Unit | Column::Breakdown | Column::Entry => 16,
        _ => 13,
    }
}

/// Whether the reporter fills the cell, beside the columns that are always theirs: days, and entries of open lists.
fn is_open(row: &Row<'_>, column: Column) -> bool {
    match column {
        Column::Period => row.when == RowTime::EachEvent,
        Column::Entry => matches!(row.part, RowPart::Any(_)),
        Column::Numerator | Column::Denominator => matches!(row.indicator.kind, ValueKind::Share),
        _ => column.is_input(),
    }
}

fn format_of(row: &Row<'_>, column: Column) -> Format {
    match column {
        _ if !is_open(row, column) => style::fixed(),
        Column::Value if row.indicator.kind.is_figure() => style::figure_input(),
        Column::Numerator | Column::Denominator => style::figure_input(),
        Column::Period => style::figure_input().set_num_format("yyyy-mm-dd"),
        _ => style::text_input(),
    }
}

fn accepted(
    row: &Row<'_>,
    column: Column,
    order: &TemplateOrder<'_>,
    choices: &[&Indicator],
) -> Result<Option<DataValidation>, XlsxError> {
    if !is_open(row, column) {
        return Ok(None);
    }
    Ok(match column {
        Column::Value => {
            let at = choices.iter().position(|indicator| indicator.id == row.indicator.id);
            let list = match row.indicator.kind {
                ValueKind::YesNo => Some(YES_NO.formula()),
                _ => at.map(|at| choice_list(at, row.indicator).formula()),
            };
            validation::of_kind(&row.indicator.kind, list)
        }
        Column::Numerator | Column::Denominator => Some(validation::not_negative()),
        Column::Quality => Some(validation::from_list(QUALITIES.formula())),
        Column::Period => Some(validation::day_within(order.period)?),
        _ => None,
    })
}

/// What each indicator means and how it is measured.
pub(super) fn indicators(
    sheet: &mut Worksheet,
    order: &TemplateOrder<'_>,
    words: &TemplateWords,
) -> Result<(), XlsxError> {
    sheet.set_name("Indicators")?.set_freeze_panes(1, 1)?.set_column_range_width(1, 7, 40)?;
    for (number, heading) in (0..).zip(&words.indicator_headings) {
        sheet.write_string_with_format(0, number, heading, &style::heading())?;
    }
    let asked = |indicator: &&Indicator| order.size.is_none_or(|size| indicator.sizes.contains(&size));
    for (row, indicator) in (1..).zip(order.set.set.indicators.iter().filter(asked)) {
        let of_class = order.size.and_then(|size| indicator.asked_of(size));
        let target = of_class.as_ref().map_or(indicator.target, |asked| asked.target);
        let ratio = indicator.ratio.as_ref();
        let texts = [
            indicator.id.to_string(),
            indicator.title.clone(),
            indicator.method.clone(),
            ratio.map_or_else(String::new, |ratio| ratio.numerator.clone()),
            ratio.map_or_else(String::new, |ratio| ratio.denominator.clone()),
            indicator.not_available.clone(),
            target.map_or_else(String::new, |target| target.to_string()),
            of_class.and_then(|asked| asked.note).unwrap_or_default().to_owned(),
        ];
        for (column, text) in (0..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &style::fixed())?;
        }
    }
    sheet.protect_with_options(&style::protection());
    Ok(())
}

/// A list on the sheet of lists: two columns, of which the first holds what may be chosen.
struct List {
    column: u16,
    length: u32,
}

const QUALITIES: List = List { column: 0, length: 5 };
const YES_NO: List = List { column: 2, length: 2 };
const SIZES: List = List { column: 4, length: 5 };
const FIRST_CHOICE: u16 = 6;

impl List {
    fn formula(&self) -> Formula {
        let column = rust_xlsxwriter::utility::column_number_to_name(self.column);
        Formula::new(format!("{LISTS_SHEET}!${column}$2:${column}${}", self.length + 1))
    }
}

fn choice_list(at: usize, indicator: &Indicator) -> List {
    let length = match &indicator.kind {
        ValueKind::Choice(entries) => entries.len(),
        _ => 0,
    };
    let column = u16::try_from(at).unwrap_or_default().saturating_mul(2).saturating_add(FIRST_CHOICE);
    List { column, length: u32::try_from(length).unwrap_or_default() }
}

/// The indicators whose values are chosen from a list of their own.
fn choices<'a>(order: &TemplateOrder<'a>) -> Vec<&'a Indicator> {
    let is_choice = |indicator: &&Indicator| matches!(indicator.kind, ValueKind::Choice(_));
    order.set.set.indicators.iter().filter(is_choice).collect()
}

pub(super) fn lists(sheet: &mut Worksheet, order: &TemplateOrder<'_>, words: &TemplateWords) -> Result<(), XlsxError> {
    sheet.set_name(LISTS_SHEET)?.set_freeze_panes(1, 0)?;
    let qualities = Quality::ALL.map(|(_, name)| name).into_iter().zip(words.qualities.iter().map(String::as_str));
    list(sheet, &QUALITIES, Column::Quality.id(), qualities)?;
    list(sheet, &YES_NO, ValueKind::YesNo.id(), [("yes", ""), ("no", "")])?;
    list(sheet, &SIZES, HeadLine::Size.id(), SizeClass::ALL.map(|size| (size.id(), "")))?;
    for (at, indicator) in choices(order).into_iter().enumerate() {
        let ValueKind::Choice(entries) = &indicator.kind else { continue };
        let entries = entries.iter().map(|entry| (entry.id.as_str(), entry.title.as_str()));
        list(sheet, &choice_list(at, indicator), indicator.id.as_str(), entries)?;
    }
    sheet.protect_with_options(&style::protection());
    Ok(())
}

fn list<'a>(
    sheet: &mut Worksheet,
    list: &List,
    heading: &str,
    entries: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, list.column, heading, &style::heading())?;
    for (row, (entry, meaning)) in (1..).zip(entries) {
        sheet.write_string_with_format(row, list.column, entry, &style::fixed())?;
        sheet.write_string_with_format(row, list.column + 1, meaning, &style::fixed())?;
    }
    Ok(())
}
