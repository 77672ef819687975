use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::check;
use crate::codes::indicator::breakdown::Parts;
use crate::codes::indicator::fault::Place;
use crate::codes::indicator::fixtures::{broken_down, code, id, named, other, set, share};
use crate::codes::indicator::formula::{Field, FieldKind, RecordType};
use crate::codes::indicator::kind::{Rounding, ValueKind};
use crate::codes::indicator::target::Target;
use crate::codes::indicator::{Indicator, IndicatorSet, IndicatorVariant};
use crate::law::size::SizeClass;

fn told(set: &IndicatorSet) -> Vec<(Place, String)> {
    check(set, &code()).into_iter().map(|fault| (fault.place, fault.error.to_string())).collect()
}

fn expect(indicators: Vec<Indicator>, place: Place, message: &str) {
    assert_eq!(told(&set(indicators)), [(place, message.to_owned())]);
}

fn variant(sizes: &[SizeClass], target: &str) -> IndicatorVariant {
    IndicatorVariant {
        sizes: sizes.iter().copied().collect(),
        target: Target::parse(target),
        frequency: None,
        breakdowns: None,
        note: String::new(),
    }
}

const FIRST: Place = Place::Indicator(0);

#[test]
fn a_sound_set_has_no_faults() {
    let number = ValueKind::Number { minimum: None, maximum: Some(Decimal::TEN) };
    let indicators = vec![
        Indicator { breakdowns: vec![broken_down("model", &[])], target: Target::parse(">= 95"), ..share("a") },
        other("b", ValueKind::Count, Some("incidents")),
        other("c", number, Some("MWh")),
        other("d", ValueKind::Days, None),
        other("e", ValueKind::YesNo, None),
        other("f", ValueKind::Choice(vec![named("x"), named("y")]), None),
        other("g", ValueKind::Text, None),
    ];
    assert_eq!(told(&set(indicators)), []);
}

#[test]
fn a_set_is_for_one_version_of_a_code() {
    let other = IndicatorSet { code: (id("x"), id("2")), ..set(vec![share("a")]) };
    assert_eq!(told(&other), [(Place::Set, "the set is for `x@2`, and the code is `x@1`".to_owned())]);
}

#[test]
fn ids_are_unique() {
    expect(vec![share("a"), share("a")], Place::Indicator(1), "the id `a` is used twice");
    let breakdowns = vec![broken_down("m", &[]), broken_down("m", &[])];
    expect(vec![Indicator { breakdowns, ..share("a") }], Place::Breakdown(0, 1), "the id `m` is used twice");
}

#[test]
fn an_indicator_serves_parts_of_the_code() {
    let lost = Indicator { serves: vec![id("X.M9")], ..share("b") };
    expect(vec![share("a"), lost], Place::Indicator(1), "`X.M9` is not a commitment or measure of the code");
    let idle = Indicator { serves: Vec::new(), ..share("b") };
    expect(vec![share("a"), idle], Place::Indicator(1), "the indicator `b` serves no part of the code");
}

#[test]
fn every_commitment_has_an_indicator_or_a_reason() {
    let mut one = set(vec![share("a")]);
    one.indicators[0].serves = vec![id("X.C1")];
    assert_eq!(told(&one), [(Place::Set, "commitment `X.C2` has no indicator".to_owned())]);
    one.without = vec![(id("X.C2"), "It is about form.".to_owned())];
    assert_eq!(told(&one), []);
    one.indicators[0].serves = vec![id("X.C1"), id("X.M2.1")];
    let message = "commitment `X.C2` is said to have no indicator and has one".to_owned();
    assert_eq!(told(&one), [(Place::Without(0), message)]);
    one.without = vec![(id("X.C3"), String::new())];
    let message = "`X.C3` is not a commitment or measure of the code".to_owned();
    assert_eq!(told(&one), [(Place::Without(0), message)]);
}

#[test]
fn units_fit_the_kind() {
    for (kind, unit, message) in [
        (ValueKind::Count, None, "a value of the kind `count` needs a unit"),
        (ValueKind::Number { minimum: None, maximum: None }, None, "a value of the kind `number` needs a unit"),
        (ValueKind::YesNo, Some("%"), "`%` is not a unit of the kind `yes-no`"),
        (ValueKind::Days, Some("hours"), "`hours` is not a unit of the kind `days`"),
        (ValueKind::Text, Some("words"), "`words` is not a unit of the kind `text`"),
    ] {
        expect(vec![other("a", kind, unit)], FIRST, message);
    }
    let permille = Indicator { stated_unit: Some("per mille".to_owned()), ..share("a") };
    expect(vec![permille], FIRST, "`per mille` is not a unit of the kind `share`");
}

