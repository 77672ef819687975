//! `adhere check`: compile a code and say what it lacks, contradicts or leaves unsaid.

mod watch;

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};

use adhere_domain::codes::check::{Surroundings, check as findings_of};
use adhere_domain::codes::code::Code;
use adhere_formats::code_source::CodeFolder;
use adhere_formats::compiled_code::{compiled_bytes, compiled_digest};
use adhere_formats::diagnostic::{Findings, Severity};
use adhere_formats::findings::findings_json;
use adhere_formats::sarif::sarif;
use annotate_snippets::Renderer;
use anyhow::Result;

use super::arguments::{CheckArguments, FindingsFormat};
use super::code::find::{find_code, full_name};
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::clock::today;
use crate::diagnostics::shown;
use crate::output::write_to;
use crate::report::code_findings::{diagnostics, sarif_findings};
use crate::words::Words;

/// Checks a code once, or again and again as its files change.
pub(super) fn check(arguments: &CheckArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let shipped = Shipped::load()?;
    if arguments.watch {
        return watch::watch(arguments, &words, || once(arguments, &shipped, &words).map(|_| ()));
    }
    once(arguments, &shipped, &words)
}

fn once(arguments: &CheckArguments, shipped: &Shipped, words: &Words) -> Result<Exit, CommandError> {
    let corpus = &shipped.data.corpus;
    let earlier = match &arguments.against {
        Some(name) => Some(find_code(name, corpus)?.source.code),
        None => None,
    };
    let (code, findings) = match find_code(&arguments.code, corpus) {
        Ok(folder) => {
            let findings = compile(&folder, earlier.as_ref(), shipped, words);
            (Some(folder.source.code), findings)
        }
        // What keeps a code from being read is reported in the form that was asked for, like everything else.
        Err(CommandError::Input(findings)) => (None, findings),
        Err(other) => return Err(other),
    };
    write_to(arguments.output.as_deref(), |out| print(arguments, code.as_ref(), &findings, words, out))?;
    let Some(code) = code else { return Ok(Exit::BadInput) };
    let warned = arguments.deny_warnings && findings.count(Severity::Warning) > 0;
    if findings.has_errors() || warned {
        return Ok(Exit::Found);
    }
    if let Some(path) = &arguments.compiled {
        write_to(Some(path), |out| Ok(out.write_all(&compiled_bytes(&code))?))?;
    }
    Ok(Exit::Done)
}

/// All findings about a code that could be read, in the order of its files.
fn compile(folder: &CodeFolder, earlier: Option<&Code>, shipped: &Shipped, words: &Words) -> Findings {
    let surroundings =
        Surroundings { parameters: &shipped.data.parameters, today: today(), indicated: &BTreeSet::new(), earlier };
    let found = findings_of(&folder.source.code, &surroundings);
    let mut findings = folder.source.findings.clone();
    findings.absorb(diagnostics(&found, folder, &shipped.data.corpus, words));
    let order = |file: &str| folder.files.iter().position(|(name, _)| name == file);
    findings.diagnostics.sort_by_key(|found| (order(&found.file), found.span.as_ref().map(|span| span.start)));
    findings
}

fn print(
    arguments: &CheckArguments,
    code: Option<&Code>,
    findings: &Findings,
    words: &Words,
    out: &mut dyn Write,
) -> Result<()> {
    match arguments.format {
        FindingsFormat::Text => {
            let styled = arguments.output.is_none() && std::io::stdout().is_terminal();
            let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
            out.write_all(shown(findings, &renderer).as_bytes())?;
            writeln!(out, "{}", verdict(code, findings, words))?;
        }
        FindingsFormat::Json => writeln!(out, "{}", findings_json(findings)?)?,
        FindingsFormat::Sarif => {
            writeln!(out, "{}", sarif(env!("CARGO_PKG_VERSION"), &sarif_findings(findings))?)?;
        }
    }
    Ok(())
}

/// The last line: what was compiled, or how much keeps it from being so.
fn verdict(code: Option<&Code>, findings: &Findings, words: &Words) -> String {
    let (errors, warnings) = (findings.count(Severity::Error), findings.count(Severity::Warning));
    let mut values = vec![("errors", errors.into()), ("warnings", warnings.into())];
    match code {
        Some(code) if errors == 0 => {
            values.push(("code", full_name(code).into()));
            values.push(("commitments", code.commitments().count().into()));
            values.push(("measures", code.measures().count().into()));
            values.push(("digest", compiled_digest(code).to_string().into()));
            words.with("check-compiled", &values)
        }
        _ => {
            let rule = findings.diagnostics.iter().find(|found| found.severity == Severity::Error);
            values.push(("rule", rule.map_or("", |found| found.rule).into()));
            words.with("check-not-compiled", &values)
        }
    }
}
