//! All findings about a code, whether it can be read whole or only in part.

use std::collections::BTreeSet;

use adhere_domain::codes::check::{Surroundings, check};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::finding::Finding;
use adhere_formats::code_source::{BrokenFolder, CodeFolder};
use adhere_formats::diagnostic::{Findings, Severity};
use adhere_formats::law_data::LawData;

use crate::clock::today;
use crate::report::code_findings::diagnostics;
use crate::words::Words;

/// All findings about a code by itself.
pub(crate) fn findings_of(folder: &CodeFolder, law: &LawData, words: &Words) -> Findings {
    findings_against(folder, None, law, words)
}

/// All findings about a code that could be read, in the order of its files.
pub(crate) fn findings_against(folder: &CodeFolder, earlier: Option<&Code>, law: &LawData, words: &Words) -> Findings {
    let mut findings = folder.source.findings.clone();
    findings.absorb(diagnostics(&found(folder, earlier, law), folder, &law.corpus, words));
    in_order(findings, folder)
}

/// All findings about a code that could not be read, with those about files that nothing else is wrong with.
///
/// What only the whole code can show, such as a gap in what it covers, is left until the whole can be read.
pub(crate) fn findings_of_broken(broken: BrokenFolder, law: &LawData, words: &Words) -> Findings {
    let BrokenFolder { mut findings, rest } = broken;
    let Some(folder) = rest else { return findings };
    let local: Vec<Finding> = found(&folder, None, law).into_iter().filter(|found| found.rule.is_local()).collect();
    let faults = findings.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let faulty: BTreeSet<String> = faults.map(|found| found.file.clone()).collect();
    let mut more = diagnostics(&local, &folder, &law.corpus, words);
    more.diagnostics.retain(|found| !faulty.contains(&found.file));
    findings.absorb(more);
    in_order(findings, &folder)
}

fn found(folder: &CodeFolder, earlier: Option<&Code>, law: &LawData) -> Vec<Finding> {
    let surroundings = Surroundings { parameters: &law.parameters, today: today(), earlier };
    check(&folder.source.code, &surroundings)
}

fn in_order(mut findings: Findings, folder: &CodeFolder) -> Findings {
    let order = |file: &str| folder.files.iter().position(|(name, _)| name == file);
    findings.diagnostics.sort_by_key(|found| (order(&found.file), found.span.as_ref().map(|span| span.start)));
    findings
}
