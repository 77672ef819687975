//! Recording a provider's files, word for word; and what they say of the provider and its models.

use std::collections::BTreeMap;

use adhere_domain::adherence::files::{FileEvent, ProviderFiles};
use adhere_domain::adherence::record::Undertaking;
use adhere_domain::adherence::register::ModelPosition;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::decision::decide;
use adhere_domain::law::parameters::Law;
use adhere_domain::law::readings::Readings;
use adhere_domain::law::rules::pathway::CodePosition;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_formats::diagnostic::Findings;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE, model, provider};
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;

use crate::context::Context;
use crate::error::ActionError;
use crate::party::directory;

/// Records files that can be used, and says what was new; nothing for a file that is on record with the same text.
pub fn record_files(
    context: &Context<'_>,
    provider: &OrganisationId,
    given: ProviderFiles,
) -> Result<Changed<Vec<FileEvent>>, ActionError> {
    undertaking(&given, context.law.readings)?;
    context.change(|change| {
        context.permit(change.tx(), Permission::KeepFiles, provider)?;
        let directory = directory(change.tx(), &[subject::organisation(provider)])?;
        let events = files_of(change.tx(), provider)?.decide(provider, given, &directory)?;
        for event in &events {
            change.record(Event::File(event.clone()))?;
        }
        Ok(events)
    })
}

/// The files of a provider that are on record.
pub fn files_of(tx: &mut Transaction<'_>, provider: &OrganisationId) -> Result<ProviderFiles, ActionError> {
    let mut files = ProviderFiles::default();
    for recorded in about(tx, Area::File, &[subject::organisation(provider)])? {
        if let Event::File(event) = recorded.event {
            files = files.apply(event);
        }
    }
    Ok(files)
}

/// What files say.
pub fn undertaking(files: &ProviderFiles, readings: Readings) -> Result<Undertaking, ActionError> {
    let mut findings = Findings::default();
    let own = files.own.as_ref().and_then(|text| absorb(provider(PROVIDER_FILE, text, readings), &mut findings));
    let mut models = BTreeMap::new();
    for (id, text) in &files.models {
        if let Some(record) = absorb(model(&format!("{MODELS_FOLDER}/{id}.toml"), text), &mut findings) {
            models.insert(id.clone(), record);
        }
    }
    if findings.has_errors() {
        return Err(ActionError::Files(findings));
    }
    let own = own.map(|(undertaking, _)| undertaking).unwrap_or_default();
    Ok(Undertaking { models, ..own })
}

/// What the law of a day says of each model.
pub fn positions(undertaking: &Undertaking, law: &Law) -> BTreeMap<PartId, ModelPosition> {
    let position = |record: &adhere_domain::adherence::record::ModelRecord| {
        // The obligations are decided before a code is looked at.
        let decision = decide(&undertaking.facts, &record.facts, &CodePosition::default(), law);
        ModelPosition { systemic_risk: decision.systemic_risk.truth, relevant: decision.relevant() }
    };
    undertaking.models.iter().map(|(id, record)| (id.clone(), position(record))).collect()
}

fn absorb<T>((value, found): (Option<T>, Findings), findings: &mut Findings) -> Option<T> {
    findings.absorb(found);
    value
}
