//! The examples on the pages about rules: each breaks its rule and no other, and its mended form breaks none.

use std::collections::BTreeMap;
use std::fs;

use adhere_domain::codes::check::{Surroundings, check};
use adhere_domain::codes::code::Code;
use adhere_formats::code_source::{CodeFiles, code};
use adhere_formats::indicators::{INDICATORS_FILE, indicators};
use adhere_formats::law_data::LawData;
use jiff::civil::date;

use crate::reference::{law, repository, text, told};

/// The code whose files the examples replace.
const MANIFEST: &str = r#"
id = "example"
title = "A code of conduct"
version = "2"
published = 2026-01-01
profile = "aia-95"
chapters = ["chapter.md"]
source = "Written as an example."
"#;
const CHAPTER: &str = "
# Conduct {#X}

## Commitment 1: Known risks {#X.C1}
- covers: art_9
- binds: provider
- objective: Risks are known before a system is used.
- no-kpi: Whether risks are known is judged, not counted.

Providers know the risks of their systems.

### Measure 1.1: Register of risks {#X.M1}
- covers: art_9

Providers keep a register of risks.
";
/// What the chapter of version 1 has in addition.
const DROPPED: &str = "
### Measure 1.2: Review of risks {#X.M2}
- covers: art_9

Providers look at their risks once a year.
";

/// What excuses the chapter from indicators; the code of a set of indicators does without it.
const EXCUSE: &str = "- no-kpi: Whether risks are known is judged, not counted.\n";

/// The page about reports has a section for each rule, and no examples.
const REPORTS: &str = "reports";
/// Rules about files themselves, which an example in text cannot break.
const ABOUT_FILES: [&str; 5] = ["file-missing", "not-a-file", "file-too-large", "not-utf-8", "file-unreadable"];

/// A fenced block: for which state of the example, or for both; the file; and its text.
type Block = (Option<String>, String, String);

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let words: Vec<&str> = info.split(' ').collect();
                open = Some((words.get(2).map(|word| (*word).to_owned()), words[1].to_owned(), String::new()));
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some((_, _, text))) => text.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    blocks
}

/// The ids of the rules that a set of indicators breaks, held against the code in the other files.
fn broken_by_set(files: &BTreeMap<&str, String>, law: &LawData) -> Vec<&'static str> {
    let chapters = files
        .iter()
        .filter(|(name, _)| name.rsplit('.').next() == Some("md"))
        .map(|(name, text)| (*name, text.as_str()));
    let files_of_code = CodeFiles { manifest: ("code.toml", &files["code.toml"]), named: chapters.collect() };
    let source = code(&files_of_code, &law.corpus).unwrap_or_else(|findings| panic!("{}", told(&findings)));
    let findings = match indicators((INDICATORS_FILE, &files[INDICATORS_FILE]), &source.code) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    findings.diagnostics.iter().map(|found| found.rule).collect()
}

/// The ids of the rules that a code in these files breaks.
fn broken(files: &BTreeMap<&str, String>, earlier: Option<&Code>, law: &LawData) -> Vec<&'static str> {
    let named = files.iter().filter(|(name, _)| **name != "code.toml").map(|(name, text)| (*name, text.as_str()));
    let files = CodeFiles { manifest: ("code.toml", &files["code.toml"]), named: named.collect() };
    let source = match code(&files, &law.corpus) {
        Ok(source) => source,
        Err(findings) => return findings.diagnostics.iter().map(|found| found.rule).collect(),
    };
    let surroundings = Surroundings { parameters: &law.parameters, today: date(2026, 11, 22), earlier };
    let found = check(&source.code, &surroundings);
    found.iter().map(|finding| finding.rule.id()).chain(source.findings.diagnostics.iter().map(|it| it.rule)).collect()
}

fn earlier(law: &LawData) -> Code {
    let (manifest, chapter) = (MANIFEST.replace("\"2\"", "\"1\""), format!("{CHAPTER}{DROPPED}"));
    let files = CodeFiles { manifest: ("code.toml", &manifest), named: vec![("chapter.md", &chapter)] };
    code(&files, &law.corpus).unwrap_or_else(|findings| panic!("{}", told(&findings))).code
}

/// The rules that an example breaks in a state.
fn outcome(rule: &str, page: &str, state: &str, law: &LawData) -> Vec<&'static str> {
    let of_lineage = rule.starts_with("lineage-");
    let manifest = if of_lineage { format!("{MANIFEST}lineage = [\"lineage.toml\"]\n") } else { MANIFEST.to_owned() };
    let mut files = BTreeMap::from([("code.toml", manifest), ("chapter.md", CHAPTER.to_owned())]);
    let blocks = blocks(page);
    let of_state = |block: &&Block| block.0.as_deref().is_none_or(|of| of == state);
    let replaced: Vec<&Block> = blocks.iter().filter(of_state).collect();
    assert!(blocks.iter().any(|block| block.0.as_deref() == Some(state)), "{rule} has no example that is {state}");
    if replaced.iter().any(|(_, file, _)| file == INDICATORS_FILE) {
        files.insert("chapter.md", CHAPTER.replace(EXCUSE, ""));
    }
    files.extend(replaced.into_iter().map(|(_, file, text)| (file.as_str(), text.clone())));
    if files.contains_key(INDICATORS_FILE) {
        return broken_by_set(&files, law);
    }
    let earlier = of_lineage.then(|| earlier(law));
    broken(&files, earlier.as_ref(), law)
}

#[test]
fn every_example_breaks_its_rule_alone_and_its_mended_form_breaks_none() {
    let law = law();
    let mut pages = 0;
    for entry in fs::read_dir(repository("docs/reference/rules")).unwrap() {
        let path = entry.unwrap().path();
        let rule = path.file_stem().unwrap().to_str().unwrap();
        let page = text(&path);
        if rule == REPORTS || ABOUT_FILES.contains(&rule) {
            assert_eq!(blocks(&page), [], "{rule}");
            continue;
        }
        assert_eq!(outcome(rule, &page, "breaks", &law), [rule]);
        assert_eq!(outcome(rule, &page, "mended", &law), [""; 0], "{rule}, mended");
        pages += 1;
    }
    assert!(pages > 0);
}
