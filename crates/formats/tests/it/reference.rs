//! Where test files are: the repository's own, and the reference data beside it.

use std::path::{Path, PathBuf};

use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_source::{CodeFiles, CodeSource, code, named_files};
use adhere_formats::diagnostic::Findings;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;

/// A file or folder of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    adhere_testing::repository().join(path)
}

/// A file or folder of the reference data: texts and tables that adhere is compared with and does not ship.
pub(crate) fn shared_data(path: &str) -> PathBuf {
    adhere_testing::shared_data().join(path)
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

/// A JSON file of the reference data.
pub(crate) fn json(path: &str) -> serde_json::Value {
    serde_json::from_str(&text(&shared_data(path))).unwrap()
}

/// The shipped law.
pub(crate) fn law() -> LawData {
    shipped::law().unwrap_or_else(|findings| panic!("{}", told(&findings)))
}

/// A folder under `data/codes/`, as files in the manifest's order: name and text.
pub(crate) fn code_files(folder: &str) -> Vec<(String, String)> {
    let manifest = format!("data/codes/{folder}/code.toml");
    let manifest_text = text(&repository(&manifest));
    let named = named_files(&manifest_text);
    let named = named.all().map(|name| format!("data/codes/{folder}/{name}"));
    let named = named.map(|name| (name.clone(), text(&repository(&name)))).collect::<Vec<_>>();
    [vec![(manifest, manifest_text)], named].concat()
}

/// Parses a code from its files, the manifest first.
pub(crate) fn parse_code(files: &[(String, String)], corpus: &Corpus) -> Result<CodeSource, Findings> {
    let pairs: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    code(&CodeFiles { manifest: pairs[0], named: pairs[1..].to_vec() }, corpus)
}

/// The code of practice of 10 July 2025, as it ships.
pub(crate) fn gpai() -> adhere_domain::codes::code::Code {
    parse_code(&code_files("gpai"), &law().corpus).unwrap_or_else(|findings| panic!("{}", told(&findings))).code
}

/// All findings, one on a line: `file:line rule: message | hint`.
pub(crate) fn told(findings: &Findings) -> String {
    let line = |diagnostic: &adhere_formats::diagnostic::Diagnostic| {
        let place = findings.line(diagnostic).map_or_else(String::new, |line| format!(":{line}"));
        let hint = diagnostic.hint.as_deref().unwrap_or("-");
        format!("{}{place} {}: {}\n    {hint}\n", diagnostic.file, diagnostic.rule, diagnostic.message)
    };
    findings.diagnostics.iter().map(line).collect()
}

/// Compares a text with its snapshot in `snapshots/`.
pub(crate) fn assert_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
