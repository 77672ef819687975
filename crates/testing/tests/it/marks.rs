//! What code must not hold: silenced lints, tests that do not run, and work left over without an issue.

use crate::repository::{SourceFile, expect_none, files_below};

// Written in parts, so that this file does not break its own rules.
const ALLOW: [&str; 2] = [concat!("#[", "allow("), concat!("#![", "allow(")];
const IGNORE: [&str; 2] = [concat!("#[", "ignore"), concat!("#[", "should_panic")];
const LEFT_OVER: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];

/// The lines of files for which something holds, as a reader would look for them.
fn lines_where(files: &[SourceFile], holds: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = |file: &SourceFile| {
        let numbered = file.text.lines().enumerate().filter(|(_, line)| holds(line));
        numbered.map(|(index, line)| format!("{}:{}: {}", file.path, index + 1, line.trim())).collect::<Vec<_>>()
    };
    files.iter().flat_map(lines).collect()
}

fn source_files() -> Vec<SourceFile> {
    let ends = [".rs", ".html", ".css", ".ftl", ".toml", ".mjs", ".py", ".svg"];
    ends.iter().flat_map(|end| files_below("", end)).collect()
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let broken = lines_where(&files_below("", ".rs"), |line| ALLOW.iter().any(|mark| line.contains(mark)));
    expect_none("write `#[expect(…, reason = \"…\")]`", &broken);
}

#[test]
fn every_test_runs() {
    let broken = lines_where(&files_below("", ".rs"), |line| IGNORE.iter().any(|mark| line.contains(mark)));
    expect_none("no test is ignored or expected to panic", &broken);
}

#[test]
fn work_left_over_has_an_issue_number() {
    // A mark counts as a word of its own; an issue follows it at once, such as `(#12)`.
    let unnumbered = |line: &str| {
        LEFT_OVER.iter().any(|mark| {
            let parts: Vec<&str> = line.split(mark).collect();
            parts.windows(2).any(|pair| {
                let [before, after] = [pair[0], pair[1]];
                let part_of_a_word =
                    before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
                let numbered = after.strip_prefix("(#").is_some_and(|rest| rest.starts_with(char::is_numeric));
                !part_of_a_word && !numbered
            })
        })
    };
    expect_none("work left over is marked with its issue, such as `(#12)`", &lines_where(&source_files(), unnumbered));
}
