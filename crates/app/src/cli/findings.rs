//! Printing findings about files in the form asked for.

use std::io::{IsTerminal, Write};

use adhere_formats::diagnostic::Findings;
use adhere_formats::findings::findings_json;
use adhere_formats::sarif::{Description, sarif};
use annotate_snippets::Renderer;
use anyhow::Result;

use super::arguments::FindingsFormat;
use super::explain::pages::page;
use crate::diagnostics::shown;
use crate::report::code_findings::sarif_findings;

/// Prints findings; the verdict, and colours on a terminal, are for people.
pub(super) fn print(
    findings: &Findings,
    verdict: &str,
    (format, to_file): (FindingsFormat, bool),
    out: &mut dyn Write,
) -> Result<()> {
    match format {
        FindingsFormat::Text => {
            let styled = !to_file && std::io::stdout().is_terminal();
            let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
            out.write_all(shown(findings, &renderer).as_bytes())?;
            writeln!(out, "{verdict}")?;
        }
        FindingsFormat::Json => writeln!(out, "{}", findings_json(findings)?)?,
        FindingsFormat::Sarif => {
            let describe = |rule: &str| page(rule).map(|page| Description { summary: page.summary(), page: page.text });
            writeln!(out, "{}", sarif(env!("CARGO_PKG_VERSION"), &sarif_findings(findings), describe)?)?;
        }
    }
    Ok(())
}
