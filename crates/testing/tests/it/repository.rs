//! What the rules look at: the repository's files with their text, and how a broken rule is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use adhere_testing::repository;

/// Folders that hold what was built or fetched.
const NOT_OURS: [&str; 3] = ["target", ".git", "node_modules"];

/// A file of the repository.
pub(crate) struct SourceFile {
    /// Its path from the root, with `/` between its parts.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl SourceFile {
    /// Whether it holds tests and nothing else.
    pub(crate) fn is_test(&self) -> bool {
        let path = self.path.as_str();
        path.ends_with("/tests.rs") || ["/tests/", "/benches/"].iter().any(|folder| path.contains(folder))
    }
}

/// All files below a folder of the repository whose names end so, in order of path.
pub(crate) fn files_below(folder: &str, end: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&repository().join(folder), end, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(folder: &Path, end: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !NOT_OURS.contains(&name) {
            collect(&path, end, files);
        } else if path.is_file() && name.ends_with(end) {
            let text = fs::read_to_string(&path).unwrap();
            let relative = path.strip_prefix(repository()).unwrap();
            files.push(SourceFile { path: relative.to_str().unwrap().replace('\\', "/"), text });
        }
    }
}

/// A file of the repository that must be there.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("`{path}` cannot be read: {error}"))
}

/// The messages of the English words with the names of their attributes.
pub(crate) fn messages() -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files_below("locales/en", ".ftl") {
        let mut latest = String::new();
        for line in file.text.lines() {
            let Some((name, _)) = line.split_once('=') else { continue };
            if let Some(attribute) = line.starts_with(' ').then(|| name.trim().strip_prefix('.')).flatten() {
                messages.get_mut(&latest).unwrap().insert(attribute.to_owned());
            } else if name.starts_with(|first: char| first.is_ascii_lowercase()) {
                name.trim().clone_into(&mut latest);
                let twice = messages.insert(latest.clone(), BTreeSet::new());
                assert!(twice.is_none(), "`{latest}` stands twice in locales/en");
            }
        }
    }
    messages
}

/// Fails with all that breaks a rule, one line each.
pub(crate) fn expect_none(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}:\n  {}\n", broken.join("\n  "));
}
