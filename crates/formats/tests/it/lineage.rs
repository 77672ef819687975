//! What became of draft 3: every commitment and measure of it stands in the lineage once, and leads to parts that are
//! there.

use std::collections::BTreeSet;

use adhere_domain::codes::code::Code;

use crate::published::draft;
use crate::reference::{gpai, repository, text};

fn lineage() -> toml::Table {
    text(&repository("data/codes/gpai/lineage.toml")).parse().unwrap()
}

/// What the lineage says in its own words, by the id it is about.
pub(crate) fn reasons() -> Vec<(String, String)> {
    let lineage = lineage();
    let parts = lineage["part"].as_array().unwrap().iter();
    let words = |part: &toml::Value| {
        ["note", "dropped"].map(|key| part.get(key).map_or("", |it| it.as_str().unwrap()).to_owned())
    };
    parts.map(|part| (part["id"].as_str().unwrap().to_owned(), words(part).join("\n"))).collect()
}

fn ids(code: &Code) -> Vec<String> {
    let commitments = code.commitments().map(|(_, commitment)| commitment.id.to_string());
    commitments.chain(code.measures().map(|(_, _, measure)| measure.id.to_string())).collect()
}

fn texts(part: &toml::Table, key: &str) -> Vec<String> {
    let values = part.get(key).and_then(toml::Value::as_array);
    values.into_iter().flatten().map(|value| value.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_part_of_draft_3_stands_in_the_lineage_once() {
    let lineage = lineage();
    let parts = lineage["part"].as_array().unwrap().iter().map(|part| part["id"].as_str().unwrap().to_owned());
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    let mut expected = ids(&draft());
    expected.sort();
    assert_eq!(parts, expected);
}

#[test]
fn every_successor_exists_and_every_final_part_has_a_predecessor_or_is_new() {
    let (lineage, code) = (lineage(), gpai());
    assert_eq!(lineage["to"].as_str(), Some(code.version.as_str()));
    let (mut successors, known) = (BTreeSet::new(), ids(&code));
    for part in lineage["part"].as_array().unwrap() {
        let part = part.as_table().unwrap();
        let became = texts(part, "became");
        assert_eq!(became.is_empty(), part.contains_key("dropped"), "{part:?}: it became something or was dropped");
        for key in part.keys() {
            assert!(["id", "became", "dropped", "note"].contains(&key.as_str()), "{key}");
        }
        assert!(became.iter().all(|id| known.contains(id)), "{part:?}");
        successors.extend(became);
    }
    let new: Vec<&String> = known.iter().filter(|id| !successors.contains(*id)).collect();
    assert_eq!(new, Vec::<&String>::new(), "parts of the final Code that come from none of the draft");
}

#[test]
fn eighteen_commitments_became_twelve() {
    let lineage = lineage();
    let parts = lineage["part"].as_array().unwrap().iter().filter_map(toml::Value::as_table);
    let commitments = parts.filter(|part| part["id"].as_str().unwrap().starts_with("C."));
    let became: Vec<Vec<String>> = commitments.map(|part| texts(part, "became")).collect();
    assert_eq!(became.len(), 18);
    let successors: BTreeSet<&String> = became.iter().flatten().filter(|id| id.contains(".C")).collect();
    assert_eq!(successors.len(), 12);
}
