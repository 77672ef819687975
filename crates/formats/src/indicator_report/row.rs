//! One row of a report: which row of the set it is. What it reports is read in `outcome`.

mod outcome;

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::indicator::Indicator;
use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::codes::indicator::plan::{Row, RowTime};
use adhere_domain::codes::indicator::value::{Observation, When};
use adhere_domain::law::size::SizeClass;

use super::NamedSet;
use super::cell::{day, plain_text, shown};
use super::column::Column;
use super::raw::RawRow;
use crate::toml_reader::Log;

/// What no two rows of a report share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) indicator: String,
    pub(super) when: When,
    pub(super) part: Option<(String, String)>,
}

/// A finding was logged.
struct Refused;

/// Reads rows against those that the set asks for.
pub(super) struct RowReader<'a> {
    pub(super) of: NamedSet<'a>,
    pub(super) planned: &'a [Row<'a>],
    pub(super) period: ReportingPeriod,
    pub(super) size: SizeClass,
    pub(super) log: &'a Log,
}

impl RowReader<'_> {
    /// The row's key with what it reports; no key where it cannot be told which row it is, or where it is left empty.
    pub(super) fn read(&self, row: &RawRow) -> Option<(Key, Option<Observation>)> {
        let (indicator, is_asked) = self.indicator(row)?;
        let inputs: Vec<Column> = Column::ALL.into_iter().filter(|column| column.is_input()).collect();
        let is_blank = row.is_empty(&inputs);
        let is_unnamed =
            row.is_empty(&[Column::Period]) || !row.is_empty(&[Column::Breakdown]) && row.is_empty(&[Column::Entry]);
        if is_blank && (is_unnamed || !is_asked) {
            return None;
        }
        let (when, part) = (self.when(row, indicator), self.part(row, indicator));
        let has_unit = self.has_unit(row, indicator);
        let (Some(when), Ok(part)) = (when, part) else { return None };
        let names = part.as_ref().map(|(breakdown, entry)| (breakdown.to_string(), entry.clone()));
        let key = Key { indicator: indicator.id.to_string(), when, part: names };
        let outcome = self.outcome(row, indicator);
        let note = row.cell(Column::MethodNote);
        let method_note = (!note.text.is_empty()).then(|| plain_text(&note, self.log));
        let observation = || {
            has_unit.then_some(())?;
            let method_note = match method_note {
                Some(note) => Some(note?),
                None => None,
            };
            Some(Observation { indicator: indicator.id.clone(), when, part, outcome: outcome?, method_note })
        };
        Some((key, observation()))
    }

    /// The indicator, and whether the size class must report it.
    fn indicator(&self, row: &RawRow) -> Option<(&Indicator, bool)> {
        let cell = row.cell(Column::Indicator);
        let indicator = self.of.set.indicator(&cell.text);
        if indicator.is_none() {
            let message = format!("`{}` is not an indicator of the set", shown(&cell.text));
            cell.refuse(self.log, "report-unknown-indicator", &message, "see `adhere kpi list`, or remove the row");
        }
        indicator.map(|indicator| (indicator, indicator.sizes.contains(&self.size)))
    }

    fn own<'b>(&'b self, indicator: &'b Indicator) -> impl Iterator<Item = &'b Row<'b>> {
        self.planned.iter().filter(|row| row.indicator.id == indicator.id)
    }

    fn when(&self, row: &RawRow, indicator: &Indicator) -> Option<When> {
        let cell = row.cell(Column::Period);
        let is_due = |when| self.own(indicator).any(|planned| planned.when == when);
        if let Some(day) = day(&cell.text).filter(|_| is_due(RowTime::EachEvent)) {
            if self.period.has(day) {
                return Some(When::Event(day));
            }
            let message = format!("{day} is not in {}", self.period);
            cell.refuse(self.log, "report-period", &message, "report each event in the period in which it fell");
            return None;
        }
        let period = ReportingPeriod::parse(&cell.text).filter(|period| is_due(RowTime::Period(*period)));
        if period.is_none() {
            let mut due: Vec<String> = self
                .own(indicator)
                .map(|planned| match planned.when {
                    RowTime::Period(period) => period.to_string(),
                    RowTime::EachEvent => format!("a day in {} such as {}", self.period, self.period.first()),
                })
                .collect();
            due.dedup();
            let message = format!("`{}` is not a period that `{}` is reported for", shown(&cell.text), indicator.id);
            let hint = if due.is_empty() {
                format!("the indicator is not due in {}: remove the row", self.period)
            } else {
                format!("write {}", due.join(", "))
            };
            cell.refuse(self.log, "report-period", &message, &hint);
        }
        period.map(When::Period)
    }

    /// The breakdown with its entry; nothing for the total.
    fn part(&self, row: &RawRow, indicator: &Indicator) -> Result<Option<(PartId, String)>, Refused> {
        let (breakdown, entry) = (row.cell(Column::Breakdown), row.cell(Column::Entry));
        if breakdown.text.is_empty() && entry.text.is_empty() {
            return Ok(None);
        }
        let Some(known) = indicator.breakdowns.iter().find(|known| known.id.as_str() == breakdown.text) else {
            let names: Vec<_> = indicator.breakdowns.iter().map(|known| known.id.as_str()).collect();
            let message = format!("`{}` is not a breakdown of `{}`", shown(&breakdown.text), indicator.id);
            let hint =
                if names.is_empty() { "leave it empty".to_owned() } else { format!("one of `{}`", names.join("`, `")) };
            breakdown.refuse(self.log, "report-breakdown", &message, &hint);
            return Err(Refused);
        };
        let is_listed = known.into.ids().is_none_or(|ids| ids.contains(&entry.text));
        if entry.text.is_empty() || !is_listed {
            let message = format!("`{}` is not an entry of the breakdown `{}`", shown(&entry.text), known.id);
            let listed = known.into.ids().map(|ids| format!("one of `{}`", ids.join("`, `")));
            let hint = listed.unwrap_or_else(|| "say which one the figure is for".to_owned());
            entry.refuse(self.log, "report-breakdown", &message, &hint);
            return Err(Refused);
        }
        let entry = plain_text(&entry, self.log).ok_or(Refused)?;
        Ok(Some((known.id.clone(), entry)))
    }

    fn has_unit(&self, row: &RawRow, indicator: &Indicator) -> bool {
        let cell = row.cell(Column::Unit);
        let unit = indicator.unit().unwrap_or_default();
        if cell.text != unit {
            let message = format!("the unit is `{}` and not `{unit}`", shown(&cell.text));
            cell.refuse(self.log, "report-unit", &message, "convert the figure and restore the unit of the template");
        }
        cell.text == unit
    }
}