#[test]
fn targets_are_figures_that_values_can_have() {
    let aimed = |kind, unit, target| Indicator { target: Target::parse(target), ..other("a", kind, unit) };
    let over = Indicator { target: Target::parse(">= 100.1"), ..share("a") };
    expect(vec![over], FIRST, "the target `>= 100.1` is outside what a value of the kind `share` can be");
    let half = aimed(ValueKind::Count, Some("things"), "<= 0.5");
    expect(vec![half], FIRST, "the target `<= 0.5` is outside what a value of the kind `count` can be");
    let early = aimed(ValueKind::Days, None, "<= -1");
    expect(vec![early], FIRST, "the target `<= -1` is outside what a value of the kind `days` can be");
    expect(vec![aimed(ValueKind::YesNo, None, "= 1")], FIRST, "a value of the kind `yes-no` has no target");
}

#[test]
fn bounds_lists_ratios_and_rounding_make_sense() {
    let bounds = ValueKind::Number { minimum: Some(Decimal::TEN), maximum: Some(Decimal::ONE) };
    expect(vec![other("a", bounds, Some("t"))], FIRST, "the minimum is above the maximum");
    let message = "a list has at least two entries, each once";
    expect(vec![other("a", ValueKind::Choice(vec![named("x")]), None)], FIRST, message);
    expect(vec![other("a", ValueKind::Choice(vec![named("x"), named("x")]), None)], FIRST, message);
    let breakdowns = vec![broken_down("risk", &["x"])];
    expect(vec![Indicator { breakdowns, ..share("a") }], Place::Breakdown(0, 0), message);
    let message = "a share, and nothing else, says what its numerator and denominator count";
    expect(vec![Indicator { ratio: None, ..share("a") }], FIRST, message);
    expect(vec![Indicator { kind: ValueKind::Days, ..share("a") }], FIRST, message);
    let fine = Indicator { rounding: Some(Rounding::to_places(7)), ..share("a") };
    expect(vec![fine], FIRST, "a value of the kind `share` cannot be rounded so");
    let text = Indicator { rounding: Some(Rounding::to_places(1)), ..other("a", ValueKind::Text, None) };
    expect(vec![text], FIRST, "a value of the kind `text` cannot be rounded so");
}

#[test]
fn variants_differ_and_do_not_overlap() {
    use SizeClass::{Micro, Small};
    let with = |variants| Indicator { variants, sizes: BTreeSet::from([Micro, Small]), ..share("a") };
    let both = vec![variant(&[Micro, Small], ">= 80"), variant(&[Small], ">= 90")];
    expect(vec![with(both)], Place::Variant(0, 1), "two variants are for the size class `small`");
    let message = "the variant is for the size class `large`, which need not report the indicator";
    expect(vec![with(vec![variant(&[SizeClass::Large], ">= 80")])], Place::Variant(0, 0), message);
    expect(vec![with(vec![variant(&[Micro], "")])], Place::Variant(0, 0), "the variant changes nothing");
    expect(vec![with(vec![variant(&[], ">= 80")])], Place::Variant(0, 0), "the variant changes nothing");
    let message = "the target `>= 101` is outside what a value of the kind `share` can be";
    expect(vec![with(vec![variant(&[Micro], ">= 101")])], Place::Variant(0, 0), message);
    let keeps = IndicatorVariant { breakdowns: Some([id("model")].into()), ..variant(&[Micro], "") };
    let message = "the variant keeps the breakdown `model`, which the indicator does not have";
    expect(vec![with(vec![keeps])], Place::Variant(0, 0), message);
    let nobody = Indicator { sizes: BTreeSet::new(), ..share("a") };
    expect(vec![nobody], FIRST, "the indicator `a` is asked of no size class");
}

#[test]
fn records_and_fields_can_be_named_in_formulas() {
    let field = |text, kind| Field { id: id(text), title: String::new(), kind };
    let record = |text, fields| RecordType { id: id(text), title: String::new(), fields };
    for (records, place, message) in [
        (vec![record("a-b", Vec::new())], 0, "`a-b` cannot be named in a formula"),
        (vec![record("a", vec![field("b.c", FieldKind::Bool)])], 0, "`b.c` cannot be named in a formula"),
        (vec![record("in", Vec::new())], 0, "`in` cannot be named in a formula"),
        (vec![record("a", Vec::new()), record("a", Vec::new())], 1, "the id `a` is used twice"),
        (vec![record("a", vec![field("b", FieldKind::Bool); 2])], 0, "the id `b` is used twice"),
        (
            vec![record("a", vec![field("b", FieldKind::Choice(vec!["x".to_owned()]))])],
            0,
            "a list has at least two entries, each once",
        ),
    ] {
        let set = IndicatorSet { records, ..set(vec![share("a")]) };
        assert_eq!(told(&set), [(Place::Record(place), message.to_owned())]);
    }
}

#[test]
fn member_states_are_a_list() {
    let ids = Parts::MemberStates.ids().unwrap();
    assert_eq!((ids.len(), ids[0].as_str(), ids[26].as_str()), (27, "AT", "SK"));
}
