//! `adhere code publish`: record a version of a code in an instance, for ever.

use adhere_actions::publish_code::{PublishCode, publish_code};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Basis, Follows, Succession};
use adhere_domain::text::NonEmptyText;
use adhere_formats::law_data::LawData;
use clap::{ArgGroup, Args};
use jiff::civil::Date;

use super::find::find_code;
use crate::cli::acting::{Acting, Instance, parse_part, parse_text, say_recorded};
use crate::cli::{CommandError, Exit};
use crate::code_check::findings_of;
use crate::diagnostics::tell_all;
use crate::output::write_to;
use crate::words::Words;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("basis").args(["by_code", "by_operator"]))]
pub(crate) struct PublishArguments {
    #[command(flatten)]
    pub(crate) acting: Acting,
    /// The code: its folder with `code.toml`, or the id of one that ships.
    pub(crate) code: String,
    /// The version that it follows.
    #[arg(long, value_name = "VERSION", value_parser = parse_part)]
    pub(crate) follows: Option<PartId>,
    /// The day from which adherence to the version before is none any more.
    #[arg(long, value_name = "DATE", requires = "follows", requires = "basis")]
    pub(crate) ends: Option<Date>,
    /// The day on which adherence to the version before passes to this one where nothing material changed.
    #[arg(long, value_name = "DATE", requires = "follows", requires = "basis", conflicts_with = "ends")]
    pub(crate) passes: Option<Date>,
    /// Where the code says so.
    #[arg(long, value_name = "PLACE", value_parser = parse_text)]
    pub(crate) by_code: Option<NonEmptyText>,
    /// Why whoever keeps the register says so, where the code does not.
    #[arg(long, value_name = "REASON", value_parser = parse_text)]
    pub(crate) by_operator: Option<NonEmptyText>,
}

/// Publishes a code that compiles.
pub(super) fn publish(arguments: &PublishArguments) -> Result<Exit, CommandError> {
    let instance = Instance::open(&arguments.acting.place)?;
    let folder = find_code(&arguments.code, &instance.law.corpus)?;
    refuse_uncompiled(&folder, &instance.law)?;
    let follows = arguments.follows();
    let command = PublishCode { code: &folder.source.code, files: &folder.files, follows: follows.as_ref() };
    let changed = publish_code(&instance.context(&arguments.acting), command)?;
    let words = Words::english()?;
    let values =
        [("code", super::find::full_name(&folder.source.code).into()), ("digest", changed.outcome.to_string().into())];
    write_to(None, |out| Ok(writeln!(out, "{}", words.with("published", &values))?))?;
    say_recorded(&changed)?;
    Ok(Exit::Done)
}

/// What does not compile is not published; warnings are told.
fn refuse_uncompiled(folder: &adhere_formats::code_source::CodeFolder, law: &LawData) -> Result<(), CommandError> {
    let findings = findings_of(folder, law, &Words::english()?);
    if findings.has_errors() {
        return Err(CommandError::Input(findings));
    }
    tell_all(&findings);
    Ok(())
}

impl PublishArguments {
    fn follows(&self) -> Option<Follows> {
        let version = self.follows.clone()?;
        let by_code = self.by_code.clone().map(Basis::Code);
        let basis = by_code.or_else(|| self.by_operator.clone().map(Basis::Operator));
        let succession = match (self.ends, self.passes, basis) {
            (Some(on), _, Some(basis)) => Succession::Ends { on, basis },
            (None, Some(on), Some(basis)) => Succession::Passes { on, basis },
            // The command line asks for a basis with either day.
            _ => Succession::Unsaid,
        };
        Some(Follows { version, succession })
    }
}
