//! Published codes as they were published, compiled again from the source that is kept.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Publication, Publications};
use adhere_domain::law::corpus::Corpus;
use adhere_formats::code_source::bundle::read_bundle;
use adhere_formats::compiled_code::compiled_digest;
use adhere_store::db::Transaction;
use adhere_store::documents::document;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;

use crate::error::ActionError;

/// What was published of a code.
pub fn publications(tx: &mut Transaction<'_>, code: &PartId) -> Result<Publications, ActionError> {
    let mut publications = Publications::default();
    for recorded in about(tx, Area::Code, &[subject::code(code)])? {
        if let Event::Code(event) = recorded.event {
            publications = publications.apply(event)?;
        }
    }
    Ok(publications)
}

/// A published version; it is checked against the digest by which it is known.
pub fn compiled(tx: &mut Transaction<'_>, publication: &Publication, corpus: &Corpus) -> Result<Code, ActionError> {
    let code = format!("{}@{}", publication.code, publication.version);
    let Some(source) = document(tx, &publication.source)? else {
        return Err(ActionError::SourceMissing { code, source_digest: publication.source });
    };
    let read = match read_bundle(&source, corpus) {
        Ok(read) => read.code,
        Err(source) => return Err(ActionError::Source { code, source }),
    };
    if compiled_digest(&read) != publication.digest {
        return Err(ActionError::OtherCode { code, published: publication.digest });
    }
    Ok(read)
}
