//! A report as a whole: its head, each of its rows once, and no row missing that the size class must fill.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::codes::indicator::plan::{Row, RowTime, rows};
use adhere_domain::codes::indicator::value::{Observation, When};
use adhere_domain::law::size::SizeClass;

use super::cell::{Cell, plain_text, shown};
use super::column::HeadLine;
use super::raw::RawReport;
use super::row::{Key, RowReader};
use super::{IndicatorReport, NamedSet};
use crate::toml_reader::Log;

pub(super) fn whole(raw: &RawReport, of: NamedSet<'_>, size: Option<SizeClass>, log: &Log) -> Option<IndicatorReport> {
    let head = Head { raw, log };
    // Rows of a template for another set or version would be refused one by one to no use.
    head.is_for(of)?;
    let (period, size, provider) = (head.period(), head.size(size), head.provider());
    let (period, size) = (period?, size?);
    let planned = rows(of.set, period);
    let reader = RowReader { of, planned: &planned, period, size, log };
    let mut seen: BTreeMap<Key, String> = BTreeMap::new();
    let mut observations: Vec<Observation> = Vec::new();
    for row in &raw.rows {
        let Some((key, observation)) = reader.read(row) else { continue };
        let place = row.place();
        match seen.get(&key) {
            Some(first) => {
                let message = format!("the row is there twice, first at {first}");
                row.cell_of_indicator().refuse(log, "report-row-twice", &message, "keep one of them");
            }
            None => {
                seen.insert(key, place);
            }
        }
        observations.extend(observation);
    }
    missing(&planned, &seen.into_keys().collect(), size, log);
    Some(IndicatorReport { provider: provider?, size, period, observations })
}

fn missing(planned: &[Row<'_>], seen: &BTreeSet<Key>, size: SizeClass, log: &Log) {
    for row in planned.iter().filter(|row| row.is_fixed() && row.sizes.contains(&size)) {
        let RowTime::Period(period) = row.when else { continue };
        let part = row.part.breakdown().zip(row.part.entry());
        let key = Key {
            indicator: row.indicator.id.to_string(),
            when: When::Period(period),
            part: part.map(|(breakdown, entry)| (breakdown.id.to_string(), entry.to_owned())),
        };
        if !seen.contains(&key) {
            let part = part.map_or_else(String::new, |(breakdown, entry)| format!(", {} {entry}", breakdown.id));
            let message = format!("the row `{}` for {period}{part} is missing", row.indicator.id);
            let hint = format!("the size class `{}` must fill it; take the row from the template", size.id());
            log.error(None, "report-row-missing", message, Some(hint));
        }
    }
}

/// The head of a report.
struct Head<'a> {
    raw: &'a RawReport,
    log: &'a Log,
}

impl Head<'_> {
    fn line(&self, line: HeadLine) -> Cell {
        let absent = || Cell { place: line.id().to_owned(), ..Cell::default() };
        self.raw.head.get(&line).cloned().unwrap_or_else(absent)
    }

    fn is_for(&self, of: NamedSet<'_>) -> Option<()> {
        let lines = [
            (HeadLine::Code, of.set.code_name()),
            (HeadLine::Set, of.set.name()),
            (HeadLine::Digest, of.digest.to_string()),
        ];
        let mut is_for = true;
        for (line, expected) in lines {
            let cell = self.line(line);
            if cell.text != expected {
                let message = format!("the report says `{}` and not `{expected}`", shown(&cell.text));
                cell.refuse(self.log, "report-other-set", &message, "fill in a template of this version of the set");
                is_for = false;
            }
        }
        is_for.then_some(())
    }

    fn period(&self) -> Option<ReportingPeriod> {
        let cell = self.line(HeadLine::Period);
        let period = ReportingPeriod::parse(&cell.text);
        if period.is_none() {
            let message = format!("`{}` is not a period", shown(&cell.text));
            cell.refuse(self.log, "report-period", &message, "write `2026`, `2026-H1`, `2026-Q3` or `2026-05`");
        }
        period
    }

    fn size(&self, given: Option<SizeClass>) -> Option<SizeClass> {
        let cell = self.line(HeadLine::Size);
        let stated = SizeClass::ALL.into_iter().find(|size| size.id() == cell.text);
        let names = SizeClass::ALL.map(SizeClass::id).join("`, `");
        match (stated, given) {
            (Some(stated), Some(given)) if stated != given => {
                let message = format!("the report is of the size class `{}` and not `{}`", stated.id(), given.id());
                cell.refuse(self.log, "report-size", &message, "correct one of them");
                None
            }
            (None, Some(given)) if cell.text.is_empty() => Some(given),
            (Some(stated), _) => Some(stated),
            (None, _) => {
                let message = format!("`{}` is not a size class", shown(&cell.text));
                cell.refuse(self.log, "report-size", &message, &format!("one of `{names}`"));
                None
            }
        }
    }

    fn provider(&self) -> Option<String> {
        let cell = self.line(HeadLine::Provider);
        if cell.text.is_empty() {
            cell.refuse(self.log, "report-provider", "it does not say who reports", "write the provider's name");
            return None;
        }
        plain_text(&cell, self.log)
    }
}
