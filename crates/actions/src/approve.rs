//! Approving a statement as it was seen: the revision and the evidence are frozen, and what changes later is flagged.

use std::collections::BTreeSet;

use adhere_domain::adherence::statements::{Statements, Subject};
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::{
    Approval, ApprovalGiven, ApprovalRefusal, Approvals, Approve as Approving, Basis, Exhibit, Flag, attached,
};
use adhere_domain::evidence::archive::Archive;
use adhere_domain::parties::permission::Permission;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, fingerprint, subject};
use adhere_store::{Changed, Store};

use crate::as_of::{AsOf, about_before};
use crate::context::Context;
use crate::error::ActionError;
use crate::evidence::archive_of;
use crate::party::directory;
use crate::record_statement::statements_before;

/// What someone approves, as it was shown to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approve {
    /// The statement.
    pub statement: Subject,
    /// The number of the revision.
    pub revision: u32,
    /// The digest of what was shown: the revision with what is attached to it.
    pub fingerprint: Digest,
}

/// A statement with what shows it, and whether it is approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// All of its revisions by then.
    pub statements: Statements,
    /// What was recorded of the evidence that is or was attached.
    pub archive: Archive,
    /// What was attached then.
    pub exhibits: BTreeSet<Exhibit>,
    /// The digest of the latest revision with what is attached; nothing when nothing is stated.
    pub fingerprint: Option<Digest>,
    /// The latest approval, if it was ever approved.
    pub approval: Option<Approval>,
    /// What has changed since.
    pub flags: Vec<Flag>,
}

/// Approves a revision; once more changes nothing.
pub fn approve(context: &Context<'_>, command: Approve) -> Result<Changed<()>, ActionError> {
    let Approve { statement, revision, fingerprint } = command;
    let by = context.person()?;
    context.change(|change| {
        let tx = change.tx();
        context.permit(tx, Permission::Approve, &statement.provider)?;
        let named = [subject::person(&by), subject::organisation(&statement.provider)];
        let directory = directory(tx, &named)?;
        let shown = shown(tx, &statement, AsOf::today(context.today))?;
        // Whoever saw something else has approved nothing of this.
        let is_latest = shown.statements.latest(&statement).is_some_and(|latest| latest.number == revision);
        if is_latest && shown.fingerprint != Some(fingerprint) {
            return Err(ApprovalRefusal::OtherEvidence { measure: statement.measure }.into());
        }
        let basis = Basis {
            directory: &directory,
            statements: &shown.statements,
            archive: &shown.archive,
            today: context.today,
        };
        let approving = Approving { subject: statement, revision, exhibits: shown.exhibits, fingerprint, by };
        let events = approvals(shown.approval).decide(approving, &basis)?;
        Ok(events.into_iter().try_for_each(|event| change.record(Event::Approval(event)).map(|_| ()))?)
    })
}

/// A statement with what showed it at the end of a day, and what had changed since it was approved.
pub fn show_statement(store: &Store, statement: &Subject, as_of: AsOf) -> Result<Shown, ActionError> {
    store.read(|tx| shown(tx, statement, as_of))
}

/// The same within a transaction that is under way.
pub fn shown(tx: &mut Transaction<'_>, statement: &Subject, AsOf { day, ends }: AsOf) -> Result<Shown, ActionError> {
    let statements = statements_before(tx, &[subject::statement(statement)], ends)?;
    let archive = archive_of(tx, statement, ends)?;
    let exhibits = attached(statement, &archive);
    let latest = statements.latest(statement);
    let fingerprint = latest.map(|latest| fingerprint(statement, latest, &exhibits)).transpose()?;
    let mut given = Approvals::default();
    for recorded in about_before(tx, Area::Approval, &[subject::statement(statement)], ends)? {
        if let Event::Approval(event) = recorded.event {
            given = given.apply(event);
        }
    }
    let approval = given.latest.remove(statement);
    let flags = approval.as_ref().map_or_else(Vec::new, |approval| approval.flags(&statements, &archive, day));
    Ok(Shown { statements, archive, exhibits, fingerprint, approval, flags })
}

fn approvals(latest: Option<Approval>) -> Approvals {
    latest.map_or_else(Approvals::default, |approval| Approvals::default().apply(ApprovalGiven(approval)))
}
