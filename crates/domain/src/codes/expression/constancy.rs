//! Whether a condition says anything: true in every case, true in none, or sometimes this and sometimes that.
//!
//! All cases of its yes-or-no names and choices are gone through, with everything else unknown; what is true then is
//! true whatever the rest comes to.

use super::Expression;
use super::facts::{Fact, Facts};
use super::value::Value;
use super::vocabulary::{NameType, Scalar};

/// So many cases are gone through at most.
const CASES: usize = 4096;

/// What going through the cases showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constancy {
    /// The condition is true in every case.
    AlwaysTrue,
    /// The condition is true in no case.
    NeverTrue,
    /// The condition is true in one of these cases and not in the other.
    Varies {
        /// A case in which it is true.
        when_true: Box<Facts>,
        /// A case in which it is not.
        when_not: Box<Facts>,
    },
    /// Not shown: it depends on numbers, texts, dates or lists, there are too many cases, or it is no condition.
    NotShown,
}

impl Expression {
    /// Whether the condition can be both true and not.
    pub fn constancy(&self) -> Constancy {
        let axes: Vec<(&str, Vec<Fact>)> =
            self.names().filter_map(|(name, kind)| Some((name, values(kind)?))).collect();
        let cases = axes.iter().try_fold(1_usize, |cases, (_, values)| cases.checked_mul(values.len()));
        let Some(cases) = cases.filter(|cases| (1..=CASES).contains(cases)) else { return Constancy::NotShown };
        let (mut when_true, mut when_not, mut is_open) = (None, None, false);
        for number in 0..cases {
            let facts = case(&axes, number);
            match self.evaluate(&facts) {
                Value::Bool(true) if when_true.is_none() => when_true = Some(Box::new(facts)),
                Value::Bool(false) | Value::Undefined(_) if when_not.is_none() => when_not = Some(Box::new(facts)),
                Value::Bool(_) | Value::Undefined(_) => {}
                _ => is_open = true,
            }
        }
        match (when_true, when_not) {
            (Some(when_true), Some(when_not)) => Constancy::Varies { when_true, when_not },
            _ if is_open => Constancy::NotShown,
            (Some(_), None) => Constancy::AlwaysTrue,
            _ => Constancy::NeverTrue,
        }
    }
}

/// All values of a name that has few.
fn values(kind: &NameType) -> Option<Vec<Fact>> {
    match kind {
        NameType::Scalar(Scalar::Bool) => Some(vec![Fact::Bool(false), Fact::Bool(true)]),
        NameType::Scalar(Scalar::Choice(words)) => Some(words.iter().cloned().map(Fact::Text).collect()),
        _ => None,
    }
}

/// The case of this number: its digits, each in the base of its axis, choose the values.
fn case(axes: &[(&str, Vec<Fact>)], number: usize) -> Facts {
    let mut facts = Facts::default();
    let mut rest = number;
    for (name, values) in axes {
        let digit = rest.checked_rem(values.len()).and_then(|digit| values.get(digit));
        if let Some(fact) = digit {
            facts.suppose(name, fact.clone());
        }
        rest = rest.checked_div(values.len()).unwrap_or(0);
    }
    facts
}

#[cfg(test)]
mod tests;
