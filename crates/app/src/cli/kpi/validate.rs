//! Validating a filled template, and writing what it says in the JSON form.

use std::io::Write;
use std::path::Path;

use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use adhere_formats::indicator_report::json::json;
use adhere_formats::indicator_report::{NamedSet, read_report};
use adhere_formats::source_file::read_bytes;

use super::arguments::ValidateArguments;
use super::set::SetFile;
use crate::cli::findings::print;
use crate::cli::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

/// Validates a report; its faults are the result, and so go to standard output.
pub(super) fn validate(arguments: &ValidateArguments, file: &SetFile, words: &Words) -> Result<Exit, CommandError> {
    let set = file.read()?;
    let named = NamedSet { set: &set, digest: file.digest() };
    let name = arguments.report.display().to_string();
    let bytes = read_bytes(&arguments.report)
        .map_err(|error| unreadable(&arguments.report, error.rule(), &error.to_string()))?;
    let read = read_report(&name, &bytes, named, arguments.size);
    let (verdict, findings) = match &read {
        Ok((report, findings)) => {
            let values = [
                ("provider", report.provider.as_str().into()),
                ("period", report.period.to_string().into()),
                ("values", report.observations.len().into()),
                ("set", set.name().into()),
            ];
            (words.with("kpi-valid", &values), findings)
        }
        Err(findings) => (words.with("kpi-invalid", &[("errors", findings.count(Severity::Error).into())]), findings),
    };
    write_to(None, |out| print(findings, &verdict, (arguments.format, false), out))?;
    match (&read, &arguments.output) {
        (Ok((report, _)), Some(path)) => {
            let text = json(report, named).map_err(anyhow::Error::from)?;
            write_to(Some(path), |out: &mut dyn Write| Ok(out.write_all(text.as_bytes())?))?;
            Ok(Exit::Done)
        }
        (Ok(_), None) => Ok(Exit::Done),
        (Err(_), _) => Ok(Exit::Found),
    }
}

fn unreadable(path: &Path, rule: &'static str, message: &str) -> Findings {
    let hint = "name a filled template, as `adhere kpi template` writes it";
    Diagnostic::about_file(path, rule, message.to_owned(), hint).into()
}
