//! Faults of a set of indicators as findings: the rule's id, the key in the file, and what to do.

use adhere_domain::codes::indicator::fault::{Fault, IndicatorError, Place};

use crate::toml_reader::{Log, Section};

/// The tables of a set, in the order in which faults number them.
pub(super) struct Places<'s, 'a> {
    root: &'s Section<'a>,
    records: &'s [Section<'a>],
    indicators: Vec<IndicatorSections<'s, 'a>>,
    without: &'s [Section<'a>],
}

/// The table of an indicator with those in it.
pub(super) struct IndicatorSections<'s, 'a> {
    pub(super) section: &'s Section<'a>,
    pub(super) breakdowns: Vec<Section<'a>>,
    pub(super) variants: Vec<Section<'a>>,
}

impl<'s, 'a> Places<'s, 'a> {
    pub(super) fn new(
        root: &'s Section<'a>,
        records: &'s [Section<'a>],
        indicators: &'s [Section<'a>],
        without: &'s [Section<'a>],
    ) -> Self {
        let with_parts = |section: &'s Section<'a>| IndicatorSections {
            section,
            breakdowns: section.sections("breakdowns"),
            variants: section.sections("variant"),
        };
        Self { root, records, indicators: indicators.iter().map(with_parts).collect(), without }
    }

    pub(super) fn indicators(&self) -> impl Iterator<Item = &IndicatorSections<'s, 'a>> {
        self.indicators.iter()
    }

    /// Logs a fault at its place.
    pub(super) fn tell(&self, fault: &Fault, log: &Log) {
        let Advice { rule, key, hint } = advice(&fault.error);
        let within = |index: usize| self.indicators.get(index);
        let section = match fault.place {
            Place::Set => Some(self.root),
            Place::Record(index) => self.records.get(index),
            Place::Indicator(index) => within(index).map(|indicator| indicator.section),
            Place::Variant(index, number) => within(index).and_then(|indicator| indicator.variants.get(number)),
            Place::Breakdown(index, number) => within(index).and_then(|indicator| indicator.breakdowns.get(number)),
            Place::Without(index) => self.without.get(index),
        };
        log.error(section.and_then(|section| section.span(key)), rule, fault.error.to_string(), Some(hint.to_owned()));
    }
}

/// How a fault is told.
struct Advice {
    rule: &'static str,
    /// The key that it is about; where the table lacks it, the fault is about the table.
    key: &'static str,
    hint: &'static str,
}

fn advice(error: &IndicatorError) -> Advice {
    let advice = |rule, key, hint| Advice { rule, key, hint };
    match error {
        IndicatorError::OtherCode { .. } => {
            advice("kpi-other-code", "code", "name the version of the code that the set is for")
        }
        IndicatorError::IdTwice { .. } => advice("kpi-id-twice", "id", "give each its own id"),
        IndicatorError::NotAName { .. } => advice(
            "kpi-record-name",
            "id",
            "use letters, digits and `_`, and none of the words that expressions keep for themselves",
        ),
        IndicatorError::UnknownPart { .. } => {
            advice("kpi-unknown-part", "serves", "see `adhere code show` for the ids of commitments and measures")
        }
        IndicatorError::ServesNothing { .. } => {
            advice("kpi-serves-nothing", "serves", "add `serves = [\"…\"]` with ids of commitments or measures")
        }
        IndicatorError::CommitmentWithout { .. } => advice(
            "kpi-commitment-without",
            "kpi",
            "add an indicator that serves it or one of its measures, or a `[[without]]` with the reason",
        ),
        IndicatorError::WithoutHasOne { .. } => advice("kpi-without-idle", "part", "remove the `[[without]]`"),
        IndicatorError::UnitMissing { .. } => advice("kpi-unit", "unit", "add `unit = \"…\"`, such as `incidents`"),
        IndicatorError::UnitUnfit { .. } => {
            advice("kpi-unit", "unit", "shares are in `%`, days in `days`; only counts and numbers have other units")
        }
        IndicatorError::TargetUnfit { .. } => {
            advice("kpi-target", "target", "remove it; `direction` says what is better")
        }
        IndicatorError::TargetOutOfRange { .. } => {
            advice("kpi-target", "target", "a share is from 0 to 100, a count is whole, neither is negative")
        }
        IndicatorError::BoundsCross => advice("kpi-bounds", "minimum", "the minimum is the smaller of the two"),
        IndicatorError::ListUnfit => {
            advice("kpi-list", "choices", "list all that can be reported, each with its own id")
        }
        IndicatorError::RatioUnfit => {
            advice("kpi-ratio", "kind", "a share has both `numerator` and `denominator`; other kinds have neither")
        }
        IndicatorError::RoundingUnfit { .. } => {
            advice("kpi-rounding", "rounding", "figures are rounded to at most 6 decimals; other values are not")
        }
        IndicatorError::AskedOfNobody { .. } => {
            advice("kpi-asked-of-nobody", "sizes", "name a size class, or leave `sizes` out for all of them")
        }
        IndicatorError::VariantOverlap { .. } => {
            advice("kpi-variant-overlap", "sizes", "each size class has one variant at most")
        }
        IndicatorError::VariantUnasked { .. } => {
            advice("kpi-variant-unasked", "sizes", "a variant is for classes that `sizes` of the indicator names")
        }
        IndicatorError::VariantIdle => {
            advice("kpi-variant-idle", "sizes", "give it `sizes` and a `target`, a `period` or `breakdowns` of its own")
        }
        IndicatorError::VariantBreakdown { .. } => {
            advice("kpi-variant-breakdown", "breakdowns", "list those of the indicator that remain")
        }
    }
}
