//! What is asked of lists: how long they are, which elements are kept, and one number from many.

use super::super::number::Number;
use super::super::syntax::{Aggregate, Index};
use super::super::value::Reason;
use super::Cell;
use super::operators::mismatch;

/// The elements of a list; none of anything else.
pub(super) fn elements<'a: 'b, 'b>(list: &'b Cell<'a>) -> Box<dyn Iterator<Item = Cell<'a>> + 'b> {
    match list {
        Cell::Records(records) => Box::new(records.iter().map(Cell::Record)),
        Cell::List(cells) => Box::new(cells.iter().cloned()),
        _ => Box::new(std::iter::empty()),
    }
}

pub(super) fn length(list: &Cell<'_>) -> usize {
    match list {
        Cell::Records(records) => records.len(),
        Cell::List(cells) => cells.len(),
        _ => 0,
    }
}

pub(super) fn size<'a>(list: &Cell<'a>, index: Index) -> Cell<'a> {
    let length = match list {
        Cell::Records(_) | Cell::List(_) => i128::try_from(length(list)).ok(),
        other => return mismatch([other], index),
    };
    length.map_or(Cell::Undefined(Reason::TooLarge, index), |length| Cell::Number(Number::whole(length)))
}

/// The elements for which the body is true; not known as soon as the body is not known for one.
pub(super) fn filter<'a>(list: &Cell<'a>, results: &[Cell<'a>], index: Index) -> Cell<'a> {
    let kept = elements(list).zip(results).filter(|(_, result)| **result == Cell::Bool(true));
    if results.iter().all(|result| matches!(result, Cell::Bool(_))) {
        return Cell::List(kept.map(|(element, _)| element).collect());
    }
    mismatch(results, index)
}

/// One number from a list of numbers.
pub(super) fn aggregate<'a>(aggregate: Aggregate, list: &Cell<'a>, index: Index) -> Cell<'a> {
    let Cell::List(cells) = list else { return mismatch([list], index) };
    let numbers: Option<Vec<Number>> = cells
        .iter()
        .map(|cell| match cell {
            Cell::Number(number) => Some(*number),
            _ => None,
        })
        .collect();
    let Some(numbers) = numbers else { return mismatch(cells, index) };
    let result = match aggregate {
        Aggregate::Sum => {
            numbers.iter().try_fold(Number::ZERO, |sum, number| sum.checked_add(*number)).ok_or(Reason::TooLarge)
        }
        Aggregate::Min => numbers.into_iter().min().ok_or(Reason::NothingToChoose),
        Aggregate::Max => numbers.into_iter().max().ok_or(Reason::NothingToChoose),
        Aggregate::Median => median(numbers),
    };
    result.map_or_else(|reason| Cell::Undefined(reason, index), Cell::Number)
}

/// The middle one, or half the sum of the two in the middle.
fn median(mut numbers: Vec<Number>) -> Result<Number, Reason> {
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let upper = numbers.get(middle).ok_or(Reason::NothingToChoose)?;
    if !numbers.len().is_multiple_of(2) {
        return Ok(*upper);
    }
    let lower = middle.checked_sub(1).and_then(|middle| numbers.get(middle)).ok_or(Reason::NothingToChoose)?;
    let sum = lower.checked_add(*upper).ok_or(Reason::TooLarge)?;
    sum.checked_div(Number::whole(2)).ok_or(Reason::TooLarge)
}
