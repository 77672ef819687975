//! The map names what is there.

use std::collections::BTreeSet;

use adhere_testing::repository;

use crate::repository::{expect_none, read};

/// The backticked paths of a Markdown text: what stands in single backticks, has a `/` and only letters of paths.
fn backticked_paths(markdown: &str) -> BTreeSet<&str> {
    let mut in_block = false;
    let mut paths = BTreeSet::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            paths.extend(line.split('`').skip(1).step_by(2).filter(|quoted| is_path(quoted)));
        }
    }
    paths
}

fn is_path(quoted: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
    quoted.contains('/') && quoted.chars().all(letter) && !quoted.starts_with('/')
}

#[test]
fn every_path_that_the_map_names_exists() {
    let map = read("ARCHITECTURE.md");
    let paths = backticked_paths(&map);
    assert!(!paths.is_empty(), "ARCHITECTURE.md names no path in backticks: it is the map");
    let lost = paths.into_iter().filter(|path| !repository().join(path).exists());
    let broken: Vec<String> = lost.map(|path| format!("`{path}` is not there")).collect();
    expect_none("every path in ARCHITECTURE.md exists", &broken);
}
