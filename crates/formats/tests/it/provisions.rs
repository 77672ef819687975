//! The shipped provisions against the official text's own numbering: anchors, completeness, and dated versions.

use std::collections::BTreeSet;

use adhere_domain::law::corpus::{ActText, Corpus, Provision};
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::reference::{json, law, shared_data, text};

/// Articles that are there paragraph by paragraph.
const WHOLE_ARTICLES: [u64; 22] =
    [40, 41, 51, 52, 53, 54, 55, 56, 64, 88, 89, 90, 91, 92, 93, 94, 95, 98, 101, 111, 112, 113];
const WHOLE_ANNEXES: [&str; 3] = ["XI", "XII", "XIII"];
const RECITALS: [u32; 3] = [116, 117, 165];

/// When the AI Act as published, and when its amendment, took effect.
const ORIGINAL: Date = date(2024, 8, 1);
const LAST_OLD_DAY: Date = date(2026, 7, 26);
const FIRST_NEW_DAY: Date = date(2026, 7, 27);
const TODAY: Date = date(2026, 11, 22);

fn ai_act(corpus: &Corpus) -> &ActText {
    let act = corpus.acts.first().unwrap();
    assert_eq!(act.act.celex, "32024R1689");
    act
}

/// The ids that stand in the official HTML.
fn official_anchors() -> BTreeSet<String> {
    let html = text(&shared_data("law/32024R1689.en.oj.html"));
    html.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn official() -> Value {
    json("law/32024R1689.en.oj.json")
}

fn array<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is no list")).iter()
}

fn article(official: &Value, number: u64) -> &Value {
    array(official, "articles").find(|article| article["number"] == number).unwrap()
}

/// The numbers of the points of a paragraph or an annex that stand directly in it: `(a)` and `1.` without marks.
fn points(blocks: &Value) -> Vec<String> {
    let numbers = blocks.as_array().unwrap().iter().filter_map(|block| block["n"].as_str());
    numbers.map(|number| number.trim_matches(['(', ')', '.']).to_owned()).collect()
}

/// The ids that a whole article must have: its own, one for each paragraph, and one for each point.
fn ids_of_article(official: &Value, number: u64) -> Vec<String> {
    let article = article(official, number);
    let mut ids = vec![format!("art_{number}")];
    for paragraph in array(article, "paragraphs") {
        let own = match paragraph["num"].as_str() {
            Some(paragraph) => format!("art_{number}__para_{paragraph}"),
            None => format!("art_{number}"),
        };
        ids.push(own);
    }
    ids
}

