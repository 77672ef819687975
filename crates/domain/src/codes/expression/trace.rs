//! What every part of an expression came to, with its place in the text.

use super::error::Span;
use super::evaluation::{Cell, Run};
use super::value::Value;

/// An evaluation laid open: the parts in the order in which they were computed, the whole last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The parts; those inside the brackets of a list function are in `of_elements` of that function.
    pub parts: Vec<TracedPart>,
    /// What the whole came to.
    pub result: Value,
    /// What it cost, in the unit of [`Expression::cost`](super::Expression::cost).
    pub spent: u64,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedPart {
    /// Where it stands in the text.
    pub span: Span,
    /// What it came to.
    pub came_to: CameTo,
    /// Of a list function: what stands in its brackets, for each element in order.
    pub of_elements: Vec<Value>,
}

/// What a part came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameTo {
    /// A single value.
    Value(Value),
    /// A list with so many elements.
    List(usize),
}

pub(super) fn trace(run: &Run<'_>, bodies: &[(usize, usize)], spans: &[Span]) -> Trace {
    let in_body = |index: usize| bodies.iter().any(|(first, function)| (*first..*function).contains(&index));
    let parts = run.cells.iter().zip(spans).enumerate().filter(|(index, _)| !in_body(*index));
    let parts = parts.map(|(index, (cell, span))| {
        let results = run.bodies.iter().find(|(function, _)| *function == index);
        let of_elements = results.iter().flat_map(|(_, cells)| cells).filter_map(|cell| run.value(cell)).collect();
        TracedPart { span: span.clone(), came_to: came_to(run, cell), of_elements }
    });
    Trace { parts: parts.collect(), result: run.result(), spent: run.spent }
}

fn came_to(run: &Run<'_>, cell: &Cell<'_>) -> CameTo {
    match cell {
        Cell::Records(records) => CameTo::List(records.len()),
        Cell::List(cells) => CameTo::List(cells.len()),
        other => run.value(other).map_or(CameTo::List(0), CameTo::Value),
    }
}
