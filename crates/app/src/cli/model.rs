//! `adhere model`: record the files of a provider's folder, and list the models on record.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use adhere_actions::files::{files_of, positions, record_files, undertaking};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OfOrganisation, OrganisationId};
use adhere_formats::diagnostic::Findings;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE, file_error, read_folder};
use adhere_formats::source_file::read_text;
use clap::Subcommand;
use jiff::civil::Date;

use super::acting::{Acting, Instance, parse_id, say_recorded};
use super::store::arguments::Place;
use super::{CommandError, Exit};
use crate::clock;
use crate::diagnostics::tell_all;
use crate::output::write_to;
use crate::words::Words;

#[derive(Debug, Subcommand)]
pub(crate) enum ModelCommand {
    /// Record what a provider's folder says of the provider and its models; what is recorded is private.
    Record {
        #[command(flatten)]
        acting: Acting,
        /// The provider's folder, with `adhere.toml` and one file for each model under `models/`.
        folder: PathBuf,
        /// The provider.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
    },
    /// List the models of a provider, with what the law says of each on a day.
    List {
        #[command(flatten)]
        place: Place,
        /// The provider.
        #[arg(long, value_parser = parse_id::<OfOrganisation>)]
        organisation: OrganisationId,
        /// The day; today in Brussels if not given.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
    },
}

/// Records or lists.
pub(super) fn model(command: &ModelCommand) -> Result<Exit, CommandError> {
    match command {
        ModelCommand::Record { acting, folder, organisation } => {
            let instance = Instance::open(&acting.place)?;
            let given = texts(folder, &instance)?;
            say_recorded(&record_files(&instance.context(acting), organisation, given)?)?;
        }
        ModelCommand::List { place, organisation, as_of } => list(place, organisation, *as_of)?,
    }
    Ok(Exit::Done)
}

/// The texts of a folder that can be read without errors.
fn texts(folder: &Path, instance: &Instance) -> Result<ProviderFiles, CommandError> {
    let read = read_folder(folder, instance.law.readings)?;
    tell_all(&read.findings);
    let text = |path: PathBuf| read_text(&path).map_err(|error| Findings::from(file_error(&path, &error)));
    let mut models = BTreeMap::new();
    for id in read.undertaking.models.keys() {
        models.insert(id.clone(), text(folder.join(MODELS_FOLDER).join(format!("{id}.toml")))?);
    }
    Ok(ProviderFiles { own: Some(text(folder.join(PROVIDER_FILE))?), models })
}

fn list(place: &Place, organisation: &OrganisationId, as_of: Option<Date>) -> Result<(), CommandError> {
    let (instance, words) = (Instance::open(place)?, Words::english()?);
    let files = instance.store.read(|tx| files_of(tx, organisation))?;
    let undertaking = undertaking(&files, instance.law.readings)?;
    // Nobody acts; the context is for the law alone.
    let context = instance.context_of("");
    let law = context.law_on(as_of.unwrap_or_else(clock::today)).map_err(anyhow::Error::from)?;
    let positions = positions(&undertaking, &law);
    let line = |(id, record): (&PartId, &adhere_domain::adherence::record::ModelRecord)| {
        let position = positions.get(id)?;
        let risk = words.text(&format!("model-risk-{}", position.systemic_risk.id()));
        Some(format!("{id}  {}  {risk}", record.name))
    };
    let lines: Vec<String> = undertaking.models.iter().filter_map(line).collect();
    Ok(write_to(None, |out| match lines.as_slice() {
        [] => Ok(writeln!(out, "{}", words.text("no-models"))?),
        lines => Ok(lines.iter().try_for_each(|line| writeln!(out, "{line}"))?),
    })?)
}
