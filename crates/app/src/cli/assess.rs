//! `adhere assess`: the main job.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::adherence::record::Undertaking;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::parameters::Law;
use adhere_formats::assessment::write_json;
use adhere_formats::digest::{Sha256Writer, digest};
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE, ProviderFolder, read_folder};
use adhere_formats::receipt::{Digests, Receipt};
use adhere_formats::shipped::law_digest;
use anyhow::{Context, anyhow};

use super::arguments::{AssessArguments, Format};
use super::references::check_references;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::clock::today;
use crate::diagnostics::tell_all;
use crate::output::write_to;
use crate::report::calendar::calendar;
use crate::report::findings::sarif_report;
use crate::report::full::{write_html, write_text};
use crate::report::summary::write_summary;
use crate::report::{Context as ReportContext, Outcome};
use crate::words::Words;

/// The engine as receipts name it.
const ENGINE: &str = concat!("adhere ", env!("CARGO_PKG_VERSION"));

/// Assesses a folder and prints the outcome.
pub(super) fn assess(arguments: &AssessArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    refuse_outputs_onto_inputs(arguments)?;
    let shipped = Shipped::load()?;
    let mut folder = read_folder(&arguments.folder, shipped.data.readings)?;
    let warnings = check_references(&arguments.folder, &folder.undertaking, &shipped.codes, today())?;
    folder.findings.absorb(warnings);
    let readings = arguments
        .readings
        .iter()
        .fold(folder.readings, |readings, (id, option)| readings.choose(*id, option).unwrap_or(readings));
    let calendars = folder.calendars.clone().before(&shipped.data.calendars);
    let law = shipped.law(arguments.day.resolve(), readings, &words)?;
    let receipt = match &arguments.receipt {
        Some(_) => Some(receipt(&shipped, &folder, &law)?),
        None => None,
    };
    if let Some(id) = &arguments.model {
        folder.undertaking.models = only(&folder.undertaking, id)?;
    }
    tell_all(&folder.findings);
    let assessor = Assessor::new(&folder.undertaking, &shipped.codes, &law, &calendars);
    let report = ReportContext { words: &words, data: &shipped.data, assessor: &assessor };
    let mut printed = None;
    write_to(arguments.output.as_deref(), |out| {
        printed = Some(print(arguments, &report, out)?);
        Ok(())
    })?;
    if let (Some(path), Some(receipt)) = (&arguments.receipt, receipt) {
        write_to(Some(path), |out| {
            serde_json::to_writer_pretty(&mut *out, &receipt)?;
            Ok(writeln!(out)?)
        })?;
    }
    if !arguments.check {
        return Ok(Exit::Done);
    }
    // A reader who left early did not see everything; what there is still decides.
    Ok(printed.unwrap_or_else(|| Outcome::of_all(&assessor)).exit())
}

/// A result is never written over a file it is made from, nor two results over each other.
fn refuse_outputs_onto_inputs(arguments: &AssessArguments) -> anyhow::Result<()> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let inputs = [real(&arguments.folder.join(PROVIDER_FILE)), real(&arguments.folder.join(MODELS_FOLDER))];
    let outputs = [&arguments.output, &arguments.receipt].into_iter().flatten().map(|path| real(path));
    let outputs: Vec<PathBuf> = outputs.collect();
    if let Some(output) = outputs.iter().find(|output| inputs.iter().any(|input| output.starts_with(input))) {
        return Err(anyhow!("`{}` is one of the files that are assessed: name another file", output.display()));
    }
    match outputs.as_slice() {
        [output, receipt] if output == receipt => {
            Err(anyhow!("`{}` is named for both the report and the receipt: name two files", output.display()))
        }
        _ => Ok(()),
    }
}

fn print(arguments: &AssessArguments, report: &ReportContext<'_>, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    match arguments.format {
        Format::Summary => write_summary(report, out),
        Format::Text => write_text(report, out),
        Format::Html => write_html(report, out),
        Format::Sarif => {
            let (text, outcome) = sarif_report(report, &arguments.folder)?;
            writeln!(out, "{text}")?;
            Ok(outcome)
        }
        Format::Icalendar => {
            let (text, outcome) = calendar(report);
            out.write_all(text.as_bytes())?;
            Ok(outcome)
        }
        Format::Json => {
            write_json(report.assessor, &mut *out)?;
            writeln!(out)?;
            Ok(Outcome::of_all(report.assessor))
        }
    }
}

/// The receipt of assessing all models of a folder.
pub(super) fn receipt(shipped: &Shipped, folder: &ProviderFolder, law: &Law) -> Result<Receipt, CommandError> {
    let calendars = folder.calendars.clone().before(&shipped.data.calendars);
    let assessor = Assessor::new(&folder.undertaking, &shipped.codes, law, &calendars);
    let mut assessment = Sha256Writer::default();
    write_json(&assessor, io::BufWriter::new(&mut assessment)).context("the assessment cannot be digested")?;
    let program = std::env::current_exe().and_then(std::fs::read).context("the program cannot be digested")?;
    let digests = Digests {
        engine: digest(&program),
        law: law_digest(),
        codes: shipped.code_digests.clone(),
        facts: folder.digest,
        assessment: assessment.digest(),
    };
    Ok(Receipt::new(ENGINE, &digests, law))
}

fn only(
    undertaking: &Undertaking,
    id: &str,
) -> Result<BTreeMap<PartId, adhere_domain::adherence::record::ModelRecord>, CommandError> {
    let known = || undertaking.models.keys().map(PartId::as_str).collect::<Vec<_>>().join("`, `");
    let found = undertaking.models.iter().find(|(known, _)| known.as_str() == id);
    let (id, model) = found.ok_or_else(|| anyhow!("there is no model `{id}`; there are `{}`", known()))?;
    Ok([(id.clone(), model.clone())].into())
}
