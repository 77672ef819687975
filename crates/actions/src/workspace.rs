//! All that a provider has on record, put together for one day: its files, its adherence, its statements, its evidence.

use std::collections::BTreeMap;

use adhere_domain::adherence::record::{Evidence, EvidencePlace, Statement, Undertaking};
use adhere_domain::adherence::register::life::Life;
use adhere_domain::evidence::item::{EvidenceId, Item};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::subject;
use adhere_store::projection::{evidence, statement};
use jiff::Timestamp;

use crate::adherence::lives;
use crate::as_of::AsOf;
use crate::context::Context;
use crate::error::ActionError;
use crate::files::{files_of, undertaking};

/// No provider states more than this; a code has some dozens of measures.
const MOST_STATEMENTS: u64 = 100_000;
/// So many items of evidence are read at once.
const CHUNK: u64 = 1000;

/// What a provider has on record as of a day: what is stated here goes before what its files state.
pub fn workspace(context: &Context<'_>, provider: &OrganisationId, as_of: AsOf) -> Result<Undertaking, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, provider)?;
        let files = files_of(tx, provider)?;
        let mut undertaking = undertaking(&files, context.law.readings)?;
        let register = lives(tx, &[subject::organisation(provider)])?;
        let own = register.lives.values().filter(|life| life.declared.provider == *provider);
        undertaking.adherences.extend(own.flat_map(Life::records));
        add_statements(tx, provider, as_of, &mut undertaking)?;
        Ok(undertaking)
    })
}

/// Adds what is stated, before what the files state of the same measure.
fn add_statements(
    tx: &mut Transaction<'_>,
    provider: &OrganisationId,
    AsOf { day, ends }: AsOf,
    undertaking: &mut Undertaking,
) -> Result<(), ActionError> {
    let wanted = statement::Wanted { provider: Some(provider), known_before: ends, ..statement::Wanted::default() };
    let stated = statement::list(tx, &wanted, day, MOST_STATEMENTS).map_err(StoreError::from)?;
    let items = items(tx, ends)?;
    let mut shown: BTreeMap<String, Vec<Evidence>> = BTreeMap::new();
    for attached in evidence::attached(tx, None, None, ends).map_err(StoreError::from)? {
        if let Some(item) = items.get(&attached.evidence) {
            shown.entry(attached.statement).or_default().push(evidence_of(item));
        }
    }
    for it in stated.into_iter().rev() {
        let evidence = shown.remove(&subject::statement(&it.subject)).unwrap_or_default();
        let content = it.revision.content;
        let statement = Statement {
            measure: it.subject.measure,
            state: content.state,
            text: content.text.map(|text| text.to_string()),
            owner: content.owner.map(|owner| owner.to_string()),
            due: content.due,
            evidence,
        };
        match it.subject.model {
            None => undertaking.statements.insert(0, statement),
            Some(model) => {
                if let Some(record) = undertaking.models.get_mut(&model) {
                    record.statements.insert(0, statement);
                }
            }
        }
    }
    Ok(())
}

/// Every item that was not withdrawn.
fn items(tx: &mut Transaction<'_>, known_before: Option<Timestamp>) -> Result<BTreeMap<EvidenceId, Item>, ActionError> {
    let mut items = BTreeMap::new();
    let mut after: Option<EvidenceId> = None;
    loop {
        let wanted = evidence::Wanted { after: after.as_ref(), known_before, ..evidence::Wanted::default() };
        let found = evidence::list(tx, &wanted, CHUNK).map_err(StoreError::from)?;
        let Some(last) = found.last() else { return Ok(items) };
        after = Some(last.record.item.id.clone());
        let standing = found.into_iter().filter(|kept| kept.record.withdrawn.is_none());
        items.extend(standing.map(|kept| (kept.record.item.id.clone(), kept.record.item)));
    }
}

fn evidence_of(item: &Item) -> Evidence {
    Evidence {
        place: EvidencePlace::File(item.id.to_string()),
        title: Some(item.title.to_string()),
        speaks_for: Some(item.speaks_for),
        expires: item.expires,
    }
}
