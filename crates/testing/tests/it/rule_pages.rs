//! Every rule about codes has a page that says how grave it is and what it rests on, and every page has a rule.

use std::collections::BTreeSet;

use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::rule::{Gravity, Rule};
use adhere_formats::shipped;

use crate::repository::{SourceFile, expect_none, files_below, read};

/// The sections of the reference whose rules have pages: what can be met while a code or a set of indicators is read.
const SECTIONS: [&str; 4] =
    ["## About any file", "## About a TOML file", "## About the source of a code", "## About a set of indicators"];

/// The section whose rules have a section each on one page, and the page.
const REPORT_SECTION: &str = "## About a report on indicators";
const REPORTS: &str = "docs/reference/rules/reports.md";

/// The rules in the tables of sections of the reference.
fn rules_in(sections: &[&str]) -> BTreeSet<String> {
    let reference = read("docs/reference/diagnostics.md");
    let mut rules = BTreeSet::new();
    let mut inside = false;
    for line in reference.lines() {
        if line.starts_with("## ") {
            inside = sections.contains(&line);
        }
        let first = line.strip_prefix("| ").and_then(|row| row.split(" |").next()).filter(|_| inside);
        rules.extend(first.and_then(|cell| cell.split('`').nth(1)).map(str::to_owned));
    }
    rules
}

/// The pages of one rule each.
fn pages() -> Vec<SourceFile> {
    files_below("docs/reference/rules", ".md").into_iter().filter(|file| file.path != REPORTS).collect()
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let mut rules = rules_in(&SECTIONS);
    assert!(rules.len() > 10, "{rules:?}");
    rules.extend(Rule::ALL.map(Rule::id).map(str::to_owned));
    let page = |rule: &String| format!("docs/reference/rules/{rule}.md");
    let pages: BTreeSet<String> = pages().into_iter().map(|file| file.path).collect();
    let expected: BTreeSet<String> = rules.iter().map(page).collect();
    let broken: Vec<String> = pages.symmetric_difference(&expected).cloned().collect();
    expect_none("rules and their pages are the same", &broken);
}

#[test]
fn a_page_begins_with_its_rule_what_it_says_and_how_grave_it_is() {
    let mut broken = Vec::new();
    for file in pages() {
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
fn every_rule_about_reports_has_a_section_with_its_meaning_its_reason_and_what_to_do() {
    let page = read(REPORTS);
    let mut broken = Vec::new();
    let mut told = BTreeSet::new();
    for section in page.split("\n## ").skip(1) {
        let lines: Vec<&str> = section.lines().collect();
        let basis = "Error. The rule is adhere's own, not law.";
        if !lines[2].ends_with('.') || lines[4] != basis || lines[6] != "### Why" {
            broken.push(format!("begins with {:?}", &lines[..7]));
        }
        if !section.contains("\n### How to mend it\n\n") {
            broken.push(format!("{}: does not say how to mend it", lines[0]));
        }
        assert!(told.insert(lines[0].trim_matches('`').to_owned()), "{} is there twice", lines[0]);
    }
    let rules = rules_in(&[REPORT_SECTION]);
    assert!(rules.len() > 20, "{rules:?}");
    broken.extend(rules.symmetric_difference(&told).cloned());
    expect_none("each rule about reports has a section of the same form", &broken);
}

/// Ids of rules in the code of the formats, where they stand alone between quotes.
fn rules_told_by_formats(folder: &str, prefix: &str) -> BTreeSet<String> {
    let files = files_below(folder, ".rs").into_iter().filter(|file| !file.is_test());
    let code: String = files.map(|file| file.text).collect();
    let letter = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    let quoted = code.split('"').filter(|part| part.starts_with(prefix) && part.chars().all(letter));
    quoted.map(str::to_owned).collect()
}

#[test]
fn every_rule_about_indicators_that_the_program_tells_is_in_the_reference_and_no_other() {
    for (section, folder, prefix) in [
        ("## About a set of indicators", "crates/formats/src/indicators", "kpi-"),
        (REPORT_SECTION, "crates/formats/src/indicator_report", "report-"),
    ] {
        assert_eq!(rules_told_by_formats(folder, prefix), rules_in(&[section]), "{section}");
    }
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
