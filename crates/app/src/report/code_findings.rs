//! Findings about a code with their words and places.

use std::collections::BTreeMap;

use adhere_domain::codes::finding::Finding;
use adhere_domain::codes::rule::Gravity;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_source::CodeFolder;
use adhere_formats::diagnostic::{Basis, Diagnostic, Findings, Severity};
use adhere_formats::findings::LineIndex;
use adhere_formats::sarif::{Finding as SarifFinding, Level};
use fluent_bundle::FluentValue;

use crate::words::Words;

/// The findings as diagnostics in the files of the code.
pub(crate) fn diagnostics(found: &[Finding], folder: &CodeFolder, corpus: &Corpus, words: &Words) -> Findings {
    let diagnostics = found.iter().map(|finding| diagnostic(finding, folder, corpus, words)).collect();
    let texts = if found.is_empty() { Vec::new() } else { folder.files.clone() };
    Findings { diagnostics, texts }
}

fn diagnostic(finding: &Finding, folder: &CodeFolder, corpus: &Corpus, words: &Words) -> Diagnostic {
    let value = |(name, value): &(&'static str, String)| {
        // People know provisions by their citation.
        let text = if *name == "provision" { cited(value, corpus) } else { value.clone() };
        (*name, FluentValue::from(text))
    };
    let values: Vec<(&str, FluentValue<'_>)> = finding.facts.iter().map(value).collect();
    let key = format!("check-{}", finding.rule.id());
    let place = folder.source.places.find(&finding.place);
    let manifest = folder.files.first().map_or("", |(name, _)| name.as_str());
    let provision = finding.rule.provision(folder.source.code.profile);
    Diagnostic {
        file: place.as_ref().map_or(manifest, |(file, _)| file).to_owned(),
        span: place.map(|(_, span)| span),
        rule: finding.rule.id(),
        severity: match finding.rule.gravity() {
            Gravity::Error => Severity::Error,
            Gravity::Warning => Severity::Warning,
        },
        message: words.with(&key, &values),
        hint: Some(words.attribute(&key, "hint", &values)),
        basis: provision.map(|provision| Basis { provision, cite: corpus.cite(provision).to_owned() }),
    }
}

fn cited(provision: &str, corpus: &Corpus) -> String {
    let cite = corpus.cite(provision);
    if cite == provision { cite.to_owned() } else { format!("{cite} ({provision})") }
}

/// The findings for code hosts.
pub(crate) fn sarif_findings(findings: &Findings) -> Vec<SarifFinding> {
    let lines: BTreeMap<&str, LineIndex<'_>> =
        findings.texts.iter().map(|(file, text)| (file.as_str(), LineIndex::new(text))).collect();
    let finding = |found: &Diagnostic| {
        let place = lines.get(found.file.as_str()).zip(found.span.as_ref());
        SarifFinding {
            rule: found.rule.to_owned(),
            level: match found.severity {
                Severity::Error => Level::Error,
                Severity::Warning => Level::Warning,
            },
            message: sentence(found),
            file: found.file.clone(),
            place: place.map(|(lines, span)| (lines.place(span.start), lines.place(span.end))),
        }
    };
    findings.diagnostics.iter().map(finding).collect()
}

/// Message, basis and hint as one text.
fn sentence(found: &Diagnostic) -> String {
    let basis = found.basis.as_ref().map_or_else(String::new, |basis| format!(" [{} AI Act]", basis.cite));
    let hint = found.hint.as_ref().map_or_else(String::new, |hint| format!("; {hint}"));
    format!("{}{basis}{hint}", found.message)
}
