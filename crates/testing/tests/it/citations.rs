//! What the program cites is there, on every day on which it can be cited.

use std::collections::BTreeSet;

use adhere_domain::adherence::{binding, scope};
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::Provision;
use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::rules;
use adhere_domain::refusals;
use adhere_formats::shipped;
use jiff::civil::{Date, date};

use crate::repository::expect_none;

/// The AI Act is in force from this day.
const IN_FORCE: Date = date(2024, 8, 1);
/// No version is known that begins later.
const HORIZON: Date = date(2030, 12, 31);

/// Provisions that ceased, and the first day without them; rules that cite them are not used from that day.
///
/// Art. 56(6), second subparagraph: approval by implementing act, until Regulation (EU) 2026/1744.
const CEASED: [(&str, Date); 1] = [("art_56__para_6__subpara_2", date(2026, 7, 27))];

fn cited_by_rules() -> BTreeSet<&'static str> {
    let rules =
        rules::all().chain(scope::RULES.iter().copied()).chain(binding::RULES.iter().copied()).chain(refusals::all());
    let obligations = Obligation::ALL.into_iter().map(Obligation::element);
    rules.flat_map(|rule| rule.cites.iter().copied()).chain(obligations).collect()
}

fn asked_of_codes() -> BTreeSet<&'static str> {
    let requirements = Profile::ALL.iter().flat_map(|(profile, _)| profile.requirements());
    requirements.map(|requirement| requirement.element).collect()
}

/// Whether a provision is in force on a day, as known on that day and as known at the horizon.
fn in_force(provision: &Provision, day: Date) -> bool {
    [day, HORIZON].into_iter().all(|known_at| provision.version(day, known_at).is_some())
}

#[test]
fn what_is_cited_is_in_the_shipped_corpus() {
    let data = shipped::law().unwrap();
    let cited = cited_by_rules().into_iter().chain(asked_of_codes());
    let readings = data.reading_texts.iter().map(|text| text.cite.as_str());
    let lost = cited.chain(readings).filter(|id| data.corpus.provision(id).is_none());
    let broken: Vec<String> = lost.map(str::to_owned).collect();
    expect_none("what is cited is in the shipped corpus", &broken);
}

#[test]
fn what_a_rule_cites_is_in_force_whenever_the_rule_is_used() {
    let data = shipped::law().unwrap();
    let mut broken = Vec::new();
    for id in cited_by_rules() {
        let Some(provision) = data.corpus.provision(id) else { continue };
        let ceased = CEASED.iter().find(|(known, _)| *known == id).map(|(_, from)| *from);
        let days = IN_FORCE.series(jiff::Span::new().days(1)).take_while(|day| *day <= HORIZON);
        let first_wrong =
            days.into_iter().find(|day| in_force(provision, *day) != ceased.is_none_or(|from| *day < from));
        if let Some(day) = first_wrong {
            let wrong = if in_force(provision, day) { "is in force" } else { "is not in force" };
            broken.push(format!("{id} {wrong} on {day}"));
        }
    }
    expect_none("what a rule cites is in force whenever the rule is used", &broken);
}
