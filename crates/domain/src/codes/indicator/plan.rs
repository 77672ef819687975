//! The rows of a report: which figures a set asks for in a period, and which size classes must give them.

use std::collections::{BTreeMap, BTreeSet};

use super::breakdown::Breakdown;
use super::period::{Frequency, ReportingPeriod};
use super::{Indicator, IndicatorSet};
use crate::law::size::SizeClass;

/// A row that a set asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// For when.
    pub when: RowTime,
    /// For which part.
    pub part: RowPart<'a>,
    /// The size classes that must fill the row.
    pub sizes: BTreeSet<SizeClass>,
}

/// For when a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowTime {
    /// For a period.
    Period(ReportingPeriod),
    /// For each event, with its day; as many rows as there were events.
    EachEvent,
}

/// For which part of the whole a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowPart<'a> {
    /// The whole.
    Total,
    /// One entry of a closed list.
    Entry(&'a Breakdown, String),
    /// What the reporter has; as many rows as there are.
    Any(&'a Breakdown),
}

impl<'a> RowPart<'a> {
    /// The breakdown, unless the row is for the whole.
    pub const fn breakdown(&self) -> Option<&'a Breakdown> {
        match self {
            Self::Total => None,
            Self::Entry(breakdown, _) | Self::Any(breakdown) => Some(breakdown),
        }
    }

    /// The entry, where the row is for one.
    pub fn entry(&self) -> Option<&str> {
        match self {
            Self::Entry(_, entry) => Some(entry),
            Self::Total | Self::Any(_) => None,
        }
    }
}

impl Row<'_> {
    /// Whether a report must have the row: it is neither for each event nor for what the reporter has.
    pub const fn is_fixed(&self) -> bool {
        matches!(self.when, RowTime::Period(_)) && !matches!(self.part, RowPart::Any(_))
    }
}

/// All rows of a set for a period, in the order of the set; with the classes that must fill each.
///
/// Indicators whose own period is longer than this one have no row.
pub fn rows(set: &IndicatorSet, period: ReportingPeriod) -> Vec<Row<'_>> {
    set.indicators.iter().flat_map(|indicator| rows_of(indicator, period)).collect()
}

/// Time, place of the breakdown, place of the entry in it: rows are in this order.
type Place = (RowTime, usize, usize);

fn rows_of(indicator: &Indicator, period: ReportingPeriod) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<Place, Row<'_>> = BTreeMap::new();
    for size in SizeClass::ALL {
        let Some(asked) = indicator.asked_of(size) else { continue };
        let times = match asked.frequency {
            Frequency::PerEvent => vec![RowTime::EachEvent],
            frequency => period.split(frequency).into_iter().map(RowTime::Period).collect(),
        };
        for when in times {
            let total = std::iter::once(((when, 0, 0), RowPart::Total));
            let broken_down = indicator.breakdowns.iter().enumerate();
            let broken_down = broken_down.filter(|(_, breakdown)| asked.breakdowns.contains(breakdown));
            let entries = broken_down.flat_map(|(index, breakdown)| {
                entries_of(breakdown).into_iter().enumerate().map(move |(at, part)| ((when, index + 1, at), part))
            });
            for (place, part) in total.chain(entries) {
                let row = rows.entry(place).or_insert_with(|| Row { indicator, when, part, sizes: BTreeSet::new() });
                row.sizes.insert(size);
            }
        }
    }
    rows.into_values().collect()
}

fn entries_of(breakdown: &Breakdown) -> Vec<RowPart<'_>> {
    match breakdown.into.ids() {
        Some(ids) => ids.into_iter().map(|id| RowPart::Entry(breakdown, id)).collect(),
        None => vec![RowPart::Any(breakdown)],
    }
}

#[cfg(test)]
mod tests;
