//! Goes through the steps in order and computes each once, those of a body once for each element.
//!
//! There is one way through, whether the answer or the whole trace is wanted, so the two cannot differ.
//! Nothing is skipped: what did not decide is in the trace as well, and it costs no more than the bound says.

use std::collections::BTreeSet;

use super::Expression;
use super::facts::{Fact, Facts, Record};
use super::number::Number;
use super::syntax::{Index, Literal, Macro, Operator, Step};
use super::value::{Reason, Undefined, Value};
use jiff::civil::Date;

mod lists;
mod operators;

/// What a step comes to, borrowed from the expression and the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Bool(bool),
    Number(Number),
    Text(&'a str),
    Date(Date),
    Record(&'a Record),
    Records(&'a [Record]),
    List(Vec<Cell<'a>>),
    Unknown(BTreeSet<&'a str>),
    Undefined(Reason, Index),
}

/// An expression being evaluated.
#[derive(Debug)]
pub(super) struct Run<'a> {
    expression: &'a Expression,
    facts: &'a Facts,
    item: Option<Cell<'a>>,
    /// What each step came to; of steps in a body, for the last element.
    pub(super) cells: Vec<Cell<'a>>,
    /// What the body of each list function came to, for each element.
    pub(super) bodies: Vec<(Index, Vec<Cell<'a>>)>,
    /// What it cost, in the unit of `cost`.
    pub(super) spent: u64,
}

/// Evaluates all steps.
pub(super) fn run<'a>(expression: &'a Expression, facts: &'a Facts) -> Run<'a> {
    let count = expression.steps.steps.len();
    let cells = vec![Cell::Bool(false); count];
    let mut run = Run { expression, facts, item: None, cells, bodies: Vec::new(), spent: 0 };
    let mut next = 0;
    for (first, function) in &expression.bodies {
        run.steps(next, *first);
        run.list_function(*function);
        next = function + 1;
    }
    run.steps(next, count);
    run
}

impl<'a> Run<'a> {
    /// Evaluates the steps from one up to another, which is not among them.
    fn steps(&mut self, from: Index, to: Index) {
        let expression = self.expression;
        let steps = expression.steps.steps.iter().enumerate().take(to).skip(from);
        for (index, step) in steps {
            self.spend(1);
            let cell = self.step(index, step);
            self.put(index, cell);
        }
    }

    fn spend(&mut self, cost: u64) {
        self.spent = self.spent.saturating_add(cost);
    }

    fn put(&mut self, index: Index, cell: Cell<'a>) {
        if let Some(place) = self.cells.get_mut(index) {
            *place = cell;
        }
    }

    fn at(&self, index: Index) -> &Cell<'a> {
        // A step names earlier steps alone, so there is a cell; the other value is never used.
        self.cells.get(index).unwrap_or(&Cell::Undefined(Reason::OtherVocabulary, 0))
    }

    fn step(&mut self, index: Index, step: &'a Step) -> Cell<'a> {
        match step {
            Step::Literal(literal) => Cell::of_literal(literal),
            Step::Name(name) => self.name(name),
            Step::Item { .. } => self.item.clone().unwrap_or(Cell::Undefined(Reason::OtherVocabulary, index)),
            Step::Field { item, field, full } => match self.at(*item) {
                Cell::Record(record) => Cell::of_fact(record.get(field), full),
                other => operators::mismatch([other], index),
            },
            Step::Not(operand) => operators::not(self.at(*operand), index),
            Step::Negate(operand) => operators::negate(self.at(*operand), index),
            Step::Binary { operator, left, right } => self.binary(index, *operator, *left, *right),
            Step::Choose { condition, yes, no } => {
                operators::choose(self.at(*condition), self.at(*yes), self.at(*no), index)
            }
            Step::In { item, literals } => {
                self.spend(u64::try_from(literals.len()).unwrap_or(u64::MAX));
                operators::is_in(self.at(*item), literals, index)
            }
            Step::Size(list) => lists::size(self.at(*list), index),
            Step::Aggregate { aggregate, list } => {
                let length = lists::length(self.at(*list));
                self.spend(super::cost::of_aggregate(*aggregate, length));
                lists::aggregate(*aggregate, self.at(*list), index)
            }
            Step::DaysBetween { from, to } => operators::days_between(self.at(*from), self.at(*to), index),
            // Evaluated where its body begins.
            Step::Macro { .. } => Cell::Undefined(Reason::OtherVocabulary, index),
        }
    }

    fn name(&self, name: &'a str) -> Cell<'a> {
        match self.facts.scalar(name) {
            None => self.facts.records(name).map_or_else(|| Cell::of_fact(None, name), Cell::Records),
            fact => Cell::of_fact(fact, name),
        }
    }

    fn binary(&self, index: Index, operator: Operator, left: Index, right: Index) -> Cell<'a> {
        let (left, right) = (self.at(left), self.at(right));
        match operator {
            Operator::And => operators::both(left, right, index),
            Operator::Or => operators::either(left, right, index),
            _ => operators::binary(operator, left, right, index),
        }
    }

    fn list_function(&mut self, index: Index) {
        let Some(Step::Macro { kind, list, first, body, .. }) = self.expression.steps.steps.get(index) else { return };
        let list = self.at(*list).clone();
        let mut results = Vec::new();
        for element in lists::elements(&list) {
            self.spend(1);
            self.item = Some(element);
            self.steps(*first, index);
            results.push(self.at(*body).clone());
        }
        self.item = None;
        self.spend(1);
        let cell = match (&list, kind) {
            (Cell::Records(_) | Cell::List(_), Macro::Exists) => {
                results.iter().fold(Cell::Bool(false), |found, result| operators::either(&found, result, index))
            }
            (Cell::Records(_) | Cell::List(_), Macro::All) => {
                results.iter().fold(Cell::Bool(true), |all, result| operators::both(&all, result, index))
            }
            (Cell::Records(_) | Cell::List(_), Macro::Filter) => lists::filter(&list, &results, index),
            (Cell::Records(_) | Cell::List(_), Macro::Map) => Cell::List(results.clone()),
            (other, _) => operators::mismatch([other], index),
        };
        self.bodies.push((index, results));
        self.put(index, cell);
    }

    /// A cell as a value; nothing for lists and records.
    pub(super) fn value(&self, cell: &Cell<'a>) -> Option<Value> {
        Some(match cell {
            Cell::Bool(value) => Value::Bool(*value),
            Cell::Number(number) => Value::Number(*number),
            Cell::Text(text) => Value::Text((*text).to_owned()),
            Cell::Date(date) => Value::Date(*date),
            Cell::Unknown(names) => Value::Unknown(names.iter().map(|name| (*name).to_owned()).collect()),
            Cell::Undefined(reason, index) => {
                Value::Undefined(Undefined { reason: *reason, span: self.expression.steps.span(*index) })
            }
            Cell::Record(_) | Cell::Records(_) | Cell::List(_) => return None,
        })
    }

    /// What the whole comes to.
    pub(super) fn result(&self) -> Value {
        let value = self.cells.last().and_then(|cell| self.value(cell));
        let value = value.filter(|value| !value.is_known() || value.is_of(&self.expression.result));
        // Facts that were checked against the same vocabulary give a value of the type that was computed.
        let last = self.cells.len().saturating_sub(1);
        value.unwrap_or_else(|| {
            Value::Undefined(Undefined { reason: Reason::OtherVocabulary, span: self.expression.steps.span(last) })
        })
    }
}

impl<'a> Cell<'a> {
    fn of_literal(literal: &'a Literal) -> Self {
        match literal {
            Literal::Bool(value) => Self::Bool(*value),
            Literal::Number(number) => Self::Number(*number),
            Literal::Text(text) => Self::Text(text),
            Literal::Date(date) => Self::Date(*date),
        }
    }

    fn of_fact(fact: Option<&'a Fact>, name: &'a str) -> Self {
        match fact {
            Some(Fact::Bool(value)) => Self::Bool(*value),
            Some(Fact::Number(number)) => Self::Number(*number),
            Some(Fact::Text(text)) => Self::Text(text),
            Some(Fact::Date(date)) => Self::Date(*date),
            None => Self::Unknown(BTreeSet::from([name])),
        }
    }
}
