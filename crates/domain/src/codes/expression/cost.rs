//! What evaluating costs at most, known before it is evaluated: steps and elements that are looked at.

use super::Expression;
use super::syntax::{Aggregate, Step};

/// What an aggregate of a list of this length costs; the median has to sort.
pub(super) fn of_aggregate(aggregate: Aggregate, length: usize) -> u64 {
    let looked_at = u64::try_from(length).unwrap_or(u64::MAX);
    match aggregate {
        Aggregate::Sum | Aggregate::Min | Aggregate::Max => looked_at,
        Aggregate::Median => looked_at.saturating_mul(u64::from(u64::BITS - looked_at.leading_zeros())),
    }
}

fn of_step(step: &Step, length: usize) -> u64 {
    let more = match step {
        Step::In { literals, .. } => u64::try_from(literals.len()).unwrap_or(u64::MAX),
        Step::Aggregate { aggregate, .. } => of_aggregate(*aggregate, length),
        Step::Macro { .. } => u64::try_from(length).unwrap_or(u64::MAX),
        _ => 0,
    };
    more.saturating_add(1)
}

/// The most that an expression costs when no list is longer than this.
pub(super) fn cost(expression: &Expression, length: usize) -> u64 {
    let times = u64::try_from(length).unwrap_or(u64::MAX);
    let mut bodies = expression.bodies.iter().peekable();
    let mut sum = 0_u64;
    for (index, step) in expression.steps.steps.iter().enumerate() {
        bodies.next_if(|(_, function)| *function < index);
        let in_body = bodies.peek().is_some_and(|(first, function)| (*first..*function).contains(&index));
        let once = of_step(step, length);
        sum = sum.saturating_add(if in_body { once.saturating_mul(times) } else { once });
    }
    sum
}
