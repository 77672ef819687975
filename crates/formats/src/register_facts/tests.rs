use std::fs;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::codes::id::PartId;
use adhere_testing::shared_data;

use super::{ListedOrganisation, register_facts};
use crate::shipped;

fn shipped_facts() -> Vec<ListedOrganisation> {
    shipped::register_facts().unwrap().organisations
}

/// The days of `2025-08-01 (press) ; ≤2026-06-11`, in their order.
fn days(text: &str) -> Vec<String> {
    let words = text.split([' ', ';', '(', ')']).map(|word| word.trim_start_matches('≤'));
    words.filter(|word| word.len() == 10 && word.parse::<jiff::civil::Date>().is_ok()).map(str::to_owned).collect()
}

#[test]
fn the_shipped_facts_are_those_of_the_reference_data_row_by_row() {
    let table = fs::read_to_string(shared_data().join("register/gpai_code_signatories.tsv")).unwrap();
    let mut facts = shipped_facts();
    let mut declaring = false;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (name, scope, said) = (cells[0], cells[1], cells[2]);
        if name == "#" {
            declaring = true;
            continue;
        }
        let found = facts.iter_mut().find(|known| known.name.as_str() == name);
        let listings = &mut found.unwrap_or_else(|| panic!("{name} is not listed")).listings;
        let expected = match scope {
            "whole Code" => Listed::Signatory(Scope::Full),
            "Safety and Security chapter only" => Listed::Signatory(Scope::Chapters(chapters("S"))),
            "declares Yes" => Listed::Signatory(Scope::Chapters(chapters("C"))),
            _ => Listed::NotSignatory,
        };
        let announced = said.starts_with("announced");
        let mut expected_days: Vec<String> = days(said).into_iter().skip(usize::from(announced)).collect();
        if scope == "NOT signed" {
            expected_days = vec!["2026-06-10".to_owned()];
        }
        let summary = |title: &str| title.contains("public summary under Art. 53(1)(d)");
        let (rows, rest): (Vec<_>, Vec<_>) =
            listings.drain(..).partition(|listing| summary(listing.source.as_str()) == declaring);
        *listings = rest;
        assert!(rows.iter().all(|listing| listing.listed == expected && listing.since.is_none()), "{name}: {rows:?}");
        let found: Vec<String> = rows.iter().map(|listing| listing.as_of.to_string()).collect();
        if declaring {
            // Where the summary names a month alone, the day is that of the copy, in the copy's name.
            let of_copy = cells[3].replace(['_', '-'], "");
            let known = |day: &String| expected_days.contains(day) || of_copy.contains(&day.replace('-', ""));
            assert!(found.len() == 1 && found.iter().all(known), "{name}: {found:?}");
        } else {
            assert_eq!(found, expected_days, "{name}");
        }
    }
    let left: Vec<_> = facts.into_iter().filter(|known| !known.listings.is_empty()).collect();
    assert!(left.is_empty(), "not in the reference data: {left:?}");
}

fn chapters(id: &str) -> std::collections::BTreeSet<PartId> {
    [PartId::parse(id).unwrap()].into()
}

#[test]
fn the_chapters_that_are_listed_are_those_of_the_code() {
    let law = shipped::law().unwrap();
    let codes = shipped::codes(&law.corpus).unwrap();
    let gpai = &codes.iter().find(|shipped| shipped.source.code.id.as_str() == "gpai").unwrap().source.code;
    for listing in shipped_facts().into_iter().flat_map(|known| known.listings) {
        assert_eq!(listing.code, gpai.id);
        let Listed::Signatory(Scope::Chapters(named)) = listing.listed else { continue };
        let known = |id: &PartId| gpai.chapters.iter().any(|chapter| chapter.id == *id);
        assert!(named.iter().all(known), "{named:?}");
    }
}

/// The rules of what is found in facts whose one listing has these keys.
fn found(listing: &str) -> Vec<(&'static str, String)> {
    let text = format!(
        "format = 1\ncode = \"gpai\"\n[[source]]\nid = \"page\"\ntitle = \"A page\"\n\
         [[organisation]]\nid = \"acme\"\nname = \"Acme\"\nlisted = [{listing}]\n"
    );
    let (facts, findings) = register_facts("facts.toml", &text);
    assert_eq!(facts.is_some(), findings.diagnostics.is_empty());
    findings.diagnostics.into_iter().map(|found| (found.rule, found.message)).collect()
}

#[test]
fn what_is_wrong_with_facts_is_said() {
    assert_eq!(found("{ source = \"page\", as-of = 2026-01-01, scope = \"full\" }"), []);
    let cases = [
        ("{ source = \"other\", as-of = 2026-01-01, scope = \"full\" }", "there is no source `other`"),
        ("{ source = \"page\", as-of = 2026-01-01, scope = \"half\" }", "`half` is not a scope"),
        ("{ source = \"page\", as-of = 2026-01-01, scope = [] }", "these are not ids of chapters"),
        ("", "nothing is said of `acme`"),
    ];
    for (listing, expected) in cases {
        let found = found(listing);
        assert!(found.iter().any(|(_, message)| message == expected), "{listing}: {found:?}");
    }
    assert_eq!(found("{ source = \"page\", scope = \"full\" }").first().map(|(rule, _)| *rule), Some("missing-key"));
}
