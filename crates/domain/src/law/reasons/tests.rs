use super::{Reasons, Rule, Strength};
use crate::law::facts::FactId;
use crate::law::readings::ReadingId;
use crate::law::truth::Truth;

static OF_LAW: Rule = Rule::of_law("a", &["art_1"]).asking(&[FactId::Country]).read_as(ReadingId::CodeDays);
static OF_GUIDELINES: Rule = Rule::of_guidelines("b", &["art_1"], "para. 17");
static OF_CODE: Rule = Rule::of_code("c", &["art_1"]);

#[test]
fn a_rule_says_what_it_rests_on_what_it_asks_and_how_it_is_read() {
    assert_eq!((OF_LAW.strength, OF_LAW.place), (Strength::Binding, None));
    assert_eq!((OF_LAW.asks, OF_LAW.reading), (&[FactId::Country][..], Some(ReadingId::CodeDays)));
    assert_eq!((OF_GUIDELINES.strength, OF_GUIDELINES.place), (Strength::Guidelines, Some("para. 17")));
    assert_eq!((OF_CODE.strength, OF_CODE.reading), (Strength::Code, None));
}

#[test]
fn nodes_stand_in_the_order_in_which_they_were_written() {
    let mut reasons = Reasons::default();
    reasons.any(&OF_LAW, |reasons| {
        reasons.leaf(&OF_GUIDELINES, false);
        reasons.leaf(&OF_CODE, true);
    });
    let written: Vec<_> = reasons.nodes().iter().map(|node| (node.rule.id, node.truth)).collect();
    assert_eq!(written, [("a", Truth::Yes), ("b", Truth::No), ("c", Truth::Yes)]);
    assert_eq!(reasons.children(0).collect::<Vec<_>>(), [1, 2]);
}
