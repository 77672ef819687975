//! Which crate may depend on which.

use std::fs;

use adhere_testing::repository;

use crate::repository::expect_none;

/// Each crate with those of ours that it may depend on; `testing` may serve the tests of all.
const MAY_DEPEND_ON: [(&str, &[&str]); 8] = [
    ("actions", &["domain", "formats", "journal", "store"]),
    ("app", &["actions", "domain", "formats", "journal", "store", "verifier"]),
    ("domain", &[]),
    ("formats", &["domain"]),
    ("journal", &[]),
    ("store", &["domain", "journal"]),
    ("testing", &[]),
    ("verifier", &["journal"]),
];

/// Those of ours that a crate names in a table of its manifest.
fn ours(manifest: &toml::Table, table: &str) -> Vec<String> {
    let dependencies = manifest.get(table).and_then(toml::Value::as_table);
    let names = dependencies.into_iter().flat_map(toml::Table::keys);
    names.filter_map(|name| name.strip_prefix("adhere-")).map(str::to_owned).collect()
}

#[test]
fn a_crate_depends_only_on_those_below_it() {
    let mut broken = Vec::new();
    for entry in fs::read_dir(repository().join("crates")).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let Some((_, allowed)) = MAY_DEPEND_ON.iter().find(|(known, _)| *known == name) else {
            broken.push(format!("crates/{name} has no line in this test: say what it may depend on"));
            continue;
        };
        for table in ["dependencies", "build-dependencies", "dev-dependencies"] {
            // Tests may use the crate's own fixtures; the rules of the repository read every other crate.
            let for_tests = |dependency: &str| {
                table == "dev-dependencies" && (dependency == "testing" || name == "testing" || dependency == name)
            };
            for dependency in ours(&manifest, table) {
                if !allowed.contains(&dependency.as_str()) && !for_tests(&dependency) {
                    broken.push(format!("crates/{name} has adhere-{dependency} among its {table}"));
                }
            }
        }
    }
    expect_none(
        "domain and journal depend on nothing of ours, formats on domain, store on domain and journal, actions on these, app on all, verifier on journal, and testing serves tests",
        &broken,
    );
}
