//! `adhere init --code`: what it starts compiles, teaches every key, and overwrites nothing.

use std::fs;

use crate::command::{adhere, argument, names_in};

const KINDS: [(&str, &str); 3] = [("art-56", "practice.md"), ("art-50-7", "transparency.md"), ("art-95", "conduct.md")];
const ATTRIBUTES: [&str; 12] = [
    "covers",
    "binds",
    "objective",
    "serves",
    "no-kpi",
    "exempt",
    "relief",
    "variant",
    "due",
    "keep",
    "report",
    "signable",
];
const KEYS: [&str; 18] = [
    "format",
    "id",
    "title",
    "version",
    "published",
    "profile",
    "chapters",
    "source",
    "language",
    "no-kpi",
    "lineage",
    "text",
    "provision",
    "reason",
    "kind",
    "on",
    "by",
    "became",
];

#[test]
fn every_kind_of_code_compiles_without_a_warning() {
    for (kind, chapter) in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/code");
        let told = adhere(&["init", "--code", kind, argument(&path)]).well();
        assert!(told.contains(&format!("adhere check {}", path.display())), "{told}");
        assert_eq!(names_in(&path), ["code.toml", chapter]);
        let out = adhere(&["check", argument(&path), "--deny-warnings"]).well();
        assert!(out.contains("no warnings"), "{out}");
        adhere(&["code", "coverage", argument(&path), "--check"]).well();
    }
}

#[test]
fn comments_are_no_part_of_what_is_compiled_and_placeholders_show() {
    for (kind, _) in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("code");
        let compiled = folder.path().join("compiled.json");
        adhere(&["init", "--code", kind, argument(&path)]).well();
        adhere(&["check", argument(&path), "--compiled", argument(&compiled)]).well();
        let text = fs::read_to_string(compiled).unwrap();
        assert!(!text.contains("<!--") && !text.contains("Attributes of"), "{text}");
        assert!(text.matches("Replace").count() > 5, "{text}");
    }
}

#[test]
fn every_attribute_and_every_key_is_shown_and_explained() {
    for (kind, chapter) in KINDS {
        let folder = tempfile::tempdir().unwrap();
        adhere(&["init", "--code", kind, argument(folder.path())]).well();
        let text = fs::read_to_string(folder.path().join(chapter)).unwrap();
        for attribute in ATTRIBUTES {
            let told = [format!("     {attribute} "), format!("`{attribute}` ")];
            assert!(told.iter().any(|told| text.contains(told)), "{kind}: {attribute}");
        }
        let manifest = fs::read_to_string(folder.path().join("code.toml")).unwrap();
        for key in KEYS {
            let stands = |line: &str| line.trim_start_matches(['#', ' ']).starts_with(&format!("{key} = "));
            assert!(manifest.lines().any(stands), "{kind}: {key}");
        }
        for table in ["[[objective]]", "[[left-out]]", "[[event]]", "[[part]]", "dropped = "] {
            assert!(manifest.contains(table), "{kind}: {table}");
        }
    }
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = argument(folder.path());
    adhere(&["init", "--code", "art-95", path]).well();
    fs::write(folder.path().join("code.toml"), "mine").unwrap();
    let err = adhere(&["init", "--code", "art-56", path]).refused(5);
    assert!(err.contains("code.toml") && err.contains("nothing was written"), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("code.toml")).unwrap(), "mine");
    assert_eq!(names_in(folder.path()), ["code.toml", "conduct.md"]);
}

#[test]
fn a_code_has_no_model() {
    let err = adhere(&["init", "--code", "art-56", "--model", "m", "folder"]).refused(2);
    assert!(err.contains("--model"), "{err}");
    adhere(&["init", "--code", "art-40", "folder"]).refused(2);
}
