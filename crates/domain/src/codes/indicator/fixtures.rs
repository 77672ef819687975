//! A small code and a small set of indicators that tests change.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::breakdown::{Breakdown, Named, Parts};
use super::kind::{Direction, ValueKind};
use super::period::Frequency;
use super::{Indicator, IndicatorSet, RatioWords};
use crate::codes::code::{Addressee, Chapter, Code, Commitment, Measure, TextKind};
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::law::size::SizeClass;

pub(super) fn id(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

pub(super) fn named(text: &str) -> Named {
    Named { id: id(text), title: text.to_uppercase() }
}

/// A code with two commitments of one measure each.
pub(super) fn code() -> Code {
    let measure = |text| Measure {
        id: id(text),
        title: "Measure".to_owned(),
        covers: Vec::new(),
        condition: None,
        exemptions: Vec::new(),
        variants: Vec::new(),
        deadlines: Vec::new(),
        reports_to: Vec::new(),
        summary: String::new(),
    };
    let commitment = |text, measures| Commitment {
        id: id(text),
        title: "Commitment".to_owned(),
        objectives: Vec::new(),
        no_indicators: None,
        binds: Addressee::GeneralPurpose,
        covers: Vec::new(),
        summary: String::new(),
        measures,
    };
    let commitments = vec![commitment("X.C1", vec![measure("X.M1.1")]), commitment("X.C2", vec![measure("X.M2.1")])];
    Code {
        id: id("x"),
        title: "Code".to_owned(),
        version: id("1"),
        published: date(2026, 1, 1),
        profile: Profile::Aia95,
        source: String::new(),
        text: TextKind::Summary,
        language: None,
        objectives: Vec::new(),
        chapters: vec![Chapter { id: id("X"), title: "Chapter".to_owned(), commitments }],
        left_out: Vec::new(),
        indicators: None,
        no_indicators: None,
        lineages: Vec::new(),
        events: Vec::new(),
    }
}

/// A share that every class reports each year.
pub(super) fn share(text: &str) -> Indicator {
    Indicator {
        id: id(text),
        title: "Share".to_owned(),
        serves: vec![id("X.M1.1")],
        kind: ValueKind::Share,
        stated_unit: None,
        direction: Direction::Higher,
        method: "Count both.".to_owned(),
        ratio: Some(RatioWords { numerator: "done".to_owned(), denominator: "all".to_owned() }),
        frequency: Frequency::Yearly,
        breakdowns: Vec::new(),
        sizes: BTreeSet::from(SizeClass::ALL),
        variants: Vec::new(),
        target: None,
        formula: None,
        rounding: None,
        not_available: "Nothing to count.".to_owned(),
    }
}

/// Something else than a share.
pub(super) fn other(text: &str, kind: ValueKind, unit: Option<&str>) -> Indicator {
    Indicator { kind, stated_unit: unit.map(str::to_owned), ratio: None, ..share(text) }
}

pub(super) fn broken_down(text: &str, entries: &[&str]) -> Breakdown {
    let into =
        if entries.is_empty() { Parts::Free } else { Parts::Listed(entries.iter().copied().map(named).collect()) };
    Breakdown { id: id(text), title: text.to_owned(), into }
}

/// A set of these, for both commitments of the code.
pub(super) fn set(mut indicators: Vec<Indicator>) -> IndicatorSet {
    if let Some(first) = indicators.first_mut() {
        first.serves.push(id("X.C2"));
    }
    IndicatorSet {
        id: id("x-kpis"),
        version: id("1"),
        title: "Indicators".to_owned(),
        code: (id("x"), id("1")),
        source: "tests".to_owned(),
        records: Vec::new(),
        indicators,
        without: Vec::new(),
    }
}
