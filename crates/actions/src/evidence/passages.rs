//! Passages of files of text: the file is read, and the passage looked for in it.

use adhere_domain::evidence::archive::EvidenceRefusal;
use adhere_domain::evidence::item::{EvidenceId, Item};
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_store::event::subject;
use adhere_store::{Store, StoreError};

use super::archive;
use crate::context::Context;
use crate::error::ActionError;

/// Larger files of text are not read whole.
const MOST: u64 = 64 * 1024 * 1024;

/// The passage at which someone points, in the bytes that are kept.
pub(super) fn passage(context: &Context<'_>, id: &EvidenceId, pointer: &Pointer) -> Result<Passage, ActionError> {
    let archive = context.store.read(|tx| archive(tx, &[subject::evidence(id)]))?;
    let Some(record) = archive.items.get(id) else { return Err(EvidenceRefusal::UnknownItem(id.clone()).into()) };
    let text = text_of(context.store, &record.item)?;
    Ok(pointer.passage_in(id, &text)?)
}

/// The text of an item; refused when its file is not one of text in UTF-8.
pub fn text_of(store: &Store, item: &Item) -> Result<String, ActionError> {
    let no_text = || EvidenceRefusal::NoText { item: item.id.clone(), media_type: item.media_type.clone() };
    let kind = item.media_type.as_str();
    if !kind.starts_with("text/") && !["application/json", "application/xml"].contains(&kind) {
        return Err(no_text().into());
    }
    if item.size > MOST {
        return Err(ActionError::TooLarge { item: item.id.clone(), size: item.size, most: MOST });
    }
    let mut bytes = Vec::new();
    let read = store.blobs().read(&item.digest, &mut bytes).map_err(StoreError::from)?;
    read.ok_or_else(|| ActionError::BytesMissing(item.id.clone()))?;
    String::from_utf8(bytes).map_err(|_| no_text().into())
}
