//! `adhere kpi`: read sets of indicators, make templates from them, and validate what comes back.

pub(super) mod arguments;
mod set;
mod show;
mod template;
mod validate;

use adhere_formats::diagnostic::Severity;

use self::arguments::{Findings as Printing, KpiCommand};
use self::set::{SetFile, set_file};
use super::findings::print;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::output::write_to;
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
    let form = (printing.format, printing.output.is_some());
    write_to(printing.output.as_deref(), |out| print(&findings, &verdict, form, out))?;
    Ok(if set.is_some() { Exit::Done } else { Exit::Found })
}
