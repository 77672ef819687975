//! `adhere diff`: two versions of a code, part by part.

use std::fs;
use std::path::Path;

use crate::command::{adhere, argument};

/// The shipped template, and a second version of it: one measure renumbered and changed, one dropped, one new.
fn versions() -> (tempfile::TempDir, tempfile::TempDir) {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/codes/conduct-template");
    for name in ["code.toml", "conduct.md", "kpis.toml"] {
        let text = fs::read_to_string(shipped.join(name)).unwrap();
        fs::write(old.path().join(name), &text).unwrap();
        let changed = match name {
            "code.toml" => text
                .replace(
                    "version = \"2026-11-22\"",
                    "version = \"2\"\nlineage = [\"lineage.toml\"]\nno-kpi = \"none yet\"",
                )
                .replace("kpis = \"kpis.toml\"\n", ""),
            _ => text
                .replace("{#X.M1.2}", "{#X.M1.9}")
                .replace("{#X.M4.2}", "{#X.M4.3}")
                .replace("Before release", "At all times"),
        };
        fs::write(new.path().join(name), changed).unwrap();
    }
    let lineage = "code = \"conduct-template\"\nfrom = \"2026-11-22\"\nto = \"2\"\nsource = \"own\"\n\
                   [[part]]\nid = \"X.M1.2\"\nbecame = [\"X.M1.9\"]\n\
                   [[part]]\nid = \"X.M4.2\"\ndropped = \"Said elsewhere.\"\n";
    fs::write(new.path().join("lineage.toml"), lineage).unwrap();
    (old, new)
}

#[test]
fn what_changed_is_told_in_every_form_with_its_lineage() {
    let (old, new) = versions();
    let (old, new) = (argument(old.path()), argument(new.path()));
    let text = adhere(&["diff", old, new]).well();
    for told in
        ["X.M1.2 → X.M1.9", "[-Before release-]{+At all times+}", "X.M4.2 → —", "Said elsewhere.", "new  X.M4.3"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    let json = adhere(&["diff", old, new, "--format", "json"]).well();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let fates: Vec<&str> =
        json["parts"].as_array().unwrap().iter().map(|part| part["fate"].as_str().unwrap()).collect();
    let count = |fate: &str| fates.iter().filter(|known| **known == fate).count();
    assert_eq!((count("moved"), count("dropped"), count("new"), count("lost")), (1, 1, 1, 0), "{fates:?}");
    let html = adhere(&["diff", old, new, "--format", "html"]).well();
    assert!(html.contains("<del>Before release</del><ins>At all times</ins>"), "{html}");
}

#[test]
fn nothing_changed_is_said_and_check_ends_with_one_when_something_did() {
    let (old, new) = versions();
    let (old, new) = (argument(old.path()), argument(new.path()));
    let same = adhere(&["diff", old, old, "--check"]);
    assert_eq!(same.code, Some(0));
    assert!(same.out.contains("Nothing changed."), "{}", same.out);
    assert_eq!(adhere(&["diff", old, new, "--check"]).code, Some(1));
}

#[test]
fn two_codes_are_not_two_versions() {
    let err = adhere(&["diff", "conduct-template", "gpai"]).refused(5);
    assert!(err.contains("their ids differ"), "{err}");
}