#[test]
fn every_anchor_of_the_ai_act_is_an_id_of_the_official_html() {
    let (law, anchors) = (law(), official_anchors());
    let provisions = ai_act(&law.corpus).provisions.values();
    let wrong: Vec<_> = provisions
        .filter_map(|provision| Some((provision.id.as_str(), provision.anchor.as_deref()?)))
        .filter(|(_, anchor)| !anchors.contains(*anchor))
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn every_anchor_encloses_its_provision() {
    let law = law();
    for provision in ai_act(&law.corpus).provisions.values() {
        let Some(anchor) = &provision.anchor else { continue };
        let mut parts = provision.id.as_str().split("__");
        let (element, paragraph) = (parts.next().unwrap(), parts.next().and_then(|part| part.strip_prefix("para_")));
        let whole = element.replace("rec_", "rct_");
        let part = element.strip_prefix("art_").zip(paragraph).and_then(|(article, paragraph)| {
            Some(format!("{:03}.{:03}", article.parse::<u16>().ok()?, paragraph.parse::<u16>().ok()?))
        });
        // What an amendment inserted lies in a chapter that the original text has.
        let inserted = provision.versions.iter().all(|version| version.amended_by.is_some());
        let chapter = inserted && anchor.starts_with("cpt_");
        assert!(*anchor == whole || Some(anchor) == part.as_ref() || chapter, "{}: {anchor}", provision.id);
    }
}

#[test]
fn provisions_without_an_anchor_are_those_that_the_original_text_does_not_have() {
    let law = law();
    for provision in ai_act(&law.corpus).provisions.values().filter(|provision| provision.anchor.is_none()) {
        assert!(provision.versions.iter().all(|version| version.amended_by.is_some()), "{}", provision.id);
    }
}

#[test]
fn the_listed_articles_are_there_paragraph_by_paragraph() {
    let (law, official) = (law(), official());
    let corpus = &law.corpus;
    let wanted = WHOLE_ARTICLES.iter().flat_map(|number| ids_of_article(&official, *number));
    let missing: Vec<String> = wanted.filter(|id| corpus.provision(id).is_none()).collect();
    assert_eq!(missing, Vec::<String>::new());
    for id in ["art_3", "art_50", "art_50__para_7"] {
        assert!(corpus.provision(id).is_some(), "{id}");
    }
    for number in RECITALS {
        assert!(corpus.provision(&format!("rec_{number}")).is_some(), "recital {number}");
    }
}

#[test]
fn every_point_of_a_paragraph_with_points_is_there_or_none_is() {
    let (law, official) = (law(), official());
    for number in WHOLE_ARTICLES {
        for paragraph in array(article(&official, number), "paragraphs") {
            let own = match paragraph["num"].as_str() {
                Some(paragraph) => format!("art_{number}__para_{paragraph}"),
                None => format!("art_{number}"),
            };
            let ids = points(&paragraph["blocks"]).into_iter().map(|point| format!("{own}__point_{point}"));
            let there: Vec<bool> = ids.map(|id| law.corpus.provision(&id).is_some()).collect();
            assert!(there.iter().all(|known| *known) || !there.contains(&true), "{own}: {there:?}");
        }
    }
}

#[test]
fn the_listed_annexes_are_there_point_by_point() {
    let (law, official) = (law(), official());
    for number in WHOLE_ANNEXES {
        let annex = array(&official, "annexes").find(|annex| annex["number"] == number).unwrap();
        let mut section = String::new();
        assert!(law.corpus.provision(&format!("anx_{number}")).is_some(), "Annex {number}");
        for block in array(annex, "blocks") {
            if let Some(name) = block["t"].as_str().and_then(|text| text.strip_prefix("Section ")) {
                section = format!("__sec_{name}");
                assert!(law.corpus.provision(&format!("anx_{number}{section}")).is_some(), "Annex {number}, {name}");
            }
            let Some(point) = block["n"].as_str() else { continue };
            let own = format!("anx_{number}{section}__point_{}", point.trim_matches(['(', ')', '.']));
            let inner = points(&block["b"]).into_iter().map(|inner| format!("{own}__point_{inner}"));
            for id in std::iter::once(own.clone()).chain(inner) {
                assert!(law.corpus.provision(&id).is_some(), "{id}");
            }
        }
    }
}

#[test]
fn every_definition_that_is_used_is_in_the_official_text_or_came_with_the_amendment() {
    let (law, official) = (law(), official());
    let defined = points(&array(article(&official, 3), "paragraphs").next().unwrap()["blocks"]);
    let mut used = 0;
    for provision in ai_act(&law.corpus).provisions.values() {
        let Some(rest) = provision.id.as_str().strip_prefix("art_3__point_") else { continue };
        let number = rest.split("__").next().unwrap();
        let added = provision.versions.iter().all(|version| version.amended_by.is_some());
        assert_ne!(defined.iter().any(|known| known == number), added, "{}", provision.id);
        used += 1;
    }
    assert!(used >= 16, "{used} definitions");
}

#[test]
fn every_paragraph_that_the_original_text_does_not_have_came_with_an_amendment() {
    let (law, official) = (law(), official());
    let original: BTreeSet<String> = array(&official, "articles")
        .filter_map(|article| article["number"].as_u64())
        .flat_map(|number| ids_of_article(&official, number))
        .collect();
    for provision in ai_act(&law.corpus).provisions.values() {
        let is_paragraph = provision.id.as_str().starts_with("art_")
            && !provision.id.as_str().contains("__point")
            && !provision.id.as_str().contains("__subpara");
        if !is_paragraph {
            continue;
        }
        let since_the_beginning = provision.versions.iter().any(|version| version.from == ORIGINAL);
        assert_eq!(original.contains(provision.id.as_str()), since_the_beginning, "{}", provision.id);
        let amended = provision.versions.iter().filter(|version| version.from != ORIGINAL);
        assert!(amended.clone().all(|version| version.amended_by.is_some()), "{}", provision.id);
    }
}

fn gist(provision: &Provision, as_of: Date, known_at: Date) -> &str {
    provision.version(as_of, known_at).map_or("", |version| version.gist.as_str())
}

#[test]
fn the_three_changed_paragraphs_on_codes_have_both_states() {
    let law = law();
    for id in ["art_56__para_6", "art_50__para_7", "art_95__para_4"] {
        let provision = law.corpus.provision(id).unwrap();
        let (old, new) = (gist(provision, LAST_OLD_DAY, TODAY), gist(provision, FIRST_NEW_DAY, TODAY));
        assert!(!old.is_empty() && !new.is_empty() && old != new, "{id}: {old} / {new}");
        let amended_by = provision.version(FIRST_NEW_DAY, TODAY).and_then(|version| version.amended_by.as_deref());
        assert!(amended_by.is_some_and(|by| by.contains("2026/1744")), "{id}: {amended_by:?}");
        // On the day before publication nobody could know of the change.
        assert_eq!(gist(provision, FIRST_NEW_DAY, date(2026, 7, 23)), old, "{id}");
        assert_eq!(gist(provision, FIRST_NEW_DAY, date(2026, 7, 24)), new, "{id}");
    }
}

#[test]
fn approval_of_a_code_by_implementing_act_ended_on_26_july_2026() {
    let law = law();
    for id in ["art_56__para_6", "art_56__para_6__subpara_2", "art_50__para_7"] {
        let provision = law.corpus.provision(id).unwrap();
        let approves = |as_of| gist(provision, as_of, TODAY).to_lowercase().contains("approve");
        assert!(approves(ORIGINAL) && approves(LAST_OLD_DAY), "{id}");
        assert!(!approves(FIRST_NEW_DAY) && !approves(TODAY), "{id}");
    }
    let smc = |as_of| gist(law.corpus.provision("art_95__para_4").unwrap(), as_of, TODAY).contains("SMC");
    assert!(!smc(LAST_OLD_DAY) && smc(FIRST_NEW_DAY));
}

#[test]
fn articles_53_54_55_and_101_are_as_they_were() {
    let law = law();
    for provision in ai_act(&law.corpus).provisions.values() {
        let id = provision.id.as_str();
        if ["art_53", "art_54", "art_55", "art_101"].iter().any(|article| id.split("__").next() == Some(article)) {
            assert_eq!(provision.versions.len(), 1, "{id}");
            assert_eq!(provision.versions[0].from, ORIGINAL, "{id}");
        }
    }
}
