//! Publishing a version of a code: its compiled form becomes its name, its source is kept, nothing takes its place, and
//! adherence to the version before ends or passes as the new one says.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::publication::{Follows, Publication};
use adhere_domain::digest::Digest;
use adhere_domain::parties::permission::Permission;
use adhere_formats::code_source::bundle::bundle;
use adhere_formats::compiled_code::compiled_digest;
use adhere_formats::digest::digest;
use adhere_store::Changed;
use adhere_store::event::Event;

use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;
use crate::succession::succeed_all;

/// A version to be published.
#[derive(Clone, Copy, Debug)]
pub struct PublishCode<'c> {
    /// The code, compiled without errors.
    pub code: &'c Code,
    /// The files from which it was compiled: name and text.
    pub files: &'c [(String, String)],
    /// The version before it, with what becomes of adherence to that one.
    pub follows: Option<&'c Follows>,
}

impl PublishCode<'_> {
    /// What would be recorded of it, and its source as it would be kept.
    fn publication(&self) -> (Publication, String) {
        let code = self.code;
        let source = bundle(self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let publication = Publication {
            code: code.id.clone(),
            version: code.version.clone(),
            digest: compiled_digest(code),
            source: digest(source.as_bytes()),
            profile: code.profile,
            published: code.published,
            follows: self.follows.cloned(),
        };
        (publication, source)
    }
}

/// Says whether a version could be published, and whether it would be new; nothing is recorded.
///
/// # Errors
/// It would be refused.
pub fn check_publication(context: &Context<'_>, command: &PublishCode<'_>) -> Result<bool, ActionError> {
    let (publication, _) = command.publication();
    context.store.read(|tx| {
        context.permit_here(tx, Permission::PublishCodes)?;
        Ok(!publications(tx, &publication.code)?.decide(publication, context.today)?.is_empty())
    })
}

/// Publishes a version, and says by which digest it is known; what is published already stays as it is.
pub fn publish_code(context: &Context<'_>, command: PublishCode<'_>) -> Result<Changed<Digest>, ActionError> {
    let (publication, source) = command.publication();
    context.change(|change| {
        context.permit_here(change.tx(), Permission::PublishCodes)?;
        let events = publications(change.tx(), &publication.code)?.decide(publication.clone(), context.today)?;
        let is_new = !events.is_empty();
        if is_new {
            change.keep_document(&source)?;
        }
        events.into_iter().try_for_each(|event| change.record(Event::Code(event)).map(|_| ()))?;
        if is_new {
            succeed_all(context, change, &publication)?;
        }
        Ok(publication.digest)
    })
}
