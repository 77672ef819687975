//! A rule has words for every truth that it can come to.

use std::collections::BTreeSet;

use adhere_domain::adherence::{binding, scope};
use adhere_domain::law::reasons::Rule;
use adhere_domain::law::rules;
use adhere_domain::law::truth::Truth;
use adhere_domain::refusals;

use crate::repository::{expect_none, messages};

fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let deciding = rules::all().chain(scope::RULES.iter().copied()).chain(binding::RULES.iter().copied());
    deciding.chain(refusals::all())
}

#[test]
fn every_rule_has_words() {
    let messages = messages();
    let mut broken = Vec::new();
    for rule in all_rules() {
        let key = format!("rule-{}", rule.id);
        let Some(attributes) = messages.get(&key).filter(|attributes| !attributes.is_empty()) else {
            broken.push(format!("{key} has no words"));
            continue;
        };
        if !rule.asks.is_empty() && !attributes.contains(Truth::NeedsFact.id()) {
            broken.push(format!("{key} asks for facts and has no `.needs-fact`"));
        }
        let truths = Truth::ALL.map(Truth::id);
        let unknown = attributes.iter().filter(|attribute| !truths.contains(&attribute.as_str()));
        broken.extend(unknown.map(|attribute| format!("{key}.{attribute} is not a truth")));
    }
    expect_none("every rule has words in locales/en", &broken);
}

#[test]
fn words_of_rules_belong_to_rules() {
    let keys: BTreeSet<String> = all_rules().map(|rule| format!("rule-{}", rule.id)).collect();
    let messages = messages();
    let orphans = messages.keys().filter(|key| key.starts_with("rule-") && !keys.contains(*key));
    let broken: Vec<String> = orphans.map(|key| format!("{key} belongs to no rule")).collect();
    expect_none("words of rules belong to rules", &broken);
}

#[test]
fn every_rule_has_its_own_id() {
    let mut ids = BTreeSet::new();
    let twice = all_rules().filter(|rule| !ids.insert(rule.id)).map(|rule| rule.id.to_owned());
    expect_none("every rule has its own id", &twice.collect::<Vec<_>>());
}
