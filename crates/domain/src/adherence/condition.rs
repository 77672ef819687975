//! Whether the condition of a measure is met, as far as is known.

use crate::codes::condition::{Asked, Condition, vocabulary};
use crate::codes::expression::facts::{Fact, Facts};
use crate::codes::expression::value::Value;
use crate::law::decision::Decision;
use crate::law::facts::Model;
use crate::law::size::SizeClass;
use crate::law::truth::Truth;

/// What is asked, as the law decides it or the provider claims it.
enum Answer {
    Truth(Truth),
    Size(Option<SizeClass>),
}

/// Whether a condition is met. What is open in the law stays open here, unless the rest settles the condition.
pub(super) fn is_met(condition: &Condition, decision: &Decision, model: &Model, size: Option<SizeClass>) -> Truth {
    let mut facts = Facts::default();
    for asked in Asked::ALL {
        if let Some(fact) = answer(asked, decision, model, size).fact() {
            // The vocabulary declares the names of all that can be asked, with these types.
            let _ = facts.set(vocabulary(), asked.name(), fact);
        }
    }
    match condition.expression().evaluate(&facts) {
        Value::Bool(met) => Truth::from(met),
        Value::Unknown(names) => {
            let is_judged =
                |asked: &Asked| names.contains(asked.name()) && answer(*asked, decision, model, size).needs_judgment();
            if Asked::ALL.iter().any(is_judged) { Truth::NeedsJudgment } else { Truth::NeedsFact }
        }
        // A condition has no other type, and nothing in its vocabulary can be divided.
        _ => Truth::NeedsJudgment,
    }
}

fn answer(asked: Asked, decision: &Decision, model: &Model, size: Option<SizeClass>) -> Answer {
    // What is not claimed is not made out.
    let claimed = |claim: Option<bool>| Answer::Truth(Truth::from(claim == Some(true)));
    match asked {
        Asked::GeneralPurpose => Answer::Truth(decision.general_purpose.truth),
        Asked::SystemicRisk => Answer::Truth(decision.systemic_risk.truth),
        Asked::OpenSource => Answer::Truth(decision.open_source.truth),
        Asked::SimilarlySafe => claimed(model.similarly_safe),
        Asked::InferiorToOpenWeight => claimed(model.inferior_to_open_weight),
        Asked::Size => Answer::Size(size),
    }
}

impl Answer {
    fn fact(&self) -> Option<Fact> {
        match self {
            Self::Truth(Truth::Yes) => Some(Fact::Bool(true)),
            Self::Truth(Truth::No) => Some(Fact::Bool(false)),
            Self::Truth(Truth::NeedsFact | Truth::NeedsJudgment) => None,
            Self::Size(size) => size.map(|size| Fact::Text(size.id().to_owned())),
        }
    }

    const fn needs_judgment(&self) -> bool {
        matches!(self, Self::Truth(Truth::NeedsJudgment))
    }
}

#[cfg(test)]
mod tests;
