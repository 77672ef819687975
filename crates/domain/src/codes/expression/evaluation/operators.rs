//! Operators on what steps came to, with strong Kleene logic for "and" and "or".
//!
//! What is undefined passes through every other operator, and so does what is unknown; of the two, undefined wins,
//! because no fact would help. In "and" and "or" unknown wins, because a fact might decide them after all.

use std::collections::BTreeSet;

use super::super::number::Number;
use super::super::syntax::{Index, Literal, Operator};
use super::super::value::Reason;
use super::Cell;

/// What passes through from operands: the first that is undefined, or all that is unknown.
pub(super) fn mismatch<'a: 'b, 'b>(operands: impl IntoIterator<Item = &'b Cell<'a>>, index: Index) -> Cell<'a> {
    let mut names: Option<BTreeSet<&'a str>> = None;
    for operand in operands {
        match operand {
            Cell::Undefined(reason, at) => return Cell::Undefined(*reason, *at),
            Cell::Unknown(more) => names.get_or_insert_default().extend(more),
            _ => {}
        }
    }
    names.map_or(Cell::Undefined(Reason::OtherVocabulary, index), Cell::Unknown)
}

pub(super) fn not<'a>(operand: &Cell<'a>, index: Index) -> Cell<'a> {
    match operand {
        Cell::Bool(value) => Cell::Bool(!value),
        other => mismatch([other], index),
    }
}

pub(super) fn negate<'a>(operand: &Cell<'a>, index: Index) -> Cell<'a> {
    match operand {
        Cell::Number(number) => number_or(number.checked_neg(), index),
        other => mismatch([other], index),
    }
}

fn number_or<'a>(number: Option<Number>, index: Index) -> Cell<'a> {
    number.map_or(Cell::Undefined(Reason::TooLarge, index), Cell::Number)
}

/// "And": one that is false decides.
pub(super) fn both<'a>(left: &Cell<'a>, right: &Cell<'a>, index: Index) -> Cell<'a> {
    kleene(left, right, false, index)
}

/// "Or": one that is true decides.
pub(super) fn either<'a>(left: &Cell<'a>, right: &Cell<'a>, index: Index) -> Cell<'a> {
    kleene(left, right, true, index)
}

fn kleene<'a>(left: &Cell<'a>, right: &Cell<'a>, decisive: bool, index: Index) -> Cell<'a> {
    match (left, right) {
        (Cell::Bool(value), _) | (_, Cell::Bool(value)) if *value == decisive => Cell::Bool(decisive),
        (Cell::Bool(_), Cell::Bool(_)) => Cell::Bool(!decisive),
        (Cell::Bool(_), other) | (other, Cell::Bool(_)) => mismatch([other], index),
        (Cell::Unknown(left), Cell::Unknown(right)) => Cell::Unknown(left | right),
        (Cell::Unknown(names), _) | (_, Cell::Unknown(names)) => Cell::Unknown(names.clone()),
        (left, right) => mismatch([left, right], index),
    }
}

/// One or the other, once the condition is known.
///
/// Where both come to the same, an open condition still matters: it may turn out to be undefined.
pub(super) fn choose<'a>(condition: &Cell<'a>, yes: &Cell<'a>, no: &Cell<'a>, index: Index) -> Cell<'a> {
    match condition {
        Cell::Bool(true) => yes.clone(),
        Cell::Bool(false) => no.clone(),
        Cell::Unknown(names) => {
            let open = [yes, no].into_iter().filter_map(|branch| match branch {
                Cell::Unknown(names) => Some(names),
                _ => None,
            });
            Cell::Unknown(open.fold(names.clone(), |names, more| &names | more))
        }
        other => mismatch([other], index),
    }
}

/// Arithmetic and comparison.
pub(super) fn binary<'a>(operator: Operator, left: &Cell<'a>, right: &Cell<'a>, index: Index) -> Cell<'a> {
    match (left, right) {
        (Cell::Number(left), Cell::Number(right)) => numbers(operator, *left, *right, index),
        (Cell::Bool(left), Cell::Bool(right)) => compare(operator, left, right, index),
        (Cell::Text(left), Cell::Text(right)) => compare(operator, left, right, index),
        (Cell::Date(left), Cell::Date(right)) => compare(operator, left, right, index),
        (left, right) => mismatch([left, right], index),
    }
}

fn numbers<'a>(operator: Operator, left: Number, right: Number, index: Index) -> Cell<'a> {
    match operator {
        Operator::Add => number_or(left.checked_add(right), index),
        Operator::Subtract => number_or(left.checked_sub(right), index),
        Operator::Multiply => number_or(left.checked_mul(right), index),
        Operator::Divide if right.is_zero() => Cell::Undefined(Reason::DivisionByZero, index),
        Operator::Divide => number_or(left.checked_div(right), index),
        _ => compare(operator, &left, &right, index),
    }
}

fn compare<'a, T: Ord + ?Sized>(operator: Operator, left: &T, right: &T, index: Index) -> Cell<'a> {
    let order = left.cmp(right);
    Cell::Bool(match operator {
        Operator::Equal => order.is_eq(),
        Operator::NotEqual => order.is_ne(),
        Operator::Less => order.is_lt(),
        Operator::LessOrEqual => order.is_le(),
        Operator::Greater => order.is_gt(),
        Operator::GreaterOrEqual => order.is_ge(),
        _ => return Cell::Undefined(Reason::OtherVocabulary, index),
    })
}

/// Whether something is one of the literals.
pub(super) fn is_in<'a>(item: &Cell<'a>, literals: &[Literal], index: Index) -> Cell<'a> {
    let is = |literal: &Literal| match (item, literal) {
        (Cell::Bool(item), Literal::Bool(literal)) => item == literal,
        (Cell::Number(item), Literal::Number(literal)) => item == literal,
        (Cell::Text(item), Literal::Text(literal)) => *item == literal.as_str(),
        (Cell::Date(item), Literal::Date(literal)) => item == literal,
        _ => false,
    };
    match item {
        Cell::Bool(_) | Cell::Number(_) | Cell::Text(_) | Cell::Date(_) => Cell::Bool(literals.iter().any(is)),
        other => mismatch([other], index),
    }
}

/// Calendar days from one day to another; below zero when the second comes first.
pub(super) fn days_between<'a>(from: &Cell<'a>, to: &Cell<'a>, index: Index) -> Cell<'a> {
    match (from, to) {
        (Cell::Date(from), Cell::Date(to)) => {
            let days = from.until(*to).ok().map(|span| Number::whole(i128::from(span.get_days())));
            number_or(days, index)
        }
        (from, to) => mismatch([from, to], index),
    }
}
