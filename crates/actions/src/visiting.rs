//! What was recorded of an organisation since somebody last looked; looking marks it as seen.

use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::access::visit;
use adhere_store::event::subject;
use adhere_store::projection::history::{self, Line};

use crate::context::Context;
use crate::error::ActionError;

/// What somebody sees who comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Whether it is not the first time.
    pub is_return: bool,
    /// What others recorded since, the latest first.
    pub lines: Vec<Line>,
    /// Whether there is more than that.
    pub has_more: bool,
}

/// What others recorded of an organisation since somebody last looked, at most so much; it is seen with this.
pub fn visit(context: &Context<'_>, organisation: &OrganisationId, most: u64) -> Result<Visit, ActionError> {
    let person = context.person()?;
    let name = subject::organisation(organisation);
    let size = context.store.head()?.map_or(0, |head| head.size);
    let (seen, lines) = context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, organisation)?;
        let seen = visit::seen(tx, &person, organisation).map_err(StoreError::from)?;
        let wanted = history::Wanted { subject: Some(&name), kind: None };
        // What is recorded from here on is for the next visit.
        let lines = match seen {
            Some(seen) if seen < size => history::before(tx, &wanted, Some(size), most + 1)?,
            _ => Vec::new(),
        };
        Ok::<_, ActionError>((seen, lines))
    })?;
    let since = seen.unwrap_or(size);
    let mut lines: Vec<Line> = lines.into_iter().filter(|line| line.entry_id >= since).collect();
    let has_more = lines.len() as u64 > most;
    lines.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    lines.retain(|line| line.actor != context.actor);
    if seen != Some(size) {
        context.store.keep(|tx| visit::note(tx, &person, organisation, size).map_err(StoreError::from))?;
    }
    Ok(Visit { is_return: seen.is_some(), lines, has_more })
}
