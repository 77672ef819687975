//! `adhere check` from outside: what it prints in each form, how it ends, and what it compiles.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ended, adhere, argument, assert_text, folder_with, names_in};

pub(crate) const MANIFEST: &str = r#"id = "example"
title = "A code of conduct"
version = "1"
published = 2026-01-01
profile = "aia-95"
chapters = ["one.md", "two.md"]
source = "Written for tests."
"#;
pub(crate) const ONE: &str = "# One {#A}\n\n## Known risks {#A.C1}\n- covers: art_9\n- binds: provider\n\
    - objective: Risks are known.\n- no-kpi: Judged, not counted.\n\nProviders know their risks.\n\n\
    ### Register {#A.M1}\n- covers: art_9\n\nProviders keep a register.\n";
pub(crate) const TWO: &str = "# Two {#B}\n\n## Trained people {#B.C1}\n- binds: deployer\n\
    - objective: People know the system.\n- no-kpi: Judged, not counted.\n\nDeployers train people.\n\n\
    ### Training {#B.M1}\n- covers: art_95__para_2__point_c\n\nDeployers train people each year.\n";

/// A folder with the sound code, some of its files replaced or added.
pub(crate) fn code_with(files: &[(&str, &str)]) -> TempDir {
    let sound = [("code.toml", MANIFEST), ("one.md", ONE), ("two.md", TWO)];
    let bytes = |(name, text): &(&'static str, &'static str)| (*name, text.as_bytes());
    let folder = folder_with(&sound.iter().map(bytes).collect::<Vec<_>>());
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Checks a folder; its path is left out of what is printed.
pub(crate) fn check(folder: &TempDir, options: &[&str]) -> Ended {
    let path = argument(folder.path());
    let ended = adhere(&[["check", path].as_slice(), options].concat());
    let without = |text: String| text.replace(path, "CODE");
    Ended { out: without(ended.out), err: without(ended.err), ..ended }
}

/// The sound code with an error in one chapter and warnings in the other.
fn with_findings() -> TempDir {
    let one = ONE.replace(
        "- covers: art_9\n\nProviders keep",
        "- due: review: by placing\n- due: review: by placing\n- covers: art_9\n\nProviders keep",
    );
    let two = TWO.replace("- no-kpi: Judged, not counted.\n", "").replace("Deployers train people each year.\n", "");
    code_with(&[("one.md", &one), ("two.md", &two)])
}

/// Whether a value has the keys that its schema names: all that are required, and no other.
fn assert_shape(value: &Value, schema: &Value, root: &Value) {
    let schema = schema["$ref"].as_str().map_or(schema, |name| root.pointer(name.trim_start_matches('#')).unwrap());
    let schema = schema["anyOf"].as_array().map_or(schema, |choices| &choices[0]);
    let schema = schema["$ref"].as_str().map_or(schema, |name| root.pointer(name.trim_start_matches('#')).unwrap());
    match value {
        Value::Object(object) => {
            let properties = schema["properties"].as_object().unwrap();
            for (key, value) in object {
                assert_shape(value, properties.get(key).unwrap_or_else(|| panic!("unknown key `{key}`")), root);
            }
            for required in schema["required"].as_array().into_iter().flatten() {
                assert!(object.contains_key(required.as_str().unwrap()), "{required} is missing");
            }
        }
        Value::Array(items) => items.iter().for_each(|item| assert_shape(item, &schema["items"], root)),
        Value::String(_) => assert!(schema["type"].to_string().contains("string"), "{value} in {schema}"),
        Value::Number(_) => assert!(schema["type"].to_string().contains("integer"), "{value} in {schema}"),
        Value::Bool(_) => assert!(schema["type"].to_string().contains("boolean"), "{value} in {schema}"),
        Value::Null => panic!("nothing is null"),
    }
}

fn schema_of(form: &str) -> Value {
    serde_json::from_str(&adhere(&["schema", form]).well()).unwrap()
}

/// The rules that a check names, in its order.
pub(crate) fn rules(folder: &TempDir, options: &[&str]) -> Vec<String> {
    let json: Value = serde_json::from_str(&check(folder, &[&["--format", "json"], options].concat()).out).unwrap();
    let findings = json["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_shipped_code_of_practice_compiles_without_a_warning() {
    let out = adhere(&["check", "gpai", "--deny-warnings"]).well();
    assert!(out.starts_with("gpai@2025-07-10: 12 commitments and 40 measures, no warnings\n"), "{out}");
}

#[test]
fn findings_are_told_with_their_places_and_what_they_rest_on() {
    let ended = check(&with_findings(), &[]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    assert_text("check_text", &ended.out);
}

#[test]
fn findings_as_json_have_the_shape_of_their_schema() {
    let ended = check(&with_findings(), &["--format", "json"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    let (json, schema): (Value, Value) = (serde_json::from_str(&ended.out).unwrap(), schema_of("findings"));
    assert_shape(&json, &schema, &schema);
    assert_text("check_json", &ended.out);
    let sound: Value = serde_json::from_str(&check(&code_with(&[]), &["--format", "json"]).well()).unwrap();
    assert_eq!(sound["findings"], Value::Array(Vec::new()));
}

#[test]
fn findings_as_sarif_have_their_places_and_the_pages_of_their_rules() {
    let ended = check(&with_findings(), &["--format", "sarif"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    let sarif: Value = serde_json::from_str(&ended.out).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!((&sarif["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let results = run["results"].as_array().unwrap();
    let found = results.iter().map(|result| {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        (result["ruleId"].as_str().unwrap(), result["level"].as_str().unwrap(), region["startLine"].as_u64().unwrap())
    });
    let expected = [("deadline-twice", "error", 13), ("kpi-missing", "warning", 5), ("text-missing", "warning", 9)];
    assert_eq!(found.collect::<Vec<_>>(), expected);
    for rule in run["tool"]["driver"]["rules"].as_array().unwrap() {
        let page = adhere(&["explain", rule["id"].as_str().unwrap()]).well();
        assert_eq!(rule["help"]["markdown"], page.as_str());
    }
}

#[test]
fn a_code_ends_the_command_by_its_gravest_finding() {
    let warned = TWO.replace("- no-kpi: Judged, not counted.\n", "");
    let broken = TWO.replace("- binds: deployer\n", "");
    for (two, options, code) in [
        (TWO, [].as_slice(), 0),
        (TWO, &["--deny-warnings"], 0),
        (&warned, &[], 0),
        (&warned, &["--deny-warnings"], 1),
        (&TWO.replace("deployer", "gpai"), &[], 1),
        (&broken, &[], 3),
        (&broken, &["--deny-warnings"], 3),
    ] {
        for format in ["text", "json", "sarif"] {
            let ended = check(&code_with(&[("two.md", two)]), &[&["--format", format], options].concat());
            assert_eq!((ended.code, ended.err.as_str()), (Some(code), ""), "{options:?}: {}", ended.out);
            assert!(!ended.out.is_empty());
        }
    }
}

#[test]
fn a_code_that_is_not_there_ends_with_five_or_says_what_starts_one() {
    let err = adhere(&["check", "gpay"]).refused(5);
    assert!(err.contains("`gpai@2025-07-10`"), "{err}");
    let ended = adhere(&["check", "./gpay"]);
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(ended.out.contains("error[file-missing]") && ended.out.contains("adhere init --code"), "{}", ended.out);
    let err = adhere(&["check", "gpai", "--output", "no/such/folder/out"]).refused(5);
    assert!(err.contains("no/such/folder/out"), "{err}");
    let err = adhere(&["check", "gpai", "--watch"]).refused(5);
    assert!(err.contains("only a folder can be watched"), "{err}");
}

/// Version 2 of the sound code, in which measure `A.M1` is called `A.M2`, with this lineage.
fn renewed(parts: &str) -> TempDir {
    let manifest = MANIFEST.replace("version = \"1\"", "version = \"2\"") + "lineage = [\"lineage.toml\"]\n";
    let lineage = format!("code = \"example\"\nfrom = \"1\"\nto = \"2\"\nsource = \"Written for tests.\"\n{parts}");
    code_with(&[("code.toml", &manifest), ("one.md", &ONE.replace("A.M1", "A.M2")), ("lineage.toml", &lineage)])
}

#[test]
fn against_an_earlier_version_every_part_is_kept_or_spoken_of() {
    let earlier = code_with(&[]);
    let against = ["--against", argument(earlier.path()), "--deny-warnings"];
    let became = "[[part]]\nid = \"A.M1\"\nbecame = [\"A.M2\"]\n";
    assert_eq!(check(&renewed(became), &against).code, Some(0));
    for (parts, broken) in [
        ("", "lineage-lost"),
        (&format!("{became}[[part]]\nid = \"A.M9\"\ndropped = \"not needed\"\n"), "lineage-unknown-old"),
        (&became.replace("A.M2", "A.M8"), "lineage-unknown-new"),
        (&format!("{became}{became}"), "lineage-twice"),
        (&format!("{became}[[part]]\nid = \"B.M1\"\ndropped = \"not needed\"\n"), "lineage-dropped-kept"),
    ] {
        let folder = renewed(parts);
        assert_eq!(rules(&folder, &against), [broken], "{parts}");
        assert_eq!(check(&folder, &against).code, Some(1), "{parts}");
    }
    let lost = check(&renewed(""), &against).out;
    assert!(lost.contains("`A.M1` of version 1 is neither kept nor spoken of"), "{lost}");
    assert!(lost.contains("CODE/code.toml:8:"), "{lost}");
}

#[test]
fn another_code_is_no_earlier_version() {
    let err = check(&code_with(&[]), &["--against", "gpai"]).refused(5);
    assert!(err.contains("`gpai@2025-07-10` is not a version of the code of `example@1`"), "{err}");
    let broken = code_with(&[("one.md", "")]);
    let err = check(&code_with(&[]), &["--against", argument(broken.path())]).refused(3);
    assert!(err.contains("chapter-missing"), "{err}");
}

/// Where keys of objects are not in order, or white space stands between tokens.
fn assert_canonical(bytes: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(bytes).unwrap();
    // Objects keep their keys in order, so that writing them again gives the same bytes.
    assert_eq!(value.to_string().as_bytes(), bytes);
    value
}

#[test]
fn the_compiled_code_is_canonical_and_its_digest_is_the_one_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gpai.json");
    let out = adhere(&["check", "gpai", "--compiled", argument(&path)]).well();
    let bytes = fs::read(&path).unwrap();
    let digest = adhere_formats::digest::digest(&bytes).to_string();
    assert!(out.contains(&format!("sha256 {digest}")), "{out}");
    assert!(adhere(&["code", "list"]).well().contains(&digest));
    let (value, schema) = (assert_canonical(&bytes), schema_of("code"));
    assert_shape(&value, &schema, &schema);
    assert_eq!(names_in(folder.path()), ["gpai.json"]);
}

#[test]
fn what_happened_to_a_code_does_not_change_what_it_says() {
    let digest = |folder: &TempDir| {
        let path = folder.path().join("compiled.json");
        check(folder, &["--compiled", argument(&path)]).well();
        adhere_formats::digest::digest(&fs::read(path).unwrap())
    };
    let event = "[[event]]\nkind = \"published\"\non = 2026-02-01\nby = \"us\"\nsource = \"Written for tests.\"\n";
    let sound = digest(&code_with(&[]));
    assert_eq!(digest(&code_with(&[("code.toml", &format!("# A remark.\n{MANIFEST}{event}"))])), sound);
    assert_ne!(digest(&code_with(&[("one.md", &ONE.replace("a register", "a list"))])), sound);
}

#[test]
fn nothing_is_compiled_that_does_not_compile() {
    let folder = with_findings();
    let path = folder.path().join("compiled.json");
    fs::write(&path, "old").unwrap();
    check(&folder, &["--compiled", argument(&path)]);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn output_is_what_would_have_been_printed() {
    let folder = with_findings();
    for format in ["text", "json", "sarif"] {
        let printed = check(&folder, &["--format", format]).out;
        let path = folder.path().join("out");
        let ended = check(&folder, &["--format", format, "--output", argument(&path)]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{format}");
        let written = fs::read_to_string(&path).unwrap().replace(argument(folder.path()), "CODE");
        assert_eq!(written, printed, "{format}");
    }
}

#[test]
fn every_command_about_codes_takes_a_folder() {
    let folder = code_with(&[]);
    let path = argument(folder.path());
    assert!(adhere(&["code", "show", path, "A.M1"]).well().contains("Providers keep a register."));
    assert!(adhere(&["code", "coverage", path]).well().contains("A code of conduct"));
    assert!(Path::new(path).join("code.toml").is_file());
}

#[test]
fn explain_prints_the_page_of_a_rule_and_lists_all() {
    let folder = adhere_testing::repository().join("docs/reference/rules");
    let reports = fs::read_to_string(folder.join("reports.md")).unwrap();
    let sections: Vec<&str> = reports.split("\n## ").skip(1).collect();
    let list = adhere(&["explain"]).well();
    let (pages, _) = list.split_once("\n\n").unwrap();
    let listed: Vec<&str> = pages.lines().filter_map(|line| line.split("  ").next()).collect();
    let mut files = vec!["reports.md".to_owned()];
    for rule in &listed {
        let page = adhere(&["explain", rule]).well();
        if let Some(section) = sections.iter().find(|section| section.starts_with(&format!("`{rule}`\n"))) {
            assert_eq!(page.trim_end(), format!("## {}", section.trim_end()));
        } else {
            files.push(format!("{rule}.md"));
            assert_eq!(page, fs::read_to_string(folder.join(format!("{rule}.md"))).unwrap(), "{rule}");
        }
    }
    files.sort();
    assert_eq!(files, names_in(&folder));
    assert_eq!(listed.len(), files.len() - 1 + sections.len());
    assert_text("explain_list", &list);
}

#[test]
fn explain_suggests_the_nearest_rule() {
    let err = adhere(&["explain", "kpi-missing-x"]).refused(5);
    assert!(err.contains("did you mean `kpi-missing`?"), "{err}");
    let err = adhere(&["explain", "E0382"]).refused(5);
    assert!(err.contains("`adhere explain` lists all pages"), "{err}");
}
