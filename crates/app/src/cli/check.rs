//! `adhere check`: compile a code and say what it lacks, contradicts or leaves unsaid.

mod watch;

use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_source::{BrokenFolder, CodeFolder, read_broken_folder};
use adhere_formats::compiled_code::{compiled_bytes, compiled_digest};
use adhere_formats::diagnostic::{Findings, Severity};
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;

use super::arguments::CheckArguments;
use super::code::find::{find_code, find_shipped, folder_of, full_name, same_code};
use super::findings::print;
use super::{CommandError, Exit};
use crate::code_check::{findings_against, findings_of_broken};
use crate::output::write_to;
use crate::words::Words;

/// Checks a code once, or again and again as its files change.
pub(super) fn check(arguments: &CheckArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let law = shipped::law()?;
    if arguments.watch {
        return watch::watch(arguments, &words, || once(arguments, &law, &words).map(|_| ()));
    }
    once(arguments, &law, &words)
}

fn once(arguments: &CheckArguments, law: &LawData, words: &Words) -> Result<Exit, CommandError> {
    let earlier = match &arguments.against {
        Some(name) => Some(find_code(name, &law.corpus)?.source.code),
        None => None,
    };
    let (code, findings) = match read(arguments, &law.corpus)? {
        Ok(folder) => {
            let findings = findings_against(&folder, earlier.as_ref(), law, words);
            (Some(folder.source.code), findings)
        }
        // What keeps a code from being read is reported in the form that was asked for, like everything else.
        Err(broken) => (None, findings_of_broken(*broken, law, words)),
    };
    if let Some((code, earlier)) = code.as_ref().zip(earlier.as_ref()) {
        same_code(earlier, code)?;
    }
    let verdict = verdict(code.as_ref(), &findings, words);
    let form = (arguments.format, arguments.output.is_some());
    write_to(arguments.output.as_deref(), |out| print(&findings, &verdict, form, out))?;
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

/// The code, or what of it could be read.
fn read(arguments: &CheckArguments, corpus: &Corpus) -> Result<Result<CodeFolder, Box<BrokenFolder>>, CommandError> {
    // What is watched is a folder, also while its manifest is being replaced.
    let watched = arguments.watch.then(|| Path::new(&arguments.code));
    match folder_of(&arguments.code).or(watched) {
        Some(folder) => Ok(read_broken_folder(folder, corpus)),
        None => find_shipped(&arguments.code, corpus).map(Ok),
    }
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
