//! Every rule about codes has a page that says how grave it is and what it rests on, and every page has a rule.

use std::collections::BTreeSet;

use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::rule::{Gravity, Rule};
use adhere_formats::shipped;

use crate::repository::{expect_none, files_below, read};

/// The sections of the reference whose rules have pages: what can be met while a code or a set of indicators is read.
const SECTIONS: [&str; 4] =
    ["## About any file", "## About a TOML file", "## About the source of a code", "## About a set of indicators"];

/// The rules in the tables of these sections.
fn rules_about_sources() -> BTreeSet<String> {
    let reference = read("docs/reference/diagnostics.md");
    let mut rules = BTreeSet::new();
    let mut inside = false;
    for line in reference.lines() {
        if line.starts_with("## ") {
            inside = SECTIONS.contains(&line);
        }
        let first = line.strip_prefix("| ").and_then(|row| row.split(" |").next()).filter(|_| inside);
        rules.extend(first.and_then(|cell| cell.split('`').nth(1)).map(str::to_owned));
    }
    rules
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let mut rules = rules_about_sources();
    assert!(rules.len() > 10, "{rules:?}");
    rules.extend(Rule::ALL.map(Rule::id).map(str::to_owned));
    let page = |rule: &String| format!("docs/reference/rules/{rule}.md");
    let pages: BTreeSet<String> =
        files_below("docs/reference/rules", ".md").into_iter().map(|file| file.path).collect();
    let expected: BTreeSet<String> = rules.iter().map(page).collect();
    let broken: Vec<String> = pages.symmetric_difference(&expected).cloned().collect();
    expect_none("rules and their pages are the same", &broken);
}

#[test]
fn a_page_begins_with_its_rule_what_it_says_and_how_grave_it_is() {
    let mut broken = Vec::new();
    for file in files_below("docs/reference/rules", ".md") {
        let rule = file.path.rsplit('/').next().unwrap().trim_end_matches(".md");
        let lines: Vec<&str> = file.text.lines().collect();
        let grave = match Rule::ALL.into_iter().find(|known| known.id() == rule).map(Rule::gravity) {
            Some(Gravity::Warning) => "Warning. ",
            Some(Gravity::Error) | None => "Error. ",
        };
        let title = format!("# `{rule}`");
        if lines[0] != title || !lines[2].ends_with('.') || !lines[4].starts_with(grave) {
            broken.push(format!("{}: begins with {:?}", file.path, &lines[..5]));
        }
        if !file.text.contains("\n## Why\n") {
            broken.push(format!("{}: does not say why", file.path));
        }
    }
    expect_none("a page begins with its rule, one sentence, and how grave it is", &broken);
}

#[test]
fn a_page_names_the_provision_that_its_rule_rests_on() {
    let corpus = shipped::law().unwrap().corpus;
    let mut broken = Vec::new();
    for rule in Rule::ALL {
        let path = format!("docs/reference/rules/{}.md", rule.id());
        let page = read(&path);
        let basis = page.lines().nth(4).unwrap_or_default();
        let provisions = Profile::ALL.map(|(profile, name)| (rule.provision(profile), name));
        if provisions.iter().all(|(provision, _)| provision.is_none()) != basis.ends_with("adhere's own, not law.") {
            broken.push(format!("{path}: {basis}"));
        }
        for (provision, profile) in provisions {
            let Some(provision) = provision else { continue };
            let cited = format!("{} (`{profile}`)", corpus.cite(provision));
            if !basis.contains(&cited) {
                broken.push(format!("{path}: {cited} is not in {basis}"));
            }
        }
    }
    expect_none("a page names the provision that its rule rests on, or says that it is adhere's own", &broken);
}
