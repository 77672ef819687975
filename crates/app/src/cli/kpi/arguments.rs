//! What `adhere kpi` accepts; its doc comments are the help text.

use std::path::PathBuf;

use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::law::size::SizeClass;
use clap::{Args, Subcommand, ValueEnum};

use crate::cli::arguments::FindingsFormat;

#[derive(Debug, Subcommand)]
pub(crate) enum KpiCommand {
    /// List the indicators of a set.
    List {
        #[command(flatten)]
        source: Source,
    },
    /// Show an indicator in full.
    Show {
        #[command(flatten)]
        source: Source,
        /// The indicator's id, such as `S.K9.1`.
        indicator: String,
    },
    /// Compile a set: check it against its code, its formulas against what is collected, and the worked examples.
    Check {
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        printing: Findings,
    },
    /// Write the template of a report for a period.
    Template(TemplateArguments),
    /// Validate a filled template: CSV, XLSX or the JSON form.
    Validate(ValidateArguments),
}

/// Where a set is.
#[derive(Debug, Args)]
pub(crate) struct Source {
    /// The code: the id of one that ships, or its folder with `kpis.toml`.
    pub(crate) code: String,
    /// Take the set from this file instead.
    #[arg(long, value_name = "FILE")]
    pub(crate) kpis: Option<PathBuf>,
}

/// How and where findings are printed.
#[derive(Debug, Args)]
pub(crate) struct Findings {
    /// How to print findings.
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    pub(crate) format: FindingsFormat,
    /// Write findings to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct TemplateArguments {
    #[command(flatten)]
    pub(crate) source: Source,
    /// The period: a year, a half, a quarter or a month, such as `2026`, `2026-H1`, `2026-Q3` or `2026-05`.
    #[arg(long, value_parser = parse_period)]
    pub(crate) period: ReportingPeriod,
    /// Only the rows that this size class must fill: micro, small, medium, smc (small mid-cap) or large.
    #[arg(long, value_parser = parse_size)]
    pub(crate) size: Option<SizeClass>,
    /// The form of the template.
    #[arg(long, value_enum, default_value_t = TemplateFormat::Csv)]
    pub(crate) format: TemplateFormat,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ValidateArguments {
    /// The filled template; its form is told by what is in it.
    pub(crate) report: PathBuf,
    /// The code: the id of one that ships, or its folder with `kpis.toml`.
    #[arg(long)]
    pub(crate) code: String,
    /// Take the set from this file instead.
    #[arg(long, value_name = "FILE")]
    pub(crate) kpis: Option<PathBuf>,
    /// The size class, where the report does not say it.
    #[arg(long, value_parser = parse_size)]
    pub(crate) size: Option<SizeClass>,
    /// How to print findings.
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    pub(crate) format: FindingsFormat,
    /// Write the report in the JSON form to this file if it is sound.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The form of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateFormat {
    /// A table as in RFC 4180.
    Csv,
    /// A workbook whose cells accept what makes sense.
    Xlsx,
    /// The JSON Schema of the JSON form.
    JsonSchema,
}

fn parse_period(text: &str) -> Result<ReportingPeriod, String> {
    ReportingPeriod::parse(text).ok_or_else(|| "write 2026, 2026-H1, 2026-Q3 or 2026-05".to_owned())
}

fn parse_size(text: &str) -> Result<SizeClass, String> {
    let names = || SizeClass::ALL.map(SizeClass::id).join(", ");
    SizeClass::ALL.into_iter().find(|size| size.id() == text).ok_or_else(|| format!("one of {}", names()))
}
