//! What is wrong with a set of indicators: in itself, and against the code it is for.

use std::collections::BTreeSet;

use super::breakdown::{Breakdown, Parts};
use super::fault::{Fault, IndicatorError, Place};
use super::formula::{FieldKind, RecordType, declare};
use super::kind::{MOST_PLACES, ValueKind};
use super::target::Target;
use super::{Indicator, IndicatorSet};
use crate::codes::code::Code;
use crate::codes::expression::vocabulary::{Vocabulary, VocabularyError};
use crate::codes::id::PartId;

/// All faults of a set in itself and against its code, in the order of the set.
pub fn check(set: &IndicatorSet, code: &Code) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at = |place, error| faults.push(Fault { place, error });
    let actual = format!("{}@{}", code.id, code.version);
    if set.code_name() != actual {
        at(Place::Set, IndicatorError::OtherCode { set: set.code_name(), code: actual });
    }
    records(&set.records, &mut at);
    let parts = parts_of(code);
    let mut ids = BTreeSet::new();
    for (index, indicator) in set.indicators.iter().enumerate() {
        if !ids.insert(&indicator.id) {
            at(Place::Indicator(index), IndicatorError::IdTwice { id: indicator.id.to_string() });
        }
        serves(indicator, &parts, &mut |error| at(Place::Indicator(index), error));
        measurement(indicator, &mut |error| at(Place::Indicator(index), error));
        broken_down(indicator, &mut |number, error| at(Place::Breakdown(index, number), error));
        variants(indicator, &mut |number, error| at(Place::Variant(index, number), error));
    }
    commitments(set, code, &mut at);
    faults
}

fn parts_of(code: &Code) -> BTreeSet<&PartId> {
    let commitments = code.commitments().map(|(_, commitment)| &commitment.id);
    commitments.chain(code.measures().map(|(_, _, measure)| &measure.id)).collect()
}

fn records(records: &[RecordType], at: &mut impl FnMut(Place, IndicatorError)) {
    let mut vocabulary = Vocabulary::default();
    for (index, record) in records.iter().enumerate() {
        let mut names = BTreeSet::new();
        for field in record.fields.iter().filter(|field| !names.insert(&field.id)) {
            at(Place::Record(index), IndicatorError::IdTwice { id: field.id.to_string() });
        }
        match declare(record, &mut vocabulary) {
            Err(VocabularyError::NotAName { name }) => at(Place::Record(index), IndicatorError::NotAName { name }),
            Err(VocabularyError::Clash { name, .. }) => at(Place::Record(index), IndicatorError::IdTwice { id: name }),
            Ok(()) => {}
        }
        let lists = record.fields.iter().filter_map(|field| match &field.kind {
            FieldKind::Choice(words) => Some(words),
            _ => None,
        });
        for _ in lists.filter(|words| words.len() < 2 || words.iter().collect::<BTreeSet<_>>().len() < words.len()) {
            at(Place::Record(index), IndicatorError::ListUnfit);
        }
    }
}

fn serves(indicator: &Indicator, parts: &BTreeSet<&PartId>, at: &mut impl FnMut(IndicatorError)) {
    if indicator.serves.is_empty() {
        at(IndicatorError::ServesNothing { indicator: indicator.id.clone() });
    }
    for part in indicator.serves.iter().filter(|part| !parts.contains(part)) {
        at(IndicatorError::UnknownPart { part: part.clone() });
    }
    if indicator.sizes.is_empty() {
        at(IndicatorError::AskedOfNobody { indicator: indicator.id.clone() });
    }
}

