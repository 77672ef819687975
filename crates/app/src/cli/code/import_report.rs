//! What an import says: how much was placed, what was not and where it stands, and what to look at by hand.

use std::fmt::Write as _;
use std::path::Path;

use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_import::ImportedCode;
use adhere_formats::code_import::left::{LeftOver, Remark, RemarkKind, Why};
use adhere_formats::code_source::{CodeFiles, CodeSource, code};
use adhere_formats::diagnostic::Findings;
use adhere_formats::published_code::section::PublishedCode;

use super::import::UNPLACED;
use crate::words::Words;

/// The report on standard output.
pub(super) fn report(folder: &Path, imported: &ImportedCode, corpus: &Corpus, words: &Words) -> String {
    let counts = [
        ("folder", folder.display().to_string().into()),
        ("chapters", imported.files.len().saturating_sub(1).into()),
        ("commitments", imported.commitments.into()),
        ("measures", imported.measures.into()),
    ];
    let mut text = format!("{}\n", words.with("import-done", &counts));
    left(imported, words, &mut text);
    remarks(imported, words, &mut text);
    let findings = compiled(imported, corpus);
    let message = if findings.has_errors() {
        words.with("import-does-not-compile", &[("count", findings.diagnostics.len().into())])
    } else {
        words.text("import-compiles")
    };
    let _ = writeln!(text, "{message}");
    for diagnostic in &findings.diagnostics {
        let _ = writeln!(text, "  {diagnostic}");
    }
    text
}

fn left(imported: &ImportedCode, words: &Words, text: &mut String) {
    if imported.left.is_empty() {
        let _ = writeln!(text, "{}", words.text("import-left-none"));
        return;
    }
    let values = [("count", imported.left.len().into()), ("file", UNPLACED.into())];
    let _ = writeln!(text, "{}", words.with("import-left", &values));
    for why in Why::ALL {
        let of_kind: Vec<&LeftOver> = imported.left.iter().filter(|left| left.why == why).collect();
        if of_kind.is_empty() {
            continue;
        }
        let values = [
            ("why", words.text(&format!("left-{}", why.id())).into()),
            ("count", of_kind.len().into()),
            ("lines", all_lines(&of_kind).into()),
        ];
        let _ = writeln!(text, "  {}", words.with("import-left-row", &values));
        for left in of_kind {
            if let Some(part) = &left.may_belong_to {
                let values = [("lines", lines(left.lines).into()), ("part", part.as_str().into())];
                let _ = writeln!(text, "    {}", words.with("left-may-belong", &values));
            }
        }
    }
}

/// The lines of several sections, by file; neighbours are drawn together.
fn all_lines(all: &[&LeftOver]) -> String {
    let mut text = String::new();
    let mut file = "";
    let mut ranges: Vec<(&str, (usize, usize))> = Vec::new();
    for left in all {
        match ranges.last_mut() {
            Some((of, (_, last))) if *of == left.file && *last + 1 == left.lines.0 => *last = left.lines.1,
            _ => ranges.push((&left.file, left.lines)),
        }
    }
    for (of, range) in ranges {
        let _ = if of == file {
            write!(text, ", {}", lines(range))
        } else {
            write!(text, "{}{of}:{}", if file.is_empty() { "" } else { "; " }, lines(range))
        };
        file = of;
    }
    text
}

fn lines((first, last): (usize, usize)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn remarks(imported: &ImportedCode, words: &Words, text: &mut String) {
    if imported.remarks.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", words.with("import-remarks", &[("count", imported.remarks.len().into())]));
    for kind in RemarkKind::ALL {
        let of_kind: Vec<&Remark> = imported.remarks.iter().filter(|remark| remark.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let _ = writeln!(text, "  {}", words.text(&format!("remark-{}", kind.id())));
        for Remark { file, line, part, words, .. } in of_kind {
            let _ = writeln!(text, "    {file}:{line} {part}: {words}");
        }
    }
}

/// What the compiler finds about the source.
fn compiled(imported: &ImportedCode, corpus: &Corpus) -> Findings {
    let files: Vec<(&str, &str)> = imported.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let Some((manifest, chapters)) = files.split_first() else { return Findings::default() };
    match code(&CodeFiles { manifest: *manifest, named: chapters.to_vec() }, corpus) {
        Ok(CodeSource { findings, .. }) | Err(findings) => findings,
    }
}

/// The file with everything that was not placed.
pub(super) fn unplaced(code: &PublishedCode, imported: &ImportedCode, words: &Words) -> String {
    let mut text = format!("# {}\n\n{}\n", words.text("unplaced-title"), words.text("unplaced-intro"));
    for left in &imported.left {
        let values = [
            ("file", left.file.as_str().into()),
            ("lines", lines(left.lines).into()),
            ("title", left.title.as_str().into()),
        ];
        let why = words.text(&format!("left-{}", left.why.id()));
        let why = words.with("unplaced-why", &[("why", why.into())]);
        let _ = write!(text, "\n## {}\n\n{why}\n", words.with("unplaced-heading", &values));
        if let Some(part) = &left.may_belong_to {
            let _ = writeln!(text, "{}", words.with("unplaced-may-belong", &[("part", part.as_str().into())]));
        }
        let _ = write!(text, "\n{}\n", left.text(code));
    }
    text
}
