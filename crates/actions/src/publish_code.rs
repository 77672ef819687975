//! Publishing a version of a code: its compiled form becomes its name, and nothing takes its place.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Follows, Publication, Publications};
use adhere_domain::digest::Digest;
use adhere_formats::compiled_code::compiled_digest;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;

use crate::context::Context;
use crate::error::ActionError;

/// A version to be published.
#[derive(Clone, Copy, Debug)]
pub struct PublishCode<'c> {
    /// The code, compiled without errors.
    pub code: &'c Code,
    /// The version before it, with what becomes of adherence to that one.
    pub follows: Option<&'c Follows>,
}

/// Publishes a version, and says by which digest it is known; what is published already stays as it is.
pub fn publish_code(context: &Context<'_>, command: PublishCode<'_>) -> Result<Changed<Digest>, ActionError> {
    let PublishCode { code, follows } = command;
    let digest = compiled_digest(code);
    let publication = Publication {
        code: code.id.clone(),
        version: code.version.clone(),
        digest,
        profile: code.profile,
        published: code.published,
        follows: follows.cloned(),
    };
    context.change(|change| {
        let events = publications(change.tx(), &code.id)?.decide(publication, context.today)?;
        events.into_iter().try_for_each(|event| change.record(Event::Code(event)).map(|_| ()))?;
        Ok(digest)
    })
}

/// What was published of a code.
pub(crate) fn publications(tx: &mut Transaction<'_>, code: &PartId) -> Result<Publications, ActionError> {
    let mut publications = Publications::default();
    for recorded in about(tx, Area::Code, &[subject::code(code)])? {
        if let Event::Code(event) = recorded.event {
            publications = publications.apply(event)?;
        }
    }
    Ok(publications)
}
