//! Indicators of a code (KPIs): what is counted, how, for which period, by whom, and when a figure is not available.
//!
//! A set of indicators belongs to one version of a code. Reading and writing sets and reports is left to the formats.

pub mod kind;

pub mod period;

pub mod breakdown;
pub mod target;

pub mod formula;

pub mod asked;
pub mod plan;

pub mod value;

pub mod check;
pub mod fault;

use std::collections::BTreeSet;

use self::breakdown::Breakdown;
use self::formula::{Formula, RecordType};
use self::kind::{Direction, Rounding, ValueKind};
use self::period::Frequency;
use self::target::Target;
use super::id::PartId;
use crate::law::size::SizeClass;

/// A version of a set of indicators, made for one version of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorSet {
    /// Its id, the same for all versions.
    pub id: PartId,
    /// The version, unique within the set.
    pub version: PartId,
    /// Its title.
    pub title: String,
    /// The code it is for: id and version.
    pub code: (PartId, PartId),
    /// Where it comes from, and how far it can be relied on.
    pub source: String,
    /// What has to be collected for the formulas.
    pub records: Vec<RecordType>,
    /// The indicators, in the order of the set.
    pub indicators: Vec<Indicator>,
    /// Parts of the code that openly have no indicator, with the reason.
    pub without: Vec<(PartId, String)>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its id, such as `S.K9.1`.
    pub id: PartId,
    /// Its title.
    pub title: String,
    /// The commitments and measures that it serves.
    pub serves: Vec<PartId>,
    /// What kind of value it has.
    pub kind: ValueKind,
    /// The unit as written; see [`Indicator::unit`] for the one that holds.
    pub stated_unit: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// How it is measured.
    pub method: String,
    /// What stands above and below the line of a share.
    pub ratio: Option<RatioWords>,
    /// How often it is reported.
    pub frequency: Frequency,
    /// How its value is broken down beside the total.
    pub breakdowns: Vec<Breakdown>,
    /// The size classes that must report it.
    pub sizes: BTreeSet<SizeClass>,
    /// What differs for some of them.
    pub variants: Vec<IndicatorVariant>,
    /// What is aimed at.
    pub target: Option<Target>,
    /// How it follows from collected records.
    pub formula: Option<Formula>,
    /// How its figures are rounded.
    pub rounding: Option<Rounding>,
    /// When the value counts as not available.
    pub not_available: String,
}

/// What is counted above and below the line of a share, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatioWords {
    /// Above.
    pub numerator: String,
    /// Below.
    pub denominator: String,
}

/// What differs for some size classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorVariant {
    /// The classes.
    pub sizes: BTreeSet<SizeClass>,
    /// Another target.
    pub target: Option<Target>,
    /// Another frequency.
    pub frequency: Option<Frequency>,
    /// The breakdowns that remain, where not all do.
    pub breakdowns: Option<BTreeSet<PartId>>,
    /// What changes and why, in our own words.
    pub note: String,
}

impl IndicatorSet {
    /// An indicator by its id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id.as_str() == id)
    }

    /// The parts of the code that have an indicator.
    pub fn indicated(&self) -> BTreeSet<PartId> {
        self.indicators.iter().flat_map(|indicator| indicator.serves.iter().cloned()).collect()
    }

    /// The set's name with its version, such as `gpai-kpis@2026-11-22`.
    pub fn name(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The code's name with its version, such as `gpai@2025-07-10`.
    pub fn code_name(&self) -> String {
        format!("{}@{}", self.code.0, self.code.1)
    }
}

impl Indicator {
    /// The unit of its values: fixed for shares and days, as stated for counts and numbers, none for the rest.
    pub fn unit(&self) -> Option<&str> {
        self.kind.fixed_unit().or(self.stated_unit.as_deref())
    }

    /// How its figures are rounded: as stated, or to whole numbers and for shares to one decimal.
    pub fn rounding(&self) -> Rounding {
        self.rounding.unwrap_or(match self.kind {
            ValueKind::Share => Rounding::to_places(1),
            _ => Rounding::to_places(0),
        })
    }
}

#[cfg(test)]
mod fixtures;
