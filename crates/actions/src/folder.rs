//! Everything that a provider has on record, as the folder that the command line reads; and a folder brought in again.
//! What was taken out and is brought in changes nothing.

mod bringing_in;

use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::adherence::record::Adherence;
use adhere_domain::adherence::register::life::Life;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_formats::recorded::{Recorded, RecordedItem, RecordedStatement};
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::subject;
use adhere_store::projection::{evidence, library, statement};

pub use self::bringing_in::{BringIn, Hold, Outcome, Step, StepOf, bring_in, preview_folder};

use crate::adherence::lives;
use crate::context::Context;
use crate::error::ActionError;
use crate::files::files_of;

/// No provider states more than this; a code has some dozens of measures.
const MOST_STATEMENTS: u64 = 100_000;
/// So many items are read at once.
const CHUNK: u64 = 1000;

/// Everything that a provider has on record, but for the bytes of its evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its files, word for word.
    pub files: ProviderFiles,
    /// What was recorded beside them.
    pub recorded: Recorded,
}

/// What a provider has on record now.
pub fn folder_of(context: &Context<'_>, provider: &OrganisationId) -> Result<Folder, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, provider)?;
        let files = files_of(tx, provider)?;
        let adherences = adherences(tx, provider)?;
        let statements = statements(tx, context, provider)?;
        Ok(Folder { files, recorded: Recorded { adherences, statements, items: items(tx, provider)? } })
    })
}

/// The adherence of a provider that was declared.
fn adherences(tx: &mut Transaction<'_>, provider: &OrganisationId) -> Result<Vec<Adherence>, ActionError> {
    let register = lives(tx, &[subject::organisation(provider)])?;
    let own = register.lives.values().filter(|life| life.declared.provider == *provider);
    Ok(own.flat_map(Life::records).collect())
}

fn statements(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    provider: &OrganisationId,
) -> Result<Vec<RecordedStatement>, ActionError> {
    let wanted = statement::Wanted { provider: Some(provider), ..statement::Wanted::default() };
    let stated = statement::list(tx, &wanted, context.today, MOST_STATEMENTS).map_err(StoreError::from)?;
    let with_evidence = stated.into_iter().map(|it| {
        let name = subject::statement(&it.subject);
        let attached = evidence::attached(tx, Some(&name), None, None).map_err(StoreError::from)?;
        Ok(RecordedStatement {
            code: it.subject.code,
            version: it.subject.version,
            measure: it.subject.measure,
            model: it.subject.model,
            content: it.revision.content,
            evidence: attached.into_iter().map(|it| (it.evidence, it.passage)).collect(),
        })
    });
    with_evidence.collect()
}

/// The library, in the order of ids.
fn items(tx: &mut Transaction<'_>, provider: &OrganisationId) -> Result<Vec<RecordedItem>, ActionError> {
    let mut items = Vec::new();
    let mut before = None;
    loop {
        let wanted = library::Wanted { before, ..library::Wanted::default() };
        let found = library::list(tx, provider, &wanted, CHUNK).map_err(StoreError::from)?;
        let Some(last) = found.last() else { break };
        before = Some(last.entry_id);
        items.extend(found.into_iter().map(|it| RecordedItem {
            withdrawn: it.kept.record.withdrawn.map(|withdrawn| (withdrawn.from, withdrawn.reason)),
            item: it.kept.record.item,
        }));
    }
    items.sort_by(|a, b| a.item.id.cmp(&b.item.id));
    Ok(items)
}
