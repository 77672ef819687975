//! Erasing what private entries say: of a person, a statement, an item of evidence, a case, an invitation to
//! adhere or a provider's file, and always all that was said of it, so that nothing older comes back and nothing later
//! hangs in the air.
//!
//! What ends something is not erased (the end of a role, packages, keys): without it, what has ended would hold again.

use std::collections::BTreeSet;

use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, Recorded, Visibility};
use adhere_store::reading::{about, entry};

use crate::context::Context;
use crate::error::ActionError;
use crate::evidence::is_known;

/// What would be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasable {
    /// What it was said of, such as `person/ada`.
    pub subject: String,
    /// The entries, each with its kind.
    pub entries: Vec<(u64, String)>,
}

/// Why nothing is erased.
#[derive(Debug, thiserror::Error)]
pub enum ErasureError {
    /// There is no such entry, or it was erased before.
    #[error("there is no entry {0}, or it was erased before")]
    Nothing(u64),
    /// Everybody may read it.
    #[error("entry {0} is public: it is in the log itself, and nothing of it can be erased")]
    Public(u64),
    /// Something else rests on it.
    #[error(
        "entry {entry_id} is of the kind `{kind}`, which is not erased: what it ended would hold again, or what it began could be done twice"
    )]
    Kind {
        /// The entry.
        entry_id: u64,
        /// Its kind.
        kind: String,
    },
    /// Somebody recorded more, or erased some of it, since it was looked at.
    #[error("what is recorded of `{0}` has changed since it was looked at; look again")]
    Changed(String),
}

/// What goes with an entry when it is erased.
pub fn erasable(context: &Context<'_>, entry_id: u64) -> Result<Erasable, ActionError> {
    context.store.read(|tx| group(tx, entry_id))
}

/// Erases what was looked at, and records who did it and why, for everybody to read.
pub fn erase(context: &Context<'_>, looked_at: &Erasable, reason: NonEmptyText) -> Result<Changed<u64>, ActionError> {
    let person = context.person()?;
    context.change(|change| {
        is_known(change.tx(), &person)?;
        context.permit_here(change.tx(), Permission::Operate)?;
        let first = looked_at.entries.first().map(|(entry_id, _)| *entry_id).unwrap_or_default();
        if group(change.tx(), first)? != *looked_at {
            return Err(ErasureError::Changed(looked_at.subject.clone()).into());
        }
        let entries: BTreeSet<u64> = looked_at.entries.iter().map(|(entry_id, _)| *entry_id).collect();
        Ok(change.erase(&context.store.home().settings().origin, entries, reason)?)
    })
}

/// All that was said of what an entry is about.
fn group(tx: &mut Transaction<'_>, entry_id: u64) -> Result<Erasable, ActionError> {
    let asked = entry(tx, entry_id)?.ok_or(ErasureError::Nothing(entry_id))?;
    if asked.event.visibility() == Visibility::Public {
        return Err(ErasureError::Public(entry_id).into());
    }
    let subject = asked.subject.clone();
    let areas: &[Area] = match asked.event.area() {
        Area::Party if is_of_person(&asked) => &[Area::Party],
        Area::File => &[Area::File],
        Area::Evidence => &[Area::Evidence],
        Area::Comment => &[Area::Comment],
        Area::Case => &[Area::Case],
        Area::Invitation => &[Area::Invitation],
        // What shows a statement and who approved it says what it states.
        Area::Statement | Area::Approval => &[Area::Statement, Area::Evidence, Area::Approval],
        _ => return Err(ErasureError::Kind { entry_id, kind: asked.kind }.into()),
    };
    let mut found = Vec::new();
    for area in areas {
        let named = about(tx, *area, std::slice::from_ref(&subject))?;
        found.extend(named.into_iter().filter(|it| belongs(it, &subject)));
    }
    found.sort_by_key(|it| it.entry_id);
    let entries = found.into_iter().map(|it| (it.entry_id, it.kind)).collect();
    Ok(Erasable { subject, entries })
}

/// Whether an entry that names a subject says something of it, and not of something that rests on it.
fn belongs(recorded: &Recorded, subject: &str) -> bool {
    match recorded.event.area() {
        Area::Party => is_of_person(recorded) && recorded.subject == subject,
        Area::Evidence => true,
        _ => recorded.subject == subject,
    }
}

fn is_of_person(recorded: &Recorded) -> bool {
    matches!(recorded.event, Event::Party(PartyEvent::PersonRegistered(..) | PartyEvent::PersonChanged(..)))
}
