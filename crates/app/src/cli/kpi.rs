//! `adhere kpi`: read sets of indicators, make templates from them, and validate what comes back.

pub(super) mod arguments;
mod set;
mod show;
mod template;
mod validate;

use std::io::{IsTerminal, Write};

use adhere_formats::diagnostic::{Findings, Severity};
use adhere_formats::findings::findings_json;
use adhere_formats::sarif::sarif;
use annotate_snippets::Renderer;

use self::arguments::{Findings as Printing, KpiCommand};
use self::set::{SetFile, set_file};
use super::arguments::FindingsFormat;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::diagnostics::shown;
use crate::output::write_to;
use crate::report::code_findings::sarif_findings;
use crate::words::Words;

/// Does what is asked of a set.
pub(super) fn kpi(command: &KpiCommand) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let corpus = Shipped::load()?.data.corpus;
    let named = |source: &arguments::Source| set_file(&source.code, source.kpis.as_deref(), &corpus);
    match command {
        KpiCommand::List { source } => {
            let set = named(source)?.read()?;
            write_to(None, |out| show::list(&set, &words, out))?;
        }
        KpiCommand::Show { source, indicator } => {
            let set = named(source)?.read()?;
            write_to(None, |out| show::show(&set, indicator, &words, out))?;
        }
        KpiCommand::Check { source, printing } => return check(&named(source)?, printing, &words),
        KpiCommand::Template(arguments) => template::template(arguments, &named(&arguments.source)?, &words)?,
        KpiCommand::Validate(arguments) => {
            let set = set_file(&arguments.code, arguments.kpis.as_deref(), &corpus)?;
            return validate::validate(arguments, &set, &words);
        }
    }
    Ok(Exit::Done)
}

/// Whatever is wrong with a set is the result here, and so goes to where results go.
fn check(file: &SetFile, printing: &Printing, words: &Words) -> Result<Exit, CommandError> {
    let (set, findings) = match file.parse() {
        Ok((set, findings)) => (Some(set), findings),
        Err(findings) => (None, findings),
    };
    let verdict = match &set {
        Some(set) => words.with(
            "kpi-compiled",
            &[
                ("set", set.name().into()),
                ("code", set.code_name().into()),
                ("indicators", set.indicators.len().into()),
                ("digest", file.digest().to_string().into()),
            ],
        ),
        None => words.with("kpi-not-compiled", &[("errors", findings.count(Severity::Error).into())]),
    };
    write_to(printing.output.as_deref(), |out| print(&findings, &verdict, printing, out))?;
    Ok(if set.is_some() { Exit::Done } else { Exit::Found })
}

/// Prints findings in the form asked for; the verdict is for people.
fn print(findings: &Findings, verdict: &str, printing: &Printing, out: &mut dyn Write) -> anyhow::Result<()> {
    match printing.format {
        FindingsFormat::Text => {
            let styled = printing.output.is_none() && std::io::stdout().is_terminal();
            let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
            out.write_all(shown(findings, &renderer).as_bytes())?;
            writeln!(out, "{verdict}")?;
        }
        FindingsFormat::Json => writeln!(out, "{}", findings_json(findings)?)?,
        FindingsFormat::Sarif => writeln!(out, "{}", sarif(env!("CARGO_PKG_VERSION"), &sarif_findings(findings))?)?,
    }
    Ok(())
}