fn measurement(indicator: &Indicator, at: &mut impl FnMut(IndicatorError)) {
    let kind = indicator.kind.id();
    match (&indicator.kind, indicator.stated_unit.as_deref()) {
        (ValueKind::Count | ValueKind::Number { .. }, None) => at(IndicatorError::UnitMissing { kind }),
        (ValueKind::Count | ValueKind::Number { .. }, Some(_)) | (_, None) => {}
        (other, Some(unit)) => {
            if other.fixed_unit() != Some(unit) {
                at(IndicatorError::UnitUnfit { unit: unit.to_owned(), kind });
            }
        }
    }
    if let (Some(least), Some(most)) = indicator.kind.bounds()
        && least > most
    {
        at(IndicatorError::BoundsCross);
    }
    if let ValueKind::Choice(entries) = &indicator.kind
        && !is_list(entries.iter().map(|named| &named.id), 2)
    {
        at(IndicatorError::ListUnfit);
    }
    if indicator.ratio.is_some() != matches!(indicator.kind, ValueKind::Share) {
        at(IndicatorError::RatioUnfit);
    }
    if indicator.rounding.is_some_and(|rounding| !indicator.kind.is_figure() || rounding.places > MOST_PLACES) {
        at(IndicatorError::RoundingUnfit { kind });
    }
    target(indicator, indicator.target, at);
}

fn target(indicator: &Indicator, target: Option<Target>, at: &mut impl FnMut(IndicatorError)) {
    let kind = indicator.kind.id();
    match target {
        Some(_) if !indicator.kind.is_figure() => at(IndicatorError::TargetUnfit { kind }),
        Some(target) if !indicator.kind.allows(target.figure) => at(IndicatorError::TargetOutOfRange { target, kind }),
        _ => {}
    }
}

fn is_list<'a>(ids: impl Iterator<Item = &'a PartId>, least: usize) -> bool {
    let ids: Vec<_> = ids.collect();
    ids.len() >= least && ids.iter().collect::<BTreeSet<_>>().len() == ids.len()
}

fn broken_down(indicator: &Indicator, at: &mut impl FnMut(usize, IndicatorError)) {
    let mut ids = BTreeSet::new();
    for (number, Breakdown { id, into, .. }) in indicator.breakdowns.iter().enumerate() {
        if !ids.insert(id) {
            at(number, IndicatorError::IdTwice { id: id.to_string() });
        }
        if let Parts::Listed(entries) = into
            && !is_list(entries.iter().map(|named| &named.id), 2)
        {
            at(number, IndicatorError::ListUnfit);
        }
    }
}

fn variants(indicator: &Indicator, at: &mut impl FnMut(usize, IndicatorError)) {
    let mut taken = BTreeSet::new();
    for (number, variant) in indicator.variants.iter().enumerate() {
        for size in &variant.sizes {
            if !taken.insert(*size) {
                at(number, IndicatorError::VariantOverlap { size: *size });
            }
            if !indicator.sizes.contains(size) {
                at(number, IndicatorError::VariantUnasked { size: *size });
            }
        }
        let kept = variant.breakdowns.iter().flatten();
        for breakdown in kept.filter(|kept| !indicator.breakdowns.iter().any(|known| known.id == **kept)) {
            at(number, IndicatorError::VariantBreakdown { breakdown: breakdown.clone() });
        }
        let changes = variant.target.is_some() || variant.frequency.is_some() || variant.breakdowns.is_some();
        if !changes || variant.sizes.is_empty() {
            at(number, IndicatorError::VariantIdle);
        }
        target(indicator, variant.target, &mut |error| at(number, error));
    }
}

/// An indicator of a measure is one of its commitment too.
///
/// That a code has no indicators of its own does not excuse a set made for it; that a commitment needs none does.
fn commitments(set: &IndicatorSet, code: &Code, at: &mut impl FnMut(Place, IndicatorError)) {
    let served: BTreeSet<&PartId> = set.indicators.iter().flat_map(|indicator| &indicator.serves).collect();
    for (index, (part, _)) in set.without.iter().enumerate() {
        if !code.commitments().any(|(_, commitment)| commitment.id == *part) {
            at(Place::Without(index), IndicatorError::UnknownPart { part: part.clone() });
        }
    }
    for (_, commitment) in code.commitments() {
        let has_one =
            served.contains(&commitment.id) || commitment.measures.iter().any(|measure| served.contains(&measure.id));
        let code_says = commitment.no_indicators.is_some();
        let said = set.without.iter().position(|(part, _)| *part == commitment.id);
        match (has_one, said) {
            (false, None) if !code_says => {
                at(Place::Set, IndicatorError::CommitmentWithout { commitment: commitment.id.clone() });
            }
            (true, Some(index)) => {
                at(Place::Without(index), IndicatorError::WithoutHasOne { commitment: commitment.id.clone() });
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
