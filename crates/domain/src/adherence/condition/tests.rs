//! Conditions over what the law decides of a model and its provider.

use super::is_met;
use crate::adherence::fixtures::{decision, model};
use crate::codes::condition::Condition;
use crate::law::facts::Model;
use crate::law::size::SizeClass;
use crate::law::truth::Truth;

const EXAMPLES: [&str; 2] = [
    "model.systemic_risk = true, provider.size = 'large' -> true",
    "model.systemic_risk = true, provider.size = 'micro' -> false",
];

fn met(model: &Model, size: Option<SizeClass>) -> Truth {
    let condition = Condition::compile("model.systemic_risk && provider.size != 'micro'", &EXAMPLES, "").unwrap();
    is_met(&condition, &decision(model), model, size)
}

#[test]
fn a_condition_is_met_by_what_the_law_decides_and_by_the_size() {
    let (small, systemic) = (model("10^24", false), model("10^26", false));
    assert_eq!(met(&systemic, Some(SizeClass::Large)), Truth::Yes);
    assert_eq!(met(&systemic, Some(SizeClass::Micro)), Truth::No);
    assert_eq!(met(&small, Some(SizeClass::Micro)), Truth::No);
}

#[test]
fn what_is_not_known_stays_open_unless_the_rest_settles_it() {
    let systemic = model("10^26", false);
    assert_eq!(met(&systemic, None), Truth::NeedsFact);
    let unknown = Model { training: crate::law::facts::TrainingCompute::default(), ..systemic };
    assert_eq!(met(&unknown, Some(SizeClass::Micro)), Truth::No);
    let open = decision(&unknown).systemic_risk.truth;
    assert!(matches!(open, Truth::NeedsFact | Truth::NeedsJudgment));
    assert_eq!(met(&unknown, Some(SizeClass::Large)), open);
}
